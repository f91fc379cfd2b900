import type { CompiledNote, Pack } from '#src/domain/content.ts';
import {
  toHomeId,
  toNoteId,
  type CardId,
  type ConceptId,
  type HomeId,
  type RoadmapId,
} from '#src/domain/ids.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import { isOwnRoadmap } from '#src/domain/own-roadmap.ts';
import { listPlaces, type Place } from '#src/domain/roadmap-cards.ts';
import type { CardState } from '#src/domain/schedule.ts';
import { newCardState } from '#src/domain/schedule.ts';
import type { Settings } from '#src/domain/settings.ts';
import { bankHome, findBank } from './bank.ts';
import type {
  BankRecord,
  HomeRecord,
  OverlayRecord,
  PackCards,
  RoadmapRecord,
} from './database.ts';
import { listHomeDecks, listPackCards, ownPackEnd } from './home-record.ts';
import { findStates, toStamp } from './schedules.ts';
import { loadReplayContext, loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A card with all that asking it needs. */
export interface Question {
  readonly card: CardId;
  readonly note: CompiledNote;
  readonly state: CardState;
  /** What the note rests on: its own sources, else its concept's. */
  readonly sources: readonly string[];
  /** Where it stands, in a roadmap the learner follows if there is one. */
  readonly place?: Place;
  /** What draws it, for a `template` note: its home's. */
  readonly noteType?: NoteType;
  /** The deck of its home that it lies in, where there are several. */
  readonly deck?: string;
}

/**
 * The questions of these cards, in their order. A card whose text this device does not hold is
 * fetched where it can be; one that no content has any more is left out.
 */
export async function loadQuestions(store: Store, cards: readonly CardId[]): Promise<Question[]> {
  const { db } = store;
  const homes = [...new Set(cards.map(toHomeId))];
  const [records, settings] = await withStorageErrors(() =>
    Promise.all([db.homes.bulkGet(homes), loadSettings(db)]),
  );
  const recordByHome = new Map(homes.map((home, index) => [home, records[index]]));
  // Large, and notes of decks that were brought in are about none of its concepts.
  const hasConcepts = homes.some((home) => home === bankHome || isOwnRoadmap(home));
  const [notes, bank, ownRoadmaps, states] = await Promise.all([
    loadNotes(store, cards, recordByHome),
    hasConcepts ? findBank(store) : undefined,
    loadOwnRoadmaps(store, [...settings.learner.roadmaps, ...homes]),
    withStorageErrors(() =>
      findStates(
        db,
        cards,
        async () => (await loadReplayContext(db)).context,
        toStamp(settings.learner.parameters),
      ),
    ),
  ]);
  const ownPlaces = listPlaces(ownRoadmaps.map(({ roadmap }) => roadmap));
  const ownConcepts = new Map(
    ownRoadmaps.flatMap(({ own }) =>
      [...(own?.cards ?? [])].flatMap(([concept, members]) =>
        members.map((card) => [card, concept] as const),
      ),
    ),
  );
  const sourcesByConcept = new Map(
    bank?.index.concepts.map((concept) => [concept.id, concept.sources]),
  );
  const questions: Question[] = [];
  for (const card of cards) {
    const note = notes.get(card);
    const record = recordByHome.get(toHomeId(card));
    if (note === undefined || record === undefined) continue;
    const place = choosePlace(note.concept ?? ownConcepts.get(card), {
      bank,
      own: ownPlaces,
      settings,
    });
    questions.push({
      card,
      note,
      state: states.get(card) ?? newCardState,
      sources: note.sources ?? (note.concept && sourcesByConcept.get(note.concept)) ?? [],
      ...(place === undefined ? {} : { place }),
      ...(note.kind === 'template' && findFace(record, card, note.noteType)),
    });
  }
  return questions;
}

/** The learner's own among these roadmaps and homes; nothing is read where none is. */
async function loadOwnRoadmaps({ db }: Store, ids: readonly string[]): Promise<RoadmapRecord[]> {
  const own = [...new Set(ids.filter(isOwnRoadmap))] as RoadmapId[];
  if (own.length === 0) return [];
  const records = await withStorageErrors(() => db.roadmaps.bulkGet(own));
  return records.filter((record) => record !== undefined);
}

/** What a `template` note's card needs of its home to be drawn. */
function findFace(record: HomeRecord, card: CardId, key: string) {
  const noteType = record.noteTypes?.find((type) => type.key === key);
  const pack = findPack(record, card);
  const placed = pack && listPackCards(pack).find((entry) => entry.card === card);
  const deck = listHomeDecks(record)[placed?.deck ?? 0]?.path;
  return { ...(noteType && { noteType }), ...(deck !== undefined && { deck }) };
}

interface Places {
  readonly bank: BankRecord | undefined;
  /** Those of the learner's own roadmaps. */
  readonly own: ReadonlyMap<ConceptId, readonly Place[]>;
  readonly settings: Settings;
}

function choosePlace(
  concept: ConceptId | undefined,
  { bank, own, settings }: Places,
): Place | undefined {
  if (concept === undefined) return undefined;
  const places = [...(bank?.places.get(concept) ?? []), ...(own.get(concept) ?? [])];
  const { roadmaps } = settings.learner;
  return places.find((place) => roadmaps.includes(place.roadmap)) ?? places[0];
}

async function loadNotes(
  store: Store,
  cards: readonly CardId[],
  recordByHome: ReadonlyMap<HomeId, HomeRecord | undefined>,
): Promise<Map<CardId, CompiledNote>> {
  const cardsByPack = new Map<string, CardId[]>();
  for (const card of cards) {
    const pack = findPack(recordByHome.get(toHomeId(card)), card)?.id;
    if (pack === undefined || pack.endsWith(ownPackEnd)) continue;
    const group = cardsByPack.get(pack);
    if (group === undefined) cardsByPack.set(pack, [card]);
    else group.push(card);
  }
  const overlayByCard = await loadOverlays(store, cards);
  const noteByCard = new Map<CardId, CompiledNote>();
  await Promise.all(
    [...cardsByPack].map(async ([pack, members]) => {
      const notes = await loadPack(store, pack);
      const noteById = new Map(notes.map((note) => [note.id, note]));
      for (const card of members) {
        const note = noteById.get(toNoteId(card));
        if (note !== undefined) noteByCard.set(card, note);
      }
    }),
  );
  for (const [card, { isRemoved, compiled }] of overlayByCard) {
    if (isRemoved) noteByCard.delete(card);
    else if (compiled !== undefined) noteByCard.set(card, compiled);
  }
  return noteByCard;
}

/** The cards' notes as the learner made or changed them. */
async function loadOverlays(
  store: Store,
  cards: readonly CardId[],
): Promise<Map<CardId, OverlayRecord>> {
  const notes = cards.map(toNoteId);
  const find = () => withStorageErrors(() => store.db.overlays.bulkGet(notes));
  let overlays = await find();
  if (overlays.some((overlay) => overlay?.pending === 1)) {
    // After an import or an undo that was cut off: else they are compiled by now.
    const { compileOverlays } = await import('./overlays.ts');
    await compileOverlays(store);
    overlays = await find();
  }
  return new Map(
    cards.flatMap((card, index) => {
      const overlay = overlays[index];
      return overlay === undefined ? [] : [[card, overlay] as const];
    }),
  );
}

function findPack(record: HomeRecord | undefined, card: CardId): PackCards | undefined {
  const line = `\n${card}\n`;
  return record?.packs.find((pack) => `\n${pack.cards}\n`.includes(line));
}

/** The notes of a pack, fetched and kept where this device does not hold it; rejects where it cannot be had. */
export async function loadPack(store: Store, id: string): Promise<readonly CompiledNote[]> {
  const held = await withStorageErrors(() => store.db.packs.get(id));
  if (held !== undefined) return held.notes;
  const { notes } = (await store.fetchDeckFile(id)) as Pack;
  await withStorageErrors(() => store.db.packs.put({ id, home: bankHome, notes }));
  return notes;
}
