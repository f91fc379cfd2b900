import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grades, type Grade } from './event.ts';
import type { ActId, CardId, Instant, StudyDay } from './ids.ts';
import type { DueCard, Queue, QueueCard } from './queue.ts';
import { measureSession } from './session-progress.ts';
import type { Asked, Session, SessionEvent, SessionMode } from './session-state.ts';
import { listWanted } from './session-window.ts';
import { advance, startSession } from './session.ts';

const start = 1_728_000_000_000 as Instant;
const minutes = (count: number) => (start + count * 60_000) as Instant;
const a = 'x:a#1' as CardId;
const b = 'x:b#1' as CardId;
const c = 'x:c#1' as CardId;
const laterDay = { day: 30_000 as StudyDay };

function review(card: CardId): DueCard {
  return { card, phase: 'review', due: { day: 20_000 as StudyDay }, decks: [] };
}

function begin(cards: readonly CardId[], more: Partial<Queue> & { mode?: SessionMode } = {}) {
  const { mode = 'review', steps = [] } = more;
  const queue: Queue = { steps, cards: cards.map(review) };
  return startSession<Asked>({ mode, queue, learnAheadMinutes: 20, at: start });
}

function play(session: Session<Asked>, ...events: SessionEvent<Asked>[]): Session<Asked> {
  return events.reduce(advance, session);
}

const shown: SessionEvent<Asked> = { type: 'shown' };
const graded = (grade: Grade, at = start): SessionEvent<Asked> => ({
  type: 'graded',
  grade,
  durationMs: 4000,
  at,
});
const saved = (card: CardId, due: DueCard['due'] | null = laterDay, at = start) =>
  ({
    type: 'saved',
    card,
    act: `act of ${card}` as ActId,
    due,
    leech: false,
    at,
  }) satisfies SessionEvent<Asked>;
const actOf = (card: CardId) => `act of ${card}` as ActId;

describe('a sitting', () => {
  it('asks, shows the answer, and takes the next card with the grade', () => {
    const asking = begin([a, b]);
    expect(asking).toMatchObject({ phase: 'asking', current: { card: a } });
    const answering = play(asking, shown);
    expect(answering).toMatchObject({ phase: 'answering', current: { card: a } });
    expect(play(answering, graded('good'))).toMatchObject({
      phase: 'asking',
      current: { card: b },
    });
  });

  it('takes no grade before the answer is shown, and shows an answer once', () => {
    const asking = begin([a]);
    expect(play(asking, graded('good'))).toBe(asking);
    expect(asking.askings).toBe(1);
    const answering = play(asking, shown);
    expect(play(answering, shown)).toBe(answering);
  });

  it('is done at once when there is nothing to ask', () => {
    expect(begin([])).toMatchObject({ phase: 'done', current: null });
  });

  it('waits for the last answer to be saved before it is done', () => {
    const last = play(begin([a]), shown, graded('good'));
    expect(last.phase).toBe('saving');
    expect(play(last, saved(a)).phase).toBe('done');
  });

  it('counts an answer only once the store holds it', () => {
    const waiting = play(begin([a, b]), shown, graded('good'));
    expect(measureSession(waiting)).toMatchObject({ done: 0, total: 2, left: { review: 1 } });
    expect(measureSession(play(waiting, saved(a)))).toMatchObject({ done: 1, total: 2 });
  });

  it('goes on counting after a reload', () => {
    const acts = play(begin([a, b]), shown, graded('good'), saved(a)).acts;
    const queue: Queue = { steps: [], cards: [review(b)] };
    const again = startSession<Asked>({
      mode: 'review',
      queue,
      learnAheadMinutes: 20,
      at: start,
      acts,
    });
    expect(measureSession(again)).toMatchObject({ done: 1, total: 2 });
  });
});

