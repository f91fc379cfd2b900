import { comparePlain, type DeckProblem } from './deck-problem.ts';

/** What has an id that learners' events may name. */
export type LockedKind = 'note' | 'topic';

/** An id in use and where it is written. */
export interface UsedId {
  readonly kind: LockedKind;
  readonly id: string;
  readonly path: string;
  readonly line: number;
}

interface LockEntry {
  readonly kind: LockedKind;
  readonly id: string;
  readonly was: readonly string[];
  readonly retired: string | null;
  readonly line: number;
}

export interface LockResult {
  readonly problems: readonly DeckProblem[];
  /** Ids in use that the lock lacks: one problem for each file that has some. */
  readonly missing: readonly DeckProblem[];
  /** The lock with the ids that it lacks. */
  readonly updated: string;
  /** Former ids of notes in use, as the lock has them, without the source's name before them. */
  readonly renamed: readonly { readonly was: string; readonly now: string }[];
}

export const lockPath = 'decks/ids.lock';

const header = `# Every id that was ever released, one a line: a learner's reviews hang on them. "npm run decks -- --lock" adds new ones.
# A new name for the same thing:  note new-id was:old-id       Gone for good:  note old-id retired: the reason
`;

/**
 * Holds the ids in use against those ever released. An id that vanished and one used again for something
 * else are problems. Without a lock every id is missing from it.
 */
export function checkIds(lock: string, used: readonly UsedId[]): LockResult {
  const { entries, problems } = readLock(lock);
  const key = (kind: LockedKind, id: string) => `${kind} ${id}`;
  const usedKeys = new Set(used.map(({ kind, id }) => key(kind, id)));
  const live = new Set<string>();
  const gone = new Set<string>();
  for (const { kind, id, was, retired } of entries) {
    (retired === null ? live : gone).add(key(kind, id));
    for (const old of was) gone.add(key(kind, old));
  }
  for (const { kind, id, line } of entries) {
    if (usedKeys.has(key(kind, id)) || gone.has(key(kind, id))) continue;
    const message = `The ${kind} "${id}" was released and is gone, and learners' reviews with it. Bring it back, or write here "${kind} new-id was:${id}" if it has a new id, or "${kind} ${id} retired: the reason" if it is gone for good.`;
    problems.push({ path: lockPath, line, message });
  }

  const added: UsedId[] = [];
  for (const each of used) {
    const { kind, id, path, line } = each;
    if (gone.has(key(kind, id))) {
      const message = `The ${kind} id "${id}" was released before and given up (see ${lockPath}); an id never changes its meaning. Choose another one.`;
      problems.push({ path, line, message });
    } else if (!live.has(key(kind, id))) added.push(each);
  }
  const newKeys = [...new Set(added.map(({ kind, id }) => key(kind, id)))];
  const renamed = entries
    .filter(({ kind, id }) => kind === 'note' && usedKeys.has(key(kind, id)))
    .flatMap(({ id, was }) => was.map((old) => ({ was: old, now: id })));
  return { problems, missing: reportMissing(added), updated: writeLock(lock, newKeys), renamed };
}

/** One problem for each file: an author who adds a concept wants one thing to do, not twenty. */
function reportMissing(added: readonly UsedId[]): DeckProblem[] {
  const byPath = new Map<string, { first: UsedId; others: number }>();
  for (const each of added) {
    const known = byPath.get(each.path);
    if (known === undefined) byPath.set(each.path, { first: each, others: 0 });
    else known.others += 1;
  }
  return [...byPath].map(([path, { first, others }]) => {
    const what = `${first.kind} "${first.id}"`;
    const missing =
      others === 0 ? `The ${what} is` : `The ${what} and ${others} more ids of this file are`;
    const message = `${missing} not in ${lockPath} yet. Run "npm run decks -- --lock" once you are sure of it.`;
    return { path, line: first.line, message };
  });
}

function readLock(lock: string): { entries: LockEntry[]; problems: DeckProblem[] } {
  const entries: LockEntry[] = [];
  const problems: DeckProblem[] = [];
  lock.split('\n').forEach((text, index) => {
    if (text.trim() === '' || text.startsWith('#')) return;
    const match = /^(note|topic) (\S+)((?: was:\S+)*)(?: retired: *(\S.*))?$/.exec(text.trimEnd());
    const [, kind, id, was = '', retired] = match ?? [];
    if (id === undefined || (kind !== 'note' && kind !== 'topic')) {
      const message = `This line is not understood. Write "note id" or "topic id", then "was:old-id" or "retired: the reason" where it applies.`;
      problems.push({ path: lockPath, line: index + 1, message });
      return;
    }
    const olds = was
      .trim()
      .split(' ')
      .filter((word) => word !== '');
    entries.push({
      kind,
      id,
      was: olds.map((word) => word.slice('was:'.length)),
      retired: retired ?? null,
      line: index + 1,
    });
  });
  return { entries, problems };
}

function writeLock(lock: string, added: readonly string[]): string {
  const lines = lock.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const idOf = (line: string) => line.split(' ').slice(0, 2).join(' ');
  const sorted = [...lines, ...added].sort((a, b) => comparePlain(idOf(a), idOf(b)));
  return `${header}${sorted.map((line) => `${line}\n`).join('')}`;
}
