import { findCopyDue } from '#src/domain/copy-due.ts';
import type { Instant, StudyDay } from '#src/domain/ids.ts';
import type { DataHealth } from '#src/storage/health.ts';
import type { Clock } from '#src/storage/store.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A study day's date: `9 March 2026`. */
export function describeDate(day: StudyDay): string {
  return date.format(day * dayMs);
}

/** The date of an instant where the learner is. */
export function describeInstant(at: Instant, clock: Clock): string {
  return date.format(at + clock.offsetMinutes(at) * minuteMs);
}

/** `1 event`, `1,204 events`. */
export function countEvents(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'event' : 'events'}`;
}

const one = { decks: 'deck', notes: 'note', media: 'media file' } as const;
const many = { decks: 'decks', notes: 'notes', media: 'media files' } as const;

/** `12 events, 1 deck and 3 media files`: what there is none of is left out, but for events. */
export function countThings(
  things: { readonly events: number } & Partial<Record<keyof typeof one, number>>,
): string {
  const kinds = ['decks', 'notes', 'media'] as const;
  const counted = kinds.flatMap((kind) => {
    const count = things[kind] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${(count === 1 ? one : many)[kind]}`];
  });
  const parts = [countEvents(things.events), ...counted];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** Bytes in the unit that leaves at most three digits before the point. */
export function describeBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  let amount = bytes;
  let unit = 0;
  while (amount >= 1000 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && amount < 10 ? 1 : 0;
  return `${amount.toFixed(digits)} ${units[unit] ?? ''}`;
}

/** Why a copy should be saved now, in words; undefined where there is no need. */
export function findCopyReminder(health: DataHealth, now: Instant): string | undefined {
  const due = findCopyDue(health, now);
  if (due === undefined) return undefined;
  if (due.ageDays === null) {
    return 'All you did is on this device only. Save a copy, so that losing the device does not lose it.';
  }
  return `The last copy is ${due.ageDays} days old. What you did since is on this device only. Save a new one.`;
}
