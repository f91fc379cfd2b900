import { toStudyDay } from '#src/domain/day.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import type { ActId, SittingId, StudyDay } from '#src/domain/ids.ts';
import { performAct, type ActOptions, type ActWriter } from './act.ts';
import type { CairnDatabase } from './database.ts';
import { listDayRows, listEventsOfDays } from './day-events.ts';
import { findVoidActsAmong, isUndone, listActEvents, listUndos } from './event-log.ts';
import { listConcernedCards, loadRenamedCards } from './renamed-cards.ts';
import { recomputeCards } from './schedules.ts';
import { loadSettings, refreshSettings, toRecentFrom, toReplayContext } from './settings.ts';
import type { Store } from './store.ts';
import { withStorageErrors } from './storage-error.ts';

/** What decks and notes need after an undo. No transaction can wait for it, and most undos are of reviews. */
const loadContentPart = () => import('./settle-content.ts');
type SettleContent = Awaited<ReturnType<typeof loadContentPart>>['settleContent'];

/** Voids every event of an act; what follows from the rest is stored in the same transaction. */
export async function undoAct(store: Store, act: ActId, sitting?: SittingId): Promise<ActId> {
  const { settleContent, followContent } = await loadContentPart();
  const undo = await performAct(store, toOptions(store, sitting), async (writer) => {
    writer.write({ kind: 'undone', subject: act });
    await settleAct(store.db, writer, act, settleContent);
    return writer.id();
  });
  await followContent(store);
  return undo;
}

function toOptions({ db }: Store, sitting: SittingId | undefined): ActOptions {
  const tables = [db.homes, db.editions, db.overlays, db.roadmaps, db.bank];
  return { tables, ...(sitting === undefined ? {} : { sitting }) };
}

/**
 * Undoes every undo of an act that still holds, of this device or another: the act counts again.
 * Where it counts already nothing is written, and null comes back.
 */
export async function redoAct(
  store: Store,
  act: ActId,
  sitting?: SittingId,
): Promise<ActId | null> {
  const { settleContent, followContent } = await loadContentPart();
  const redo = await performAct(store, toOptions(store, sitting), async (writer) => {
    const undos = await listUndos(store.db, [act]);
    const void_ = await findVoidActsAmong(
      store.db,
      undos.map((event) => event.act),
    );
    const holding = undos.filter((undo) => undo.subject === act && !void_.has(undo.act));
    if (holding.length === 0) return null;
    for (const undo of holding) writer.write({ kind: 'undone', subject: undo.act });
    await settleAct(store.db, writer, act, settleContent);
    return writer.id();
  });
  await followContent(store);
  return redo;
}

/** Recomputes what an act touched, after an undo of it was written. */
async function settleAct(
  db: CairnDatabase,
  writer: ActWriter,
  act: ActId,
  settleContent: SettleContent,
): Promise<void> {
  // The replay below must see the undo, which the act would add only at its end.
  await writer.flush();
  const events = await listConcerned(db, act);
  const history = await refreshSettings(db);
  const cards = listConcernedCards(events, await loadRenamedCards(db));
  await recomputeCards(db, cards, toReplayContext(history));
  await settleContent(db, events, writer.at);
}

/** An act's events; for undos among them, those of the acts they name instead. */
async function listConcerned(db: CairnDatabase, act: ActId): Promise<AnyEvent[]> {
  const events = await listActEvents(db, act);
  const named = events.filter(isUndone).map((event) => event.subject);
  const concerned = await Promise.all(
    // As for replay, an undo holds for older acts only: so this comes to an end.
    named.filter((older) => older < act).map((older) => listConcerned(db, older)),
  );
  return [...events, ...concerned.flat()];
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
export async function listUndoable(store: Store, sitting?: SittingId): Promise<UndoableAct[]> {
  return (await listActs(store, sitting)).undoable;
}

/** The acts that were undone and could be redone, oldest first. */
export async function listRedoable(store: Store, sitting?: SittingId): Promise<UndoableAct[]> {
  return (await listActs(store, sitting)).redoable;
}

/** Both of them, read once. */
export async function listActs(
  store: Store,
  sitting?: SittingId,
): Promise<{ readonly undoable: UndoableAct[]; readonly redoable: UndoableAct[] }> {
  const { db, device } = store;
  return withStorageErrors(async () => {
    const { days, today } = await listLastDays(store);
    // A sitting's events stay rows while they are young: what was imported of these days is not read.
    const areRows = sitting !== undefined && Math.min(...days) >= toRecentFrom(today);
    const recent = areRows ? await listDayRows(db, days) : await listEventsOfDays(db, days);
    const events = recent.filter((event) => {
      if (isUndone(event) || event.device !== device) return false;
      return sitting === undefined || event.sitting === sitting;
    });
    const eventsByAct = groupByAct(events);
    const void_ = await findVoidActsAmong(db, eventsByAct.keys());
    const acts = [...eventsByAct].map(([act, actEvents]) => ({ act, events: actEvents }));
    return {
      undoable: acts.filter(({ act }) => !void_.has(act)),
      redoable: acts.filter(({ act }) => void_.has(act)),
    };
  });
}

/** Today and its neighbours, and the newest event's day: no clock set back or flight west hides an act. */
async function listLastDays({
  db,
  clock,
}: Store): Promise<{ readonly today: StudyDay; readonly days: StudyDay[] }> {
  const now = clock.now();
  const [settings, newest] = await Promise.all([loadSettings(db), db.events.orderBy(':id').last()]);
  const today = toStudyDay(now, clock.offsetMinutes(now), settings.learner.rolloverMinutes);
  const last = newest?.studyDay ?? today;
  const days = [...new Set([today - 1, today, today + 1, last - 1, last])] as StudyDay[];
  return { today, days };
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
