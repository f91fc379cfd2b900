import { listForgotten } from '#src/domain/cram.ts';
import { toStudyDay } from '#src/domain/day.ts';
import type { CardId, StudyDay } from '#src/domain/ids.ts';
import { toQueueCard, type QueueCard } from '#src/domain/queue.ts';
import { describeScope, type ReviewScope } from '#src/domain/review-scope.ts';
import { listBlocks } from './blocks.ts';
import { listDayAnswers } from './day-events.ts';
import { loadGoneCards } from './gone-cards.ts';
import { listEntries } from './schedule-block.ts';
import { findScopeCards, toScopeHome } from './scope-cards.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** Which cards are gone over out of turn. */
export type CramChoice = 'forgotten' | 'flagged';

export interface CramCards {
  readonly today: StudyDay;
  readonly scope: string;
  /** Suspended cards are left out; buried ones are not. */
  readonly cards: readonly QueueCard[];
}

/** The cards of a scope that were graded Again today, or that carry a flag. */
export function loadCramCards(
  { db, clock }: Store,
  scope: ReviewScope,
  choice: CramChoice,
): Promise<CramCards> {
  const now = clock.now();
  const offset = clock.offsetMinutes(now);
  return withStorageErrors(async () => {
    const [settings, blocks, gone, narrowed] = await Promise.all([
      loadSettings(db),
      listBlocks(db),
      loadGoneCards(db),
      findScopeCards(db, scope),
    ]);
    const today = toStudyDay(now, offset, settings.learner.rolloverMinutes);
    const home = toScopeHome(scope);
    const inScope = narrowed === undefined ? null : new Set<CardId>(narrowed);
    const forgotten =
      choice === 'flagged' ? null : new Set(listForgotten(await listDayAnswers(db, today), today));
    const cards = blocks
      .filter((block) => home === undefined || block.home === home)
      .flatMap(listEntries)
      .filter(({ card, state: { marks } }) => {
        if (marks.suspended || gone.has(card) || (inScope !== null && !inScope.has(card)))
          return false;
        return forgotten === null ? marks.flag > 0 : forgotten.has(card);
      })
      .map(({ card, state }) => toQueueCard(card, state.schedule));
    return { today, scope: `${choice} ${describeScope(scope)}`, cards };
  });
}
