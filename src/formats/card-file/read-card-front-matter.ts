import { readFrontMatter } from '../front-matter.ts';
import type { Problem } from '../problem.ts';
import type { CardFile, Located } from './card-file.ts';

export interface CardFrontMatter extends Pick<
  CardFile,
  'title' | 'aliases' | 'topics' | 'sources'
> {
  readonly body: string;
  /** Line of the file on which `body` starts. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

const keys = ['title', 'aliases', 'topics', 'sources'];

/** Reads a card file's front matter. What is missing or of the wrong shape is empty and reported. */
export function readCardFrontMatter(text: string): CardFrontMatter {
  const { data, body, bodyLine, problems: yamlProblems } = readFrontMatter(text);
  const problems: Problem[] = [...yamlProblems];
  const lines = text.split(/\r\n|\n|\r/).slice(0, bodyLine - 1);
  const lineOf = (needle: string, from = 0) => {
    const at = lines.findIndex((line, index) => index >= from && line.includes(needle));
    return at < 0 ? 1 : at + 1;
  };

  for (const key of Object.keys(data)) {
    if (keys.includes(key)) continue;
    const message = `"${key}" is not known here. A card file's front matter has ${keys.join(', ')}.`;
    problems.push({ line: lineOf(`${key}:`), message });
  }

  const title = typeof data.title === 'string' ? data.title.trim() : '';
  if (title === '' && yamlProblems.length === 0) {
    const message =
      'This file has no title. Begin it with front matter: a line "---", "title: …", a line "---".';
    problems.push({ line: 1, message });
  }

  const readList = (key: string): Located[] => {
    const value = data[key];
    if (value === undefined || value === null) return [];
    const keyLine = lineOf(`${key}:`);
    if (!Array.isArray(value)) {
      const message = `"${key}" is not a list. Write ${key}: [one, two], or each on a line that starts with "- ".`;
      problems.push({ line: keyLine, message });
      return [];
    }
    return value.flatMap((item: unknown): Located[] => {
      // YAML reads a bare 429 as a number and a bare "yes" as a boolean; the author meant the word.
      const word = typeof item === 'string' || typeof item === 'number' ? String(item).trim() : '';
      if (word !== '') return [{ text: word, line: lineOf(word, keyLine - 1) }];
      const message = `"${key}" has an entry that is no text. Write it in quotes, or take it out.`;
      problems.push({ line: keyLine, message });
      return [];
    });
  };

  return {
    title,
    aliases: readList('aliases'),
    topics: readList('topics'),
    sources: readList('sources'),
    body,
    bodyLine,
    problems,
  };
}
