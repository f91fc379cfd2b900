import type { CardId, Instant } from './ids.ts';
import { countGroups, toGroup, type Queue, type QueueCard, type StepCard } from './queue.ts';
import type { Asked, Session, SessionAct, SessionMode } from './session-state.ts';

/**
 * Takes the next card: what came back first, then steps that are due, then the queue; and when
 * nothing else is left, steps that end within the learn-ahead time, the soonest first.
 */
export function askNext<Q extends Asked>(session: Session<Q>, at: Instant): Session<Q> {
  const { returning, steps, cards, position, ahead } = session;
  const [back, ...laterBack] = returning;
  if (back) return ask({ ...session, returning: laterBack }, back);
  const [step, ...laterSteps] = steps;
  if (step && step.at <= at) return ask({ ...session, steps: laterSteps }, step.card);
  const card = cards[position];
  if (card) {
    const group = toGroup(card);
    const left = { ...ahead, [group]: ahead[group] - 1 };
    return ask({ ...session, position: position + 1, ahead: left }, card);
  }
  if (step && step.at <= at + session.learnAheadMs) {
    return ask({ ...session, steps: laterSteps }, step.card);
  }
  return { ...session, current: null, phase: session.pending.length > 0 ? 'saving' : 'done' };
}

/** Takes the next card if none is on the table. */
export function askIfIdle<Q extends Asked>(session: Session<Q>, at: Instant): Session<Q> {
  return session.current === null ? askNext(session, at) : session;
}

/** Asks these cards now, in this order; the one on the table follows them. */
export function askNow<Q extends Asked>(
  session: Session<Q>,
  cards: readonly QueueCard[],
): Session<Q> {
  const [first, ...others] = cards;
  if (!first) return session;
  const interrupted = session.current ? [session.current] : [];
  return ask({ ...session, returning: [...others, ...interrupted, ...session.returning] }, first);
}

/** Asks these cards now, or next where the answer of the card on the table is already shown. */
export function askSoon<Q extends Asked>(
  session: Session<Q>,
  cards: readonly QueueCard[],
): Session<Q> {
  if (session.phase !== 'answering') return askNow(session, cards);
  return { ...session, returning: [...cards, ...session.returning] };
}

/** Puts a card among the steps by the instant at which it is due. */
export function addStep<Q extends Asked>(session: Session<Q>, step: StepCard): Session<Q> {
  const steps = [...session.steps, step].sort((a, b) => a.at - b.at);
  return { ...session, steps };
}

/** Takes the cards out wherever they wait, and off the table. */
export function takeOut<Q extends Asked>(session: Session<Q>, out: readonly CardId[]): Session<Q> {
  const isLeft = ({ card }: QueueCard) => !out.includes(card);
  const current = session.current !== null && isLeft(session.current) ? session.current : null;
  const returning = session.returning.filter(isLeft);
  return { ...keepWaiting(session, isLeft), current, returning };
}

/** Takes the cards out; if one of them was on the table, the next is asked. */
export function dropCards<Q extends Asked>(
  session: Session<Q>,
  out: readonly CardId[],
  at: Instant,
): Session<Q> {
  return out.length === 0 ? session : askIfIdle(takeOut(session, out), at);
}

/**
 * The queue without what the sitting answered in a cram: no schedule moved, so only its own acts say
 * which cards are done.
 */
export function leaveOutAnswered(
  queue: Queue,
  mode: SessionMode,
  acts: readonly SessionAct[],
): Queue {
  if (mode !== 'cram') return queue;
  const known = new Set<CardId>();
  for (const act of acts) {
    if (act.kind === 'graded' && act.grade !== 'again') known.add(act.card);
  }
  return { ...queue, cards: queue.cards.filter(({ card }) => !known.has(card)) };
}

/** Goes on with a queue built anew; what is on the table, came back or is being saved stays so. */
export function requeue<Q extends Asked>(
  session: Session<Q>,
  queue: Queue,
  at: Instant,
): Session<Q> {
  const held = [session.current, ...session.returning, ...session.pending.map(({ card }) => card)];
  const heldIds = new Set(held.map((card) => card?.card));
  const { cards, steps } = leaveOutAnswered(queue, session.mode, session.acts);
  const renewed = { ...session, cards, position: 0, steps };
  return askIfIdle(
    keepWaiting(renewed, ({ card }) => !heldIds.has(card)),
    at,
  );
}

function keepWaiting<Q extends Asked>(
  session: Session<Q>,
  isKept: (card: QueueCard) => boolean,
): Session<Q> {
  const cards = session.cards.slice(session.position).filter(isKept);
  const steps = session.steps.filter(({ card }) => isKept(card));
  return { ...session, cards, position: 0, ahead: countGroups(cards), steps };
}

function ask<Q extends Asked>(session: Session<Q>, card: QueueCard): Session<Q> {
  return { ...session, current: card, phase: 'asking', askings: session.askings + 1 };
}
