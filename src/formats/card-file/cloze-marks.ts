import type { Problem } from '../problem.ts';
import type { Cloze } from './card-file.ts';

/*
 * Braces have no meaning in Markdown but formatting may start or end beside them, so hidden parts are
 * marked with single private-use characters while Markdown is read: they count as letters there.
 */
export const clozeOpen = '\uE000';
export const clozeClose = '\uE001';
const firstIndex = 0xe100;
/** So many private-use characters follow, each for one hidden part. */
const mostParts = 6000;

export interface MarkedClozes {
  /** The text with `clozeOpen`, one character for the index in `clozes`, the hidden part, `clozeClose`. */
  readonly text: string;
  readonly clozes: readonly Cloze[];
  /** Lines count from 1 in the text given. */
  readonly problems: readonly Problem[];
}

/** A card's id holds its number as it was written: a longer one would not be read back. */
const mostDigits = 3;

/** Replaces `{{c1::hidden}}` and `{{c1::hidden::hint}}` by marks. Other double braces are left alone. */
export function markClozes(source: string): MarkedClozes {
  const clozes: Cloze[] = [];
  const problems: Problem[] = [];
  let line = 1;
  let counted = 0;
  /** Of offsets that come in their order. */
  const lineAt = (offset: number) => {
    line += source.slice(counted, offset).split('\n').length - 1;
    counted = offset;
    return line;
  };

  const text = source.replace(
    /\{\{c(\d*)(::?)((?:(?!\{\{c\d*:)[^])*?)\}\}(?!\})/g,
    (whole: string, digits: string, colons: string, inside: string, offset: number) => {
      const n = Number(digits);
      if (colons !== '::' || n < 1) {
        const message = `"${whole}" hides nothing. Write {{c1::hidden}} or {{c1::hidden::hint}}.`;
        problems.push({ line: lineAt(offset), message });
        return whole;
      }
      if (digits.length > mostDigits) {
        const message = `"${whole}" has too large a number: cards are numbered from 1 to 999.`;
        problems.push({ line: lineAt(offset), message });
        return whole;
      }
      if (clozes.length === mostParts) {
        const message = `More than ${mostParts} parts are hidden. Make several notes of it.`;
        if (problems.at(-1)?.message !== message) problems.push({ line: lineAt(offset), message });
        return whole;
      }
      const at = inside.lastIndexOf('::');
      const hidden = at < 0 ? inside : inside.slice(0, at);
      const hint = at < 0 ? '' : inside.slice(at + 2).trim();
      if (hidden.trim() === '') {
        const message = `"${whole}" has nothing between its braces. Write {{c${n}::hidden}}.`;
        problems.push({ line: lineAt(offset), message });
      }
      clozes.push(hint === '' ? { n } : { n, hint });
      return clozeOpen + String.fromCharCode(firstIndex + clozes.length - 1) + hidden + clozeClose;
    },
  );

  const unclosed = /\{\{c\d*::/.exec(text);
  if (unclosed !== null && problems.length === 0) {
    const message = `The hidden part that starts with "${unclosed[0]}" is never closed. End it with "}}".`;
    problems.push({ line: text.slice(0, unclosed.index).split('\n').length, message });
  }
  return { text, clozes, problems };
}

/** The index in `clozes` that the character after a `clozeOpen` stands for. */
export function toClozeIndex(character: string): number {
  return character.charCodeAt(0) - firstIndex;
}

/** A marked text in pieces, each mark one of its own: the opening one with the character of its index. */
export function cutAtMarks(text: string): string[] {
  return text.split(/(\uE000[^]|\uE001)/).filter((part) => part !== '');
}

/** Whether a piece of `cutAtMarks` is a mark. */
export function isMark(piece: string): boolean {
  return piece.startsWith(clozeOpen) || piece === clozeClose;
}

/** A marked text apart: what stays visible, and what each mark hides, in order. */
export function splitMarked(text: string): { visible: string; hidden: readonly string[] } {
  const hidden: string[] = [];
  const visible = text.replace(
    /\uE000[^]([^\uE000\uE001]*)\uE001/g,
    (_whole: string, inside: string) => {
      hidden.push(inside);
      return ' ';
    },
  );
  return { visible, hidden };
}
