import { toStudyDay } from '#src/domain/day.ts';
import { liesIn, pathSeparator } from '#src/domain/deck-state.ts';
import {
  toNoteId,
  type CardId,
  type HomeId,
  type NoteId,
  type RoadmapId,
} from '#src/domain/ids.ts';
import { isOwnRoadmap } from '#src/domain/own-roadmap.ts';
import { listLeaves, type PlacedTopic } from '#src/domain/roadmap-tree.ts';
import { bankHome } from './bank.ts';
import { listDueBlocks } from './blocks.ts';
import type { CairnDatabase, HomeRecord } from './database.ts';
import { listBlockCards, listTakenCards, scanScheduled, type DueBlock } from './due-block.ts';
import { listHomeDecks, listPlacedCards, type HomeDeck } from './home-record.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A deck of the library with what it asks for today, apart from limits. */
export interface LibraryDeck {
  readonly home: HomeId;
  /** Where it lies in its home; '' is the home itself. */
  readonly path: string;
  readonly name: string;
  /** 0 for a home. */
  readonly depth: number;
  readonly isResting: boolean;
  /** Whether a deck around it rests, so that it cannot be woken by itself. */
  readonly restsWithOuter: boolean;
  /** Whether the learner made it, and can add notes to it. */
  readonly isOwn: boolean;
  /** Each with all that lies in it. */
  readonly cards: number;
  readonly fresh: number;
  readonly due: number;
}

/** The homes that learners brought or made, by their titles. */
export function listLibraryHomes({ db }: Store): Promise<HomeId[]> {
  return withStorageErrors(async () => (await listHomeRecords(db)).map(({ home }) => home));
}

/** What the homes that learners brought or made are called. */
export function listHomeTitles({ db }: Store): Promise<ReadonlyMap<HomeId, string>> {
  return withStorageErrors(
    async () => new Map((await listHomeRecords(db)).map(({ home, title }) => [home, title])),
  );
}

async function listHomeRecords(db: CairnDatabase): Promise<HomeRecord[]> {
  const homes = await db.homes.where('home').notEqual(bankHome).toArray();
  return homes.sort((one, other) => one.title.localeCompare(other.title));
}

/** The decks that learners brought or made, each followed by those within it. */
export function listLibrary({ db, clock }: Store): Promise<LibraryDeck[]> {
  const now = clock.now();
  const offset = clock.offsetMinutes(now);
  return withStorageErrors(() =>
    db.transaction('r', [db.homes, db.schedules, db.kept], async () => {
      const settings = await loadSettings(db);
      const today = toStudyDay(now, offset, settings.learner.rolloverMinutes);
      const decks: LibraryDeck[] = [];
      for (const record of await listHomeRecords(db)) {
        // Roadmaps are listed apart: what they ask is mostly the bank's.
        if (isOwnRoadmap(record.home)) continue;
        decks.push(...countDecks(record, await listDueBlocks(db, record.home), today));
      }
      return decks;
    }),
  );
}

interface Tally {
  cards: number;
  fresh: number;
  due: number;
}

function countDecks(
  record: HomeRecord,
  blocks: readonly DueBlock[],
  today: Parameters<typeof listTakenCards>[1],
): LibraryDeck[] {
  const due = new Set<CardId>();
  const taken = new Set<CardId>();
  for (const block of blocks) {
    for (const card of listTakenCards(block, today)) taken.add(card);
    const cards = listBlockCards(block);
    scanScheduled(block, today, (position, _, dueDay) => {
      const card = cards[position];
      if (card !== undefined && (dueDay === null || dueDay <= today)) due.add(card);
    });
  }
  const decks = listHomeDecks(record);
  const tallyByPath = new Map<string, Tally>([['', { cards: 0, fresh: 0, due: 0 }]]);
  const around = decks.map(({ path }) => listAround(path));
  for (const { card, deck } of listPlacedCards(record)) {
    for (const path of around[deck] ?? ['']) {
      const tally = tallyByPath.get(path) ?? { cards: 0, fresh: 0, due: 0 };
      tallyByPath.set(path, tally);
      tally.cards += 1;
      if (due.has(card)) tally.due += 1;
      else if (!taken.has(card)) tally.fresh += 1;
    }
  }
  const isShown = (path: string) => path === '' || !holdsAll(path, tallyByPath);
  const paths = [...tallyByPath.keys()].filter(isShown);
  return paths.sort(compareTrees).map((path) => {
    const parts = path.split(pathSeparator);
    const within = decks.filter((deck) => liesIn(deck.path, path));
    return {
      home: record.home,
      path,
      name: path === '' ? record.title : (parts.at(-1) ?? path),
      depth: listAround(path).filter(isShown).length - 1,
      isResting: within.every(({ isResting }) => isResting),
      restsWithOuter: path !== '' && restWithOuter(record, within),
      isOwn: record.edition === undefined,
      ...(tallyByPath.get(path) ?? { cards: 0, fresh: 0, due: 0 }),
    };
  });
}

/** Whether waking these decks would leave one of them at rest. */
function restWithOuter({ resting = [] }: HomeRecord, decks: readonly HomeDeck[]): boolean {
  const keys = new Set(decks.map(({ key }) => key));
  const outer = resting.filter((key) => !keys.has(key));
  return decks.some(({ key }) => outer.some((each) => liesIn(key, each)));
}

/** A deck of a home that holds all of it says nothing that the home does not. */
function holdsAll(path: string, tallies: ReadonlyMap<string, Tally>): boolean {
  return tallies.get(path)?.cards === tallies.get('')?.cards;
}

/** The decks a card of this one counts in: '' first, itself last. */
function listAround(path: string): string[] {
  if (path === '') return [''];
  const parts = path.split(pathSeparator);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join(pathSeparator))];
}

function compareTrees(one: string, other: string): number {
  const [left, right] = [one, other].map((path) => path.split(pathSeparator).join('\u0001'));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

/** A home as a page of its own shows it. */
export interface HomePage {
  readonly title: string;
  readonly isOwn: boolean;
  /** Keys of the decks in it, by where they lie. */
  readonly decks: readonly HomeDeck[];
  /** For the home of a roadmap: the topics that its notes can be on, which are the keys of its decks. */
  readonly topics?: readonly PlacedTopic[];
  /** The first card of each note, in order of introduction. */
  readonly firstCards: readonly CardId[];
}

/** A home with its decks and notes; null where it is not there. */
export function loadHomePage({ db }: Store, home: HomeId): Promise<HomePage | null> {
  return withStorageErrors(async () => {
    const [record, roadmap] = await Promise.all([
      db.homes.get(home),
      isOwnRoadmap(home) ? db.roadmaps.get(home as string as RoadmapId) : undefined,
    ]);
    if (record === undefined) return null;
    const firstByNote = new Map<NoteId, CardId>();
    for (const { card } of listPlacedCards(record)) {
      const note = toNoteId(card);
      if (!firstByNote.has(note)) firstByNote.set(note, card);
    }
    return {
      title: record.title,
      isOwn: record.edition === undefined,
      decks: listHomeDecks(record),
      firstCards: [...firstByNote.values()],
      ...(roadmap && { topics: listLeaves(roadmap.roadmap) }),
    };
  });
}
