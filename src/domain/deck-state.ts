import type { RoadmapTree } from './content.ts';
import type { AnyEvent } from './event.ts';
import type { EventId } from './ids.ts';
import { isContentEvent } from './known-event.ts';

/** Between the names of a deck and of the decks it lies in. */
export const pathSeparator = '::';

/** What a learner did to a deck as a whole. */
export interface DeckState {
  /** Stored content that valid events name, newest first; empty for a deck of the learner's own. */
  readonly editions: readonly string[];
  /** The name it was given last; null where no event names it. */
  readonly title: string | null;
  readonly isRemoved: boolean;
  /** Where the decks within it lie now, by the path they came with. */
  readonly moved: Readonly<Record<string, string>>;
  /** Paths, as they came, of decks that are not asked; '' is the whole home. */
  readonly resting: readonly string[];
  /** The roadmap it is, as it came last; absent for a deck that is none. */
  readonly roadmap?: BroughtRoadmap;
}

/** A roadmap as one import brought it. */
export interface BroughtRoadmap {
  /** What brought it. */
  readonly event: EventId;
  /** As it came, whatever it is called now. */
  readonly title: string;
  readonly tree: RoadmapTree;
}

const movedPrefix = 'path:';
const restingPrefix = 'resting:';

/** The fields of a deck that `edited` events set. */
export const titleField = 'title';

/** The field that says where the deck that came with this path lies. */
export function toMovedField(path: string): string {
  return movedPrefix + path;
}

/** The field that says whether the deck with this path rests: `yes` or nothing. */
export function toRestingField(path: string): string {
  return restingPrefix + path;
}

/**
 * What follows from a deck's events, given the valid ones in the order of their ids. A deck that is
 * created again after it was removed is there again.
 */
export function replayDeck(events: readonly AnyEvent[]): DeckState {
  const editions: string[] = [];
  let title: string | null = null;
  let isRenamed = false;
  let isRemoved = false;
  let roadmap: BroughtRoadmap | undefined;
  const moved = new Map<string, string>();
  const resting = new Set<string>();
  for (const event of events.filter(isContentEvent)) {
    if (event.kind === 'removed') isRemoved = event.value;
    else if (event.kind === 'created') {
      isRemoved = false;
      if (!('title' in event)) continue;
      // A newer edition does not take back the name the learner gave.
      if (!isRenamed) title = event.title;
      if (event.edition !== undefined) editions.unshift(event.edition);
      if (event.roadmap !== undefined) {
        roadmap = { event: event.id, title: event.title, tree: event.roadmap };
      }
    } else if (event.field === titleField) {
      title = event.value;
      isRenamed = true;
    } else if (event.field.startsWith(movedPrefix)) {
      moved.set(event.field.slice(movedPrefix.length), event.value);
    } else if (event.field.startsWith(restingPrefix)) {
      const path = event.field.slice(restingPrefix.length);
      if (event.value === '') resting.delete(path);
      else resting.add(path);
    }
  }
  return {
    ...{ editions, title, isRemoved },
    ...{ moved: Object.fromEntries(moved), resting: [...resting] },
    ...(roadmap && { roadmap }),
  };
}

/** Whether a deck is this one, or lies in it; everything lies in ''. */
export function liesIn(path: string, outer: string): boolean {
  return outer === '' || path === outer || path.startsWith(outer + pathSeparator);
}

/** Where a deck lies after moves: the nearest moved deck around it takes it along. */
export function movePath(path: string, moved: DeckState['moved']): string {
  const [nearest] = Object.keys(moved)
    .filter((from) => from !== '' && liesIn(path, from))
    .sort((one, other) => other.length - one.length);
  if (nearest === undefined) return path;
  return (moved[nearest] ?? nearest) + path.slice(nearest.length);
}
