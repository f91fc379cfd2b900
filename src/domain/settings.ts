import type { Priority, TopicKind } from './content.ts';
import type { DeckId, HomeId, RoadmapId, StudyDay, TopicId } from './ids.ts';
import type { Plan } from './plan/plan.ts';

/** Settings of the learner: each a key of a `setting-set` event, merged between devices. */
export interface LearnerSettings {
  /** Minutes after local midnight at which a study day begins. */
  readonly rolloverMinutes: number;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Whether new cards are shown even when the review limit is used up. */
  readonly newIgnoresReviewLimit: boolean;
  readonly order: 'mixed' | 'reviews-first' | 'new-first';
  /** Order of due reviews: by due day, or the ones most likely forgotten first. */
  readonly reviewOrder: 'due' | 'recall';
  readonly learnAheadMinutes: number;
  readonly burySiblings: {
    readonly new: boolean;
    readonly review: boolean;
    readonly interday: boolean;
  };
  /** The 21 weights of FSRS-6. */
  readonly parameters: readonly number[];
  /** Mean stability from which a topic whose cards were all met counts as completed. */
  readonly completedStabilityDays: number;
  /** Roadmaps the learner follows, in their order. */
  readonly roadmaps: readonly RoadmapId[];
  /** "More today": extra room, for one study day only. */
  readonly extraToday: {
    readonly day: StudyDay;
    readonly new: number;
    readonly reviews: number;
  } | null;
}

/** Settings of a home: how its cards are scheduled. */
export interface HomeSettings {
  readonly learningStepsMinutes: readonly number[];
  readonly relearningStepsMinutes: readonly number[];
  readonly desiredRetention: number;
  readonly maximumIntervalDays: number;
  readonly leechLapses: number;
}

/** Limits of one deck (a roadmap or a home); null is no limit of its own. */
export interface DeckLimits {
  readonly newPerDay: number | null;
  readonly reviewsPerDay: number | null;
}

/** Which new cards of a roadmap come, and in which order. */
export interface IntroductionSettings {
  /** Priorities wanted, `none` for topics without one; null is all. */
  readonly newPriorities: readonly (Priority | 'none')[] | null;
  /** Sections wanted; null is all. */
  readonly newSections: readonly TopicId[] | null;
  readonly skippedKinds: readonly TopicKind[];
  /** Mean stability the topic before must have before a topic's new cards come; null is no waiting. */
  readonly waitStabilityDays: number | null;
  /** The learning path that orders the sections; null is the roadmap's own order. */
  readonly path: string | null;
}

/** Settings of one deck; the order of introduction is for roadmaps only. */
export interface DeckSettings extends DeckLimits, IntroductionSettings {
  /** What the learner set out to do with it; null where nothing. */
  readonly plan: Plan | null;
}

export interface Settings {
  readonly learner: LearnerSettings;
  readonly homes: ReadonlyMap<HomeId, HomeSettings>;
  readonly decks: ReadonlyMap<DeckId, DeckSettings>;
}

/** FSRS-6's published default weights (ts-fsrs 5.4, fsrs-rs 6.6). */
export const defaultParameters: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

export const defaultLearnerSettings: LearnerSettings = {
  rolloverMinutes: 240,
  newPerDay: 20,
  reviewsPerDay: 200,
  newIgnoresReviewLimit: false,
  order: 'mixed',
  reviewOrder: 'due',
  learnAheadMinutes: 20,
  burySiblings: { new: true, review: true, interday: true },
  parameters: defaultParameters,
  completedStabilityDays: 21,
  roadmaps: [],
  extraToday: null,
};

export const defaultHomeSettings: HomeSettings = {
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  leechLapses: 8,
};

/** Every card in the roadmap's own order, none waiting for another. */
export const plainIntroduction: IntroductionSettings = {
  newPriorities: null,
  newSections: null,
  skippedKinds: [],
  waitStabilityDays: null,
  path: null,
};

export const defaultDeckSettings: DeckSettings = {
  newPerDay: null,
  reviewsPerDay: null,
  ...plainIntroduction,
  plan: null,
};
