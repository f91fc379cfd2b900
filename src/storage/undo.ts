import type { AnyEvent } from '#src/domain/event.ts';
import type { ActId, CardId, SittingId } from '#src/domain/ids.ts';
import { performAct, type ActWriter } from './act.ts';
import type { CairnDatabase } from './database.ts';
import { findVoidActsAmong, isUndone, listDayEvents, listUndos } from './event-log.ts';
import { recomputeCards } from './schedules.ts';
import { refreshSettings, toReplayContext } from './settings.ts';
import type { Store } from './store.ts';
import { withStorageErrors } from './storage-error.ts';

/** Voids every event of an act; what follows from the rest is stored in the same transaction. */
export function undoAct(store: Store, act: ActId, sitting?: SittingId): Promise<ActId> {
  return performAct(store, sitting === undefined ? {} : { sitting }, async (writer) => {
    writer.write({ kind: 'undone', subject: act });
    await settleAct(store.db, writer, act);
    return writer.id();
  });
}

/** Undoes every undo of an act that still holds, of this device or another: the act counts again. */
export function redoAct(store: Store, act: ActId, sitting?: SittingId): Promise<ActId> {
  return performAct(store, sitting === undefined ? {} : { sitting }, async (writer) => {
    const undos = await listUndos(store.db, [act]);
    const void_ = await findVoidActsAmong(
      store.db,
      undos.map((event) => event.act),
    );
    for (const undo of undos) {
      if (undo.subject === act && !void_.has(undo.act)) {
        writer.write({ kind: 'undone', subject: undo.act });
      }
    }
    await settleAct(store.db, writer, act);
    return writer.id();
  });
}

/** Recomputes what an act touched, after an undo of it was written. */
async function settleAct(db: CairnDatabase, writer: ActWriter, act: ActId): Promise<void> {
  // The replay below must see the undo, which the act would add only at its end.
  await writer.flush();
  const events = await db.events.where('act').equals(act).toArray();
  const history = await refreshSettings(db);
  const cards = events.filter(concernsCard).map((event) => event.subject as CardId);
  await recomputeCards(db, [...new Set(cards)], toReplayContext(history));
}

/** Card ids hold a `#`, and no other subject does. */
export function concernsCard(event: AnyEvent): boolean {
  return event.kind !== 'undone' && event.subject.includes('#');
}

/** One act that can be undone, newest last. */
export interface UndoableAct {
  readonly act: ActId;
  readonly events: readonly AnyEvent[];
}

/**
 * This device's acts of the last two study days that still count, oldest first; with a sitting only
 * that sitting's. Undos and redos are not acts of their own here.
 */
export function listUndoable(store: Store, sitting?: SittingId): Promise<UndoableAct[]> {
  return listActs(store, sitting, (isVoid) => !isVoid);
}

/** The acts that were undone and could be redone, oldest first. */
export function listRedoable(store: Store, sitting?: SittingId): Promise<UndoableAct[]> {
  return listActs(store, sitting, (isVoid) => isVoid);
}

async function listActs(
  { db, device }: Store,
  sitting: SittingId | undefined,
  wanted: (isVoid: boolean) => boolean,
): Promise<UndoableAct[]> {
  return withStorageErrors(async () => {
    const newest = await db.events.orderBy('studyDay').last();
    if (newest === undefined) return [];
    const days = await Promise.all(
      [newest.studyDay - 1, newest.studyDay].map((day) =>
        listDayEvents(db, day as typeof newest.studyDay),
      ),
    );
    const events = days.flat().filter((event) => {
      if (isUndone(event) || event.device !== device) return false;
      return sitting === undefined || event.sitting === sitting;
    });
    const eventsByAct = groupByAct(events);
    const void_ = await findVoidActsAmong(db, eventsByAct.keys());
    return [...eventsByAct]
      .filter(([act]) => wanted(void_.has(act)))
      .map(([act, actEvents]) => ({ act, events: actEvents }));
  });
}

function groupByAct(events: readonly AnyEvent[]): Map<ActId, AnyEvent[]> {
  const eventsByAct = new Map<ActId, AnyEvent[]>();
  for (const event of events) {
    const group = eventsByAct.get(event.act);
    if (group === undefined) eventsByAct.set(event.act, [event]);
    else group.push(event);
  }
  return eventsByAct;
}
