import { applyEvent } from './apply-event.ts';
import { dayMs, studyDayStart, toStudyDay } from './day.ts';
import { makeDerivedIds, type DeriveEventId } from './derived-event-id.ts';
import { eventVersion, type CardEvent } from './event.ts';
import type { CardId, Instant, StudyDay } from './ids.ts';
import type { ImportedCard, ImportedReview } from './imported-card.ts';
import { closeHistory, type Closing } from './imported-closing.ts';
import type { ImportedBody, ImportedEvent } from './imported-event.ts';
import { toImportedOutcome } from './imported-outcome.ts';
import { newCardState, type CardState } from './schedule.ts';
import { defaultParameters } from './settings.ts';

export interface ImportedHistory {
  readonly card: CardId;
  readonly imported: ImportedCard;
  /** Of the collection it comes from, else of this device. */
  readonly zone: { readonly offsetMinutes: number; readonly rolloverMinutes: number };
  /**
   * The weights that the source scheduled with, where the learner takes them over: the reviews then
   * give the memory. Null where they are unknown or not taken over: the source's own memory counts.
   */
  readonly parameters: readonly number[] | null;
  /** When it is imported. What the source dates later than a day after that is left out. */
  readonly now: Instant;
}

/**
 * The events that an imported card comes to, in the order of their ids: its reviews with the outcomes
 * that the log says, resets, and days set by hand; then, where these do not lead to what the source
 * says of the card, one event that does; then its marks. A replay of them gives the source's due
 * date, interval and memory.
 *
 * Ids follow from the card's id and the source's ids alone: importing the same file again gives the
 * same events.
 */
export function toImportedEvents(history: ImportedHistory): ImportedEvent[] {
  const writer = new HistoryWriter(history);
  const { imported, now } = history;
  const reviews = [...(imported.reviews ?? [])]
    .filter(({ at }) => at <= now + dayMs)
    .sort((one, other) => one.at - other.at || one.id - other.id);
  reviews.forEach((review, index) => {
    writer.addReview(review, index === reviews.length - 1);
  });
  const graded = reviews.filter(({ act }) => act.kind === 'graded').length;
  writer.close(graded);
  writer.addMarks();
  return writer.events;
}

class HistoryWriter {
  readonly events: ImportedEvent[] = [];
  readonly #history: ImportedHistory;
  readonly #parameters: readonly number[];
  readonly #deriveId: DeriveEventId;
  #state: CardState = newCardState;
  /** Of the newest id so far: each takes a later one, so that their order is this. */
  #time = -1;

  constructor(history: ImportedHistory) {
    this.#history = history;
    this.#parameters = history.parameters ?? defaultParameters;
    this.#deriveId = makeDerivedIds(`${history.card}/`);
  }

  addReview(review: ImportedReview, isLast: boolean): void {
    const { act, at, next } = review;
    const source = `review/${review.id}`;
    const after = this.#state.last;
    if (act.kind === 'reset') {
      this.#add(at, source, { kind: 'forgot' });
    } else if (act.kind === 'set-due') {
      const days = 'days' in next ? Math.max(0, Math.min(36_500, next.days)) : 0;
      const due = { day: (this.#toDay(at) + days) as StudyDay };
      this.#add(at, source, { kind: 'rescheduled', due, intervalDays: Math.max(1, days), after });
    } else {
      const { grade, durationMs } = act;
      const present = isLast ? this.#history.imported.schedule : undefined;
      const situation = { at, studyDay: this.#toDay(at), zone: this.#history.zone };
      const outcome = toImportedOutcome(review, grade, {
        ...situation,
        state: this.#state,
        present,
      });
      this.#add(at, source, { kind: 'reviewed', grade, durationMs, mode: 'review', outcome });
    }
  }

  /** Adds what leads from the reviews to what the source says of the card. */
  close(graded: number): void {
    const { imported, parameters } = this.#history;
    const closing: Closing = {
      schedule: imported.schedule,
      state: this.#state,
      graded,
      isReplayed: parameters !== null,
      parameters: this.#parameters,
      toDay: (at) => this.#toDay(at),
    };
    const closed = closeHistory(closing);
    if (closed !== undefined) {
      this.#add(this.#findCloseTime(), `${closed.kind}/${JSON.stringify(closed)}`, closed);
    }
  }

  addMarks(): void {
    const { imported, now } = this.#history;
    const at = this.#findCloseTime();
    if (imported.suspended) this.#add(at, 'suspended', { kind: 'suspended', value: true });
    if (imported.flag !== undefined) {
      this.#add(at, `flagged/${imported.flag}`, { kind: 'flagged', flag: imported.flag });
    }
    // Buried until the next day, as a package says it, means from the day on which it is read.
    const until = (this.#toDay(now) + 1) as StudyDay;
    if (imported.buried) this.#add(at, 'buried', { kind: 'buried', until });
  }

  /** When the source last changed the card, or the last it tells of; never after the import. */
  #findCloseTime(): Instant {
    const { imported, now, zone } = this.#history;
    const { changedAt, reviews, schedule } = imported;
    const reviewedAt = reviews?.at(-1)?.at;
    const known = changedAt ?? reviewedAt;
    if (known !== undefined) return Math.min(known, now) as Instant;
    if (schedule === undefined) return 0 as Instant;
    if ('at' in schedule.due) return Math.min(schedule.due.at, now) as Instant;
    const day = (schedule.due.day - (schedule.intervalDays ?? 1)) as StudyDay;
    const start = studyDayStart(day, zone.offsetMinutes, zone.rolloverMinutes);
    return Math.max(0, Math.min(start, now)) as Instant;
  }

  #toDay(at: Instant): StudyDay {
    const { offsetMinutes, rolloverMinutes } = this.#history.zone;
    return toStudyDay(at, offsetMinutes, rolloverMinutes);
  }

  #add(at: Instant, source: string, body: ImportedBody): void {
    const { card, zone } = this.#history;
    this.#time = Math.max(at, this.#time + 1);
    const id = this.#deriveId(this.#time as Instant, source);
    const offset = zone.offsetMinutes;
    const studyDay = this.#toDay(at);
    const frame = { id, v: eventVersion, at, offset, studyDay, subject: card };
    const event = Object.assign(frame, body) as ImportedEvent;
    this.events.push(event);
    // Act and device, which it lacks, have no part in what follows from an event.
    this.#state = applyEvent(this.#state, event as CardEvent, this.#parameters);
  }
}
