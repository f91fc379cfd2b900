import { listCards, type CompiledNote } from '#src/domain/content.ts';
import { movePath } from '#src/domain/deck-state.ts';
import type { HomeId, NoteId } from '#src/domain/ids.ts';
import { mergeNote, type FieldConflict } from '#src/domain/merge-note.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { toOrdinal } from '#src/domain/ids.ts';
import type {
  ImportedDeck,
  ImportedNote,
  ImportProblem,
} from '#src/formats/import/imported-deck.ts';
import { toHeldPath, type HeldEntry, type ImportedHome } from '#src/storage/held-deck.ts';
import type { BroughtDeck, SettledField } from '#src/storage/import-deck.ts';
import type { BroughtNote } from '#src/storage/stage-edition.ts';
import { compileSource } from './compile-source.ts';
import { makeNoteKeys } from './note-keys.ts';

/** What an import would do, before anything is written. */
export interface ImportPlan {
  readonly counts: ImportCounts;
  readonly conflicts: readonly NoteConflict[];
  /** Those of the reader, and notes that cannot be shown. */
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly BroughtNote[];
  readonly decks: readonly string[];
  readonly minted: ReadonlyMap<string, NoteId>;
  readonly missing: readonly NoteId[];
  /** The id of each note of the file, in its order; absent where it was left out. */
  readonly noteByPosition: readonly (NoteId | undefined)[];
}

export interface ImportCounts {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: number;
  /** Held here and no longer in the file: kept, and marked. */
  readonly missing: number;
  readonly cards: number;
  readonly reviews: number;
}

/** A field that the learner and the source changed each in another way. */
export interface NoteConflict extends FieldConflict {
  readonly note: NoteId;
}

export interface PlanInput {
  readonly deck: ImportedDeck;
  readonly home: HomeId;
  /** The deck that this is a newer file of, with its notes; absent for one that is new. */
  readonly held?: { readonly home: ImportedHome; readonly notes: ReadonlyMap<NoteId, HeldEntry> };
  /** Ten random characters. */
  readonly mint: () => string;
}

/** Compares a deck with what is held of it, note by note, and compiles what is new. Writes nothing. */
export function planImport({ deck, home, held, mint }: PlanInput): ImportPlan {
  const keys = makeNoteKeys(home, held?.home.origin.minted ?? new Map(), mint);
  const problems = [...deck.problems];
  const conflicts: NoteConflict[] = [];
  const tally = { fresh: 0, changed: 0, same: 0, skipped: 0, cards: 0, reviews: 0 };
  const brought = new Map<
    NoteId,
    { readonly entry: BroughtNote; readonly order: readonly number[] }
  >();
  const noteByPosition: (NoteId | undefined)[] = [];
  for (const imported of deck.notes) {
    const id = keys.toNote(imported.key);
    const before = held?.notes.get(id);
    const compiled = brought.has(id)
      ? 'This note has the same id as one before it.'
      : compileImported(deck, imported, id);
    if (typeof compiled === 'string') {
      tally.skipped += 1;
      noteByPosition.push(undefined);
      problems.push({ place: imported.place, message: `${compiled} The note was left out.` });
      continue;
    }
    tally[compare(deck, imported, before, held?.home.moved ?? {}, conflicts)] += 1;
    const cards = listCards(compiled);
    tally.cards += cards.length;
    tally.reviews += imported.cards.reduce((sum, card) => sum + (card.reviews?.length ?? 0), 0);
    brought.set(id, toBrought(imported, compiled));
    noteByPosition.push(id);
  }
  const decks = deck.decks.length === 0 ? [''] : [...deck.decks];
  const missing = [...(held?.notes.keys() ?? [])].filter((id) => !brought.has(id));
  const kept = missing.flatMap((id) => toKept(held?.notes.get(id), decks));
  const ordered = [...brought.values()].sort((one, other) => compareOrder(one.order, other.order));
  return {
    counts: { ...tally, missing: missing.length },
    conflicts,
    problems,
    notes: [...ordered.map(({ entry }) => entry), ...kept],
    decks,
    minted: keys.minted,
    missing,
    noteByPosition,
  };
}

