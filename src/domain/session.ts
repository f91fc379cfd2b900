import type { Instant } from './ids.ts';
import { countGroups, type Queue } from './queue.ts';
import { acknowledge, redoAct, removeCards, settle, undoAct } from './session-acts.ts';
import {
  askIfIdle,
  askNext,
  askSoon,
  dropCards,
  leaveOutAnswered,
  requeue,
} from './session-cards.ts';
import type { Asked, Session, SessionAct, SessionEvent, SessionMode } from './session-state.ts';
import { keepWindow } from './session-window.ts';

export interface SessionStart<Question extends Asked> {
  readonly mode: SessionMode;
  readonly queue: Queue;
  readonly learnAheadMinutes: number;
  readonly at: Instant;
  /** What this sitting did before a reload. */
  readonly acts?: readonly SessionAct[];
  /** What it undid and can redo, the next one last. */
  readonly undone?: readonly SessionAct[];
  readonly questions?: readonly Question[];
}

/** Begins, or after a reload goes on with, a sitting. */
export function startSession<Question extends Asked>(
  start: SessionStart<Question>,
): Session<Question> {
  const { mode, acts = [] } = start;
  const queue = leaveOutAnswered(start.queue, mode, acts);
  const session: Session<Question> = {
    mode,
    phase: 'done',
    current: null,
    askings: 0,
    returning: [],
    steps: queue.steps,
    cards: queue.cards,
    position: 0,
    ahead: countGroups(queue.cards),
    pending: [],
    acts,
    undone: start.undone ?? [],
    questions: new Map((start.questions ?? []).map((question) => [question.card, question])),
    notice: null,
    learnAheadMs: start.learnAheadMinutes * 60_000,
  };
  return askNext(session, start.at);
}

/** The session after an event. An event that does not fit the phase changes nothing. */
export function advance<Question extends Asked>(
  session: Session<Question>,
  event: SessionEvent<Question>,
): Session<Question> {
  switch (event.type) {
    case 'shown':
      return session.phase === 'asking' ? { ...session, phase: 'answering' } : session;
    case 'graded': {
      if (session.phase !== 'answering' || session.current === null) return session;
      const { grade, durationMs } = event;
      const pending = [...session.pending, { card: session.current, grade, durationMs }];
      return askNext({ ...session, pending, notice: null }, event.at);
    }
    case 'saved':
      return acknowledge(session, event);
    case 'failed': {
      const failed = session.pending.find(({ card }) => card.card === event.card);
      if (!failed) return session;
      const { card, message } = event;
      const settled = settle(session, card);
      return askSoon({ ...settled, notice: { kind: 'failed', card, message } }, [failed.card]);
    }
    case 'taken': {
      const settled = dropCards(settle(session, event.card), [event.card], event.at);
      return askIfIdle({ ...settled, notice: { kind: 'taken', card: event.card } }, event.at);
    }
    case 'removed':
      return removeCards(session, event);
    case 'marked': {
      const { act, card } = event;
      return { ...session, acts: [...session.acts, { kind: 'marked', act, card }], undone: [] };
    }
    case 'undone':
      return undoAct(session, event);
    case 'redone':
      return redoAct(session, event);
    case 'loaded': {
      const loaded = new Set(event.questions.map(({ card }) => card));
      const gone = event.asked.filter((card) => !loaded.has(card));
      return dropCards(keepWindow(session, event.questions), gone, event.at);
    }
    case 'requeued':
      return requeue(session, event.queue, event.at);
    case 'ticked':
      return askIfIdle(session, event.at);
  }
}
