import { describe, expect, it } from 'vitest';
import { decideGrades } from './decision.ts';
import { grades, type Grade, type Outcome } from './event.ts';
import vectors from './fixtures/fsrs-vectors.json' with { type: 'json' };
import { firstDay, morning, toDay } from './fixtures/make-event.ts';
import { intervalFor, nextMemory, recall } from './memory.ts';
import { newCardState, type CardState, type Memory } from './schedule.ts';
import { defaultHomeSettings } from './settings.ts';
import { nextStep } from './steps.ts';

type WeightsName = keyof typeof vectors.weights;
/** The fields an entry holds depend on its check; one that lacks its own fails there. */
interface Entry {
  readonly name: string;
  readonly origin: string;
  readonly notRun?: string;
  readonly check?: string;
}

const tolerant = (actual: number, expected: number, tolerance: number) => {
  const distance = Math.abs(actual - expected);
  expect(distance, `${String(actual)} for ${String(expected)}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  );
};

function weightsOf(name: WeightsName): readonly number[] {
  return vectors.weights[name];
}

interface History {
  readonly weights: WeightsName;
  readonly grades: readonly Grade[];
}

function decideUnfuzzed(state: CardState, days: number, parameters: readonly number[]) {
  const settings = { ...defaultHomeSettings, parameters, rolloverMinutes: 240 };
  const when = { at: morning(days), studyDay: toDay(days), offset: 0 };
  return decideGrades({ state, settings, ...when }, null);
}

function toState(memory: Memory, outcome: Outcome, days: number): CardState {
  const { after: last, ...plan } = outcome;
  const kept = { introduced: firstDay, reps: 1, lapses: 0 };
  const lastReview = { day: toDay(days), at: morning(days) };
  return {
    ...newCardState,
    last,
    schedule: { ...memory, ...plan, ...kept, lastReview },
  };
}

const checks: Record<string, (entry: never) => void> = {
  intervals(entry: History & { readonly days: readonly number[] }) {
    let state: CardState = newCardState;
    let today = 0;
    const days = entry.grades.map((grade) => {
      const { memory, outcome } = decideUnfuzzed(state, today, weightsOf(entry.weights))[grade];
      state = toState(memory, outcome, today);
      const interval = outcome.phase === 'review' ? outcome.intervalDays : 0;
      today += interval;
      return interval;
    });
    expect(days).toEqual(entry.days);
  },

  memory(
    entry: History & {
      readonly start?: Memory;
      readonly elapsedDays: readonly number[];
      readonly stability: readonly number[];
      readonly difficulty: readonly number[];
      readonly tolerance: number;
    },
  ) {
    let memory = entry.start ?? null;
    const memories = entry.grades.map((grade, index) => {
      const elapsedDays = entry.elapsedDays[index]!;
      return (memory = nextMemory(memory, elapsedDays, grade, weightsOf(entry.weights)));
    });
    memories.slice(-entry.stability.length).forEach(({ stability, difficulty }, index) => {
      tolerant(stability, entry.stability[index]!, entry.tolerance);
      tolerant(difficulty, entry.difficulty[index]!, entry.tolerance);
    });
  },

  firstReview(
    entry: Pick<History, 'weights'> & {
      readonly stability: readonly number[];
      readonly difficulty: readonly number[];
      readonly phases: readonly string[];
      readonly days: readonly number[];
    },
  ) {
    const decisions = decideUnfuzzed(newCardState, 0, weightsOf(entry.weights));
    grades.forEach((grade, index) => {
      const { memory, outcome } = decisions[grade];
      tolerant(memory.stability, entry.stability[index]!, 1e-8);
      tolerant(memory.difficulty, entry.difficulty[index]!, 1e-8);
      expect(outcome.phase).toBe(entry.phases[index]);
      expect(outcome.phase === 'review' ? outcome.intervalDays : 0).toBe(entry.days[index]);
    });
  },

  recall(
    entry: Pick<History, 'weights'> & {
      readonly elapsedDays: readonly number[];
      readonly stability: readonly number[];
      readonly recall: readonly number[];
      readonly tolerance: number;
    },
  ) {
    entry.recall.forEach((expected, index) => {
      const memory = { stability: entry.stability[index]!, difficulty: 5 };
      const actual = recall(memory, entry.elapsedDays[index]!, weightsOf(entry.weights));
      tolerant(actual, expected, entry.tolerance);
    });
  },

  interval(
    entry: Pick<History, 'weights'> & {
      readonly retention: readonly number[];
      readonly days: readonly number[];
      readonly tolerance: number;
    },
  ) {
    entry.days.forEach((expected, index) => {
      const days = intervalFor(1, entry.retention[index]!, weightsOf(entry.weights));
      tolerant(Math.max(1, Math.round(days)), expected, entry.tolerance);
    });
  },

  difficulty(
    entry: History & {
      readonly from: number;
      readonly difficulty: readonly number[];
      readonly tolerance: number;
    },
  ) {
    entry.grades.forEach((grade, index) => {
      const memory = { stability: 5, difficulty: entry.from };
      const { difficulty } = nextMemory(memory, 3, grade, weightsOf(entry.weights));
      tolerant(difficulty, entry.difficulty[index]!, entry.tolerance);
    });
  },

  stabilityAtRecall(
    entry: History & {
      readonly stability: number;
      readonly difficulty: readonly number[];
      readonly recall: readonly number[];
      readonly expected: readonly number[];
      readonly tolerance: number;
    },
  ) {
    entry.grades.forEach((grade, index) => {
      const parameters = weightsOf(entry.weights);
      const elapsedDays = intervalFor(entry.stability, entry.recall[index]!, parameters);
      const memory = { stability: entry.stability, difficulty: entry.difficulty[index]! };
      const { stability } = nextMemory(memory, elapsedDays, grade, parameters);
      tolerant(stability, entry.expected[index]!, entry.tolerance);
    });
  },

  sameDay(
    entry: History & {
      readonly stability: number;
      readonly expected: readonly number[];
      readonly tolerance: number;
    },
  ) {
    entry.grades.forEach((grade, index) => {
      const memory = { stability: entry.stability, difficulty: 5 };
      const { stability } = nextMemory(memory, 0, grade, weightsOf(entry.weights));
      tolerant(stability, entry.expected[index]!, entry.tolerance);
    });
  },

  sameWeights(entry: { readonly weights: WeightsName; readonly same: WeightsName }) {
    const histories = [
      ['good', 'good', 'hard', 'again', 'easy'],
      ['again', 'hard', 'good', 'easy', 'again'],
    ] as const;
    for (const history of histories) {
      const [one, other] = [entry.weights, entry.same].map((name) => {
        let memory: Memory | null = null;
        for (const [index, grade] of history.entries()) {
          memory = nextMemory(memory, index * 3, grade, weightsOf(name));
        }
        return memory!;
      });
      tolerant(one!.stability, other!.stability, 1e-6);
      tolerant(one!.difficulty, other!.difficulty, 1e-6);
    }
  },

  steps(entry: {
    readonly steps: readonly number[];
    readonly step: number;
    readonly expected: Readonly<Partial<Record<Grade, readonly [number, number] | null>>>;
    readonly wholeMinutes?: boolean;
  }) {
    for (const [grade, expected] of Object.entries(entry.expected)) {
      const plan = nextStep(entry.steps, entry.step, grade as Grade);
      const minutes =
        plan && (entry.wholeMinutes ? Math.round(plan.delayMinutes) : plan.delayMinutes);
      expect(plan && [minutes, plan.step]).toEqual(expected);
    }
  },
};

describe('the reference vectors of FSRS', () => {
  const entries: readonly Entry[] = vectors.entries;

  for (const entry of entries.filter(({ notRun }) => notRun === undefined)) {
    it(`hold: ${entry.name} (${entry.origin})`, () => {
      checks[entry.check!]!(entry as never);
    });
  }

  it('all run, or say why they do not', () => {
    for (const { check, notRun } of entries) {
      if (notRun === undefined) expect(checks).toHaveProperty(check ?? '');
      else expect(notRun).toMatch(/\.$/);
    }
  });
});