function compileImported(
  deck: ImportedDeck,
  { source, cards }: ImportedNote,
  id: NoteId,
): CompiledNote | string {
  if (source.kind === 'template') return toTemplateNote(deck, { source, cards }, id);
  return compileSource({ id, source });
}

/** The cards are those the file has, even such as show nothing now: they have a history. */
function toTemplateNote(
  { noteTypes }: ImportedDeck,
  { source, cards }: Pick<ImportedNote, 'source' | 'cards'>,
  id: NoteId,
): CompiledNote | string {
  const { fields, tags, noteType } = source;
  if (noteType === undefined || !noteTypes.some(({ key }) => key === noteType)) {
    return 'The note type that draws this note is missing.';
  }
  const ordinals = cards.map(({ ordinal }) => ordinal);
  if (ordinals.length === 0) return 'This note has no cards.';
  return { id, kind: 'template', fields, tags, noteType, ordinals };
}

function compare(
  deck: ImportedDeck,
  { source, cards }: ImportedNote,
  before: HeldEntry | undefined,
  moved: ImportedHome['moved'],
  conflicts: NoteConflict[],
): 'fresh' | 'changed' | 'same' {
  if (before === undefined) return 'fresh';
  const note = before.note.id;
  const base = { source: before.source, path: toHeldPath(before) };
  const path = deck.decks[cards[0]?.deck ?? 0] ?? '';
  // A deck that was moved here and left lies where it was moved to.
  const isMoved = path === movePath(base.path, moved);
  const theirs = { source, path: isMoved ? base.path : path };
  const merge = mergeNote(base, theirs, before.edits);
  conflicts.push(...merge.conflicts.map((conflict) => ({ ...conflict, note })));
  return merge.isChanged ? 'changed' : 'same';
}

/** A note with the decks of its cards, and where it stands: by deck, place among the new, and the file. */
function toBrought(imported: ImportedNote, note: CompiledNote) {
  const source: NoteSource | null = note.kind === 'template' ? null : imported.source;
  const first = imported.cards[0];
  const deckByOrdinal = new Map(imported.cards.map((card) => [card.ordinal, card.deck]));
  const fallback = first?.deck ?? 0;
  const decks = listCards(note).map((card) => deckByOrdinal.get(toOrdinal(card)) ?? fallback);
  const order = [fallback, first?.position ?? 0];
  return { entry: { note, source, decks }, order };
}

function compareOrder(one: readonly number[], other: readonly number[]): number {
  return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0);
}

/** A note that the file no longer has stays as it is, in the deck where it was. */
function toKept(held: HeldEntry | undefined, decks: string[]): BroughtNote[] {
  if (held === undefined) return [];
  const positions = held.paths.map((path) => {
    const found = decks.indexOf(path);
    return found < 0 ? decks.push(path) - 1 : found;
  });
  const source = held.note.kind === 'template' ? null : held.source;
  return [{ note: held.note, source, decks: positions }];
}

/** Whether an import would change anything at all. */
export function changesAnything({ counts }: ImportPlan): boolean {
  return counts.fresh > 0 || counts.changed > 0;
}

/** A plan as the store takes it. */
export function toBroughtDeck(
  { deck, home, held }: PlanInput,
  plan: ImportPlan,
  more: Pick<BroughtDeck, 'media' | 'history'> & { readonly settled: readonly SettledField[] },
): BroughtDeck {
  const { notes, decks, minted, missing } = plan;
  return {
    home,
    title: deck.title,
    notes,
    decks,
    noteTypes: deck.noteTypes,
    origin: { format: deck.format, title: deck.title, minted, missing },
    follows: held?.home.edition ?? null,
    settings: deck.settings,
    ...more,
  };
}
