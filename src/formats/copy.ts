import type { AnyEvent } from '#src/domain/event.ts';
import type { EventId, Instant } from '#src/domain/ids.ts';
import { parseEvent } from './parse-event.ts';

/** The version of the copy format that `writeCopy` writes: see docs/copy-format.md. */
export const copyVersion = 2;

const formatName = 'cairn-copy';

/**
 * The largest file that is read, in bytes: about 700,000 events. A larger one could not be held as
 * one text by every browser.
 */
export const largestCopyBytes = 256 * 1024 * 1024;

/** What a copy says of itself besides its events. */
export interface CopyFacts {
  readonly savedAt: Instant;
  /** The version of the app that wrote it. */
  readonly app: string;
}

/** An event of a copy that cannot be used, and why. */
export interface CopyProblem {
  /** Its place among the copy's events, counted from 1; null where the file as a whole is meant. */
  readonly event: number | null;
  readonly message: string;
}

export interface Copy {
  /** Null where the file does not say it in a way that can be read. */
  readonly savedAt: Instant | null;
  /** Those that can be used, each id once, in replay order. */
  readonly events: readonly AnyEvent[];
  readonly problems: readonly CopyProblem[];
}

/** The text of a copy with these events, one a line, in the order given. `readCopy` reads it back. */
export function writeCopy(events: readonly AnyEvent[], { savedAt, app }: CopyFacts): string {
  const head = JSON.stringify({
    format: formatName,
    version: copyVersion,
    savedAt: new Date(savedAt).toISOString(),
    app,
    count: events.length,
  });
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  return `${head.slice(0, -1)},"events":[\n${lines}\n]}\n`;
}

/**
 * Reads a copy of any version up to this app's. A text that is no copy, is cut short or was written
 * by a newer app gives an error with what to do. An event that is damaged is left out and listed
 * among the problems; the others stand. Never throws.
 */
export function readCopy(text: string): Copy | { readonly error: string } {
  if (text.length > largestCopyBytes) return { error: tooLarge };
  const json = parseJson(text);
  if (json === undefined) return { error: describeUnreadable(text) };
  if (json.format !== formatName) {
    return {
      error:
        'This is not a copy saved by Cairn. Choose a file whose name begins with “cairn-” and ends with “.json”.',
    };
  }
  const { version, events, count } = json;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { error: `This copy does not say which version its format has. ${useAnother}` };
  }
  if (version > copyVersion) {
    return {
      error: `This copy was saved by a newer version of Cairn (format ${version}; this app reads up to ${copyVersion}). Update the app, then choose the file again.`,
    };
  }
  if (!Array.isArray(events)) {
    return { error: `This copy is damaged: its events are missing. ${useAnother}` };
  }
  const read = readEvents(events);
  const problems = [...listMissing(count, events.length), ...read.problems];
  return { savedAt: readInstant(json.savedAt), events: read.events, problems };
}

const useAnother = 'Choose another copy, or save a new one on the device it came from.';

/** Said before a file is even read, where its size is known. */
export const tooLarge = `This file is larger than ${largestCopyBytes / 1024 / 1024} MB, which no copy saved by Cairn is. Choose another file.`;

function parseJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // Editors on some systems put a byte order mark in front.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : {};
  } catch {
    return undefined;
  }
}

function describeUnreadable(text: string): string {
  if (text.trim() === '') return `This file is empty. ${useAnother}`;
  if (text.slice(0, 200).includes(`"${formatName}"`)) {
    return `This copy is damaged or cut short, so none of it was used. ${useAnother}`;
  }
  return 'This file is not a copy saved by Cairn: it holds no JSON. Choose a file whose name begins with “cairn-” and ends with “.json”.';
}

function readEvents(list: readonly unknown[]): Pick<Copy, 'events' | 'problems'> {
  const eventById = new Map<EventId, AnyEvent>();
  const problems: CopyProblem[] = [];
  list.forEach((item, index) => {
    const event = parseEvent(item);
    if ('error' in event && !('id' in event)) {
      problems.push({ event: index + 1, message: event.error });
      return;
    }
    const found = event as AnyEvent;
    const known = eventById.get(found.id);
    if (known === undefined) eventById.set(found.id, found);
    else if (JSON.stringify(known) !== JSON.stringify(found)) {
      problems.push({ event: index + 1, message: 'id: is that of another event of this copy' });
    }
  });
  const events = [...eventById.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { events, problems };
}

function listMissing(count: unknown, found: number): CopyProblem[] {
  if (count === found) return [];
  const promised = typeof count === 'number' ? `holds ${count} events` : 'does not say how many';
  return [{ event: null, message: `the file ${promised}, and ${found} are there` }];
}

function readInstant(value: unknown): Instant | null {
  const instant = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(instant) ? null : (instant as Instant);
}
