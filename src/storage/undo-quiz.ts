import type { ActId, SittingId } from '#src/domain/ids.ts';
import { performAct } from './act.ts';
import { isUndone, listActEvents } from './event-log.ts';
import { listSittingEvents, readQuiz } from './quiz-log.ts';
import { listConcernedCards, loadRenamedCards } from './renamed-cards.ts';
import { recomputeCards } from './schedules.ts';
import { loadReplayContext } from './settings.ts';
import type { Store } from './store.ts';
import { undoAct } from './undo.ts';

/**
 * Undoes a whole quiz in one act: its beginning, all its answers and what they did to schedules. Null
 * where there is no such quiz, or it is undone already.
 */
export function undoQuiz(store: Store, sitting: SittingId): Promise<ActId | null> {
  const { db } = store;
  return performAct(store, { sitting }, async (act) => {
    const quiz = await readQuiz(db, sitting);
    if (quiz?.undoneBy !== null) return null;
    const sat = [quiz.started, ...(await listSittingEvents(db, [quiz.started]))];
    // Acts that are void already too: where one is by an undo in another of these, it must stay so.
    const acts = new Set(sat.filter((event) => !isUndone(event)).map((event) => event.act));
    // An act may hold more than the planned cards, as a confirmed placement does.
    const events = await Promise.all([...acts].map((subject) => listActEvents(db, subject)));
    for (const subject of acts) act.write({ kind: 'undone', subject });
    await act.flush();
    const { context } = await loadReplayContext(db);
    await recomputeCards(
      db,
      listConcernedCards(events.flat(), await loadRenamedCards(db)),
      context,
    );
    return act.id();
  });
}

/** Brings an undone quiz back with all its answers; null where it is not undone. */
export async function redoQuiz(store: Store, sitting: SittingId): Promise<ActId | null> {
  const quiz = await readQuiz(store.db, sitting);
  const act = quiz?.undoneBy ?? null;
  return act === null ? null : undoAct(store, act, sitting);
}
