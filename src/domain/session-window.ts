import type { CardId } from './ids.ts';
import type { Asked, Session } from './session-state.ts';

/** With fewer questions than this in memory, more are asked for. */
const enough = 5;
/** How far the window reaches when it is filled. */
const reach = 20;
/** How many acts can be undone without going back to the store for the question. */
const behind = 10;

/**
 * The cards whose questions should be read now: none while the next five are in memory, so that a
 * window is filled in one go and not card by card.
 */
export function listWanted<Q extends Asked>(session: Session<Q>): CardId[] {
  const upcoming = listUpcoming(session);
  const loaded = upcoming.findIndex((card) => !session.questions.has(card));
  if (loaded < 0 || loaded >= enough) return [];
  return upcoming.filter((card) => !session.questions.has(card));
}

/** Takes questions into memory, and lets go of those that are far behind. */
export function keepWindow<Q extends Asked>(
  session: Session<Q>,
  questions: readonly Q[],
): Session<Q> {
  const kept = new Set<CardId>(listUpcoming(session));
  for (const { card } of session.pending) kept.add(card.card);
  for (const act of session.acts.slice(-behind)) {
    if (act.kind === 'graded') kept.add(act.card);
  }
  const window = new Map<CardId, Q>();
  for (const [card, question] of session.questions) {
    if (kept.has(card)) window.set(card, question);
  }
  for (const question of questions) window.set(question.card, question);
  return { ...session, questions: window };
}

function listUpcoming<Q extends Asked>(session: Session<Q>): CardId[] {
  const { current, returning, steps, cards, position } = session;
  return [
    ...(current ? [current] : []),
    ...returning,
    // A step can come due at any moment, so the soonest are as near as the next in the queue.
    ...steps.slice(0, 3).map(({ card }) => card),
    ...cards.slice(position, position + reach),
  ]
    .slice(0, reach)
    .map(({ card }) => card);
}
