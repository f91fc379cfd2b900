import type { ImportedDeck, ImportedNote } from '../import/imported-deck.ts';
import { isMarkdownSource, listFieldNames } from '../notes/source-fields.ts';
import { writeDelimited } from '../table/delimited-text.ts';
import { noteTypeByKind } from './kind-columns.ts';

/** What a written table is for: Anki takes cells as they are, a spreadsheet would compute those that begin like a formula. */
export type TableUse = 'anki' | 'spreadsheet';

/**
 * Writes the notes of a deck as a table with Anki's header lines: parted by tabs for Anki, by commas for spreadsheets.
 * `readAnkiText` reads back the same notes with their ids, tags and decks; note types, schedules and media stay behind.
 *
 * For spreadsheets an apostrophe stands before cells that begin with =, +, -, @ or a tab, or a deck from somebody else
 * could run formulas in them; a header says so, and reading takes it off again.
 */
export function writeAnkiText(deck: ImportedDeck, use: TableUse): string {
  const separator = use === 'anki' ? '\t' : ',';
  const isHtml = deck.notes.some(({ source }) => !isMarkdownSource(source));
  const rows = deck.notes.map((note) => toRow(note, deck, isHtml));
  const width = rows.reduce((most, { fields }) => Math.max(most, fields.length), 1);
  const names = ['guid', 'notetype', 'deck', 'tags'];
  const columns = [...names, ...Array.from({ length: width }, (_, i) => `field ${i + 1}`), 'kind'];
  const headers = [
    `#separator:${use === 'anki' ? 'tab' : 'comma'}`,
    `#html:${String(isHtml)}`,
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:4',
    `#kind column:${columns.length}`,
    ...(use === 'spreadsheet' ? ["#guard:'"] : []),
    `#columns:${columns.join(separator)}`,
  ];
  const cells = rows.map(({ facts, fields, kind }) => {
    const filled = Array.from({ length: width }, (_, index) => fields[index] ?? '');
    const row = [...facts, ...filled, kind];
    return use === 'spreadsheet' ? row.map(guardCell) : row;
  });
  return `${headers.join('\n')}\n${writeDelimited(cells, separator)}\n`;
}

function toRow({ key, source, cards }: ImportedNote, deck: ImportedDeck, isHtml: boolean) {
  const path = deck.decks[cards[0]?.deck ?? 0] ?? deck.title;
  const tags = source.tags.map((tag) => tag.trim().replace(/\s+/g, '_')).join(' ');
  if (isMarkdownSource(source)) {
    const { kind } = source;
    const texts = listFieldNames(kind).map((name) => source.fields[name] ?? '');
    const fields = isHtml ? texts.map(encodeCell) : texts;
    return { facts: [key, noteTypeByKind[kind], path, tags], fields, kind };
  }
  const noteType = deck.noteTypes.find((each) => each.key === source.noteType);
  const names = noteType?.fields ?? Object.keys(source.fields);
  const fields = names.map((name) => source.fields[name] ?? '');
  return { facts: [key, noteType?.name ?? 'Basic', path, tags], fields, kind: 'template' };
}

/** A Markdown text as the HTML that shows its signs: one file is HTML altogether or not at all. */
function encodeCell(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

function guardCell(cell: string): string {
  return /^'*[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
}
