import { countElapsedDays, dayMs } from '../day.ts';
import type { Grade } from '../event.ts';
import type { CardId, Instant, StudyDay } from '../ids.ts';
import { nextMemory, recall } from '../memory.ts';
import type { CardState, Memory } from '../schedule.ts';
import { drawPlace, toSeed } from '../shuffle.ts';
import { pickGrade, type GradeShares } from './grade-shares.ts';

export interface LearnerInput {
  /** The 21 weights of FSRS-6 that the learner's memory follows, whatever the app believes. */
  readonly truth: readonly number[];
  /** The weights the app schedules with. */
  readonly parameters: readonly number[];
  readonly shares: GradeShares;
  readonly seed: string;
}

/** A memory that answers as FSRS says memories do. */
export interface SimulatedLearner {
  /**
   * The grade the learner gives: of a new card one of the habits, else right with the probability
   * that the card is recalled at this instant. The seed draws for each answer of each card by
   * itself, so that other limits or other cards change no answer.
   */
  answer(card: CardId, state: CardState, at: Instant): Grade;
  /** Keeps what the learner's own memory of a card becomes by an answer. */
  remember(card: CardId, before: CardState, grade: Grade, day: StudyDay): void;
}

/** A learner to be simulated, who takes over the memory that the cards' states hold. */
export function makeSimulatedLearner(input: LearnerInput): SimulatedLearner {
  const { truth, parameters, shares } = input;
  const seed = toSeed(input.seed);
  // Where the app is right about the learner, its states are the memory.
  const isKnown = truth.every((weight, index) => weight === parameters[index]);
  const memories = new Map<CardId, Memory>();
  const memoryOf = (card: CardId, { schedule }: CardState): Memory | null =>
    memories.get(card) ?? schedule ?? null;

  return {
    answer(card, state, at) {
      const { schedule } = state;
      const memory = memoryOf(card, state);
      const answers = `${card}/${schedule?.reps ?? 0}`;
      const place = drawPlace(seed, `${answers}/grade`) / 2 ** 32;
      if (schedule === undefined || memory === null) return pickGrade(shares.first, place);
      const chance = recall(memory, (at - schedule.lastReview.at) / dayMs, truth);
      const isRecalled = drawPlace(seed, `${answers}/recall`) / 2 ** 32 < chance;
      return isRecalled ? pickGrade(shares.recalled, place) : 'again';
    },
    remember(card, before, grade, day) {
      if (isKnown) return;
      const { schedule } = before;
      const elapsedDays = schedule ? countElapsedDays(schedule.lastReview.day, day) : 0;
      memories.set(card, nextMemory(memoryOf(card, before), elapsedDays, grade, truth));
    },
  };
}
