import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stamp } from './fixtures/make-event.ts';
import type { UndoneEvent } from './event.ts';
import type { ActId } from './ids.ts';
import { findVoidActs } from './undo.ts';

function undo(number: number, act: string): UndoneEvent {
  return { ...stamp(number), kind: 'undone', subject: act as ActId };
}

const act = (number: number): ActId => stamp(number).act;

describe('undo', () => {
  it('voids the act it names and no other', () => {
    expect([...findVoidActs([undo(5, act(1))])]).toEqual([act(1)]);
  });

  it('is undone by redo, and redo by the next undo', () => {
    const chain = [undo(5, act(1)), undo(6, act(5)), undo(7, act(6))];
    expect(findVoidActs(chain.slice(0, 2)).has(act(1))).toBe(false);
    expect(findVoidActs(chain).has(act(1))).toBe(true);
  });

  it('holds while one of two undos of the same act does', () => {
    const both = [undo(5, act(1)), undo(6, act(1))];
    expect(findVoidActs([...both, undo(7, act(5))]).has(act(1))).toBe(true);
    expect(findVoidActs([...both, undo(7, act(5)), undo(8, act(6))]).has(act(1))).toBe(false);
  });

  it('takes back several undos made in one act together', () => {
    const redo = [undo(7, act(5)), { ...undo(8, act(6)), act: act(7) }];
    const events = [undo(5, act(1)), undo(6, act(2)), ...redo];
    expect([...findVoidActs(events)].sort()).toEqual([act(5), act(6)]);
  });

  it('says nothing about itself or an act newer than its own', () => {
    expect(findVoidActs([undo(5, act(5)), undo(5, act(6))]).size).toBe(0);
  });

  it('does not depend on the order or number of the undos it is given', () => {
    const names = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(
        fc.array(names, { maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (pairs, keys) => {
          const events = pairs.map(([number, subject]) => undo(number, act(subject)));
          const other = [...events, ...events]
            .map((event) => ({ event, key: keys.next().value as number }))
            .sort((one, two) => one.key - two.key)
            .map(({ event }) => event);
          expect([...findVoidActs(other)].sort()).toEqual([...findVoidActs(events)].sort());
        },
      ),
    );
  });

  it('leaves an act void exactly where an undo of it is not void', () => {
    const names = fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(fc.array(names, { maxLength: 20 }), (pairs) => {
        const events = pairs
          .filter(([number, subject]) => subject < number)
          .map(([number, subject]) => undo(number, act(subject)));
        const voided = findVoidActs(events);
        for (let number = 1; number < 10; number += 1) {
          const holding = events.some(
            (event) => event.subject === act(number) && !voided.has(event.act),
          );
          expect(voided.has(act(number))).toBe(holding);
        }
      }),
    );
  });
});
