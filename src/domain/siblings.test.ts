import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, NoteId } from './ids.ts';
import { buildQueue } from './queue.ts';
import { fresh, ids, inMinutes, input, review } from './testing/queue-input.ts';

describe('siblings', () => {
  const note = 'a:note' as NoteId;
  const none = { new: false, review: false, interday: false };

  it('asks one card of a note a day', () => {
    const due = [review('a:note#1'), review('a:note#reverse'), review('a:other#1')];
    expect(ids({ due })).toHaveLength(2);
    expect(ids({ due, settings: { burySiblings: none } })).toHaveLength(3);
  });

  it('hides the others of a note that was reviewed today, but not the card itself', () => {
    const studied = new Map([[note, ['a:note#c1' as CardId]]]);
    const due = [review('a:note#c1'), review('a:note#c2')];
    expect(ids({ due, tally: { studied } })).toEqual(['a:note#c1']);
    expect(ids({ fresh: [fresh('a:note#c3')], tally: { studied } })).toEqual([]);
    expect(ids({ fresh: [fresh('a:else#c3')], tally: { studied } })).toEqual(['a:else#c3']);
  });

  it('follows the setting of each kind of card', () => {
    const studied = new Map([[note, ['a:note#c9' as CardId]]]);
    const cards = {
      due: [review('a:note#c1'), review('a:note#c2', 0, { phase: 'learning' })],
      fresh: [fresh('a:note#c3')],
      tally: { studied },
    };
    expect(ids({ ...cards, settings: { burySiblings: { ...none, review: true } } })).toEqual([
      'a:note#c2',
      'a:note#c3',
    ]);
    expect(ids({ ...cards, settings: { burySiblings: { ...none, interday: true } } })).toEqual([
      'a:note#c1',
      'a:note#c3',
    ]);
    expect(ids({ ...cards, settings: { burySiblings: { ...none, new: true } } })).toHaveLength(2);
  });

  it('never hides a step of minutes, and hides the siblings of one', () => {
    const due = [
      review('a:note#c1', 0, { phase: 'learning', due: inMinutes(1) }),
      review('a:note#c2'),
    ];
    const queue = buildQueue(input({ due }));
    expect(queue.steps).toHaveLength(1);
    expect(queue.cards).toEqual([]);
  });

  it('holds each note once, whatever the cards', () => {
    const ordinals = fc.array(fc.tuple(fc.nat(30), fc.nat(3)), { maxLength: 80 });
    fc.assert(
      fc.property(ordinals, ordinals, (dueIds, newIds) => {
        const toIds = (pairs: [number, number][]) => [
          ...new Set(pairs.map(([a, b]) => `a:n${a}#${b}`)),
        ];
        const scheduled = toIds(dueIds);
        const unseen = toIds(newIds).filter((card) => !scheduled.includes(card));
        const asked = ids({
          due: scheduled.map((card) => review(card)),
          fresh: unseen.map((card) => fresh(card)),
          settings: { newPerDay: 999 },
        });
        const notes = asked.map((card) => card.split('#')[0]);
        expect(new Set(notes).size).toBe(notes.length);
        const all = [...scheduled, ...unseen].map((card) => card.split('#')[0]);
        expect(new Set(notes)).toEqual(new Set(all));
      }),
      { numRuns: 100 },
    );
  });
});
