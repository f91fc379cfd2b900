import type { Grade } from '../event.ts';
import type { ActId, CardId, Instant, StudyDay } from '../ids.ts';
import type { DueCard, Queue } from '../queue.ts';
import type { Asked, Session, SessionEvent, SessionMode } from '../session-state.ts';
import { advance, startSession } from '../session.ts';

export const start = 1_728_000_000_000 as Instant;
export const minutes = (count: number) => (start + count * 60_000) as Instant;
export const a = 'x:a#1' as CardId;
export const b = 'x:b#1' as CardId;
export const c = 'x:c#1' as CardId;
export const laterDay = { day: 30_000 as StudyDay };

export function review(card: CardId): DueCard {
  return { card, phase: 'review', due: { day: 20_000 as StudyDay }, decks: [] };
}

export function begin(
  cards: readonly CardId[],
  more: Partial<Queue> & { mode?: SessionMode } = {},
) {
  const { mode = 'review', steps = [] } = more;
  const queue: Queue = { steps, cards: cards.map(review) };
  return startSession<Asked>({ mode, queue, learnAheadMinutes: 20, at: start });
}

export function play(session: Session<Asked>, ...events: SessionEvent<Asked>[]): Session<Asked> {
  return events.reduce(advance, session);
}

export const shown: SessionEvent<Asked> = { type: 'shown' };
export const graded = (grade: Grade, at = start): SessionEvent<Asked> => ({
  type: 'graded',
  grade,
  durationMs: 4000,
  at,
});
export const saved = (card: CardId, due: DueCard['due'] | null = laterDay, at = start) =>
  ({
    type: 'saved',
    card,
    act: `act of ${card}` as ActId,
    due,
    leech: false,
    at,
  }) satisfies SessionEvent<Asked>;
export const actOf = (card: CardId) => `act of ${card}` as ActId;
