import { toStudyDay } from '#src/domain/day.ts';
import { toLearnedCard } from '#src/domain/exported-card.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import { toNoteId, toOrdinal, type CardId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import type { ImportedCard } from '#src/domain/imported-card.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import type { HomeSettings } from '#src/domain/settings.ts';
import type { HomeRecord } from './database.ts';
import { dropVoid } from './event-log.ts';
import type { PlacedCard } from './home-record.ts';
import { listOwnNames, loadMedia } from './media.ts';
import { findStates, groupCardEvents, toStamp } from './schedules.ts';
import { loadReplayContext, loadSettings } from './settings.ts';
import type { Store } from './store.ts';

/** A deck as it leaves, in the shape that readers of decks come to and writers take. */
export interface DeckToExport {
  readonly home: HomeId;
  readonly title: string;
  readonly decks: readonly string[];
  readonly noteTypes: readonly NoteType[];
  readonly notes: readonly NoteToExport[];
  readonly media: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly settings: Partial<HomeSettings>;
  readonly parameters: readonly number[];
  readonly zone: { readonly offsetMinutes: number; readonly rolloverMinutes: number };
}

interface NoteToExport {
  /** What its source knew it by, where its id says that; else the id without the home. */
  readonly key: string;
  readonly source: NoteSource;
  readonly cards: readonly ImportedCard[];
  readonly place: { readonly note: number };
}

/** What a deck to export is put together from. */
export interface DeckParts {
  readonly record: Pick<HomeRecord, 'home' | 'edition' | 'noteTypes'>;
  readonly title: string;
  readonly decks: readonly string[];
  /** In order of introduction, each with the position of its deck. */
  readonly placed: readonly PlacedCard[];
  readonly sources: ReadonlyMap<NoteId, NoteSource>;
  /** Whether it is all of its home: every file that came with it goes along then. */
  readonly isWhole: boolean;
}

/**
 * Puts together a deck that leaves: notes that have a text, with the files they name and, where asked
 * for, marks, schedules and reviews; without, all cards leave as new ones.
 */
export async function gatherDeck(
  store: Store,
  { record, title, decks, placed, sources, isWhole }: DeckParts,
  withHistory: boolean,
): Promise<DeckToExport> {
  const { db, clock } = store;
  const { home } = record;
  const settings = await loadSettings(db);
  const { context } = await loadReplayContext(db);
  const learned = withHistory
    ? await loadLearned(
        store,
        placed.map(({ card }) => card),
      )
    : undefined;
  const cardsByNote = new Map<NoteId, ImportedCard[]>();
  for (const { card, deck } of placed) {
    const cards = cardsByNote.get(toNoteId(card)) ?? [];
    cards.push({ ordinal: toOrdinal(card), deck, ...learned?.get(card) });
    cardsByNote.set(toNoteId(card), cards);
  }
  const notes = [...cardsByNote].flatMap(([note, cards], index): NoteToExport[] => {
    const source = sources.get(note);
    if (source === undefined) return [];
    return [{ key: toKey(note, home), source, cards, place: { note: index + 1 } }];
  });
  const offsetMinutes = clock.offsetMinutes(clock.now());
  return {
    home,
    title,
    decks,
    noteTypes: record.noteTypes ?? [],
    notes,
    media: await loadNamedMedia(store, record, notes, isWhole),
    settings: settings.homes.get(home) ?? {},
    parameters: context.parameters,
    zone: { offsetMinutes, rolloverMinutes: settings.learner.rolloverMinutes },
  };
}

/** The id that the source gave, which an import made part of the note's. */
function toKey(note: NoteId, home: HomeId): string {
  const own = note.slice(home.length + 1);
  try {
    return decodeURIComponent(own);
  } catch {
    return own;
  }
}

async function loadLearned({ db, clock }: Store, cards: readonly CardId[]) {
  const { context } = await loadReplayContext(db);
  const { learner } = await loadSettings(db);
  const now = clock.now();
  const today = toStudyDay(now, clock.offsetMinutes(now), learner.rolloverMinutes);
  const stamp = toStamp(context.parameters);
  const states = await findStates(db, cards, () => Promise.resolve(context), stamp);
  const eventsByCard = await groupCardEvents(db, cards);
  const valid = new Set(await dropVoid(db, [...eventsByCard.values()].flat()));
  return new Map(
    [...states].map(([card, state]) => {
      const events = (eventsByCard.get(card) ?? []).filter((event) => valid.has(event));
      return [card, toLearnedCard(state, events.filter(isCardEvent), today)];
    }),
  );
}

async function loadNamedMedia(
  store: Store,
  { home, edition, noteTypes }: DeckParts['record'],
  notes: readonly NoteToExport[],
  isWhole: boolean,
) {
  const names = await store.db.mediaNames.get(edition ?? '');
  const text = JSON.stringify([notes.map(({ source }) => source.fields), noteTypes]);
  const named = [...(names?.hashes.keys() ?? [])].filter(
    // Names in JSON and in addresses may be written with escapes.
    (name) =>
      isWhole ||
      name.startsWith('_') ||
      text.includes(JSON.stringify(name).slice(1, -1)) ||
      text.includes(encodeURIComponent(name)),
  );
  const found = await loadMedia(store, home, [...new Set([...named, ...listOwnNames(text)])]);
  return [...found].map(([name, bytes]) => ({ name, bytes }));
}
