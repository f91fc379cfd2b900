import { describe, expect, it } from 'vitest';
import { estimateMinutes, measurePace } from './estimate.ts';
import type { EventId, CardId, StudyDay } from './ids.ts';
import type { ReviewedEvent } from './event.ts';

function review(card: string, day: number, durationMs: number, after: string | null) {
  return {
    kind: 'reviewed',
    subject: card as CardId,
    studyDay: day as StudyDay,
    durationMs,
    outcome: { after: after as EventId | null },
  } as ReviewedEvent;
}

describe('the time a review will take', () => {
  it('is nothing for nothing, and at least a minute for anything', () => {
    const pace = measurePace([]);
    expect(estimateMinutes({ new: 0, learning: 0, review: 0 }, pace)).toBe(0);
    expect(estimateMinutes({ new: 0, learning: 0, review: 1 }, pace)).toBe(1);
    expect(estimateMinutes({ new: 4, learning: 6, review: 20 }, pace)).toBe(8);
  });

  it('learns the pace of new cards, repeats included, and of known ones', () => {
    const known = Array.from({ length: 980 }, (_, index) => review(`k${index}`, 1, 5000, 'x'));
    const fresh = Array.from({ length: 480 }, (_, index) => [
      review(`n${index}`, 1, 20_000, null),
      review(`n${index}`, 1, 4000, 'x'),
    ]).flat();
    const pace = measurePace([...known, ...fresh]);
    expect(pace.reviewMs).toBeCloseTo(5140, 0);
    expect(pace.newMs).toBeCloseTo(24_840, 0);
    expect(pace.stepMs).toBeCloseTo(4240, 0);
  });
});
