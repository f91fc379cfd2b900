import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grades } from './event.ts';
import type { ActId, CardId } from './ids.ts';
import type { Queue } from './queue.ts';
import { measureSession } from './session-progress.ts';
import type { Asked } from './session-state.ts';
import { advance, startSession } from './session.ts';
import {
  a,
  b,
  begin,
  c,
  graded,
  laterDay,
  minutes,
  play,
  review,
  saved,
  shown,
  start,
} from './testing/session-play.ts';

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

describe('a queue built again in the middle', () => {
  it('goes on with it, and asks nothing twice', () => {
    const session = play(begin([a, b, c]), shown, graded('good'));
    const queue: Queue = { steps: [], cards: [review(a), review(b), review('x:d#1' as CardId)] };
    const renewed = play(session, { type: 'requeued', queue, at: start });
    expect(renewed.current?.card).toBe(b);
    expect(play(renewed, shown, graded('good')).current?.card).toBe('x:d#1');
  });

  it('leaves out what a cram has answered rightly, after a reload too', () => {
    const queue: Queue = { steps: [], cards: [review(a), review(b)] };
    const cram = play(
      begin([a, b, c], { mode: 'cram' }),
      shown,
      graded('good'),
      saved(a, null),
      shown,
      graded('again'),
      saved(b, null),
      { type: 'requeued', queue, at: start },
    );
    expect(cram.current?.card).toBe(c);
    expect(cram.cards.map(({ card }) => card)).toEqual([b]);
    const { acts } = cram;
    const reloaded = startSession<Asked>({
      mode: 'cram',
      queue,
      learnAheadMinutes: 20,
      at: start,
      acts,
    });
    expect(reloaded.current?.card).toBe(b);
    expect(measureSession(reloaded).total).toBe(3);
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
          const card = session.current;
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
