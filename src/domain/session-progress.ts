import { toGroup, type QueueGroup } from './queue.ts';
import type { Asked, Session } from './session-state.ts';

export interface SessionProgress {
  /** Answers the store has acknowledged and that were not undone. */
  readonly done: number;
  /** Done, on their way, and still to come; it grows when a card comes back. */
  readonly total: number;
  /** Still to come, the card on the table included. */
  readonly left: Readonly<Record<QueueGroup, number>>;
}

/** How far the sitting is: `done + 1` of `total` is the card on the table. */
export function measureSession<Q extends Asked>(session: Session<Q>): SessionProgress {
  const left = { ...session.ahead };
  left.learning += session.steps.length;
  for (const card of session.returning) left[toGroup(card)] += 1;
  if (session.current) left[toGroup(session.current)] += 1;
  const done = session.acts.reduce((sum, act) => sum + (act.kind === 'graded' ? 1 : 0), 0);
  const total = done + session.pending.length + left.new + left.learning + left.review;
  return { done, total, left };
}
