import { describe, expect, it } from 'vitest';
import { findCopyDue } from './copy-due.ts';
import { morning } from './fixtures/make-event.ts';
import type { Instant } from './ids.ts';

const later = (days: number) => (morning(0) + days * 86_400_000) as Instant;
const facts = { events: 50, begunAt: morning(0), lastCopyAt: null };

describe('findCopyDue', () => {
  it('asks for a first copy after a week of use', () => {
    expect(findCopyDue(facts, later(6.9))).toBeUndefined();
    expect(findCopyDue(facts, later(7))).toEqual({ ageDays: null });
  });

  it('asks for another once the last is thirty days old', () => {
    const copied = { ...facts, lastCopyAt: later(10) };
    expect(findCopyDue(copied, later(39.9))).toBeUndefined();
    expect(findCopyDue(copied, later(41.5))).toEqual({ ageDays: 31 });
  });

  it('asks for none while there is little to lose', () => {
    expect(findCopyDue({ ...facts, events: 49 }, later(90))).toBeUndefined();
    expect(findCopyDue({ ...facts, begunAt: null }, later(90))).toBeUndefined();
  });
});
