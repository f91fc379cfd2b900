import { toCurrentParameters } from '#src/domain/memory.ts';
import { homeGroup } from '#src/domain/setting-values.ts';
import type { HomeSettings } from '#src/domain/settings.ts';
import type { DeckOptions } from './collection-facts.ts';
import type { ProblemList } from '../import/problem-list.ts';

const settingNames: Readonly<Record<keyof HomeSettings, string>> = {
  learningStepsMinutes: 'learning steps',
  relearningStepsMinutes: 'relearning steps',
  desiredRetention: 'desired retention',
  maximumIntervalDays: 'maximum interval',
  leechLapses: 'leech threshold',
};

/** The settings among deck options. What is absent is left out, what cannot be used is reported. */
export function readHomeSettings(
  options: DeckOptions,
  problems: ProblemList,
): Partial<HomeSettings> {
  const found: Record<keyof HomeSettings, unknown> = {
    learningStepsMinutes: options.learningSteps,
    relearningStepsMinutes: options.relearningSteps,
    desiredRetention: options.retention,
    maximumIntervalDays: options.maximumInterval,
    leechLapses: options.leechLapses,
  };
  const settings: Record<string, unknown> = {};
  for (const [key, name] of Object.entries(settingNames)) {
    const value = found[key as keyof HomeSettings];
    if (value === undefined || value === null) continue;
    if (homeGroup.checks[key as keyof HomeSettings](value)) settings[key] = value;
    else problems.report(`The ${name} of these cards cannot be used here. Yours is kept.`);
  }
  return settings;
}

/** The 21 weights among deck options, older ones carried over; undefined where none were fitted. */
export function readParameters(
  options: DeckOptions,
  problems: ProblemList,
): readonly number[] | undefined {
  const [fitted] = options.weights.filter(
    (each): each is readonly number[] => Array.isArray(each) && each.length > 0,
  );
  if (fitted === undefined) return undefined;
  const parameters = toCurrentParameters(fitted);
  if (parameters !== null) return parameters;
  problems.report('The FSRS parameters of these cards are damaged. They were left out.');
  return undefined;
}
