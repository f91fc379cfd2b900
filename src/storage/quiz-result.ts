import { toStudyDay } from '#src/domain/day.ts';
import type { CardId, Instant, SittingId, StudyDay } from '#src/domain/ids.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import type { StepCard, QueueCard } from '#src/domain/queue.ts';
import { toQueueCard } from '#src/domain/queue.ts';
import { isSameGround } from '#src/domain/quiz/quiz-request.ts';
import { scoreQuiz, type Tally } from '#src/domain/quiz/score-quiz.ts';
import { listStates } from '#src/domain/replay.ts';
import type { Due } from '#src/domain/schedule.ts';
import { dropVoid } from './event-log.ts';
import { loadGoneCards } from './gone-cards.ts';
import {
  findQuiz,
  groupAnswers,
  listSittingEvents,
  listStarted,
  readQuiz,
  type QuizLog,
} from './quiz-log.ts';
import { findEntries, groupCardEvents } from './schedules.ts';
import { loadReplayContext, loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A schedule that an answer of a quiz moved. */
export interface MovedSchedule {
  readonly card: CardId;
  readonly before: Due;
  readonly after: Due;
  /** When and on which study day it was answered. */
  readonly at: Instant;
  readonly day: StudyDay;
}

/** An earlier quiz of the same sections, or this one, with its score. */
export interface EarlierQuiz extends Tally {
  readonly sitting: SittingId;
  readonly at: Instant;
}

const mostEarlier = 12;

/** The schedules that a quiz's answers moved, in the order of its questions. */
export function loadMovedSchedules({ db }: Store, quiz: QuizLog): Promise<MovedSchedule[]> {
  const graded = [...quiz.answers.values()].filter(({ grade }) => grade !== null);
  const cards = graded.map(({ card }) => card);
  return withStorageErrors(async () => {
    const [{ context }, eventsByCard] = await Promise.all([
      loadReplayContext(db),
      groupCardEvents(db, cards),
    ]);
    const moved: MovedSchedule[] = [];
    for (const { card, act } of graded) {
      const valid = await dropVoid(db, eventsByCard.get(card) ?? []);
      const states = listStates(valid.filter(isCardEvent), context);
      const index = states.findIndex(({ event }) => event.act === act && event.kind === 'reviewed');
      const found = states[index];
      const before = states[index - 1]?.state.schedule?.due;
      const after = found?.state.schedule?.due;
      if (found === undefined || before === undefined || after === undefined) continue;
      const { at, studyDay: day } = found.event;
      moved.push({ card, before, after, at, day });
    }
    return moved;
  });
}

/** The last quizzes over the same sections up to this one, oldest first, without those nobody answered. */
export function listEarlierQuizzes({ db }: Store, { started }: QuizLog): Promise<EarlierQuiz[]> {
  return withStorageErrors(async () => {
    const same = (await listStarted(db)).filter(
      (each) =>
        each.id <= started.id &&
        each.placement === undefined &&
        isSameGround(each.request, started.request),
    );
    const last = same.slice(-mostEarlier);
    const events = await dropVoid(db, await listSittingEvents(db, last));
    return last.flatMap(({ sitting, at, questions }) => {
      const answers = groupAnswers(events.filter((event) => event.sitting === sitting));
      const { asked, right, unknown } = scoreQuiz(questions, answers);
      return asked === 0 ? [] : [{ sitting, at, asked, right, unknown }];
    });
  });
}

/** What a review over the missed cards of a quiz goes through. */
export interface MissedCards {
  readonly today: StudyDay;
  readonly steps: readonly StepCard[];
  readonly cards: readonly QueueCard[];
}

/**
 * The cards of a quiz that were missed and not reviewed since, or are in steps since; suspended and gone
 * ones left out. None where this device knows no such quiz.
 */
export function loadMissedCards(store: Store, sitting: SittingId): Promise<MissedCards> {
  const { db, clock } = store;
  const now = clock.now();
  return withStorageErrors(async () => {
    const [settings, quiz, gone] = await Promise.all([
      loadSettings(db),
      readQuiz(db, sitting),
      loadGoneCards(db),
    ]);
    const today = toStudyDay(now, clock.offsetMinutes(now), settings.learner.rolloverMinutes);
    const answers = quiz?.answers ?? new Map<CardId, never>();
    const missed = quiz === undefined ? [] : scoreQuiz(quiz.started.questions, answers).missed;
    const wanted = missed.map(({ card }) => card).filter((card) => !gone.has(card));
    const entries = await findEntries(db, wanted);
    const steps: StepCard[] = [];
    const cards: QueueCard[] = [];
    for (const card of wanted) {
      const state = entries.get(card)?.state;
      if (state?.marks.suspended === true) continue;
      const queued = toQueueCard(card, state?.schedule);
      const answeredAt = answers.get(card)?.at ?? now;
      const isDone = (state?.schedule?.lastReview.at ?? -Infinity) > answeredAt;
      if (!isDone) cards.push(queued);
      else if ('due' in queued && 'at' in queued.due)
        steps.push({ card: queued, at: queued.due.at });
    }
    return { today, steps, cards };
  });
}

/** What a quiz's end shows besides its score. */
export async function loadQuizAftermath(store: Store, sitting: SittingId) {
  const quiz = await findQuiz(store, sitting);
  if (quiz === undefined) return { moved: [], earlier: [] };
  const [moved, earlier] = await Promise.all([
    loadMovedSchedules(store, quiz),
    listEarlierQuizzes(store, quiz),
  ]);
  return { moved, earlier };
}
