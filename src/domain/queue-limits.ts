import type { DeckId, StudyDay } from './ids.ts';
import { findPlannedNew, type Plan } from './plan/plan.ts';
import type { DeckLimits, LearnerSettings } from './settings.ts';

/** How many cards were done so far on a study day. */
export interface DayCounts {
  /** Cards introduced. */
  readonly new: number;
  /** Cards reviewed that were in review, or learning since an earlier day. */
  readonly reviews: number;
  readonly newByDeck: ReadonlyMap<DeckId, number>;
  readonly reviewsByDeck: ReadonlyMap<DeckId, number>;
}

export interface LimitsInput {
  readonly today: StudyDay;
  readonly settings: Pick<
    LearnerSettings,
    'newPerDay' | 'reviewsPerDay' | 'newIgnoresReviewLimit' | 'extraToday'
  >;
  /** A deck that is absent has no limit of its own; a plan may hold its new cards back on some days. */
  readonly limits: ReadonlyMap<DeckId, DeckLimits & { readonly plan?: Plan | null }>;
  readonly tally: DayCounts;
}

/** What room the day's limits leave. Taking a card uses up room wherever the card counts. */
export interface Rooms {
  isFullForReviews(): boolean;
  isFullForNew(): boolean;
  /** False, and nothing used up, where there is no room for it. */
  takeReview(decks: readonly DeckId[]): boolean;
  takeNew(decks: readonly DeckId[]): boolean;
}

interface Room {
  new: number;
  reviews: number;
}

/**
 * Overall room, and room of each deck with a limit of its own. A card needs overall room and, if
 * decks show it, room in one of them; a deck without a limit always has room. It counts in each.
 * New cards use up review room too, unless the settings say otherwise.
 */
export function openRooms(input: LimitsInput): Rooms {
  const { settings, limits, tally, today } = input;
  const extra = settings.extraToday?.day === today ? settings.extraToday : { new: 0, reviews: 0 };
  const newCountsAsReview = settings.newIgnoresReviewLimit ? 0 : 1;

  const overall: Room = {
    new: settings.newPerDay + extra.new - tally.new,
    reviews: settings.reviewsPerDay + extra.reviews - tally.reviews - tally.new * newCountsAsReview,
  };
  const roomByDeck = new Map<DeckId, Room>();
  for (const [deck, { newPerDay: own, reviewsPerDay, plan }] of limits) {
    const planned = plan ? findPlannedNew(plan, today) : undefined;
    const newPerDay = planned === undefined ? own : Math.min(own ?? planned, planned);
    if (newPerDay === null && reviewsPerDay === null) continue;
    const newDone = tally.newByDeck.get(deck) ?? 0;
    const reviewsDone = tally.reviewsByDeck.get(deck) ?? 0;
    roomByDeck.set(deck, {
      new: (newPerDay ?? Infinity) + extra.new - newDone,
      reviews:
        (reviewsPerDay ?? Infinity) + extra.reviews - reviewsDone - newDone * newCountsAsReview,
    });
  }

  const hasReviewRoom = (room: Room) => room.reviews > 0;
  const hasNewRoom = (room: Room) => room.new > 0 && (newCountsAsReview === 0 || room.reviews > 0);

  function take(decks: readonly DeckId[], hasRoom: (room: Room) => boolean, use: Room): boolean {
    if (!hasRoom(overall)) return false;
    if (roomByDeck.size > 0 && decks.length > 0) {
      const isOpen = (deck: DeckId) => {
        const room = roomByDeck.get(deck);
        return room === undefined || hasRoom(room);
      };
      if (!decks.some(isOpen)) return false;
      for (const deck of decks) {
        const room = roomByDeck.get(deck);
        if (room) useUp(room, use);
      }
    }
    useUp(overall, use);
    return true;
  }

  const review: Room = { new: 0, reviews: 1 };
  const introduction: Room = { new: 1, reviews: newCountsAsReview };
  return {
    isFullForReviews: () => !hasReviewRoom(overall),
    isFullForNew: () => !hasNewRoom(overall),
    takeReview: (decks) => take(decks, hasReviewRoom, review),
    takeNew: (decks) => take(decks, hasNewRoom, introduction),
  };
}

function useUp(room: Room, use: Room) {
  room.new -= use.new;
  room.reviews -= use.reviews;
}
