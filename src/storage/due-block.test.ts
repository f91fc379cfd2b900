import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HomeId } from '#src/domain/ids.ts';
import {
  bucketsPerDueBlock,
  dueColumns,
  joinBuckets,
  listBlockCards,
  makeIdReader,
  splitBuckets,
  toDueBucket,
  type DueColumns,
} from './due-block.ts';

const partArb = fc
  .array(fc.array(fc.integer(), { minLength: dueColumns, maxLength: dueColumns }), { maxLength: 4 })
  .map((rows): DueColumns => ({
    ids: rows.map((_, index) => `deck:note-${index}#1`).join('\n'),
    dues: Int32Array.from(rows.flat()),
    dueAts: new Float64Array(0),
  }));
const partsArb = fc.array(partArb, {
  minLength: bucketsPerDueBlock,
  maxLength: bucketsPerDueBlock,
});

it('gives each bucket back as it was put in', () => {
  fc.assert(
    fc.property(partsArb, (parts) => {
      expect(splitBuckets(joinBuckets(['deck' as HomeId, 3], parts))).toEqual(parts);
    }),
  );
});

it('gives single ids as it gives all of them', () => {
  fc.assert(
    fc.property(partsArb, fc.infiniteStream(fc.boolean()), (parts, picks) => {
      const block = joinBuckets(['deck' as HomeId, 3], parts);
      const readId = makeIdReader(block);
      listBlockCards(block).forEach((card, position) => {
        if (picks.next().value === true) expect(readId(position)).toBe(card);
      });
    }),
  );
});

it('keeps the instants of the buckets that have some', () => {
  const [waiting, day] = [1, 0].map((at, index) => ({
    ids: `deck:note-${index}#1`,
    dues: new Int32Array(dueColumns),
    dueAts: Float64Array.from(at === 0 ? [] : [at]),
  })) as [DueColumns, DueColumns];
  const empty = splitBuckets(undefined).slice(2);
  const [first, second] = splitBuckets(
    joinBuckets(['deck' as HomeId, 0], [day, waiting, ...empty]),
  );
  expect(first?.dueAts).toEqual(Float64Array.of(0));
  expect(second).toEqual(waiting);
});

it('finds every bucket in one of eight blocks', () => {
  expect([0, 7, 8, 63].map(toDueBucket)).toEqual([0, 0, 1, 7]);
});
