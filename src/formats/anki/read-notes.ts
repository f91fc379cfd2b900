import type { NoteSource } from '#src/domain/note-source.ts';
import type { ImportedCard, ImportedNote, NoteType } from '../import/imported-deck.ts';
import { toFreeKey } from '../import/to-free-key.ts';
import type { SqliteDatabase, SqlRow } from '../sqlite.ts';
import { readOwnNote, toOwnOrdinal } from './own-notes.ts';
import { packageLimits } from './package-limits.ts';
import type { ProblemList } from '../import/problem-list.ts';
import type { CardRow } from './read-cards.ts';
import { toReviews, type LogRow } from './read-reviews.ts';
import { toText, toWhole } from './sql-values.ts';

/** What notes are put together from. */
export interface NoteParts {
  readonly noteTypeById: ReadonlyMap<number, NoteType>;
  readonly cardsByNote: ReadonlyMap<number, readonly CardRow[]>;
  readonly logByCard: ReadonlyMap<number, readonly LogRow[]>;
  /** Position of a deck in the list of those that hold cards. */
  readonly findDeck: (id: number) => number;
}

/** The notes of a collection with their cards and history, in the order in which they were made. */
export function readNotes(
  db: SqliteDatabase,
  parts: NoteParts,
  problems: ProblemList,
): ImportedNote[] {
  const rows: (readonly [id: number, row: SqlRow])[] = [];
  let values = 0;
  for (const row of db.rows('SELECT id, guid, mid, tags, flds FROM notes')) {
    const id = toWhole(row[0]);
    if (id === undefined) problems.report('A note’s row is damaged. The note was left out.');
    else rows.push([id, row]);
    // A row of a few bytes has as many fields as its note type says.
    values += parts.noteTypeById.get(toWhole(row[2]) ?? 0)?.fields.length ?? 0;
    if (rows.length === packageLimits.notes || values >= packageLimits.values) {
      problems.report(
        `Only the first ${rows.length} notes were taken. Export the decks one by one.`,
      );
      break;
    }
  }
  rows.sort(([one], [other]) => one - other);
  const countByKey = new Map<string, number>();
  const notes: ImportedNote[] = [];
  rows.forEach(([id, row], index) => {
    const note = readNote(id, row, index + 1, parts, problems);
    if (note === undefined) return;
    const key = toFreeKey(note.key, countByKey);
    if (key !== note.key) {
      problems.report('This note has the id of an earlier one. Both were taken.', index + 1);
    }
    notes.push({ ...note, key });
  });
  return notes;
}

function readNote(
  id: number,
  [, guid, mid, tags, flds]: SqlRow,
  place: number,
  parts: NoteParts,
  problems: ProblemList,
): ImportedNote | undefined {
  const noteType = parts.noteTypeById.get(toWhole(mid) ?? 0);
  if (noteType === undefined) {
    problems.report(`The note type of note ${id} is missing. The note was left out.`, place);
    return undefined;
  }
  const values = toText(flds).normalize('NFC').split('\u001f');
  const fit = fitFields(values, noteType.fields.length, () => {
    problems.report('This note has more fields than its note type. They were joined.', place);
  });
  const source = toSource(noteType, fit, toText(tags));
  // Without a guid its number tells it apart: a package by another program may have none.
  const key = toText(guid).trim() || `note-${id}`;
  const rows = parts.cardsByNote.get(id) ?? [];
  if (rows.length === 0) problems.report('This note has no cards.', place);
  return {
    key,
    source,
    cards: readCards(source, noteType, rows, place, parts, problems),
    place: { note: place },
  };
}

function fitFields(values: readonly string[], wanted: number, report: () => void): string[] {
  const fit = Array.from({ length: wanted }, (_, index) => values[index] ?? '');
  if (values.length <= wanted) return fit;
  report();
  return fit.with(-1, values.slice(wanted - 1).join('<br>'));
}

function toSource(noteType: NoteType, values: readonly string[], tags: string): NoteSource {
  const tagList = [...new Set(tags.normalize('NFC').split(/[\s\u3000]+/))].filter(Boolean);
  const own = readOwnNote(noteType, values);
  if (own !== undefined) return { ...own, tags: tagList };
  const fields = Object.fromEntries(
    noteType.fields.map((field, index) => [field, values[index] ?? '']),
  );
  return { kind: 'template', fields, tags: tagList, noteType: noteType.key };
}

function readCards(
  source: NoteSource,
  noteType: NoteType,
  rows: readonly CardRow[],
  place: number,
  parts: NoteParts,
  problems: ProblemList,
): ImportedCard[] {
  const seen = new Set<number>();
  return rows.flatMap((row): ImportedCard[] => {
    const isKnown = noteType.kind === 'cloze' || row.template < noteType.templates.length;
    if (!isKnown || seen.has(row.template)) {
      const what = isKnown ? 'the same as another of its note' : 'of a template that is missing';
      problems.report(`Card ${row.id} is ${what}. It was left out.`, place);
      return [];
    }
    seen.add(row.template);
    return [toCard(source, noteType, row, parts)];
  });
}

function toCard(
  source: NoteSource,
  noteType: NoteType,
  row: CardRow,
  { logByCard, findDeck }: NoteParts,
): ImportedCard {
  const { schedule, position } = row;
  const isInSteps = schedule !== undefined && schedule.phase !== 'review';
  const reviews = toReviews(logByCard.get(row.id) ?? [], isInSteps);
  return {
    ordinal: toOrdinal(source, noteType, row.template),
    deck: findDeck(row.deck),
    ...(row.isSuspended && { suspended: true }),
    ...(row.isBuried && { buried: true }),
    ...(row.flag > 0 && { flag: row.flag }),
    ...(position !== undefined && { position }),
    ...(row.changedAt > 0 && { changedAt: row.changedAt }),
    ...(schedule !== undefined && { schedule }),
    ...(reviews.length > 0 && { reviews }),
  };
}

function toOrdinal({ kind }: NoteSource, noteType: NoteType, template: number): string {
  if (kind !== 'template') return toOwnOrdinal(kind, template);
  return noteType.kind === 'cloze' ? `c${template + 1}` : String(template + 1);
}
