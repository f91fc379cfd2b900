import type { CardId } from './ids.ts';
import type { CardState } from './schedule.ts';
import type { HomeSettings } from './settings.ts';

type Steps = Pick<HomeSettings, 'learningStepsMinutes' | 'relearningStepsMinutes'>;

export interface StepChange {
  /** Cards that wait for a step the new settings no longer have: it will count as the last of them. */
  readonly gone: readonly CardId[];
  /** Cards that wait for a step which is now of another length. */
  readonly changed: readonly CardId[];
}

/**
 * Which cards of a home a change of its steps affects. Their due dates, already given, do not move:
 * the new steps show with each card's next grade.
 */
export function describeStepChange(
  before: Steps,
  after: Steps,
  cards: Iterable<{ readonly card: CardId; readonly state: CardState }>,
): StepChange {
  const gone: CardId[] = [];
  const changed: CardId[] = [];
  for (const { card, state } of cards) {
    const { schedule } = state;
    if (schedule === undefined || schedule.phase === 'review') continue;
    const key = schedule.phase === 'learning' ? 'learningStepsMinutes' : 'relearningStepsMinutes';
    const now = after[key][schedule.step];
    if (now === before[key][schedule.step]) continue;
    (now === undefined ? gone : changed).push(card);
  }
  return { gone, changed };
}
