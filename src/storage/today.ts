import { measurePace, type Pace } from '#src/domain/estimate.ts';
import type { AnyEvent, ReviewedEvent } from '#src/domain/event.ts';
import { buildQueue, countGroups, type QueueGroup } from '#src/domain/queue.ts';
import type { Instant, StudyDay } from '#src/domain/ids.ts';
import type { LearnerSettings } from '#src/domain/settings.ts';
import { bankHome } from './bank.ts';
import { listDayEvents } from './day-events.ts';
import { dropVoid } from './event-log.ts';
import { listHeldRoadmaps, type HeldRoadmap } from './introductions.ts';
import { loadQueue } from './load-queue.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** What Today says of the day. */
export interface DayOverview {
  readonly now: Instant;
  readonly today: StudyDay;
  readonly settings: LearnerSettings;
  readonly counts: Readonly<Record<QueueGroup, number>>;
  /** When the next card in steps comes up, if any waits. */
  readonly nextStep: Instant | null;
  /** All cards that are due, whatever the limits leave of them. */
  readonly backlog: number;
  /** Cards that came due on an earlier day. */
  readonly overdue: number;
  /** Cards that could still be introduced, whatever the limits. */
  readonly fresh: number;
  /** Where none can: the followed roadmaps whose order holds back those that are left. */
  readonly held: readonly HeldRoadmap[];
  readonly done: { readonly cards: number; readonly ms: number };
  /** Cards graded Again today. */
  readonly forgotten: number;
  readonly pace: Pace;
}

/** Recent enough to know the learner's pace by. */
export const paceDays = 7;

/** Today's queue in numbers, within the limits, and what was done so far. */
export async function loadDay(store: Store): Promise<DayOverview> {
  const input = await loadQueue(store);
  const { today, now, settings, due, fresh, tally } = input;
  const { cards, steps } = buildQueue(input);
  const counts = countGroups(cards);
  const reviews = await listRecentReviews(store, today, paceDays);
  const done = reviews.filter((event) => event.studyDay === today);
  const overdue = due.filter((card) => 'day' in card.due && card.due.day < today).length;
  return {
    now,
    today,
    settings,
    counts: { ...counts, learning: counts.learning + steps.length },
    nextStep: steps[0]?.at ?? null,
    backlog: due.length,
    overdue,
    fresh: fresh.length,
    held: fresh.length === 0 ? await listHeldRoadmaps(store) : [],
    done: {
      cards: tally.new + tally.reviews,
      ms: done.reduce((sum, event) => sum + event.durationMs, 0),
    },
    forgotten: new Set(
      done.filter((event) => event.grade === 'again').map((event) => event.subject),
    ).size,
    pace: measurePace(reviews),
  };
}

/** The valid reviews of the last days that are still single rows, in replay order by day. */
export async function listRecentReviews(
  { db }: Store,
  today: StudyDay,
  days: number,
): Promise<ReviewedEvent[]> {
  return withStorageErrors(async () => {
    const rows = await db.events
      .where('studyDay')
      .between(today - days, today, true, true)
      .toArray();
    const valid = await dropVoid(db, rows);
    return valid.filter(isReview);
  });
}

function isReview(event: AnyEvent): event is ReviewedEvent {
  return event.kind === 'reviewed' && event.v === 1;
}

/** The valid events of a study day. */
export function listValidDayEvents({ db }: Store, day: StudyDay): Promise<AnyEvent[]> {
  return withStorageErrors(async () => dropVoid(db, await listDayEvents(db, day)));
}

/** Whether the learner chose something to learn, or has a past here; else it is the first run. */
export function hasBegun({ db }: Store): Promise<boolean> {
  return withStorageErrors(async () => {
    const [settings, blocks, packed, decks] = await Promise.all([
      loadSettings(db),
      // Whatever happens to a card leaves it an entry in a block, so nobody need look for its events.
      db.schedules.limit(1).count(),
      db.segments.limit(1).count(),
      db.homes.where('home').notEqual(bankHome).limit(1).count(),
    ]);
    return settings.learner.roadmaps.length > 0 || blocks > 0 || packed > 0 || decks > 0;
  });
}
