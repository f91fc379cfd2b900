import type { UndoneEvent } from './event.ts';
import type { ActId } from './ids.ts';

/**
 * The acts whose events count nowhere: those that an undo names, unless that undo is itself undone.
 * Undos may come in any order and more than once. Undoing the act of an undo is redo.
 *
 * An undo holds only for acts older than its own. No device can undo what it has not seen, so any
 * other is damage; and with that rule going from the newest act down settles each undo before
 * anything it could void.
 */
export function findVoidActs(undone: readonly UndoneEvent[]): ReadonlySet<ActId> {
  const newestFirst = [...undone].sort((one, other) =>
    one.act < other.act ? 1 : one.act > other.act ? -1 : 0,
  );
  const voidActs = new Set<ActId>();
  for (const event of newestFirst) {
    if (event.subject < event.act && !voidActs.has(event.act)) voidActs.add(event.subject);
  }
  return voidActs;
}
