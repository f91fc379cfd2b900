import { listCards, type CompiledNote } from '#src/domain/content.ts';
import { liesIn, pathSeparator } from '#src/domain/deck-state.ts';
import type { NoteId } from '#src/domain/ids.ts';
import { listFieldValues, pathField, tagsField } from '#src/domain/note-state.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type {
  ImportedDeck,
  ImportedNote,
  ImportProblem,
} from '#src/formats/import/imported-deck.ts';
import { bankHome } from '#src/storage/bank.ts';
import type { OwnHome, OwnNote } from '#src/storage/own-home.ts';
import type { OwnChange, OwnUpdate } from '#src/storage/update-own.ts';
import { compileSource } from './compile-source.ts';
import { makeNoteKeys } from './note-keys.ts';
import type { ImportCounts, NoteConflict } from './plan-import.ts';

export interface OwnInput {
  readonly deck: ImportedDeck;
  readonly home: OwnHome;
  /** The notes of the file that are here, thrown away or not. */
  readonly held: ReadonlyMap<NoteId, OwnNote>;
  /** Ten random characters. */
  readonly mint: () => string;
}

/** What a file says new of a deck of the learner's own, or of the shipped bank. Nothing is written. */
export interface OwnPlan extends Pick<OwnUpdate, 'created' | 'restored' | 'changes'> {
  readonly counts: ImportCounts;
  /** Fields in which the file has another text than the learner has now, or than the shipped card has. */
  readonly conflicts: readonly NoteConflict[];
  readonly problems: readonly ImportProblem[];
  /** The id of each note of the file, in its order; absent where it was left out. */
  readonly noteByPosition: readonly (NoteId | undefined)[];
  /** Those that would be new here, as their cards would show them. */
  readonly fresh: readonly CompiledNote[];
}

/** The ids that the notes of a file have in a deck of the learner's own, in the file's order. */
export function listOwnIds({ home }: Pick<OwnInput['home'], 'home'>, deck: ImportedDeck): NoteId[] {
  const keys = makeNoteKeys(home, new Map(), () => '');
  return deck.notes.map(({ key }) => keys.toNote(key));
}

/**
 * Compares a file with the deck it left from, note by note. There is no edition between the two: a text
 * that a note had at first is older than what is here and changes nothing; another text is the file's
 * change where the learner left the field alone, and else, and in shipped cards, for the learner to settle.
 */
export function planOwn({ deck, home, held, mint }: OwnInput): OwnPlan {
  const keys = makeNoteKeys(home.home, new Map(), mint);
  const counts = { fresh: 0, changed: 0, same: 0, skipped: 0, missing: 0, cards: 0, reviews: 0 };
  const problems = [...deck.problems];
  const plan = {
    created: [] as OwnUpdate['created'][number][],
    restored: [] as NoteId[],
    changes: [] as OwnChange[],
    conflicts: [] as NoteConflict[],
    noteByPosition: [] as (NoteId | undefined)[],
    fresh: [] as CompiledNote[],
  };
  const seen = new Set<NoteId>();
  for (const imported of deck.notes) {
    const note = keys.toNote(imported.key);
    const before = held.get(note);
    const compiled = compileNote(imported, note, before, home, seen);
    if (typeof compiled === 'string') {
      counts.skipped += 1;
      problems.push({ place: imported.place, message: compiled });
      plan.noteByPosition.push(undefined);
      continue;
    }
    seen.add(note);
    plan.noteByPosition.push(note);
    counts.cards += listCards(compiled).length;
    counts.reviews += imported.cards.reduce((sum, { reviews }) => sum + (reviews?.length ?? 0), 0);
    const path = home.home === bankHome ? '' : toOwnPath(deck, imported, home);
    if (before === undefined) {
      counts.fresh += 1;
      plan.fresh.push(compiled);
      plan.created.push({ note, source: imported.source, path });
      continue;
    }
    const { changes, conflicts } = compare(note, before, { source: imported.source, path });
    const isAsked = home.home === bankHome;
    if (before.isRemoved) plan.restored.push(note);
    plan.conflicts.push(...conflicts, ...(isAsked ? changes.map(toConflict) : []));
    if (!isAsked) plan.changes.push(...changes);
    if (before.isRemoved) counts.fresh += 1;
    else if (changes.length > 0 && !isAsked) counts.changed += 1;
    else counts.same += 1;
  }
  return { ...plan, counts, problems };
}

/** What the note's cards would show; a string is why it is left out. */
function compileNote(
  { source }: ImportedNote,
  id: NoteId,
  before: OwnNote | undefined,
  home: OwnHome,
  seen: ReadonlySet<NoteId>,
): CompiledNote | string {
  if (seen.has(id)) return 'This note has the same id as one before it. The note was left out.';
  if (before === undefined && home.home === bankHome) {
    return 'This is none of the shipped cards as they are here. The note was left out.';
  }
  if (source.kind !== (before?.source.kind ?? source.kind) || source.kind === 'template') {
    return 'Another program made HTML or another kind of note of this one. What is here was kept.';
  }
  const compiled = compileSource({ id, source });
  return typeof compiled === 'string' ? `${compiled} The note was left out.` : compiled;
}

/** The key of the deck that a note lies in, whatever its deck was called when the file was written. */
function toOwnPath(
  { decks, title, homes }: ImportedDeck,
  { cards }: ImportedNote,
  { title: now, decks: known }: OwnHome,
): string {
  const whole = decks[cards[0]?.deck ?? 0] ?? '';
  const root = [homes?.[0]?.title, title, now].find(
    (name) => name !== undefined && liesIn(whole, name),
  );
  const path = root === undefined ? whole : whole.slice(root.length + pathSeparator.length);
  return known.find((deck) => deck.path === path)?.key ?? path;
}

function compare(
  note: NoteId,
  before: OwnNote,
  theirs: { readonly source: NoteSource; readonly path: string },
): { readonly changes: readonly OwnChange[]; readonly conflicts: readonly NoteConflict[] } {
  const first = listFieldValues(before.source, before.path);
  const file = listFieldValues(theirs.source, theirs.path);
  const changes: OwnChange[] = [];
  const conflicts: NoteConflict[] = [];
  for (const field of new Set([...Object.keys(first), ...Object.keys(file)])) {
    const base = first[field] ?? '';
    const value = file[field] ?? '';
    const edit = before.edits[field];
    const isKnown = (text: string) => toComparable(field, text) === toComparable(field, value);
    if (isKnown(base) || (edit !== undefined && isKnown(edit.value))) continue;
    if (edit === undefined) changes.push({ note, field, base, value });
    else conflicts.push({ note, field, base, theirs: value, mine: edit.value });
  }
  return { changes, conflicts };
}

/** What not every format tells apart: composed signs, line ends, blank lines, spaces around, and the order of tags. */
function toComparable(field: string, written: string): string {
  const text = written.normalize('NFC');
  if (field === tagsField) return [...new Set(text.split(/\s+/))].filter(Boolean).sort().join(' ');
  if (field === pathField) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function toConflict({ note, field, base, value }: OwnChange): NoteConflict {
  return { note, field, base, theirs: value, mine: base };
}
