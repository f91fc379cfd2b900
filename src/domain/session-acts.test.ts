import { describe, expect, it } from 'vitest';
import type { ActId, CardId } from './ids.ts';
import { measureSession } from './session-progress.ts';
import type { Asked, SessionEvent } from './session-state.ts';
import {
  a,
  actOf,
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
