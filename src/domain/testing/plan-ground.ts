import type { CompiledRoadmap, Priority } from '../content.ts';
import type { CardId, ConceptId, RoadmapId, TopicId } from '../ids.ts';
import type { PlanGround } from '../plan/plan-ground.ts';
import { listIntroduction } from '../roadmap-cards.ts';
import { plainIntroduction } from '../settings.ts';
import type { StudyInput } from '../simulation/simulation.ts';
import { planDeck, studyInput } from './study-input.ts';

export interface TestSection {
  readonly period?: string;
  /** Cards of each topic, and its priority. */
  readonly topics: readonly (readonly [cards: number, priority?: Priority])[];
}

/** Runs a generator to its end. */
export function finish<Result>(run: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return value;
  }
}

/** A roadmap with these sections, `backend/s0` and on, and a learner who studied none of it. */
export function makeGround(
  sections: readonly TestSection[],
  study: Partial<StudyInput> = {},
): PlanGround {
  const cardsByConcept = new Map<ConceptId, CardId[]>();
  const roadmap: CompiledRoadmap = {
    id: 'backend' as RoadmapId,
    title: 'Backend',
    sections: sections.map(({ period, topics }, index) => ({
      id: `backend/s${String(index)}` as TopicId,
      title: `Section ${String(index)}`,
      ...(period !== undefined && { period }),
      topics: topics.map(([count, priority], at) => {
        const name = `s${String(index)}-t${String(at)}`;
        const concept = `data/${name}` as ConceptId;
        cardsByConcept.set(
          concept,
          Array.from({ length: count }, (_, card) => `cairn:${name}-${String(card)}#1` as CardId),
        );
        return {
          id: `backend/s${String(index)}/t${String(at)}` as TopicId,
          title: name,
          text: name,
          concepts: [concept],
          ...(priority !== undefined && { priority }),
        };
      }),
    })),
  };
  const fresh = listIntroduction(roadmap, cardsByConcept).map((card) => ({
    card,
    decks: [planDeck],
  }));
  return {
    deck: planDeck,
    roadmap,
    cardsByConcept,
    introduction: plainIntroduction,
    study: studyInput({ fresh, ...study }),
  };
}
