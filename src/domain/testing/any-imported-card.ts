import fc from 'fast-check';
import { grades } from '../event.ts';
import type { Instant, StudyDay } from '../ids.ts';
import type { ImportedCard, ImportedReview, ImportedSchedule } from '../imported-card.ts';

const memory = fc.record({
  stability: fc.double({ min: 0.01, max: 30_000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
const day = fc.integer({ min: 19_000, max: 24_000 }).map((value) => value as StudyDay);
const kept = {
  reps: fc.nat(200),
  lapses: fc.nat(50),
};
const memoryOrEase = fc.oneof(
  memory.map((each) => ({ memory: each })),
  fc.integer({ min: 1300, max: 4000 }).map((each) => ({ ease: each / 1000 })),
);

const anySchedule: fc.Arbitrary<ImportedSchedule> = fc
  .tuple(
    fc.oneof(
      fc.record({
        phase: fc.constant('review' as const),
        intervalDays: fc.integer({ min: 1, max: 36_500 }),
        due: day.map((each) => ({ day: each })),
        ...kept,
      }),
      fc.record({
        phase: fc.constantFrom('learning' as const, 'relearning' as const),
        due: fc.oneof(
          day.map((each) => ({ day: each })),
          // Anki keeps such moments in seconds.
          fc
            .integer({ min: 1_650_000_000, max: 1_900_000_000 })
            .map((each) => ({ at: (each * 1000) as Instant })),
        ),
        ...kept,
      }),
    ),
    memoryOrEase,
  )
  .map(([schedule, more]) => ({ ...schedule, ...more }));

const next = fc.oneof(
  fc.integer({ min: 1, max: 36_500 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 200_000 }).map((seconds) => ({ seconds })),
);
const act: fc.Arbitrary<Pick<ImportedReview, 'act' | 'next'>> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.record({
        kind: fc.constant('graded' as const),
        grade: fc.constantFrom(...grades),
        durationMs: fc.nat(120_000),
      }),
      next,
    }),
  },
  fc.constant({ act: { kind: 'reset' as const }, next: { days: 0 } }),
  fc
    .integer({ min: 1, max: 900 })
    .map((days) => ({ act: { kind: 'set-due' as const }, next: { days } })),
);

/** Histories whose last line leads where the card is, as every program's do. */
function anyHistory(schedule: ImportedSchedule | undefined) {
  return fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 * 86_400_000 }), act), { maxLength: 12 })
    .map((lines): ImportedReview[] => {
      let at = Date.UTC(2022, 3, 4);
      const isInSteps = schedule !== undefined && schedule.phase !== 'review';
      return lines.map(([wait, line], index) => {
        at += wait;
        const isLast = index === lines.length - 1;
        const ended =
          isLast && isInSteps && line.act.kind === 'graded'
            ? { ...line, next: { seconds: 600 } }
            : line;
        return { id: at, at: at as Instant, ...ended };
      });
    });
}

export const anyCard = (ordinal: string, decks: number): fc.Arbitrary<ImportedCard> =>
  fc.option(anySchedule, { nil: undefined }).chain((schedule) =>
    fc
      .record({
        deck: fc.nat(decks - 1),
        suspended: fc.boolean(),
        buried: fc.boolean(),
        flag: fc.nat(7),
        position: fc.nat(5000),
        changed: fc.integer({ min: 1_600_000_000, max: 1_700_000_000 }),
        reviews: anyHistory(schedule),
      })
      .map(({ deck, suspended, buried, flag, position, changed, reviews }) => ({
        ordinal,
        deck,
        ...(suspended && { suspended }),
        // A suspended card is no longer buried in Anki.
        ...(buried && !suspended && { buried }),
        ...(flag > 0 && { flag }),
        ...(schedule === undefined && { position }),
        changedAt: (changed * 1000) as Instant,
        ...(schedule !== undefined && { schedule }),
        ...(reviews.length > 0 && { reviews }),
      })),
  );
