import { toStudyDay } from '#src/domain/day.ts';
import { toHomeId, type CardId, type DeckId, type HomeId, type StudyDay } from '#src/domain/ids.ts';
import type { NewCard, QueueInput } from '#src/domain/queue.ts';
import { describeScope, type ReviewScope } from '#src/domain/review-scope.ts';
import type { Schedule } from '#src/domain/schedule.ts';
import type { Settings } from '#src/domain/settings.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase } from './database.ts';
import { tallyDay } from './day-tally.ts';
import { listDayAnswers } from './day-events.ts';
import { loadGoneCards } from './gone-cards.ts';
import { listBlocks, listDueBlocks } from './blocks.ts';
import { countScheduled, listTakenCards, type DueBlock } from './due-block.ts';
import { listDue } from './list-due.ts';
import { listEntries } from './schedule-block.ts';
import {
  findScopeCards,
  findWantedCards,
  listFollowedDecks,
  mergeDecks,
  readFollowed,
  toRoadmapId,
  toScopeHome,
  type FollowedRecords,
} from './scope-cards.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

export interface QueueOptions {
  /** Takes in cards due on that many days after today. */
  readonly aheadDays?: number;
  /** Keeps reviews apart that the day's limit is likely to leave out: a first question waits for the others. */
  readonly isLaterApart?: boolean;
}

/**
 * All that today's queue of a scope is built from, as of now. Reads one record for dozens of cards, and
 * no card's text.
 */
export function loadQueue(
  { db, clock }: Store,
  scope: ReviewScope = {},
  { aheadDays = 0, isLaterApart = false }: QueueOptions = {},
): Promise<QueueInput> {
  const now = clock.now();
  const offset = clock.offsetMinutes(now);
  const tables = [
    db.kept,
    db.schedules,
    db.memories,
    db.homes,
    db.roadmaps,
    db.bank,
    db.events,
    db.segments,
  ];
  return withStorageErrors(() =>
    db.transaction('r', tables, async () => {
      const settings = await loadSettings(db);
      const today = toStudyDay(now, offset, settings.learner.rolloverMinutes);
      const [blocks, narrowed, gone, events, held] = await Promise.all([
        listDueBlocks(db, toScopeHome(scope)),
        findScopeCards(db, scope),
        loadGoneCards(db),
        listDayAnswers(db, today),
        readFollowed(db, settings),
      ]);
      const decks = await findDecks(db, { scope, settings, today, blocks, narrowed, gone, held });
      const until = (today + aheadDays) as StudyDay;
      const memories =
        settings.learner.reviewOrder === 'recall'
          ? await loadMemories(db, toScopeHome(scope))
          : undefined;
      return {
        now,
        today,
        settings: settings.learner,
        limits: settings.decks,
        scope: describeScope(scope),
        ...listDue(blocks, {
          ...{ settings, memories, now, today, until, narrowed, gone, decks },
          isLaterApart: isLaterApart && memories === undefined,
        }),
        fresh: listFresh(blocks, decks, today),
        tally: await tallyDay(db, events, {
          today,
          blocks,
          decksOf: (card) => decks.of(card),
        }),
      };
    }),
  );
}

/** The memory of every scheduled card of a home or of all: asked for where recall decides the order. */
async function loadMemories(
  db: CairnDatabase,
  home: HomeId | undefined,
): Promise<ReadonlyMap<CardId, Schedule>> {
  const blocks = await listBlocks(db, home);
  return new Map(
    blocks
      .flatMap(listEntries)
      .flatMap(({ card, state: { schedule } }) =>
        schedule === undefined ? [] : [[card, schedule] as const],
      ),
  );
}

interface Decks {
  /** Cards that may be introduced, in that order, with the decks that show each. */
  readonly fresh: ReadonlyMap<CardId, readonly DeckId[]>;
  /** The decks a card counts in. */
  of(card: CardId): readonly DeckId[];
  /** As `of`, for the cards of one home: no look-up for each where none of them is introduced from a deck. */
  within(home: HomeId): (card: CardId) => readonly DeckId[];
}

interface DeckInput {
  readonly scope: ReviewScope;
  readonly settings: Settings;
  readonly today: StudyDay;
  readonly blocks: readonly DueBlock[];
  readonly narrowed: readonly CardId[] | undefined;
  readonly gone: ReadonlySet<CardId>;
  readonly held: FollowedRecords;
}

async function findDecks(
  db: CairnDatabase,
  { scope, settings, today, blocks, narrowed, gone, held }: DeckInput,
): Promise<Decks> {
  const scheduledByHome = new Map<HomeId, number>();
  for (const block of blocks) {
    const count = scheduledByHome.get(block.home) ?? 0;
    scheduledByHome.set(block.home, count + countScheduled(block));
  }
  for (const card of gone) {
    const home = toHomeId(card);
    scheduledByHome.set(home, (scheduledByHome.get(home) ?? 0) - 1);
  }
  const followed = await listFollowedDecks(db, held, { settings, today }, (home, total) => {
    const isAsked = scope.deck === undefined || scope.deck === (home as string);
    return isAsked && (scheduledByHome.get(home) ?? 0) < total;
  });
  const merged = mergeDecks(followed);
  const wanted = followed.some((each) => each.wanted !== undefined)
    ? mergeDecks(followed.map((each) => ({ ...each, cards: each.wanted ?? each.cards })))
    : merged;
  const introducing = new Set(followed.flatMap(({ homes }) => homes));
  const within = (home: HomeId) => {
    const own: readonly DeckId[] = [home as string as DeckId];
    return introducing.has(home) ? (card: CardId) => merged.get(card) ?? own : () => own;
  };
  const of = (card: CardId) => within(toHomeId(card))(card);
  if (narrowed !== undefined) {
    // A roadmap asked for by name is introduced from whether it is followed or not.
    const asked = scope.deck === undefined ? [] : [scope.deck];
    const introduced = (await findWantedCards(db, scope, settings, today)) ?? narrowed;
    const fresh = new Map(
      introduced.map((card) => [card, merged.get(card) ?? (asked.length > 0 ? asked : of(card))]),
    );
    return { fresh, of, within };
  }
  if (scope.deck === undefined) return { fresh: wanted, of, within };
  const home = scope.deck as string as HomeId;
  const fresh = new Map([...wanted].filter(([card]) => toHomeId(card) === home));
  return { fresh, of, within };
}

function listFresh(blocks: readonly DueBlock[], decks: Decks, today: StudyDay): NewCard[] {
  if (decks.fresh.size === 0) return [];
  const homes = new Set([bankHome, ...[...decks.fresh.keys()].map(toHomeId)]);
  const taken = new Set<CardId>();
  for (const block of blocks) {
    if (!homes.has(block.home)) continue;
    for (const card of listTakenCards(block, today)) taken.add(card);
  }
  const fresh: NewCard[] = [];
  for (const [card, shownIn] of decks.fresh) {
    if (!taken.has(card)) fresh.push({ card, decks: shownIn });
  }
  return fresh;
}

/** Whether a scope names a roadmap, a topic or a home that is there at all. */
export async function scopeExists({ db }: Store, scope: ReviewScope): Promise<boolean> {
  return withStorageErrors(async () => {
    if (scope.topic !== undefined) return ((await findScopeCards(db, scope)) ?? []).length > 0;
    if (scope.deck === undefined) return true;
    const roadmap = toRoadmapId(scope.deck);
    if (roadmap !== undefined) return (await db.roadmaps.get(roadmap)) !== undefined;
    return (await db.homes.get(scope.deck as string as HomeId)) !== undefined;
  });
}
