import { grades } from '#src/domain/event.ts';
import type { Instant } from '#src/domain/ids.ts';
import type { ImportedCard, ImportedReview } from '../import/imported-deck.ts';
import { toSha1 } from '../sha1.ts';
import type { SqlRow } from '../sqlite.ts';
import { toPlainText } from './template/plain-text.ts';
import type { WrittenDays } from './write-collection-facts.ts';

/** A row of `notes`. `values` are HTML in the order of the note type's fields. */
export function toNoteRow(
  note: {
    readonly id: number;
    readonly guid: string;
    readonly noteType: number;
    readonly tags: readonly string[];
    readonly values: readonly string[];
  },
  nowSeconds: number,
): SqlRow {
  const { id, guid, noteType, tags, values } = note;
  const tagText = tags.map((tag) => tag.trim().replace(/\s+/g, '_')).join(' ');
  const first = toPlainText(values[0] ?? '').trim();
  // By the first eight digits of this sum Anki finds notes that begin alike.
  const sum = parseInt(toSha1(new TextEncoder().encode(first)).slice(0, 8), 16);
  const flds = values.join('\u001f');
  return [
    id,
    guid,
    noteType,
    nowSeconds,
    -1,
    tags.length > 0 ? ` ${tagText} ` : '',
    flds,
    first,
    sum,
    0,
    '',
  ];
}

const types = { new: 0, learning: 1, review: 2, relearning: 3 } as const;
const queues = { new: 0, learning: 1, review: 2, relearning: 1 } as const;
const dayLearningQueue = 3;
const startEase = 2500;

/** A row of `cards`. */
export function toCardRow(
  place: {
    readonly id: number;
    readonly note: number;
    readonly deck: number;
    readonly template: number;
  },
  card: ImportedCard,
  days: WrittenDays,
  position: number,
  nowSeconds: number,
): SqlRow {
  const { schedule, flag, changedAt } = card;
  const phase = schedule?.phase ?? 'new';
  const isDayStep = schedule !== undefined && schedule.phase !== 'review' && 'day' in schedule.due;
  const queue = isDayStep ? dayLearningQueue : queues[phase];
  const due = schedule === undefined ? (card.position ?? position) : toDue(schedule.due, days);
  const { stability, difficulty } = schedule?.memory ?? {};
  return [
    place.id,
    place.note,
    place.deck,
    place.template,
    changedAt === undefined ? nowSeconds : Math.floor(changedAt / 1000),
    -1,
    types[phase],
    card.suspended ? -1 : card.buried ? -2 : queue,
    due,
    schedule?.intervalDays ?? 0,
    schedule === undefined ? 0 : Math.round((schedule.ease ?? startEase / 1000) * 1000),
    schedule?.reps ?? 0,
    schedule?.lapses ?? 0,
    // One step left, today: which of the steps it is the source does not say.
    phase === 'learning' || phase === 'relearning' ? 1001 : 0,
    0,
    0,
    flag ?? 0,
    stability === undefined ? '' : JSON.stringify({ s: stability, d: difficulty }),
  ];
}

function toDue(due: NonNullable<ImportedCard['schedule']>['due'], days: WrittenDays): number {
  return 'day' in due ? due.day - days.first : Math.floor(due.at / 1000);
}

/** What `type` says of a line of the log. */
const logTypes = { learning: 0, review: 1, relearning: 2, manual: 4 } as const;

/**
 * The rows of `revlog` for one card. Ids are the times in milliseconds and may occur once in a
 * collection; `claim` gives the time itself, or where another card was answered then, the next free one.
 */
export function toLogRows(
  card: number,
  reviews: readonly ImportedReview[],
  claim: (at: Instant) => number,
): SqlRow[] {
  let phase: 'learning' | 'review' | 'relearning' = 'learning';
  let last = 0;
  return reviews.map(({ at, act, next }) => {
    const interval = 'days' in next ? next.days : -next.seconds;
    const before = phase;
    const lastInterval = last;
    last = interval;
    if (act.kind === 'reset') phase = 'learning';
    else if ('days' in next) phase = 'review';
    else if (phase === 'review') phase = 'relearning';
    const isGraded = act.kind === 'graded';
    return [
      claim(at),
      card,
      -1,
      isGraded ? grades.indexOf(act.grade) + 1 : 0,
      interval,
      lastInterval,
      act.kind === 'reset' ? 0 : startEase,
      isGraded ? act.durationMs : 0,
      isGraded ? logTypes[before] : logTypes.manual,
    ];
  });
}
