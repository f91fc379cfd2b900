import type { CardId, DeckId, Instant, StudyDay } from '../ids.ts';
import { buildQueue, type DueCard, type QueueInput } from '../queue.ts';
import { defaultLearnerSettings, type LearnerSettings } from '../settings.ts';

export const today = 20_000 as StudyDay;
export const now = 1_728_000_000_000 as Instant;
export const deck = 'roadmap:backend' as DeckId;
export const otherDeck = 'roadmap:devops' as DeckId;

export function review(id: string, daysLate = 0, more: Partial<DueCard> = {}): DueCard {
  const due = { day: (today - daysLate) as StudyDay };
  return { card: id as CardId, phase: 'review', due, decks: [], ...more };
}

export function fresh(id: string, decks: readonly DeckId[] = []) {
  return { card: id as CardId, decks };
}

export function inMinutes(minutes: number): { at: Instant } {
  return { at: (now + minutes * 60_000) as Instant };
}

export interface Changes extends Omit<Partial<QueueInput>, 'settings' | 'tally'> {
  settings?: Partial<LearnerSettings>;
  tally?: Partial<QueueInput['tally']>;
}

export function input({ settings, tally, ...changes }: Changes): QueueInput {
  return {
    now,
    today,
    limits: new Map(),
    scope: '',
    due: [],
    fresh: [],
    settings: { ...defaultLearnerSettings, ...settings },
    tally: {
      new: 0,
      reviews: 0,
      newByDeck: new Map(),
      reviewsByDeck: new Map(),
      studied: new Map(),
      ...tally,
    },
    ...changes,
  };
}

export function ids(changes: Changes): string[] {
  return buildQueue(input(changes)).cards.map(({ card }) => card);
}

export function many(count: number, make: (index: number) => DueCard): DueCard[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
