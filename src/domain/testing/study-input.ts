import { measurePace } from '../estimate.ts';
import type { CardId, DeckId } from '../ids.ts';
import { firstDay, morning } from '../fixtures/make-event.ts';
import { buildSettingsHistory } from '../settings-history.ts';
import type { HomeSettings, LearnerSettings, Settings } from '../settings.ts';
import { defaultHomeSettings, defaultParameters } from '../settings.ts';
import { usualShares } from '../simulation/grade-shares.ts';
import type { StudyInput } from '../simulation/simulation.ts';
import { toHomeId, type HomeId } from '../ids.ts';

export const planDeck = 'roadmap:backend' as DeckId;

/** Cards of as many notes, one each, in the order of their numbers. */
export function makeCards(count: number, home = 'cairn'): CardId[] {
  return Array.from({ length: count }, (_, index) => `${home}:note-${String(index)}#1` as CardId);
}

/** Settings with some changed: of the learner, and of the shipped bank. */
export function makeSettings(
  learner: Partial<LearnerSettings> = {},
  home: Partial<HomeSettings> = {},
): Settings {
  const defaults = buildSettingsHistory([]).current();
  const homes = new Map<HomeId, HomeSettings>();
  homes.set(toHomeId('cairn:note#1' as CardId), { ...defaultHomeSettings, ...home });
  return { ...defaults, learner: { ...defaults.learner, ...learner }, homes };
}

/** A learner with the defaults before their first card, but for what is changed. */
export function studyInput(changes: Partial<StudyInput> = {}): StudyInput {
  return {
    now: morning(0),
    today: firstDay,
    offset: 0,
    settings: makeSettings(),
    fresh: makeCards(40).map((card) => ({ card, decks: [planDeck] })),
    studied: [],
    tally: {
      new: 0,
      reviews: 0,
      newByDeck: new Map(),
      reviewsByDeck: new Map(),
      studied: new Map(),
    },
    pace: measurePace([]),
    shares: usualShares,
    truth: defaultParameters,
    seed: 'test',
    ...changes,
  };
}
