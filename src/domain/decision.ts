import { countElapsedDays } from './day.ts';
import type { Grade, Outcome } from './event.ts';
import { fuzzInterval, toFuzzFactor } from './fuzz.ts';
import type { Instant, StudyDay } from './ids.ts';
import { intervalFor, nextMemory } from './memory.ts';
import type { CardState, Memory } from './schedule.ts';
import type { SchedulingSettings } from './settings-history.ts';
import { nextStep, toStepDue, type StepPlan } from './steps.ts';

/** All that a decision depends on, the grade apart. */
export interface Situation {
  /** Of the card, its memory computed with the parameters in `settings`. */
  readonly state: CardState;
  readonly at: Instant;
  readonly studyDay: StudyDay;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly settings: SchedulingSettings;
}

export interface Decision {
  readonly outcome: Outcome;
  readonly memory: Memory;
}

type ByGrade<Value> = Readonly<Record<Grade, Value>>;

/** What a grade leads to: phase, step, due and interval, and the memory behind them. */
export function decideReview(
  input: Situation & { readonly grade: Grade; readonly seed: string },
): Decision {
  return previewGrades(input)[input.grade];
}

/** What each grade would lead to; the same seed gives exactly what `decideReview` then decides. */
export function previewGrades(input: Situation & { readonly seed: string }): ByGrade<Decision> {
  return decideGrades(input, toFuzzFactor(input.seed));
}

/** As `previewGrades`, with the place in the fuzz range given; null leaves intervals unfuzzed. */
export function decideGrades(situation: Situation, fuzzFactor: number | null): ByGrade<Decision> {
  const memories = byGrade((grade) => nextMemoryIn(situation, grade));
  const steps = byGrade((grade) => planStep(situation, grade));
  const intervals = planIntervals(situation, memories, steps, fuzzFactor);
  return byGrade((grade) => ({
    memory: memories[grade],
    outcome: toOutcome(situation, steps[grade], intervals[grade]),
  }));
}

/** A first schedule for a new card that the learner already knows: past the steps, as from review. */
export function decidePlacement(
  input: Situation & { readonly grade: 'good' | 'easy'; readonly seed: string },
): Decision {
  const settings = { ...input.settings, learningStepsMinutes: [] };
  return decideReview({ ...input, settings });
}

function byGrade<Value>(toValue: (grade: Grade) => Value): ByGrade<Value> {
  return {
    again: toValue('again'),
    hard: toValue('hard'),
    good: toValue('good'),
    easy: toValue('easy'),
  };
}

function nextMemoryIn({ state, studyDay, settings }: Situation, grade: Grade): Memory {
  const { schedule } = state;
  const elapsedDays = schedule ? countElapsedDays(schedule.lastReview.day, studyDay) : 0;
  return nextMemory(schedule ?? null, elapsedDays, grade, settings.parameters);
}

function planStep({ state, settings }: Situation, grade: Grade): StepPlan | null {
  const { schedule } = state;
  switch (schedule?.phase) {
    case undefined:
      return nextStep(settings.learningStepsMinutes, 0, grade);
    case 'learning':
      return nextStep(settings.learningStepsMinutes, schedule.step, grade);
    case 'relearning':
      return nextStep(settings.relearningStepsMinutes, schedule.step, grade);
    case 'review':
      return grade === 'again' ? nextStep(settings.relearningStepsMinutes, 0, grade) : null;
  }
}

/**
 * The interval in days each grade would give where it leads to review, as Anki: a better grade gives
 * at least a day more, and in review what should grow does grow, whatever the fuzz; the maximum
 * stands above both.
 */
function planIntervals(
  { state, settings }: Situation,
  memories: ByGrade<Memory>,
  steps: ByGrade<StepPlan | null>,
  fuzzFactor: number | null,
): ByGrade<number> {
  const maximum = settings.maximumIntervalDays;
  const previous = state.schedule?.phase === 'review' ? state.schedule.intervalDays : null;
  const daysFor = (grade: Grade) =>
    intervalFor(memories[grade].stability, settings.desiredRetention, settings.parameters);
  const plan = (grade: Grade, minimum: number) => {
    const days = daysFor(grade);
    const grows = previous !== null && Math.round(days) > previous;
    const least = grows ? Math.max(minimum, previous + 1) : minimum;
    return fuzzInterval(days, fuzzFactor, { minimum: least, maximum });
  };
  const hard = plan('hard', 1);
  const good = plan('good', steps.hard === null ? hard + 1 : 1);
  const easy = plan('easy', good + 1);
  // Not fuzzed: it is short as a rule, and must not come out above Hard's.
  const again = Math.min(hard, fuzzInterval(daysFor('again'), null, { minimum: 1, maximum }));
  return { again, hard, good, easy };
}

function toOutcome(situation: Situation, step: StepPlan | null, intervalDays: number): Outcome {
  const { state, studyDay } = situation;
  const after = state.last;
  if (step === null) {
    const due = { day: (studyDay + intervalDays) as StudyDay };
    return { phase: 'review', intervalDays, due, after };
  }
  const { rolloverMinutes } = situation.settings;
  const due = toStepDue(step.delayMinutes, { ...situation, rolloverMinutes });
  const isLearning = state.schedule === undefined || state.schedule.phase === 'learning';
  return { phase: isLearning ? 'learning' : 'relearning', step: step.step, due, after };
}
