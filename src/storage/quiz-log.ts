import type {
  AnsweredEvent,
  AnyEvent,
  QuizStartedEvent,
  ReviewedEvent,
} from '#src/domain/event.ts';
import type { ActId, CardId, Instant, SittingId } from '#src/domain/ids.ts';
import { isKnownEvent } from '#src/domain/known-event.ts';
import type { QuizAnswer } from '#src/domain/quiz/score-quiz.ts';
import type { CairnDatabase } from './database.ts';
import { dropVoid, findVoidActsAmong, inReplayOrder, listUndos } from './event-log.ts';
import { unpackEvents } from './event-segment.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** An answer as the log has it. */
export interface LoggedAnswer extends QuizAnswer {
  readonly act: ActId;
  readonly at: Instant;
  /** The option picked: 0 is the right one. */
  readonly option?: number;
  readonly isOverridden: boolean;
  /** The grade it gave its card; null where the schedule stayed as it was. */
  readonly grade: 'again' | 'good' | null;
}

/** A quiz as it stands. */
export interface QuizLog {
  readonly started: QuizStartedEvent;
  readonly answers: ReadonlyMap<CardId, LoggedAnswer>;
  /** The act that undid the whole quiz, where that holds; the answers are none then. */
  readonly undoneBy: ActId | null;
}

/** The quiz of a sitting; undefined where this device knows none. */
export function findQuiz({ db }: Store, sitting: SittingId): Promise<QuizLog | undefined> {
  return withStorageErrors(() => readQuiz(db, sitting));
}

/** As `findQuiz`, inside a transaction. */
export async function readQuiz(
  db: CairnDatabase,
  sitting: SittingId,
): Promise<QuizLog | undefined> {
  const started = await findStarted(db, sitting);
  if (started === undefined) return undefined;
  const [events, undoneBy] = await Promise.all([
    listSittingEvents(db, [started]),
    findWholeUndo(db, started),
  ]);
  return { started, answers: groupAnswers(await dropVoid(db, events)), undoneBy };
}

/** The event that began a sitting, whether undone or not. */
export async function findStarted(
  db: CairnDatabase,
  sitting: SittingId,
): Promise<QuizStartedEvent | undefined> {
  const rows = await db.events.where('subject').equals(`quiz:${sitting}`).toArray();
  return inReplayOrder(rows).find(isQuizStarted);
}

/** Every quiz that counts, oldest first; placements among them. */
export async function listStarted(db: CairnDatabase): Promise<QuizStartedEvent[]> {
  const rows = await db.events.where('subject').startsWith('quiz:').toArray();
  return inReplayOrder(await dropVoid(db, rows)).filter(isQuizStarted);
}

function isQuizStarted(event: AnyEvent): event is QuizStartedEvent {
  return isKnownEvent(event) && event.kind === 'quiz-started';
}

async function findWholeUndo(db: CairnDatabase, started: QuizStartedEvent): Promise<ActId | null> {
  const undos = await listUndos(db, [started.act]);
  const void_ = await findVoidActsAmong(
    db,
    undos.map(({ act }) => act),
  );
  const holding = undos.filter(({ subject, act }) => subject === started.act && !void_.has(act));
  return holding.at(-1)?.act ?? null;
}

/**
 * All that happened to the cards of these quizzes in their sittings, void events too, in replay order.
 * No index knows sittings: the planned cards lead to the events.
 */
export async function listSittingEvents(
  db: CairnDatabase,
  quizzes: readonly QuizStartedEvent[],
): Promise<AnyEvent[]> {
  const sittings = new Set(quizzes.map(({ sitting }) => sitting));
  const cards = new Set(quizzes.flatMap(({ questions }) => questions.map(({ card }) => card)));
  const oldest = quizzes.map(({ id }) => id).toSorted()[0];
  if (oldest === undefined) return [];
  const [rows, segments] = await Promise.all([
    db.events
      .where('subject')
      .anyOf([...cards])
      .toArray(),
    db.segments.where('newest').above(oldest).toArray(),
  ]);
  const packed = segments.flatMap(unpackEvents);
  return inReplayOrder(
    [...packed, ...rows].filter(
      ({ sitting, kind }) =>
        sitting !== undefined && sittings.has(sitting) && kind !== 'quiz-started',
    ),
  );
}

/** The answers in valid events of one sitting; where a card has several, the last. */
export function groupAnswers(events: readonly AnyEvent[]): Map<CardId, LoggedAnswer> {
  const known = events.filter(isKnownEvent);
  const gradeByAct = new Map<ActId, ReviewedEvent['grade']>();
  for (const event of known) {
    if (event.kind === 'reviewed' && event.mode === 'quiz') gradeByAct.set(event.act, event.grade);
  }
  const answers = known.filter(
    (event): event is AnsweredEvent => event.kind === 'answered' && event.mode === 'quiz',
  );
  return new Map(
    answers.map(({ subject, result, durationMs, act, at, option, overridden }) => {
      const grade = gradeByAct.get(act);
      const answer: LoggedAnswer = {
        card: subject,
        result,
        durationMs,
        act,
        at,
        ...(option === undefined ? {} : { option }),
        isOverridden: overridden === true,
        grade: grade === 'again' || grade === 'good' ? grade : null,
      };
      return [subject, answer];
    }),
  );
}
