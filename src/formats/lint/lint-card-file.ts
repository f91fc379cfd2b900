import type { CardFile } from '../card-file/card-file.ts';
import { foldWords } from '../fold-words.ts';
import type { Problem } from '../problem.ts';
import { isInsecureSource } from './note-rules.ts';

/** Finds aliases that can link nothing, and sources of the file that cannot be followed. */
export function lintCardFile({ aliases, sources }: CardFile): Problem[] {
  const seen = new Set<string>();
  const broken = aliases.flatMap(({ text, line }) => {
    const isRepeated = seen.has(text);
    seen.add(text);
    if (foldWords(text) === '') {
      const message = `The alias "${text}" has no letters or digits, so no topic can match it. Take it out.`;
      return [{ line, message }];
    }
    if (!isRepeated) return [];
    const message = `The alias "${text}" stands here twice. Take one out.`;
    return [{ line, message }];
  });
  const insecure = sources
    .filter(({ text }) => isInsecureSource(text))
    .map(({ text, line }) => ({
      line,
      message: `The source "${text}" is no https address. Find its https address, or name the source in words.`,
    }));
  return [...broken, ...insecure];
}
