import {
  defaultDeckSettings,
  defaultHomeSettings,
  defaultLearnerSettings,
  type DeckSettings,
  type HomeSettings,
  type LearnerSettings,
} from './settings.ts';

/** Whether a value that came from an event can be what a setting holds. */
type Check = (value: unknown) => boolean;
type Checks<Shape> = Readonly<Record<keyof Shape, Check>>;

const isWhole = (least: number, most: number): Check => {
  return (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
};
const isBetween = (least: number, most: number): Check => {
  return (value) => typeof value === 'number' && value >= least && value <= most;
};
const isOneOf = (...values: readonly string[]): Check => {
  return (value) => typeof value === 'string' && values.includes(value);
};
const isListOf = (isItem: Check, least = 0, most = Infinity): Check => {
  return (value) => {
    return (
      Array.isArray(value) && value.length >= least && value.length <= most && value.every(isItem)
    );
  };
};
const isShape = (checks: Readonly<Record<string, Check>>): Check => {
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const fields = value as Readonly<Record<string, unknown>>;
    return Object.entries(checks).every(([field, check]) => check(fields[field]));
  };
};
const isBoolean: Check = (value) => typeof value === 'boolean';
const isString: Check = (value) => typeof value === 'string';
const isCount = isWhole(0, 9999);
/** Up to a year; longer waits are what review is for. */
const isSteps = isListOf(isBetween(1 / 60, 525_600), 0, 20);

const learnerChecks: Checks<LearnerSettings> = {
  rolloverMinutes: isWhole(0, 1439),
  newPerDay: isCount,
  reviewsPerDay: isCount,
  newIgnoresReviewLimit: isBoolean,
  order: isOneOf('mixed', 'reviews-first', 'new-first'),
  reviewOrder: isOneOf('due', 'recall'),
  learnAheadMinutes: isWhole(0, 1440),
  burySiblings: isShape({ new: isBoolean, review: isBoolean, interday: isBoolean }),
  parameters: isListOf((value) => Number.isFinite(value), 21, 21),
  completedStabilityDays: isWhole(1, 3650),
  roadmaps: isListOf(isString),
  extraToday: isShape({ day: Number.isInteger, new: isCount, reviews: isCount }),
};

const homeChecks: Checks<HomeSettings> = {
  learningStepsMinutes: isSteps,
  relearningStepsMinutes: isSteps,
  desiredRetention: isBetween(0.7, 0.99),
  maximumIntervalDays: isWhole(1, 36_500),
  leechLapses: isWhole(0, 99),
};

/** A plan of a kind that this version does not know is no plan here. */
const isPlan: Check = (value) => {
  const isPlanOf = (kinds: readonly string[], checks: Readonly<Record<string, Check>>) =>
    isShape({
      kind: isOneOf(...kinds),
      start: Number.isInteger,
      newPerDay: isCount,
      cards: isWhole(0, 1_000_000),
      started: isWhole(0, 1_000_000),
      mandatoryOnly: isBoolean,
      ...checks,
    })(value);
  const until = Number.isInteger;
  return (
    isPlanOf(['pace'], {}) ||
    isPlanOf(['finish'], { until }) ||
    isPlanOf(['periods'], { until, stretches: isListOf(isShape({ until, newPerDay: isCount })) }) ||
    isPlanOf(['interview'], { until, sections: isListOf(isString), recall: isBetween(0.7, 0.99) })
  );
};

const deckChecks: Checks<DeckSettings> = {
  newPerDay: isCount,
  reviewsPerDay: isCount,
  plan: isPlan,
  newPriorities: isListOf(isOneOf('mandatory', 'good', 'optional', 'general', 'none')),
  newSections: isListOf(isString),
  skippedKinds: isListOf(isOneOf('learn', 'practice', 'project', 'tool', 'rule')),
  waitStabilityDays: isWhole(1, 3650),
  path: isString,
};

export interface SettingGroup<Shape> {
  readonly defaults: Shape;
  readonly checks: Checks<Shape>;
}

export const learnerGroup: SettingGroup<LearnerSettings> = {
  defaults: defaultLearnerSettings,
  checks: learnerChecks,
};
export const homeGroup: SettingGroup<HomeSettings> = {
  defaults: defaultHomeSettings,
  checks: homeChecks,
};
export const deckGroup: SettingGroup<DeckSettings> = {
  defaults: defaultDeckSettings,
  checks: deckChecks,
};

/** Whether a setting is one of a group's. */
export function isSettingOf<Shape>(group: SettingGroup<Shape>, key: string): boolean {
  return Object.hasOwn(group.checks, key);
}

/**
 * The settings with one more set; null returns to the default. A value that no such setting can
 * hold changes nothing: it was written by another version, or damaged.
 */
export function putSetting<Shape>(
  group: SettingGroup<Shape>,
  settings: Shape,
  key: string,
  value: unknown,
): Shape {
  if (!isSettingOf(group, key)) return settings;
  const field = key as keyof Shape;
  if (value === null) return { ...settings, [field]: group.defaults[field] };
  return group.checks[field](value) ? { ...settings, [field]: value } : settings;
}
