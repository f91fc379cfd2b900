import type { CopiedDeck, CopiedMedia } from '#src/domain/copied-deck.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import type { Instant } from '#src/domain/ids.ts';

/** The version of the copy format that `CopyWriter` writes: see docs/copy-format.md. */
export const copyVersion = 3;
export const copyFormat = 'cairn-copy';

const megabyte = 1024 * 1024;

/** What is read at most, in bytes: what browsers can hold in memory. */
export const copyLimits = {
  /** Of a copy that is one text, as those of versions 1 and 2 are: about 700,000 events. */
  textBytes: 256 * megabyte,
  /** Of one file in a copy, unpacked. */
  entryBytes: 512 * megabyte,
  /** Of all files in it together, unpacked, and of the copy itself. */
  totalBytes: 1536 * megabyte,
} as const;

/** Something in a copy that cannot be used, and why. */
export interface CopyProblem {
  /** Its place among the copy's events, counted from 1; null where something else is meant. */
  readonly event: number | null;
  readonly message: string;
}

/** What is in a copy and can be used. */
export interface Copy {
  /** Null where the file does not say it in a way that can be read. */
  readonly savedAt: Instant | null;
  /** Each id once, in replay order. */
  readonly events: readonly AnyEvent[];
  /** Decks that were brought in; copies of versions 1 and 2 hold none. */
  readonly decks: readonly CopiedDeck[];
  readonly media: readonly CopiedMedia[];
  readonly problems: readonly CopyProblem[];
}

const chooseCopy =
  'Choose a file whose name begins with “cairn-” and ends with “.zip”, or with “.json” where an older Cairn saved it.';
export const useAnother = 'Choose another copy, or save a new one on the device it came from.';

/** Said before a file is even read, where its size is known. */
export const tooLarge = `This file is larger than any copy that Cairn reads: ${copyLimits.totalBytes / megabyte} MB, or ${copyLimits.textBytes / megabyte} MB where its name ends with “.json”. Choose another file.`;

/** Said of a file that holds something else. */
export function describeNoCopy(reason?: string): string {
  const because = reason === undefined ? '' : `: ${reason}`;
  return `This file is not a copy saved by Cairn${because}. ${chooseCopy}`;
}

/** Why a copy that says this of itself cannot be read; undefined where it can. */
export function findHeadError(json: Readonly<Record<string, unknown>>): string | undefined {
  const { format, version } = json;
  if (format !== copyFormat) return describeNoCopy();
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return `This copy does not say which version its format has. ${useAnother}`;
  }
  if (version <= copyVersion) return undefined;
  return `This copy was saved by a newer version of Cairn (format ${version}; this app reads up to ${copyVersion}). Update the app, then choose the file again.`;
}

/** The problem that fewer or more of something are there than promised, if so. */
export function listMissing(things: string, count: unknown, found: number): CopyProblem[] {
  if (count === found) return [];
  const promised = typeof count === 'number' ? `holds ${count} ${things}` : 'does not say how many';
  return [{ event: null, message: `the file ${promised}, and ${found} are there` }];
}

/** An instant as a copy writes it; null where it cannot be read. */
export function readInstant(value: unknown): Instant | null {
  const instant = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(instant) ? null : (instant as Instant);
}
