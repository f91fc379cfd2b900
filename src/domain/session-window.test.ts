import { describe, expect, it } from 'vitest';
import type { CardId } from './ids.ts';
import { measureSession } from './session-progress.ts';
import type { Asked, SessionEvent } from './session-state.ts';
import { listWanted } from './session-window.ts';
import { startSession } from './session.ts';
import {
  a,
  actOf,
  b,
  begin,
  c,
  graded,
  play,
  review,
  saved,
  shown,
  start,
} from './testing/session-play.ts';

describe('the window of questions', () => {
  const cards = Array.from({ length: 40 }, (_, index) => `x:${index}#1` as CardId);
  const load = (asked: readonly CardId[], found = asked) =>
    ({
      type: 'loaded',
      asked,
      questions: found.map((card) => ({ card })),
      at: start,
    }) satisfies SessionEvent<Asked>;

  it('wants the next twenty, then none until fewer than five are in memory', () => {
    let session = begin(cards);
    expect(listWanted(session)).toEqual(cards.slice(0, 20));
    session = play(session, load(cards.slice(0, 20)));
    for (let index = 0; index < 15; index += 1) {
      expect(listWanted(session)).toEqual([]);
      session = play(session, shown, graded('good'), saved(cards[index] as CardId));
    }
    expect(listWanted(session)).toEqual([]);
    session = play(session, shown, graded('good'), saved(cards[15] as CardId));
    expect(listWanted(session)).toEqual(cards.slice(20, 36));
  });

  it('lets go of what is far behind, not of what can still be undone', () => {
    let session = play(begin(cards), load(cards.slice(0, 20)));
    for (const card of cards.slice(0, 16)) {
      session = play(session, shown, graded('good'), saved(card));
    }
    session = play(session, load(cards.slice(20, 36)));
    expect(session.questions.has(cards[0] as CardId)).toBe(false);
    expect(session.questions.has(cards[6] as CardId)).toBe(true);
    expect(session.questions.has(cards[30] as CardId)).toBe(true);
  });

  it('keeps a question whose answer is not saved yet, and passes over what is not a question', () => {
    const flagged = play(begin([a, b]), load([a, b]), {
      type: 'marked',
      act: actOf(a),
      card: a,
    });
    const waiting = play(flagged, shown, graded('good'), shown, graded('good'), load([c]));
    expect([...waiting.questions.keys()]).toEqual([a, b, c]);
  });

  it('passes over cards that no longer exist', () => {
    const session = play(begin([a, b, c]), load([a, b, c], [b]));
    expect(session.current?.card).toBe(b);
    expect(measureSession(session).total).toBe(1);
  });

  it('starts with questions already in memory', () => {
    const session = startSession<Asked>({
      mode: 'review',
      queue: { steps: [], cards: [review(a)] },
      learnAheadMinutes: 20,
      at: start,
      questions: [{ card: a }],
    });
    expect(listWanted(session)).toEqual([]);
  });
});
