import { hasAnkiHeaders } from '../anki-text/anki-headers.ts';
import { classifyLine } from '../card-file/classify-line.ts';
import { findNoteHeading } from '../card-file/note-heading.ts';
import { readFrontMatter } from '../front-matter.ts';
import type { DeckFormat } from '../import/imported-deck.ts';
import { readQuestionLabel } from '../labelled/read-question-answer.ts';
import { maskCode } from '../obsidian/mask-code.ts';
import { guessQuizletSeparators } from '../quizlet/read-quizlet.ts';
import { readRoadmap } from '../roadmap/read-roadmap.ts';
import { guessSeparator, type GuessedSeparator } from '../table/guess-separator.ts';

export type MarkedFormat = Exclude<DeckFormat, 'anki-package' | 'anki-collection'>;

/** What marks of each kind a text has, outside of code. */
interface Marks {
  readonly lines: readonly string[];
  readonly count: (pattern: RegExp) => number;
}

/**
 * The format of a text that is no JSON, by the marks in it: those that nobody writes by chance first, then tables, then
 * what any Markdown could be. Undefined where there is nothing that could become a card.
 */
export function recogniseText(text: string): MarkedFormat | undefined {
  if (hasAnkiHeaders(text)) return 'anki-text';
  const { body } = readFrontMatter(text);
  if (isCardFile(body)) return 'card-file';
  const lines = maskCode(body).split('\n');
  const marks: Marks = {
    lines,
    count: (pattern) => lines.filter((line) => pattern.test(line)).length,
  };
  const table = guessSeparator(body);
  const isMarkdown = marks.count(/^(?:#{1,6} |\s*[-*+] |\s*\d{1,9}[.)] )/) * 5 > countFilled(lines);
  if (!isMarkdown && table?.separator === '\t' && table.share >= 0.8) return 'table';
  if (!isMarkdown && table !== undefined && isHeadedTable(lines, table)) return 'table';
  return (
    recogniseCards(marks) ??
    (!isMarkdown && table !== undefined && isTable(lines, table) ? 'table' : undefined) ??
    recogniseRest(text, body, isMarkdown)
  );
}

/** Headings of notes, each with a label below. */
function isCardFile(body: string): boolean {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  return lines.some(
    (line, index) =>
      findNoteHeading(line, 'own') !== undefined &&
      classifyLine(lines[index + 1] ?? '').kind === 'label',
  );
}

function recogniseCards({ lines, count }: Marks): MarkedFormat | undefined {
  if (count(/<!--SR:/) > 0) return 'obsidian';
  const questions = count(/^Q:/);
  if ((questions > 0 && count(/^A:/) > 0) || count(/^C:.*(?:\[|$)/) > 0) return 'hashcards';
  const labels = lines.flatMap((line) => {
    const read = readQuestionLabel(line);
    return read === null || read === 'end' ? [] : [read.label];
  });
  if (labels.includes('question') && labels.includes('answer')) return 'question-answer';
  const headings = lines.filter((line) => /^## \S/.test(line));
  if (headings.length > 0 && count(/^\s*(?:%\s*|(?:\[#[^\]]+\]\(\)\s*)+)$/) > 0) return 'mdanki';
  const hasTag = count(/(?:^|\s)#flashcards\b/) > 0;
  const isPlugin =
    count(/^\s*\?\??\s*$/) > 0 || count(/^(?!.*(?:https?|\w)::\/\/).*\S ?:{2,3} ?\S/) > 0;
  if (isPlugin || (hasTag && count(/==[^=]+==/) > 0)) return 'obsidian';
  const asked = headings.filter((line) => /\?\s*$/.test(line)).length;
  if (asked > 0 && asked * 2 >= headings.length) return 'mdanki';
  return count(/==[^=\s][^=]*==/) > 0 ? 'obsidian' : undefined;
}

/** Sentences have commas too, but not the same number in nearly every line; a table of Markdown has bars at both ends. */
function isTable(lines: readonly string[], { separator, share }: GuessedSeparator) {
  if (separator === '|' && lines.some((line) => /^[\s:|-]*$/.test(line) && line.includes('---')))
    return false;
  return share >= (separator === ',' ? 0.9 : 0.8);
}

/** A header above rows of the same length is no chance, whatever marks of cards stand in their cells: a deck's path has colons. */
function isHeadedTable(lines: readonly string[], table: GuessedSeparator): boolean {
  const header = lines.find((line) => line.trim() !== '') ?? '';
  return table.columns > 2 && !/[:=?]/.test(header) && isTable(lines, table);
}

function recogniseRest(text: string, body: string, isMarkdown: boolean): MarkedFormat | undefined {
  if (!isMarkdown && guessQuizletSeparators(body) !== undefined) return 'quizlet';
  const { sections } = readRoadmap(text);
  return sections.some(({ topics }) => topics.length > 0) ? 'roadmap' : undefined;
}

function countFilled(lines: readonly string[]): number {
  return lines.filter((line) => line.trim() !== '').length;
}
