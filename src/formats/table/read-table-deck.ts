import { DeckBuilder } from '../import/deck-builder.ts';
import { noteFromHtml } from '../import/note-from-html.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { reportMissingMedia } from '../import/report-missing-media.ts';
import { createNoteType } from '../import/stock-note-types.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { escapeMarkdown } from '../text-decks/escape-markdown.ts';
import { noteFromTexts, splitTags } from '../text-decks/note-from-texts.ts';
import {
  inspectTable,
  type CellMarkup,
  type ColumnRole,
  type TableReading,
} from './table-columns.ts';

/** Reads a table as a deck, a note a row. What is not said of its reading is guessed; see `inspectTable`. */
export function readTableDeck(
  { name, text }: DeckText,
  said: Partial<TableReading> = {},
): ReadDeck {
  const table = inspectTable(text, said);
  const { reading, rows, problems } = table;
  const builder = new DeckBuilder({
    format: 'table',
    description: `Table (${describeSeparator(reading.separator)})`,
    title: name,
  });
  for (const { line, message } of problems) builder.report(message, { line });
  if (!reading.roles.includes('question')) {
    return { error: 'No column is the question. Choose which one is, and import again.' };
  }
  const sources: NoteSource[] = [];
  for (const { cells, line } of rows) {
    const cellsOf = (role: ColumnRole) =>
      cells.filter((cell, index) => reading.roles[index] === role && cell.trim() !== '');
    const beyond = cells.slice(reading.roles.length).filter((cell) => cell.trim() !== '');
    if (beyond.length > 0) {
      const message = `This row has more than ${reading.roles.length} cells. What stands behind them was left out.`;
      builder.report(message, { line });
    }
    const tags = splitTags(cellsOf('tags').join(' '));
    const found = readRow(reading.markup, cellsOf, tags, builder);
    if ('problem' in found) {
      builder.report(found.problem, { line });
      continue;
    }
    sources.push(found.source);
    const key = cellsOf('key')[0]?.trim();
    const deck = cellsOf('deck')[0]?.trim();
    builder.addNote({ ...found, place: { line }, key, deck });
  }
  if (reading.markup === 'html') reportMissingMedia(builder, sources);
  return builder.build();
}

function readRow(
  markup: CellMarkup,
  cellsOf: (role: ColumnRole) => readonly string[],
  tags: readonly string[],
  builder: DeckBuilder,
): ReturnType<typeof noteFromHtml> {
  const [question = ''] = cellsOf('question');
  const [answer = ''] = cellsOf('answer');
  const extra = cellsOf('extra');
  if (markup !== 'html') {
    const toMarkdown = (text: string) =>
      markup === 'markdown' ? text.trim() : escapeMarkdown(text.trim());
    return noteFromTexts(
      {
        question: toMarkdown(question),
        answer: toMarkdown(answer),
        why: extra.map(toMarkdown).join('\n\n'),
      },
      tags,
    );
  }
  const isCloze = /\{\{c\d{1,3}::/.test(question);
  const values = [question, answer, extra.join('<br>')];
  const noteType = createNoteType(
    isCloze ? 'Cloze' : 'Basic',
    values.length,
    ['', '', 'Extra'],
    isCloze,
  );
  const found = noteFromHtml(noteType, values, tags);
  if ('source' in found) builder.addNoteType(noteType);
  return found;
}

function describeSeparator(separator: string): string {
  const names: Readonly<Record<string, string>> = {
    '\t': 'tabs',
    ',': 'commas',
    ';': 'semicolons',
    '|': 'bars',
  };
  return names[separator] ?? `parted by "${separator}"`;
}
