import { toStudyDay } from '#src/domain/day.ts';
import type { Instant, StudyDay } from '#src/domain/ids.ts';
import type { ImportedDeck } from '../import/imported-deck.ts';
import type { CollectionFacts } from './collection-facts.ts';

/** How a collection counts its days. */
export interface CollectionDays {
  /** The study day that its day 0 is. */
  readonly first: StudyDay;
  readonly zone?: NonNullable<ImportedDeck['zone']>;
}

const defaultRollover = 4;
const minutesPerDay = 1440;

/**
 * Days run from the local date on which the collection was made, at the offset of that place then.
 * Its offset now, or else that one, is the zone of its history. Old collections say neither, but were
 * dated at the rollover of their first day, so that its hour tells the zone; where even that is no
 * time a clock's zone could give, the zone stays unknown and the days are those of UTC.
 */
export function toCollectionDays({ createdSeconds, config }: CollectionFacts): CollectionDays {
  const created = (createdSeconds * 1000) as Instant;
  const rollover = inRange(config.rollover, 0, 23) ?? defaultRollover;
  const rolloverMinutes = rollover * 60;
  const atCreation =
    toEast(config.creationOffset) ?? guessOffset(createdSeconds / 60, rolloverMinutes);
  const offsetMinutes = toEast(config.localOffset) ?? atCreation;
  return {
    first: toStudyDay(created, atCreation ?? 0, 0),
    ...(offsetMinutes !== undefined && { zone: { offsetMinutes, rolloverMinutes } }),
  };
}

function inRange(value: number | undefined, least: number, most: number): number | undefined {
  return value !== undefined && value >= least && value <= most ? value : undefined;
}

/** Zero is written with a sign by whoever turns west into east. */
function toEast(minutesWest: number | undefined): number | undefined {
  const west = inRange(minutesWest, -minutesPerDay, minutesPerDay);
  return west === undefined ? undefined : 0 - west;
}

function guessOffset(createdMinutes: number, rolloverMinutes: number): number | undefined {
  const offset = rolloverMinutes - (createdMinutes % minutesPerDay);
  if (!Number.isInteger(offset / 15)) return undefined;
  const half = minutesPerDay / 2;
  return ((offset + half + minutesPerDay) % minutesPerDay) - half;
}
