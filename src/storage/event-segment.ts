import type { AnyEvent } from '#src/domain/event.ts';
import type { EventId, StudyDay } from '#src/domain/ids.ts';
import { hashText } from '#src/domain/shuffle.ts';

/**
 * Older and imported events, many to a record, never changed once written. A segment holds the
 * events of one month and of one sixteenth of the subjects: so the events of one card, of one day
 * and after one id are each found by reading a few records.
 */
export interface EventSegment {
  /** `bucket/month/newest id/count`: a segment put twice is the same record. */
  readonly id: string;
  readonly bucket: number;
  /** Study day divided by 30: not a calendar month, but as good for finding. */
  readonly month: number;
  readonly newest: EventId;
  readonly count: number;
  /** One event of JSON a line, in the order of their ids. */
  readonly text: string;
}

export const segmentBuckets = 16;
const daysPerMonth = 30;
const mostEvents = 4000;

/** Which sixteenth of the subjects one belongs to: FNV-1a of its text. */
export function toSegmentBucket(subject: string): number {
  return hashText(subject) % segmentBuckets;
}

/** The month of segments that holds a study day. */
export function toSegmentMonth(studyDay: number): number {
  return Math.floor(studyDay / daysPerMonth);
}

/** The first study day of such a month. */
export function segmentMonthStart(month: number): StudyDay {
  return (month * daysPerMonth) as StudyDay;
}

/** Packs events, in any order, into segments. */
export function packEvents(events: readonly AnyEvent[]): EventSegment[] {
  const groups = new Map<string, AnyEvent[]>();
  for (const event of events) {
    const key = `${toSegmentBucket(event.subject)}/${toSegmentMonth(event.studyDay)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  const segments: EventSegment[] = [];
  for (const [key, group] of groups) {
    group.sort((one, other) => (one.id < other.id ? -1 : 1));
    for (let start = 0; start < group.length; start += mostEvents) {
      segments.push(packGroup(key, group.slice(start, start + mostEvents)));
    }
  }
  return segments;
}

function packGroup(key: string, events: readonly AnyEvent[]): EventSegment {
  const [bucket, month] = key.split('/').map(Number);
  const newest = events.at(-1)?.id ?? ('' as EventId);
  return {
    id: `${key}/${newest}/${events.length}`,
    bucket: bucket ?? 0,
    month: month ?? 0,
    newest,
    count: events.length,
    text: events.map(writeLine).join('\n'),
  };
}

const idStart = '{"id":"';

/** The id comes first, so that `listSegmentIds` need not parse. */
function writeLine(event: AnyEvent): string {
  const line = JSON.stringify(event);
  if (line.startsWith(idStart)) return line;
  const { id, ...rest } = event;
  return JSON.stringify({ id, ...rest });
}

/** All events of a segment. */
export function unpackEvents(segment: EventSegment): AnyEvent[] {
  return segment.text.split('\n').map(parseLine);
}

const idLength = 26;

/** The ids of a segment's events. */
export function listSegmentIds(segment: EventSegment): EventId[] {
  const start = idStart.length;
  return segment.text.split('\n').map((line) => line.slice(start, start + idLength) as EventId);
}

/** A segment's events with this subject, of this act or of this day; only lines that name it are parsed. */
export function unpackWhere(
  segment: EventSegment,
  field: 'subject' | 'act' | 'studyDay',
  value: string | number,
): AnyEvent[] {
  const needle = `"${field}":${JSON.stringify(value)}`;
  const found: AnyEvent[] = [];
  const { text } = segment;
  for (let at = text.indexOf(needle); at >= 0;) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const event = parseLine(text.slice(start, end < 0 ? undefined : end));
    // The same words may stand in a field of another event.
    if (event[field] === value) found.push(event);
    at = end < 0 ? -1 : text.indexOf(needle, end);
  }
  return found;
}

/** Lines were written by `packEvents` from events that were checked when they came in. */
function parseLine(line: string): AnyEvent {
  return JSON.parse(line) as AnyEvent;
}
