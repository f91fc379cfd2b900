import { runsToText, sliceRuns, splitLines, type Run } from './blocks.ts';
import { quote, warn, type Reading } from './reading.ts';
import { countWords } from './split-parts.ts';

const ADDRESS = /^<?(?:https?:\/\/|www\.)\S+$/iu;
/** What stands between a name and its address; tried where a run of it begins only. */
const JOINT = /(?<![\s:：(（[<|–—→-])[\s:：(（[<|–—→-]+$/u;

/** Whether a run shows the address it leads to instead of a name. */
export function showsAddress({ text, link }: Run): boolean {
  return link !== undefined && ADDRESS.test(text.trim());
}

/** Whether a text is nothing but addresses of pages. */
export function isAddressLine(runs: readonly Run[]): boolean {
  const words = runsToText(runs)
    .split(/[\s,;|]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length > 0 && words.every((word) => ADDRESS.test(word));
}

/** Says that an address was left out. */
export function warnOfAddress(runs: readonly Run[], line: number, reading: Reading): void {
  warn(reading, line, `${quote(runsToText(runs))} only leads somewhere and was left out.`);
}

/** A paragraph without the lines that only lead somewhere. */
export function withoutAddressLines(runs: readonly Run[]): readonly Run[] {
  const lines = splitLines(runs);
  if (!lines.some((line) => isAddressLine(line.runs))) return runs;
  return lines.flatMap(({ runs: own, offset }, index): Run[] => {
    const kept = isAddressLine(own) ? [] : own;
    const isInline = offset === lines[index - 1]?.offset;
    return index > 0 ? [{ text: '\n', ...(isInline && { isInline }) }, ...kept] : kept;
  });
}

/** A name without the address written out behind it: "Git: https://git-scm.com"; what is only an address stays. */
export function withoutAddress(runs: readonly Run[]): readonly Run[] {
  const last = runs.findLastIndex((run) => /[\p{L}\p{N}]/u.test(run.text));
  const address = runs[last];
  if (address === undefined || !showsAddress(address)) return runs;
  const before = runsToText(runs.slice(0, last));
  const name = before.replace(JOINT, '');
  // "See https://…" says nothing without it.
  const isName = name !== before.trimEnd() || countWords(name) > 1;
  return isName && /[\p{L}\p{N}]/u.test(name) ? sliceRuns(runs, 0, name.length) : runs;
}
