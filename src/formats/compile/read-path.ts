import type { CompiledRoadmap, LearningPath } from '#src/domain/content.ts';
import type { TopicId } from '#src/domain/ids.ts';
import { readFrontMatter } from '../front-matter.ts';
import type { Problem } from '../problem.ts';
import type { DeckProblem } from './deck-problem.ts';

/** A file of `decks/paths` as read, before its sections are looked for. */
export interface PathFile {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly about: string;
  readonly sections: readonly { readonly id: TopicId; readonly line: number }[];
  readonly problems: readonly Problem[];
}

const item = /^\s*(?:\d+[.)]|[-*+])\s+(\S+)\s*$/;

/** Reads a learning path: `title` and `about` in the front matter, then section ids, one a list item; headings part them for the eye. */
export function readPath(path: string, content: string): PathFile {
  const { data, body, bodyLine, problems: unread } = readFrontMatter(content);
  const problems: Problem[] = [...unread];
  const readWords = (key: 'title' | 'about', what: string) => {
    const { [key]: value } = data;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    problems.push({
      line: 1,
      message: `The path has no ${key}. Add "${key}: ${what}" between the "---" lines.`,
    });
    return '';
  };
  const title = readWords('title', 'What to call it');
  const about = readWords('about', 'Whom it is for, in one sentence.');
  const sections: { id: TopicId; line: number }[] = [];
  for (const [index, text] of body.split(/\r\n|\n|\r/).entries()) {
    const line = bodyLine + index;
    const id = item.exec(text)?.[1] as TopicId | undefined;
    const first = sections.find((section) => section.id === id);
    if (first !== undefined) {
      const message = `The section "${first.id}" stands on line ${first.line} already. Take it out in one of the two places.`;
      problems.push({ line, message });
    } else if (id !== undefined) sections.push({ id, line });
    else if (text.trim() !== '' && !text.startsWith('#')) {
      const message =
        'This is no section of the path. Write one id a line: "1. backend/foundations".';
      problems.push({ line, message });
    }
  }
  if (sections.length === 0) {
    problems.push({ line: 1, message: 'The path names no section. List section ids, one a line.' });
  }
  const id = /([^/]+)\.md$/.exec(path)?.[1] ?? path;
  return { id, path, title, about, sections, problems };
}

/** Gives each roadmap the paths that name sections of it, with those sections; a section that none has is a problem. */
export function placePaths(
  paths: readonly PathFile[],
  roadmaps: readonly CompiledRoadmap[],
): { readonly roadmaps: readonly CompiledRoadmap[]; readonly problems: readonly DeckProblem[] } {
  const known = new Set(roadmaps.flatMap(({ sections }) => sections.map(({ id }) => id)));
  const problems = paths.flatMap(({ path, sections }) =>
    sections
      .filter(({ id }) => !known.has(id))
      .map(({ id, line }) => ({
        path,
        line,
        message: `No roadmap has a section "${id}". Its id is the roadmap's, a slash and the section's, as decks/ids.lock has it.`,
      })),
  );
  const placed = roadmaps.map((roadmap) => {
    const own = new Set(roadmap.sections.map(({ id }) => id));
    const through = paths.flatMap(({ id, title, about, sections }): LearningPath[] => {
      const named = sections.map((section) => section.id).filter((section) => own.has(section));
      return named.length === 0 ? [] : [{ id, title, about, sections: named }];
    });
    return through.length === 0 ? roadmap : { ...roadmap, paths: through };
  });
  return { roadmaps: placed, problems };
}
