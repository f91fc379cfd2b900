import type { Grade } from './event.ts';
import type { CardId, Instant } from './ids.ts';
import { toQueueCard, type QueueCard } from './queue.ts';
import type { Due } from './schedule.ts';
import { addStep, askIfIdle, askNow, dropCards, takeOut } from './session-cards.ts';
import type { Asked, Session, SessionAct, SessionEvent } from './session-state.ts';

type EventOf<Q extends Asked, Type> = Extract<SessionEvent<Q>, { readonly type: Type }>;

/** An answer is no longer on its way. */
export function settle<Q extends Asked>(session: Session<Q>, card: CardId): Session<Q> {
  return { ...session, pending: session.pending.filter((grade) => grade.card.card !== card) };
}

/** An answer is in the store: only now does it count, and only now does its card come back. */
export function acknowledge<Q extends Asked>(
  session: Session<Q>,
  event: EventOf<Q, 'saved'>,
): Session<Q> {
  const pending = session.pending.find(({ card }) => card.card === event.card);
  if (!pending) return session;
  const { card, grade, durationMs } = pending;
  const act: SessionAct = { kind: 'graded', act: event.act, card: card.card, grade, durationMs };
  const settled: Session<Q> = {
    ...settle(session, event.card),
    acts: [...session.acts, act],
    undone: [],
    notice: event.leech ? { kind: 'leech', card: event.card } : session.notice,
  };
  return askIfIdle(comeBack(settled, { ...event, card, grade }), event.at);
}

/** The cards of an act that buries, suspends, forgets or reschedules leave the session. */
export function removeCards<Q extends Asked>(
  session: Session<Q>,
  { act, cards, at }: EventOf<Q, 'removed'>,
): Session<Q> {
  const acts: SessionAct[] = [...session.acts, { kind: 'removed', act, cards }];
  return dropCards({ ...session, acts, undone: [], notice: null }, cards, at);
}

/** Takes an act back: its cards are asked now, as they were. */
export function undoAct<Q extends Asked>(
  session: Session<Q>,
  event: EventOf<Q, 'undone'>,
): Session<Q> {
  const act = session.acts.find((candidate) => candidate.act === event.act);
  if (!act) return session;
  const acts = session.acts.filter((candidate) => candidate !== act);
  const taken: Session<Q> = { ...session, acts, undone: [...session.undone, act], notice: null };
  if (act.kind === 'marked') return taken;
  const ids = event.cards.map(({ card }) => card);
  return askNow(takeOut(taken, ids), event.cards);
}

/** Does an undone act again: its cards leave, and a card in steps waits for its step. */
export function redoAct<Q extends Asked>(
  session: Session<Q>,
  event: EventOf<Q, 'redone'>,
): Session<Q> {
  const act = session.undone.find((candidate) => candidate.act === event.act);
  if (!act) return session;
  const undone = session.undone.filter((candidate) => candidate !== act);
  const redone: Session<Q> = { ...session, undone, acts: [...session.acts, act], notice: null };
  if (act.kind === 'marked') return redone;
  if (act.kind === 'removed') return dropCards(redone, act.cards, event.at);
  const card =
    redone.current?.card === act.card ? redone.current : toQueueCard(act.card, undefined);
  const dropped = dropCards(redone, [act.card], event.at);
  return askIfIdle(comeBack(dropped, { ...event, card, grade: act.grade }), event.at);
}

/** A card whose step ends today waits for it; in a cram a forgotten card waits for the end. */
function comeBack<Q extends Asked>(
  session: Session<Q>,
  answer: {
    readonly card: QueueCard;
    readonly grade: Grade;
    readonly due: Due | null;
    readonly at: Instant;
  },
): Session<Q> {
  const { card, grade, due, at } = answer;
  if (due === null) {
    if (grade !== 'again') return session;
    return addStep(session, { card, at: (at + session.learnAheadMs) as Instant });
  }
  if (!('at' in due)) return session;
  return addStep(session, {
    card: { card: card.card, phase: 'learning', due, decks: card.decks },
    at: due.at,
  });
}
