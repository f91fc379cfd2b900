import { noteFields } from '#src/domain/note-source.ts';
import { DeckBuilder, type FoundNote } from '../import/deck-builder.ts';
import { decodeEntities } from '../import/html-to-plain-text.ts';
import { listSourceOrdinals } from '../import/list-source-ordinals.ts';
import { noteFromHtml } from '../import/note-from-html.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { reportMissingMedia } from '../import/report-missing-media.ts';
import type { NoteType } from '../import/imported-deck.ts';
import { createNoteType } from '../import/stock-note-types.ts';
import { parseDelimited } from '../table/delimited-text.ts';
import { guessSeparator } from '../table/guess-separator.ts';
import { noteKinds } from '../card-file/note-heading.ts';
import type { MarkdownSource } from '../notes/source-fields.ts';
import { escapeMarkdown } from '../text-decks/escape-markdown.ts';
import { noteFromTexts } from '../text-decks/note-from-texts.ts';
import { readAnkiHeaders, type AnkiHeaders } from './anki-headers.ts';
import { cellsToFields, chooseKind } from './kind-columns.ts';

/** A row with its special columns apart from its fields. */
interface AnkiRow {
  readonly line: number;
  readonly fields: readonly string[];
  readonly guid?: string;
  readonly noteType?: string;
  readonly deck?: string;
  readonly kind?: string;
  readonly tags: readonly string[];
}

type Found = Pick<FoundNote, 'source' | 'ordinals'> | { readonly problem: string };

/**
 * Reads Anki's text export, with headers or without, and what Cairn writes in that form. Fields of HTML stay as they are,
 * in notes drawn by a stock note type or by a plain one; others become notes in Markdown that show the same text.
 */
export function readAnkiText({ name, text }: DeckText): ReadDeck {
  const headers = readAnkiHeaders(text);
  const separator = headers.separator ?? guessSeparator(headers.body)?.separator ?? '\t';
  const { rows, problems } = parseDelimited(headers.body, separator, headers.firstLine);
  const isHtml =
    headers.isHtml ?? rows.slice(0, 500).some(({ cells }) => cells.some(looksLikeHtml));
  const builder = new DeckBuilder({
    format: 'anki-text',
    description: `Anki text export (${isHtml ? 'HTML' : 'plain text'})`,
    title: name,
  });
  for (const { line, message } of problems) builder.report(message, { line });
  const read = rows.map(({ cells, line }) => readRow(cells, line, headers));
  const noteTypes = isHtml ? createNoteTypes(read, headers) : new Map<string, NoteType>();
  const sources: FoundNote['source'][] = [];
  for (const row of read) {
    const { guid, deck, line } = row;
    const found = readNote(row, isHtml, noteTypes);
    if ('problem' in found) {
      builder.report(found.problem, { line });
      continue;
    }
    sources.push(found.source);
    const noteType = noteTypes.get(found.source.noteType ?? '');
    if (noteType !== undefined) builder.addNoteType(noteType);
    builder.addNote({ ...found, place: { line }, key: guid, deck });
  }
  if (isHtml) reportMissingMedia(builder, sources);
  return builder.build();
}

function looksLikeHtml(cell: string): boolean {
  return /<\/?[a-z][^<>]*>|&(?:nbsp|lt|gt|amp);/i.test(cell);
}

function readRow(written: readonly string[], line: number, headers: AnkiHeaders): AnkiRow {
  const cells =
    headers.hasGuard === true
      ? written.map((cell) => cell.replace(/^'(?='*[=+\-@\t])/, ''))
      : written;
  const { guidColumn, noteTypeColumn, deckColumn, tagsColumn, kindColumn } = headers;
  const cellOf = (column: number | undefined) => cells[column ?? -1]?.trim() ?? '';
  const special = new Set([guidColumn, noteTypeColumn, deckColumn, tagsColumn, kindColumn]);
  const guid = guidColumn === undefined ? '' : (cells[guidColumn] ?? '');
  const noteType = cellOf(noteTypeColumn) || headers.noteType;
  const deck = cellOf(deckColumn) || headers.deck;
  const kind = cellOf(kindColumn);
  const tags = `${headers.tags.join(' ')} ${cellOf(tagsColumn)}`.split(/\s+/);
  return {
    line,
    fields: cells.filter((_, index) => !special.has(index)),
    tags: [...new Set(tags.filter((tag) => tag !== ''))],
    ...(guid !== '' && { guid }),
    ...(noteType !== undefined && { noteType }),
    ...(deck !== undefined && { deck }),
    ...(kind !== '' && { kind }),
  };
}