describe('cards that come back', () => {
  it('asks a failed card again when its step is due, before the queue goes on', () => {
    const failed = play(begin([a, b, c]), shown, graded('again'), saved(a, { at: minutes(1) }));
    expect(failed.current?.card).toBe(b);
    const later = play(failed, shown, graded('good', minutes(2)));
    expect(later.current?.card).toBe(a);
  });

  it('leaves a step that is not due until the queue is empty, then learns ahead', () => {
    const failed = play(begin([a, b]), shown, graded('again'), saved(a, { at: minutes(10) }));
    const last = play(failed, shown, graded('good'), saved(b));
    expect(last).toMatchObject({ phase: 'asking', current: { card: a } });
  });

  it('is done when the next step is further off than the learn-ahead time, and wakes for it', () => {
    const done = play(begin([a]), shown, graded('again'), saved(a, { at: minutes(45) }));
    expect(done).toMatchObject({ phase: 'done', steps: [{ at: minutes(45) }] });
    expect(play(done, { type: 'ticked', at: minutes(10) }).phase).toBe('done');
    expect(play(done, { type: 'ticked', at: minutes(26) }).current?.card).toBe(a);
  });

  it('starts with a step that is due', () => {
    const step = { card: review(c), at: minutes(-1) };
    expect(begin([a], { steps: [step] }).current?.card).toBe(c);
  });

  it('asks a forgotten card of a cram again at the end, and no other twice', () => {
    const cram = play(
      begin([a, b], { mode: 'cram' }),
      shown,
      graded('again'),
      saved(a, null),
      shown,
      graded('good'),
      saved(b, null),
    );
    expect(cram.current?.card).toBe(a);
    expect(play(cram, shown, graded('good'), saved(a, null)).phase).toBe('done');
  });

  it('does not bring back what comes due on another day', () => {
    expect(play(begin([a]), shown, graded('again'), saved(a)).phase).toBe('done');
  });
});

describe('answers the store did not take', () => {
  const failed = { type: 'failed', card: a, message: 'The disk is full.', at: start } as const;

  it('brings the card back at once, with the message', () => {
    const back = play(begin([a, b]), shown, graded('good'), failed);
    expect(back).toMatchObject({
      phase: 'asking',
      current: { card: a },
      returning: [{ card: b }],
      notice: { kind: 'failed', message: 'The disk is full.' },
    });
    expect(measureSession(back)).toMatchObject({ done: 0, total: 2 });
  });

  it('waits until the card on the table is graded where its answer is already shown', () => {
    const shownB = play(begin([a, b]), shown, graded('good'), shown, failed);
    expect(shownB).toMatchObject({ phase: 'answering', current: { card: b } });
    expect(play(shownB, graded('good')).current?.card).toBe(a);
  });

  it('brings back the last card of a sitting', () => {
    const back = play(begin([a]), shown, graded('good'), failed);
    expect(back).toMatchObject({ phase: 'asking', current: { card: a } });
  });

  it('drops a card that another tab graded, and says so', () => {
    const taken = play(begin([a, b]), shown, graded('good'), {
      type: 'taken',
      card: a,
      at: start,
    });
    expect(taken).toMatchObject({ current: { card: b }, notice: { kind: 'taken', card: a } });
    expect(measureSession(taken)).toMatchObject({ done: 0, total: 1 });
  });

  it('is done when the last card was taken by another tab', () => {
    const event = { type: 'taken', card: a, at: start } as const;
    expect(play(begin([a]), shown, graded('good'), event).phase).toBe('done');
  });

  it('ignores news of an answer it does not know', () => {
    const session = begin([a]);
    expect(play(session, saved(b))).toBe(session);
    expect(play(session, { ...failed, card: b })).toBe(session);
  });

  it('speaks of a leech', () => {
    const leech = play(begin([a, b]), shown, graded('again'), { ...saved(a), leech: true });
    expect(leech.notice).toEqual({ kind: 'leech', card: a });
  });
});

