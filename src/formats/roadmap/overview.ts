import type { Draft } from './draft.ts';
import { normalizeName } from './names.ts';

/** Whether two names are the same, or one is part of the other and long enough to mean it. */
export function similarNames(a: string, b: string): boolean {
  const [first, second] = [compact(a), compact(b)];
  if (first === '' || second === '') return false;
  if (first === second) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.length >= 4 && short.length >= long.length * 0.4 && long.includes(short);
}

/** Whether topics only announce what other sections hold: most of their titles are titles there. */
export function isOverview(topics: readonly Draft[], titles: readonly string[]): boolean {
  if (topics.length < 2) return false;
  const known = topics.filter((topic) => titles.some((title) => similarNames(topic.title, title)));
  return known.length >= topics.length * 0.6;
}

function compact(name: string): string {
  return normalizeName(name)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ')
    .trim();
}
