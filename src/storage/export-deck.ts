import { toStudyDay } from '#src/domain/day.ts';
import { liesIn, pathSeparator } from '#src/domain/deck-state.ts';
import { toLearnedCard } from '#src/domain/exported-card.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import { toNoteId, toOrdinal, type CardId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import type { ImportedCard } from '#src/domain/imported-card.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import type { HomeSettings } from '#src/domain/settings.ts';
import type { HomeRecord } from './database.ts';
import { dropVoid } from './event-log.ts';
import { listHomeDecks, listPlacedCards } from './home-record.ts';
import { loadHomeSources } from './home-sources.ts';
import { listOwnNames, loadMedia } from './media.ts';
import { findStates, groupCardEvents, toStamp } from './schedules.ts';
import { loadReplayContext, loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A deck as it leaves, in the shape that readers of decks come to and writers take. */
export interface DeckToExport {
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

export interface ExportOptions {
  /** One of the home's decks, by where it lies now, with all in it; '' is the whole home. */
  readonly path: string;
  /** These notes alone; all that lie there where it is not said. */
  readonly notes?: ReadonlySet<NoteId>;
  /** Whether marks, schedules and reviews go along; without, all cards leave as new ones. */
  readonly withHistory: boolean;
}

/**
 * A deck as the learner has it now: notes with their edits, in order of introduction, and the files
 * they name; undefined where there is no such home. Rejects with a `StorageError`.
 */
export async function loadDeckToExport(
  store: Store,
  home: HomeId,
  { path, notes: chosen, withHistory }: ExportOptions,
): Promise<DeckToExport | undefined> {
  const { db, clock } = store;
  return withStorageErrors(async () => {
    const record = await db.homes.get(home);
    if (record === undefined) return undefined;
    const settings = await loadSettings(db);
    const { context } = await loadReplayContext(db);
    const decks = listHomeDecks(record);
    const placed = listPlacedCards(record).filter(
      ({ card, deck }) =>
        liesIn(decks[deck]?.path ?? '', path) && (chosen?.has(toNoteId(card)) ?? true),
    );
    const isWhole = path === '' && chosen === undefined;
    const sources = await loadHomeSources(store, record);
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
      title: path === '' ? record.title : path,
      decks: decks.map((deck) => toWholePath(record, deck.path)),
      noteTypes: record.noteTypes ?? [],
      notes,
      media: await loadNamedMedia(store, record, notes, isWhole),
      settings: settings.homes.get(home) ?? {},
      parameters: context.parameters,
      zone: { offsetMinutes, rolloverMinutes: settings.learner.rolloverMinutes },
    };
  });
}

/** Decks within one of the learner's own are named from it; those that came have whole names. */
function toWholePath({ edition, title }: HomeRecord, path: string): string {
  if (path === '') return title;
  return edition === undefined ? title + pathSeparator + path : path;
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
  { home, edition, noteTypes }: HomeRecord,
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