describe('undo and redo', () => {
  const two = play(
    begin([a, b, c]),
    shown,
    graded('good'),
    saved(a),
    shown,
    graded('again'),
    saved(b, { at: minutes(1) }),
  );
  const undo = (card: CardId) =>
    ({ type: 'undone', act: actOf(card), cards: [review(card)] }) satisfies SessionEvent<Asked>;

  it('goes back to the first card', () => {
    const first = play(two, undo(b), undo(a));
    expect(first).toMatchObject({ phase: 'asking', current: { card: a }, acts: [], steps: [] });
    expect(first.returning.map(({ card }) => card)).toEqual([b, c]);
    expect(measureSession(first)).toMatchObject({ done: 0, total: 3 });
  });

  it('does an undone answer again, step included', () => {
    const first = play(two, undo(b), undo(a));
    const redone = play(first, { type: 'redone', act: actOf(a), due: laterDay, at: start });
    expect(redone.current?.card).toBe(b);
    const twice = play(redone, {
      type: 'redone',
      act: actOf(b),
      due: { at: minutes(1) },
      at: start,
    });
    expect(twice).toMatchObject({ current: { card: c }, steps: [{ at: minutes(1) }], undone: [] });
    expect(measureSession(twice)).toMatchObject({ done: 2, total: 4 });
  });

  it('has nothing to redo after a new answer', () => {
    const back = play(two, undo(b));
    expect(back.undone).toHaveLength(1);
    expect(play(back, shown, graded('good'), saved(b)).undone).toEqual([]);
  });

  it('brings a buried note back with all its cards, the first one now', () => {
    const removed = play(begin([a, b, c]), {
      type: 'removed',
      act: actOf(a),
      cards: [a, b],
      at: start,
    });
    expect(removed).toMatchObject({ current: { card: c } });
    expect(measureSession(removed)).toMatchObject({ done: 0, total: 1 });
    const back = play(removed, { type: 'undone', act: actOf(a), cards: [review(a), review(b)] });
    expect(back.current?.card).toBe(a);
    expect(back.returning.map(({ card }) => card)).toEqual([b, c]);
    const again = play(back, { type: 'redone', act: actOf(a), due: null, at: start });
    expect(again.current?.card).toBe(c);
  });

  it('leaves the card where it is when a flag is undone and redone', () => {
    const flagged = play(begin([a]), { type: 'marked', act: actOf(a), card: a });
    const back = play(flagged, { type: 'undone', act: actOf(a), cards: [] });
    expect(back).toMatchObject({ current: { card: a }, acts: [], undone: [{ kind: 'marked' }] });
    const again = play(back, { type: 'redone', act: actOf(a), due: null, at: start });
    expect(again).toMatchObject({ current: { card: a }, acts: [{ kind: 'marked' }], undone: [] });
  });

  it('takes a card off the table that is undone again while it is asked', () => {
    const step = play(begin([a, b]), shown, graded('again'), saved(a, { at: minutes(1) }));
    const asked = play(step, shown, graded('good', minutes(2)), saved(b));
    expect(asked.current?.card).toBe(a);
    const back = play(asked, { type: 'undone', act: actOf(a), cards: [review(a)] });
    expect(back.current?.card).toBe(a);
    expect(measureSession(back)).toMatchObject({ done: 1, total: 2 });
  });

  it('changes nothing for an act it does not know', () => {
    expect(play(two, { type: 'undone', act: 'other' as ActId, cards: [] })).toBe(two);
    expect(play(two, { type: 'redone', act: 'other' as ActId, due: null, at: start })).toBe(two);
  });
});

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

describe('a queue built again in the middle', () => {
  it('goes on with it, and asks nothing twice', () => {
    const session = play(begin([a, b, c]), shown, graded('good'));
    const queue: Queue = { steps: [], cards: [review(a), review(b), review('x:d#1' as CardId)] };
    const renewed = play(session, { type: 'requeued', queue, at: start });
    expect(renewed.current?.card).toBe(b);
    expect(play(renewed, shown, graded('good')).current?.card).toBe('x:d#1');
  });

  it('wakes a sitting that was done', () => {
    const queue: Queue = { steps: [], cards: [review(a)] };
    const woken = play(begin([]), { type: 'requeued', queue, at: start });
    expect(woken.current?.card).toBe(a);
  });
});

describe('whatever happens', () => {
  it('loses no card: each is asked until it is graded, and counted once it is saved', () => {
    const size = fc.integer({ min: 1, max: 8 });
    const play = fc.array(
      fc.record({
        grade: fc.constantFrom(...grades),
        fate: fc.constantFrom('saved', 'failed', 'undone'),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(size, play, (count, moves) => {
        const all = Array.from({ length: count }, (_, index) => `x:${index}#1` as CardId);
        let session = begin(all);
        const finished = new Set<CardId>();
        let act = 0;
        for (const { grade, fate } of moves) {
          const card = session.current as QueueCard | null;
          if (!card) break;
          expect(finished.has(card.card)).toBe(false);
          session = advance(advance(session, shown), graded(grade));
          act += 1;
          const id = String(act) as ActId;
          const due = grade === 'again' ? { at: minutes(1) } : laterDay;
          session = advance(
            session,
            fate === 'failed'
              ? { type: 'failed', card: card.card, message: '', at: start }
              : { ...saved(card.card, due), act: id },
          );
          if (fate === 'undone') {
            session = advance(session, { type: 'undone', act: id, cards: [card] });
          }
          if (fate === 'saved' && grade !== 'again') finished.add(card.card);
          const { left } = measureSession(session);
          expect(left.new + left.learning + left.review).toBe(count - finished.size);
        }
      }),
      { numRuns: 150 },
    );
  });
});
