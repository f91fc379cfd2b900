import type { AnyEvent } from '#src/domain/event.ts';
import type { EventId, StudyDay } from '#src/domain/ids.ts';
import type { ImportedEvent } from '#src/domain/imported-event.ts';
import { hashText } from '#src/domain/shuffle.ts';

/**
 * Older and imported events, many to a record, never changed once written. A segment holds the
 * events of one month and of one sixteenth of the subjects: so the events of one card, of one day
 * and after one id are each found by reading a few records.
 */
export interface EventSegment {
  /**
   * `bucket/month/newest id/count`: a segment put twice is the same record. With `/quiet` before the
   * count where none of its events is an answer.
   */
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

/** What of an event says into which segment it goes. */
type Placed = Pick<AnyEvent, 'subject' | 'studyDay'>;

/** Packs events, in any order, into segments. */
export function packEvents(events: readonly AnyEvent[]): EventSegment[] {
  const lines = new SegmentLines();
  for (const event of events) lines.add(event, writeLine(event));
  return lines.pack();
}

/** What a day's limits count, and what makes a card count as new once more. */
export const answerKinds = ['reviewed', 'forgot'] as const;
const quiet = '/quiet';

/** Whether the segment with this id holds no answer. */
export function isQuiet(id: string): boolean {
  return id.includes(quiet);
}

/**
 * Packs what an act brings in, event by event before the act has its id: so many that copies of them,
 * with act and device, would cost more than packing. What is of `recentFrom` or later is packed apart,
 * and answers apart from what else an import says of its cards, so that the days a start asks for are
 * a few small records.
 */
export class ImportPacker {
  readonly #old = new SegmentLines();
  readonly #answers = new SegmentLines();
  readonly #quiet = new SegmentLines();
  readonly #recentFrom: StudyDay;

  constructor(recentFrom: StudyDay) {
    this.#recentFrom = recentFrom;
  }

  add(event: ImportedEvent): void {
    const isAnswer = answerKinds.some((kind) => kind === event.kind);
    const recent = isAnswer ? this.#answers : this.#quiet;
    const lines = event.studyDay < this.#recentFrom ? this.#old : recent;
    lines.add(event, writeLine(event).slice(0, -1));
  }

  /** All that was added, as events of this act and device. */
  pack({ act, device }: Pick<AnyEvent, 'act' | 'device'>): EventSegment[] {
    const rest = `,${JSON.stringify({ act, device }).slice(1)}`;
    return [
      ...this.#old.pack('', rest),
      ...this.#answers.pack('', rest),
      ...this.#quiet.pack(quiet, rest),
    ];
  }
}

/** Lines of events by the month and the bucket whose segments they go into. */
class SegmentLines {
  readonly #linesByPlace = new Map<string, string[]>();

  add({ subject, studyDay }: Placed, line: string): void {
    const place = `${toSegmentBucket(subject)}/${toSegmentMonth(studyDay)}`;
    const lines = this.#linesByPlace.get(place);
    if (lines === undefined) this.#linesByPlace.set(place, [line]);
    else lines.push(line);
  }

  /** `mark` says in the ids of the segments what they hold; `rest` is the end of every line. */
  pack(mark = '', rest = ''): EventSegment[] {
    const segments: EventSegment[] = [];
    for (const [place, lines] of this.#linesByPlace) {
      // Each begins with its id.
      lines.sort();
      for (let start = 0; start < lines.length; start += mostEvents) {
        segments.push(packGroup(place, mark, lines.slice(start, start + mostEvents), rest));
      }
    }
    return segments;
  }
}

function packGroup(
  place: string,
  mark: string,
  lines: readonly string[],
  rest: string,
): EventSegment {
  const [bucket, month] = place.split('/').map(Number);
  const newest = readId(lines.at(-1) ?? '');
  return {
    id: `${place}/${newest}${mark}/${lines.length}`,
    bucket: bucket ?? 0,
    month: month ?? 0,
    newest,
    count: lines.length,
    text: lines.join(`${rest}\n`) + rest,
  };
}

const idStart = '{"id":"';
const idLength = 26;

/** The id comes first, so that ids can be read and lines put in order without parsing. */
function writeLine(event: Pick<AnyEvent, 'id'>): string {
  const line = JSON.stringify(event);
  if (line.startsWith(idStart)) return line;
  const { id, ...rest } = event;
  return JSON.stringify({ id, ...rest });
}

function readId(line: string): EventId {
  return line.slice(idStart.length, idStart.length + idLength) as EventId;
}

/** The newest event of the segment with this id. */
export function toNewestId(id: string): EventId {
  return (id.split('/')[2] ?? '') as EventId;
}

/** All events of a segment. */
export function unpackEvents(segment: EventSegment): AnyEvent[] {
  return segment.text.split('\n').map(parseLine);
}

/** The ids of a segment's events. */
export function listSegmentIds(segment: EventSegment): EventId[] {
  return segment.text.split('\n').map(readId);
}

/** A segment's events with this subject, of this act or of this day; only lines that name it are parsed. */
export function unpackWhere(
  segment: EventSegment,
  field: 'subject' | 'act' | 'studyDay',
  value: string | number,
): AnyEvent[] {
  // The same words may stand in a field of another event.
  return findLines(segment, `"${field}":${JSON.stringify(value)}`)
    .map(parseLine)
    .filter((event) => event[field] === value);
}

/** A segment's events of this kind and day; only lines that name both are parsed. */
export function unpackKind(
  segment: EventSegment,
  kind: AnyEvent['kind'],
  studyDay: StudyDay,
): AnyEvent[] {
  const day = `"studyDay":${studyDay}`;
  return findLines(segment, `"kind":${JSON.stringify(kind)}`)
    .filter((line) => line.includes(day))
    .map(parseLine)
    .filter((event) => event.kind === kind && event.studyDay === studyDay);
}

function findLines({ text }: EventSegment, needle: string): string[] {
  const lines: string[] = [];
  for (let at = text.indexOf(needle); at >= 0;) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    lines.push(text.slice(start, end < 0 ? undefined : end));
    at = end < 0 ? -1 : text.indexOf(needle, end);
  }
  return lines;
}

/** Lines were written by `packEvents` from events that were checked when they came in. */
function parseLine(line: string): AnyEvent {
  return JSON.parse(line) as AnyEvent;
}
