import { dayMs } from '#src/domain/day.ts';
import type { CardId, DeckId, HomeId, Instant, StudyDay } from '#src/domain/ids.ts';
import { recall } from '#src/domain/memory.ts';
import type { DueCard, QueueInput } from '#src/domain/queue.ts';
import type { Schedule } from '#src/domain/schedule.ts';
import type { Settings } from '#src/domain/settings.ts';
import { makeIdReader, scanScheduled, type DueBlock } from './due-block.ts';

/** What says which cards are due, and what a queue must know of each. */
export interface DueInput {
  readonly settings: Settings;
  /** Where recall decides the order. */
  readonly memories: ReadonlyMap<CardId, Schedule> | undefined;
  readonly now: Instant;
  readonly today: StudyDay;
  readonly narrowed: readonly CardId[] | undefined;
  readonly gone: ReadonlySet<CardId>;
  readonly decks: {
    /** The decks that a card of the home counts in. */
    within(home: HomeId): (card: CardId) => readonly DeckId[];
  };
  readonly until: StudyDay;
  /** Whether reviews that the day's limit is likely to leave out are kept apart. */
  readonly isLaterApart: boolean;
}

/** Whether a card is looked at, by its phase and day; null for the end of a step. */
type IsWanted = (phase: Schedule['phase'], day: StudyDay | null) => boolean;

/** The cards that are due until a day, neither suspended nor buried. */
export function listDue(
  blocks: readonly DueBlock[],
  input: DueInput,
): Pick<QueueInput, 'due' | 'later'> {
  const { until, isLaterApart } = input;
  const isAfter = (day: StudyDay | null, other: StudyDay) => day !== null && day > other;
  const cut = isLaterApart ? findCut(blocks, input) : null;
  const list = (isWanted: IsWanted) => listWanted(blocks, input, isWanted);
  if (cut === null) return { due: list((_phase, day) => !isAfter(day, until)) };
  const isLater: IsWanted = (phase, day) => phase === 'review' && isAfter(day, cut.day);
  return {
    due: list((phase, day) => !isAfter(day, until) && !isLater(phase, day)),
    later: {
      count: cut.left,
      list: () => list((phase, day) => !isAfter(day, until) && isLater(phase, day)),
    },
  };
}

/** The last day whose reviews are looked at first, and how many come due after it. */
interface Cut {
  readonly day: StudyDay;
  readonly left: number;
}

/** So many times the day's limit are looked at: siblings and limits of decks leave some of them out. */
const ampleShare = 1.5;

/** The cut that leaves ample reviews for the day; null where they all are looked at. */
function findCut(
  blocks: readonly DueBlock[],
  { settings, today, until }: Pick<DueInput, 'settings' | 'today' | 'until'>,
): Cut | null {
  const { reviewsPerDay, extraToday } = settings.learner;
  const countByDay = new Map<StudyDay, number>();
  let left = 0;
  for (const block of blocks) {
    scanScheduled(block, today, (_position, phase, day) => {
      if (phase !== 'review' || day === null || day > until) return;
      countByDay.set(day, (countByDay.get(day) ?? 0) + 1);
      left += 1;
    });
  }
  const extra = extraToday?.day === today ? extraToday.reviews : 0;
  const wanted = ampleShare * Math.max(0, reviewsPerDay + extra);
  let taken = 0;
  for (const [day, count] of [...countByDay].sort(([one], [other]) => one - other)) {
    taken += count;
    left -= count;
    if (taken >= wanted) return left === 0 ? null : { day, left };
  }
  return null;
}

function listWanted(blocks: readonly DueBlock[], input: DueInput, isWanted: IsWanted): DueCard[] {
  const { settings, memories, now, today, narrowed, gone, decks } = input;
  const wanted = narrowed === undefined ? undefined : new Set(narrowed);
  const found: DueCard[] = [];
  // Cards of a day share what says it: an object for each would be a third of all that is made here.
  const dueByDay = new Map<StudyDay, { readonly day: StudyDay }>();
  const toDue = (day: StudyDay) => {
    let due = dueByDay.get(day);
    if (due === undefined) dueByDay.set(day, (due = { day }));
    return due;
  };
  for (const block of blocks) {
    const readId = makeIdReader(block);
    const decksOf = decks.within(block.home);
    scanScheduled(block, today, (position, phase, dueDay, dueAt) => {
      if (!isWanted(phase, dueDay)) return;
      const card = readId(position);
      if (wanted !== undefined && !wanted.has(card)) return;
      if (gone.size > 0 && gone.has(card)) return;
      const due = dueDay === null ? { at: dueAt } : toDue(dueDay);
      const entry = { card, phase, due, decks: decksOf(card) };
      if (memories === undefined) {
        found.push(entry);
        return;
      }
      const schedule = memories.get(card);
      const elapsed = schedule === undefined ? 0 : (now - schedule.lastReview.at) / dayMs;
      const chance =
        schedule === undefined ? 0 : recall(schedule, elapsed, settings.learner.parameters);
      found.push({ ...entry, recall: chance });
    });
  }
  return found;
}
