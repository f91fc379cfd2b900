import { dayMs } from './day.ts';
import type { Instant } from './ids.ts';

/** What there is to lose, and since when it is safe. */
export interface CopyFacts {
  /** All events. */
  readonly events: number;
  /** When the first of them happened here; null where there is none. */
  readonly begunAt: Instant | null;
  /** Null where no copy was ever saved. */
  readonly lastCopyAt: Instant | null;
}

/** With less than this, there is little to lose yet. */
const worthKeeping = 50;
/** Nobody who only looks around should be told to save a copy. */
const firstAfterDays = 7;
const againAfterDays = 30;

/** Whether a copy should be saved now, and how many whole days old the last one is; null where none is. */
export function findCopyDue(
  { events, begunAt, lastCopyAt }: CopyFacts,
  now: Instant,
): { readonly ageDays: number | null } | undefined {
  if (events < worthKeeping || begunAt === null) return undefined;
  if (lastCopyAt === null) {
    return now - begunAt < firstAfterDays * dayMs ? undefined : { ageDays: null };
  }
  const ageDays = Math.floor((now - lastCopyAt) / dayMs);
  return ageDays < againAfterDays ? undefined : { ageDays };
}