/** One note type for each name, as wide as the widest of its rows: rows are filled up with empty cells. */
function createNoteTypes(rows: readonly AnkiRow[], headers: AnkiHeaders): Map<string, NoteType> {
  const { guidColumn, noteTypeColumn, deckColumn, tagsColumn, kindColumn } = headers;
  const special = new Set([guidColumn, noteTypeColumn, deckColumn, tagsColumn, kindColumn]);
  const names = (headers.columns ?? []).filter((_, index) => !special.has(index));
  const widthByName = new Map<string, { width: number; hidesParts: boolean }>();
  for (const row of rows) {
    const name = nameNoteType(row);
    const before = widthByName.get(name);
    const width = Math.max(
      before?.width ?? 1,
      row.fields.findLastIndex((field) => field !== '') + 1,
    );
    const hidesParts = before?.hidesParts === true || /\{\{c\d{1,3}::/.test(row.fields[0] ?? '');
    widthByName.set(name, { width, hidesParts });
  }
  return new Map(
    [...widthByName].map(([name, { width, hidesParts }]) => [
      name,
      createNoteType(name, width, names, hidesParts),
    ]),
  );
}

function nameNoteType({ noteType, fields }: AnkiRow): string {
  return noteType ?? (/\{\{c\d{1,3}::/.test(fields[0] ?? '') ? 'Cloze' : 'Basic');
}

function readNote(row: AnkiRow, isHtml: boolean, noteTypes: ReadonlyMap<string, NoteType>): Found {
  const kind = noteKinds.find((each) => each === row.kind);
  if (kind !== undefined) {
    const cells = isHtml ? row.fields.map(decodeCell) : row.fields;
    const source: MarkdownSource = { kind, fields: cellsToFields(kind, cells), tags: row.tags };
    const missing = noteFields[kind].needed.find((name) => source.fields[name] === undefined);
    if (missing !== undefined && !missing.startsWith('because')) {
      return { problem: `This ${kind} note has no ${missing}, so it was left out.` };
    }
    const ordinals = listSourceOrdinals(source);
    return ordinals.length > 0
      ? { source, ordinals }
      : { problem: 'This cloze hides nothing, so it was left out.' };
  }
  const noteType = noteTypes.get(nameNoteType(row));
  if (noteType !== undefined) return noteFromHtml(noteType, row.fields, row.tags);
  return readPlainNote(row);
}

/** What `encodeCell` wrote. */
function decodeCell(cell: string): string {
  return decodeEntities(cell.replaceAll('<br>', '\n'));
}

function readPlainNote({ noteType, fields, tags }: AnkiRow): Found {
  const kind = chooseKind(noteType, fields);
  const [first = '', second = '', ...others] = fields.map((field) => escapeMarkdown(field.trim()));
  const isOptional = noteType?.trim().toLowerCase() === 'basic (optional reversed card)';
  const behind = (isOptional ? others.slice(1) : others).filter((field) => field !== '');
  const why = behind.join('\n\n');
  if (kind === 'typed' && second !== '' && !fields[1]?.trim().includes('\n')) {
    const answer = fields[1]?.trim() ?? '';
    const typed = { question: first, answer, match: 'term', ...(why !== '' && { why }) };
    return { source: { kind, fields: typed, tags }, ordinals: ['1'] };
  }
  return noteFromTexts(
    { question: first, answer: second, why, isReversed: kind === 'reversed' },
    tags,
  );
}
