import type { Draft } from './draft.ts';
import { normalizeName } from './names.ts';

/** Whether two names are the same, or one is whole words of the other and long enough to mean it. */
export function similarNames(a: string, b: string): boolean {
  return areSimilar(compact(a), compact(b));
}

/** Whether topics only announce what other sections hold: most of their titles are titles there. */
export function isOverview(topics: readonly Draft[], titles: readonly string[]): boolean {
  // A list far longer than the sections cannot be a list of them; this also bounds the comparisons.
  if (topics.length < 2 || topics.length > titles.length * 2) return false;
  const compactTitles = titles.slice(0, MOST_SECTIONS).map(compact);
  const known = topics.filter((topic) => {
    const name = compact(topic.title);
    return compactTitles.some((title) => areSimilar(name, title));
  });
  return known.length >= topics.length * 0.6;
}

/** The topics whose names stand among others, or are much the same as one of the first few hundred. */
export function listKnown(topics: readonly Draft[], names: ReadonlySet<string>): Draft[] {
  const known = new Set([...names].map(compact));
  const compared = [...known].slice(0, MOST_COMPARED);
  return topics.slice(0, MOST_COMPARED).filter((topic) => {
    const name = compact(topic.title);
    return known.has(name) || compared.some((other) => areSimilar(name, other));
  });
}

/** Bounds the comparisons of each name with each. */
const MOST_COMPARED = 300;

/** More sections than any overview names. */
const MOST_SECTIONS = 60;

function areSimilar(first: string, second: string): boolean {
  if (first === '' || second === '') return false;
  if (first === second) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  if (short.length < long.length * 0.4) return false;
  // Words in scripts without spaces have no ends to look at, and say as much with fewer signs.
  const isDense = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(short);
  if (isDense) return short.length > 1 && long.includes(short);
  return short.length >= 4 && (` ${long} `.includes(` ${short} `) || long === `${short}s`);
}

function compact(name: string): string {
  return normalizeName(name)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ')
    .trim();
}
