import { withoutAddress } from './addresses.ts';
import { runsToText, type Run } from './blocks.ts';
import { readDate } from './dates.ts';
import type { Attributes } from './draft.ts';
import { takeTags, takeWord } from './name-tags.ts';
import { stripDecoration } from './names.ts';
import { splitNumber } from './ordinals.ts';
import { readPeriod, splitPeriod } from './period.ts';
import type { Reading } from './reading.ts';

export interface ParsedName extends Attributes {
  /** The name without what was read as attributes; empty when nothing is left. */
  title: string;
  /** The whole text without marks. */
  text: string;
}

/** Obsidian's "[[page|shown]]". */
const WIKI_LINK = /\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]/gu;

/** Reads a heading, list item, cell or node: its name, and what it says beside it. */
export function parseName(runs: readonly Run[], reading: Reading): ParsedName {
  const text = collapse(runsToText(runs));
  const found: Attributes = {};
  const link = findLink(runs);
  if (link !== undefined) found.link = link;
  const named = dropTagRuns(withoutAddress(runs), found);
  const plain = runsToText(named).replace(WIKI_LINK, '$1');
  const tagged = takeTags(collapse(plain), reading, found);
  const title = takeNumbering(tagged, found, reading.partWords);
  return { ...found, title: tidy(title) || tidy(stripDecoration(text)), text };
}

/** Takes numbering and period off a title, in whichever order they come, into `found`. */
function takeNumbering(title: string, found: Attributes, partWords: ReadonlySet<string>): string {
  let rest = title;
  for (let round = 0; round < 2; round += 1) {
    const numbered = splitNumber(rest, partWords);
    if (numbered.number !== undefined) found.number ??= numbered.number;
    const timed = splitPeriod(numbered.title);
    if (timed.period !== undefined) found.period ??= timed.period;
    // "Day 2: Tuesday", "Day 1 — Friday, 5 June 2026 | 13.00–17.00" have no name but their time.
    if (timed.period !== undefined && isTime(timed.title)) break;
    const next = stripDecoration(timed.title);
    if (next === rest) break;
    rest = next;
  }
  const period = readPeriod(rest) ?? readPeriod(rest.replace(/\s*[(（][^()（）]*[)）]$/u, ''));
  if (period !== undefined) found.period ??= period;
  return rest;
}

/** "Tuesday", "Jumat, 5 Juni 2026 | 13.00–17.00". */
function isTime(title: string): boolean {
  const day = splitPeriod(title).title.replace(/^\p{L}+[,،]\s+(?=\d)/u, '');
  return readPeriod(title) !== undefined || readDate(day)?.length === 10;
}

/** A last run set apart by its marks may be a tag: "Docker `optional`", "Docker *must know*". */
function dropTagRuns(runs: readonly Run[], found: Attributes): readonly Run[] {
  const filled = runs.filter((run) => run.text.trim() !== '');
  let kept = filled.length;
  while (kept > 1) {
    const run = filled[kept - 1];
    if (run === undefined || !(run.code || run.bold || run.italic)) break;
    if (!takeWord(run.text.replace(/[()[\]]/g, ''), found)) break;
    kept -= 1;
  }
  if (kept === filled.length) return runs;
  const last = filled[kept - 1];
  return runs.slice(0, last === undefined ? 0 : runs.indexOf(last) + 1);
}

/** The first link that leads somewhere else; a jump inside the document is navigation. */
function findLink(runs: readonly Run[]): string | undefined {
  return runs.find((run) => run.link && !run.link.startsWith('#') && run.text.trim() !== '')?.link;
}

function collapse(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim();
}

function tidy(title: string): string {
  return title.replace(/^[\s:：|–—-]+(?=\S)|(?<=\S)\s*[:：|–—]+$|(?<=\S)\s+[-]$/gu, '').trim();
}
