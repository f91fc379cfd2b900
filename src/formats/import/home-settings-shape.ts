import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const steps = v.pipe(v.array(v.pipe(finite, v.gtValue(0))), v.maxLength(20));
const days = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(36_500));
const lapses = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(99));

/** How the cards of a home are scheduled, as a file says it. */
export const homeSettingsShape = v.strictObject({
  learningStepsMinutes: v.exactOptional(steps),
  relearningStepsMinutes: v.exactOptional(steps),
  desiredRetention: v.exactOptional(v.pipe(finite, v.minValue(0.5), v.maxValue(0.999))),
  maximumIntervalDays: v.exactOptional(days),
  leechLapses: v.exactOptional(lapses),
});
