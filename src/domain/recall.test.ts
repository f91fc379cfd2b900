import { describe, expect, it } from 'vitest';
import { morning, onCard, reviewedFor } from './fixtures/make-event.ts';
import type { Instant } from './ids.ts';
import { drawForgettingCurve, recallAt } from './recall.ts';
import { listStates, replayCard, type ReplayContext } from './replay.ts';
import { defaultHomeSettings, defaultParameters } from './settings.ts';

const context: ReplayContext = {
  parameters: defaultParameters,
  settingsAt: () => ({
    ...defaultHomeSettings,
    parameters: defaultParameters,
    rolloverMinutes: 240,
  }),
};
const events = [reviewedFor(1, 0, 'good', 2, null), reviewedFor(2, 2, 'good', 11, 1)];

function draw(given: Parameters<typeof listStates>[0], until: Instant) {
  return drawForgettingCurve(listStates(given, context), until, defaultParameters);
}

describe('recall now', () => {
  it('falls within hours of a review', () => {
    const schedule = replayCard(events, context).schedule!;
    const after = (hours: number) =>
      recallAt(schedule, (morning(2) + hours * 3_600_000) as Instant, defaultParameters);
    expect(after(0)).toBe(1);
    expect(after(-5)).toBe(1);
    expect(after(6)).toBeLessThan(after(5));
    expect(after(24 * schedule.stability)).toBeCloseTo(0.9, 5);
  });
});

describe('the forgetting curve', () => {
  it('starts over at each review and ends now', () => {
    const spans = draw(events, morning(9));
    expect(spans.map((span) => [span[0]?.at, span.at(-1)?.at])).toEqual([
      [morning(0), morning(2)],
      [morning(2), morning(9)],
    ]);
    for (const span of spans) {
      expect(span[0]?.recall).toBe(1);
      const recalls = span.map((point) => point.recall);
      expect(recalls).toEqual([...recalls].sort((one, other) => other - one));
    }
    expect(spans[0]!.at(-1)!.recall).toBeLessThan(spans[1]!.at(-1)!.recall + 0.1);
  });

  it('runs on over acts that leave memory alone', () => {
    const flagged = onCard(3, 4, { kind: 'flagged', flag: 1 });
    const set = onCard(4, 5, {
      kind: 'rescheduled',
      due: { day: events[0]!.studyDay },
      intervalDays: 3,
      after: events[1]!.id,
    });
    expect(draw([...events, flagged, set], morning(9))).toEqual(draw(events, morning(9)));
  });

  it('breaks off where the card is forgotten', () => {
    const spans = draw([...events, onCard(3, 5, { kind: 'forgot' })], morning(9));
    expect(spans.at(-1)?.at(-1)?.at).toBe(morning(5));
    expect(spans).toHaveLength(2);
  });

  it('is a point where the clock went back', () => {
    const back = reviewedFor(3, 1, 'good', 3, 2);
    const spans = draw([...events, back], morning(9));
    expect(spans[1]).toEqual([{ at: morning(2), recall: 1 }]);
  });

  it('is empty for a new card', () => {
    expect(draw([], morning(1))).toEqual([]);
  });
});
