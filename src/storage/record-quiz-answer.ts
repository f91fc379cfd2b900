import type { AnsweredEvent } from '#src/domain/event.ts';
import { toHomeId, type CardId, type SittingId } from '#src/domain/ids.ts';
import { weighAnswer } from '#src/domain/quiz/evidence.ts';
import type { QuizFormat } from '#src/domain/quiz/quiz-request.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import { performAct, type ActWriter } from './act.ts';
import type { CairnDatabase } from './database.ts';
import { dropVoid } from './event-log.ts';
import { readQuiz } from './quiz-log.ts';
import { openState, writeReview } from './record-review.ts';
import { loadRenamedCards } from './renamed-cards.ts';
import { openEntries, recomputeCards } from './schedules.ts';
import { loadReplayContext } from './settings.ts';
import type { Store } from './store.ts';

export interface QuizAnswerInput {
  readonly sitting: SittingId;
  readonly card: CardId;
  readonly format: QuizFormat;
  readonly result: AnsweredEvent['result'];
  readonly durationMs: number;
  /** The option picked: 0 is the right one. */
  readonly option?: number;
}

/** `taken`: the question was answered meanwhile, or the quiz undone, in another tab; nothing was written. */
export type RecordedAnswer = 'saved' | 'taken';

/**
 * Logs an answer of a quiz and, in the same act, what it says of the card (see `weighAnswer`), or
 * neither. A question is answered once, whatever tabs there are.
 */
export function recordQuizAnswer(store: Store, input: QuizAnswerInput): Promise<RecordedAnswer> {
  const { sitting, card } = input;
  return performAct(store, { sitting }, async (act) => {
    const quiz = await readQuiz(store.db, sitting);
    if (quiz?.undoneBy !== null || quiz.answers.has(card)) return 'taken';
    await writeAnswer(store.db, act, input);
    return 'saved';
  });
}

/**
 * Counts an answer as right on the learner's word. In one act, what it did to the card's schedule is taken
 * back, and it is logged and weighed anew as right. Writes nothing where it is right already.
 */
export function overrideQuizAnswer(
  store: Store,
  input: Pick<QuizAnswerInput, 'sitting' | 'card' | 'format'>,
): Promise<RecordedAnswer> {
  const { db } = store;
  const { sitting, card } = input;
  return performAct(store, { sitting }, async (act) => {
    const answer = (await readQuiz(db, sitting))?.answers.get(card);
    if (answer === undefined || answer.result === 'right') return 'taken';
    act.write({ kind: 'undone', subject: answer.act });
    // The replay must see the undo, which the act would add only at its end.
    await act.flush();
    const renamed = await loadRenamedCards(db);
    const { context } = await loadReplayContext(db);
    await recomputeCards(db, [renamed.current(card)], context);
    const { durationMs } = answer;
    await writeAnswer(db, act, { ...input, result: 'right', durationMs }, true);
    return 'saved';
  });
}

async function writeAnswer(
  db: CairnDatabase,
  act: ActWriter,
  input: QuizAnswerInput,
  overridden = false,
): Promise<void> {
  const { card, format, result, option } = input;
  const { settings, studyDay, at } = act;
  const durationMs = Math.max(0, Math.round(input.durationMs));
  const entries = await openEntries(db, [card]);
  const { state: before, put } = await openState(db, card, settings, entries);
  act.write({
    kind: 'answered',
    subject: card,
    result,
    mode: 'quiz',
    format,
    durationMs,
    ...(option === undefined ? {} : { option }),
    ...(overridden ? { overridden } : {}),
  });
  const grade = weighAnswer({
    result,
    format,
    schedule: before.schedule,
    at,
    today: studyDay,
    wasForgottenToday: await wasForgottenOn(db, card, act),
  });
  if (grade === null) return;
  const scheduling = schedulingSettings(settings, toHomeId(card));
  const review = { card, grade, durationMs, mode: 'quiz' } as const;
  const { state } = writeReview(act, before, review, scheduling);
  await put(state);
}

/** Events of this day are rows: no segment needs to be looked through. */
async function wasForgottenOn(
  db: CairnDatabase,
  card: CardId,
  { studyDay }: ActWriter,
): Promise<boolean> {
  const renamed = await loadRenamedCards(db);
  const rows = await db.events.where('subject').anyOf(renamed.all(card)).toArray();
  const valid = await dropVoid(
    db,
    rows.filter((event) => event.studyDay === studyDay && event.kind === 'reviewed'),
  );
  return valid.some((event) => 'grade' in event && event.grade === 'again');
}
