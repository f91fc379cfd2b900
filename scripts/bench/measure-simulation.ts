import { studyDayStart } from '#src/domain/day.ts';
import type { ReviewedEvent } from '#src/domain/event.ts';
import { measurePace } from '#src/domain/estimate.ts';
import {
  toHomeId,
  type CardId,
  type HomeId,
  type Instant,
  type StudyDay,
} from '#src/domain/ids.ts';
import { replayCard } from '#src/domain/replay.ts';
import { buildSettingsHistory, schedulingSettings } from '#src/domain/settings-history.ts';
import { defaultParameters, type Settings } from '#src/domain/settings.ts';
import { usualShares } from '#src/domain/simulation/grade-shares.ts';
import { openSimulation } from '#src/domain/simulation/simulation.ts';

/** A simulated stretch of daily study; retention in per cent. */
interface YearFigures {
  /** Retention the settings ask for. */
  readonly asked: number;
  /** True retention: right answers among the first of a card on a day, after an interval of a day or more. */
  readonly got: number;
  readonly days: number;
  /** Answers given, steps included. */
  readonly reviews: number;
  /** How many answers true retention was counted over. */
  readonly tested: number;
  readonly runMs: number;
}

export interface SimulationFigures extends YearFigures {
  /** Someone whose memory follows other weights than the app schedules with, and with their own. */
  readonly other: YearFigures & { readonly fitted: YearFigures };
}

const days = 365;
const cardCount = 1500;
const firstDay = 20_000 as StudyDay;

/** What the reference optimiser fitted to a public log of 12,580 reviews: a learner who is not the average one. */
const otherParameters: readonly number[] = [
  0.1991, 0.8948, 2.5429, 6.1908, 6.6017, 0.4879, 3.2083, 0.0455, 1.6253, 0.2335, 0.5719, 1.5919,
  0.0316, 0.375, 1.8353, 0.6003, 1.8729, 0.7579, 0.0928, 0.1467, 0.2339,
];

/**
 * A year of daily study of 1,500 cards through the app's rules, by a learner whom the app knows; and
 * by another, scheduled once with the default parameters and once with their own. Throws where the
 * events written do not replay to the states the run came to.
 *
 * A little less than what is asked is to be expected of a learner whom the app knows: no interval is
 * under a day, which is too long for cards just forgotten, and an interval that fuzz makes longer
 * loses more recall than a shorter one wins.
 */
export function measureSimulation(): SimulationFigures {
  return {
    ...simulateYear(defaultParameters, defaultParameters),
    other: {
      ...simulateYear(otherParameters, defaultParameters),
      fitted: simulateYear(otherParameters, otherParameters),
    },
  };
}

function simulateYear(truth: readonly number[], parameters: readonly number[]): YearFigures {
  const defaults = buildSettingsHistory([]).current();
  const settings: Settings = { ...defaults, learner: { ...defaults.learner, parameters } };
  const fresh = Array.from({ length: cardCount }, (_, index) => ({
    card: `cairn:note-${String(index)}#1` as CardId,
    decks: [],
  }));
  const simulation = openSimulation({
    now: (studyDayStart(firstDay, 0, 240) + 5 * 3_600_000) as Instant,
    today: firstDay,
    offset: 0,
    settings,
    fresh,
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
    truth,
    seed: 'bench',
  });
  const eventsByCard = new Map<CardId, ReviewedEvent[]>();
  let reviews = 0;
  let tested = 0;
  let recalled = 0;
  const start = performance.now();
  for (let day = 0; day < days; day += 1) {
    const studied = simulation.studyDay();
    reviews += studied.events.length;
    tested += studied.tested;
    recalled += studied.recalled;
    for (const event of studied.events) {
      const events = eventsByCard.get(event.subject) ?? [];
      eventsByCard.set(event.subject, events);
      events.push(event);
    }
  }
  const runMs = Math.round(performance.now() - start);
  checkReplay(eventsByCard, simulation.listStates(), settings);
  const { desiredRetention } = schedulingSettings(settings, 'cairn' as HomeId);
  return {
    asked: desiredRetention * 100,
    got: Math.round((recalled / tested) * 10_000) / 100,
    days,
    reviews,
    tested,
    runMs,
  };
}

function checkReplay(
  eventsByCard: ReadonlyMap<CardId, readonly ReviewedEvent[]>,
  states: ReadonlyMap<CardId, unknown>,
  settings: Settings,
): void {
  for (const [card, events] of eventsByCard) {
    const scheduling = schedulingSettings(settings, toHomeId(card));
    const context = { parameters: scheduling.parameters, settingsAt: () => scheduling };
    if (JSON.stringify(replayCard(events, context)) !== JSON.stringify(states.get(card))) {
      throw new Error(`The events of ${card} replay to another state than the simulation's.`);
    }
  }
}
