import * as v from 'valibot';
import type { HomeSettings } from '#src/domain/settings.ts';
import { homeSettingsShape } from './home-settings-shape.ts';

/** What something is called in a file, and in the home that it came from. */
export type NamePair = readonly [inFile: string, own: string];

/**
 * A home that a file of Cairn's own was written from, so that the same notes are found again, and homes
 * that left in one file come back apart: see `splitDeck`.
 */
export interface JoinedHome {
  /** Its id where the file was written. */
  readonly home: string;
  readonly title: string;
  readonly settings: Partial<HomeSettings>;
  /** Paths of all its decks. */
  readonly decks: readonly NamePair[];
  /** Keys of those of its notes that go by another one in the file. */
  readonly keys: readonly NamePair[];
  readonly noteTypes: readonly NamePair[];
  readonly media: readonly NamePair[];
}

const name = v.pipe(v.string(), v.nonEmpty());
const pairs = v.array(v.strictTuple([v.string(), v.string()]));
const shape = v.array(
  v.object({
    home: name,
    title: name,
    settings: homeSettingsShape,
    ...{ decks: pairs, keys: pairs, noteTypes: pairs, media: pairs },
  }),
);

/** The homes that a file says it was written from; undefined where it says nothing of the kind that can be used. */
export function readJoinedHomes(value: unknown): readonly JoinedHome[] | undefined {
  const read = v.safeParse(shape, value);
  return read.success && read.output.length > 0 ? read.output : undefined;
}
