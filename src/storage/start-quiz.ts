import type { QuizStartedEvent } from '#src/domain/event.ts';
import type { RoadmapId, SittingId, TopicId } from '#src/domain/ids.ts';
import { planPlacement } from '#src/domain/quiz/plan-placement.ts';
import { planQuiz, type QuizCard } from '#src/domain/quiz/plan-quiz.ts';
import {
  isSameGround,
  usualRequest,
  type PlannedQuestion,
  type QuizRequest,
} from '#src/domain/quiz/quiz-request.ts';
import { performAct } from './act.ts';
import { loadQuizGround, type QuizGround } from './quiz-ground.ts';
import { findStarted, listStarted } from './quiz-log.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A request as an address or the screen makes it; without a seed the sitting is one. */
export type QuizWish = Omit<QuizRequest, 'seed'> & { readonly seed?: string };

/**
 * Begins a quiz, or finds the one this sitting has begun. A seed that was used for the same wish before
 * asks the same questions again, as far as they are still there. Null where there is nothing to ask.
 */
export async function startQuiz(
  store: Store,
  sitting: SittingId,
  wish: QuizWish,
): Promise<QuizStartedEvent | null> {
  const known = await withStorageErrors(() => findStarted(store.db, sitting));
  if (known !== undefined) return known;
  const roadmaps = [...new Set(wish.topics.map(toRoadmap))];
  const ground = await loadQuizGround(store, roadmaps.length === 0 ? undefined : roadmaps);
  const request: QuizRequest = { ...wish, seed: wish.seed ?? sitting };
  const asked = wish.topics.length > 0 ? wish.topics : listSections(ground);
  const earlier = wish.seed === undefined ? undefined : await findEarlier(store, request);
  const again = earlier === undefined ? [] : renewPlan(earlier.questions, ground);
  const questions =
    again.length > 0 ? again : planQuiz({ ...request, topics: asked }, ground.tree, ground.cards);
  return questions.length === 0 ? null : write(store, sitting, { request, questions });
}

/** Begins a placement in a roadmap, or finds the one this sitting has begun. Null as for `startQuiz`. */
export async function startPlacement(
  store: Store,
  sitting: SittingId,
  roadmap: RoadmapId,
): Promise<QuizStartedEvent | null> {
  const known = await withStorageErrors(() => findStarted(store.db, sitting));
  if (known !== undefined) return known;
  const ground = await loadQuizGround(store, [roadmap]);
  const questions = planPlacement(ground.tree, ground.cards, sitting);
  if (questions.length === 0) return null;
  const request = { ...usualRequest, topics: listSections(ground), seed: sitting };
  return write(store, sitting, { request, questions, placement: roadmap });
}

/** A topic's id begins with its roadmap's. */
function toRoadmap(topic: TopicId): RoadmapId {
  return topic.slice(0, topic.indexOf('/')) as RoadmapId;
}

function listSections({ tree }: QuizGround): TopicId[] {
  return [...tree.values()].filter(({ parent }) => parent === null).map(({ id }) => id);
}

async function findEarlier(
  { db }: Store,
  request: QuizRequest,
): Promise<QuizStartedEvent | undefined> {
  const rest = ({ seed, length, kinds }: QuizRequest) => JSON.stringify([seed, length, kinds]);
  const started = await withStorageErrors(() => listStarted(db));
  return started.find(
    (each) =>
      each.placement === undefined &&
      isSameGround(each.request, request) &&
      rest(each.request) === rest(request),
  );
}

/** The same questions with what is predicted of them now; those gone or suspended since are left out. */
function renewPlan(questions: readonly PlannedQuestion[], { cards }: QuizGround) {
  const byCard = new Map([...cards.values()].flat().map((each) => [each.card, each]));
  const isOpen = (card: QuizCard | undefined): card is QuizCard =>
    card !== undefined && !card.isSuspended;
  return questions.flatMap(({ recall: _, ...question }): PlannedQuestion[] => {
    const card = byCard.get(question.card);
    const hasOptions = (question.distractors ?? []).every((each) => byCard.has(each));
    if (!isOpen(card) || !hasOptions) return [];
    return [{ ...question, ...(card.recall === null ? {} : { recall: card.recall }) }];
  });
}

type Plan = Pick<QuizStartedEvent, 'request' | 'questions' | 'placement'>;

function write(store: Store, sitting: SittingId, plan: Plan): Promise<QuizStartedEvent> {
  return performAct(store, { sitting }, async (act) => {
    // Another tab, or this one twice, may have begun it meanwhile.
    const known = await findStarted(store.db, sitting);
    if (known !== undefined) return known;
    const subject = `quiz:${sitting}` as const;
    return act.write({ kind: 'quiz-started', subject, ...plan }) as QuizStartedEvent;
  });
}
