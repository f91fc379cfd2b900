import { captured } from './captured.ts';
import { runsToText, sliceRuns, type Run } from './blocks.ts';
import { leadingDecoration } from './names.ts';

export interface KeyAndValue {
  readonly key: readonly Run[];
  readonly value: readonly Run[];
  /** Whether the key is set apart by bold, code or a link, not only by the sign after it. */
  readonly isMarked: boolean;
  /** Whether a dash or an arrow stands between, after which a description is likelier than a list. */
  readonly isDash: boolean;
}

const AFTER_MARKED =
  /^\s*((?:\([^()]{1,60}\)|\[[^[\]]{1,60}\])?)\s*(?:[:：]\s*|(?:[-–—→=]|->|=>)+\s+)(?=\S)/u;
const PLAIN = /^([^\n]{1,80}?)(?:\s*(?::\s+|：\s*)|\s+(?:[-–—→]|->|=>)\s+)(\S.*)$/su;

/** Splits "**Networking**: TCP/IP, DNS" or "Tools: Redis" into key and value; undefined when a text has no such form. */
export function splitKey(runs: readonly Run[]): KeyAndValue | undefined {
  return splitMarked(runs) ?? splitPlain(runs);
}

function splitMarked(runs: readonly Run[]): KeyAndValue | undefined {
  let first = 0;
  // Decoration before the marks ("🔹 **Git**: …") belongs to the key.
  while (first < runs.length && isDecoration(runs[first])) first += 1;
  let end = first;
  while (end < runs.length && isMarked(runs[end], runs[first])) end += 1;
  if (end === first) return undefined;

  const key = runs.slice(0, end);
  const rest = runs.slice(end);
  const keyText = runsToText(key);
  const restText = runsToText(rest);
  if (/[:：]\s*$/.test(keyText) && restText.trim() !== '') {
    return {
      key: sliceRuns(key, 0, keyText.search(/[:：]\s*$/)),
      value: rest,
      isMarked: true,
      isDash: false,
    };
  }
  const separator = AFTER_MARKED.exec(restText);
  if (!separator) return undefined;
  const isDash = !/[:：]/u.test(separator[0]);
  // Italics alone may be emphasis at the start of a sentence.
  if (isDash && key.every((run) => run.italic && !run.bold)) return splitPlain(runs);
  const tag = separator[1] ? [{ text: ` ${separator[1]}` }] : [];
  return {
    key: [...key, ...tag],
    value: sliceRuns(rest, separator[0].length),
    isMarked: true,
    isDash,
  };
}

function splitPlain(runs: readonly Run[]): KeyAndValue | undefined {
  const text = runsToText(runs);
  const match = PLAIN.exec(text);
  if (!match || /https?$/.test(captured(match, 1))) return undefined;
  const [, key = '', value = ''] = match;
  if ((key.match(/\(/g)?.length ?? 0) !== (key.match(/\)/g)?.length ?? 0)) return undefined;
  return {
    key: sliceRuns(runs, 0, key.length),
    value: sliceRuns(runs, text.length - value.length),
    isMarked: false,
    isDash: !/^\s*[:：]/u.test(text.slice(key.length)),
  };
}

function isDecoration(run: Run | undefined): boolean {
  if (run === undefined || run.bold || run.code || run.link) return false;
  return run.text.trim() === '' || leadingDecoration(run.text) === run.text.replace(/\s+/g, '');
}

/** Whether a run goes on with the marks the key began with. */
function isMarked(run: Run | undefined, first: Run | undefined): boolean {
  if (run === undefined || first === undefined) return false;
  if (run.bold || first.bold) return Boolean(run.bold && first.bold);
  if (run.code || first.code) return Boolean(run.code && first.code);
  if (run.italic || first.italic) return Boolean(run.italic && first.italic);
  return run.link !== undefined && run.link === first.link;
}
