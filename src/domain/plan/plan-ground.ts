import type { CompiledRoadmap, CompiledTopic, Priority } from '../content.ts';
import type { CardId, DeckId, TopicId } from '../ids.ts';
import type { NewCard } from '../queue.ts';
import { listCardsBelow, listIntroduction, type CardsByConcept } from '../roadmap-cards.ts';
import type { StudyInput } from '../simulation/simulation.ts';
import type { PlanRequest } from './plan-request.ts';

/** What a plan for a roadmap is made from: the roadmap, and the learner's present. */
export interface PlanGround {
  /** The roadmap's deck, followed in `study`'s settings and queue whether it is so yet or not. */
  readonly deck: DeckId;
  readonly roadmap: CompiledRoadmap;
  readonly cardsByConcept: CardsByConcept;
  readonly study: StudyInput;
}

/** Which of a roadmap's cards a plan takes in. */
export interface PlanScope {
  readonly mandatoryOnly: boolean;
  /** Absent, it is all sections. */
  readonly sections?: readonly TopicId[];
}

/** The scope that a request or a plan has. */
export function toPlanScope(
  plan: Pick<PlanRequest, 'mandatoryOnly'> & { readonly sections?: readonly TopicId[] },
): PlanScope {
  const { mandatoryOnly, sections } = plan;
  return { mandatoryOnly, ...(sections !== undefined && { sections }) };
}

/** The cards a plan takes in, in the order in which the roadmap introduces them. */
export function listPlanCards(
  { roadmap, cardsByConcept }: Pick<PlanGround, 'roadmap' | 'cardsByConcept'>,
  scope: PlanScope,
): CardId[] {
  const wanted = new Set<CardId>();
  for (const { id, priority, topics } of roadmap.sections) {
    if (scope.sections !== undefined && !scope.sections.includes(id)) continue;
    const taken = scope.mandatoryOnly ? listMandatory(topics, priority) : topics;
    for (const card of listCardsBelow(taken, cardsByConcept)) wanted.add(card);
  }
  return listIntroduction(roadmap, cardsByConcept).filter((card) => wanted.has(card));
}

/** Mandatory topics, each without its parts: of those only the mandatory ones follow by themselves. */
function listMandatory(
  topics: readonly CompiledTopic[],
  inherited: Priority | undefined,
): CompiledTopic[] {
  return topics.flatMap(({ topics: parts = [], ...topic }) => {
    const priority = topic.priority ?? inherited;
    const own = priority === 'mandatory' ? [topic] : [];
    return [...own, ...listMandatory(parts, priority)];
  });
}

/** The new cards as the plan's scope leaves them: the deck shows those of the plan alone. */
export function narrowFresh(
  fresh: readonly NewCard[],
  deck: DeckId,
  cards: ReadonlySet<CardId>,
): NewCard[] {
  return fresh.flatMap((each) => {
    if (cards.has(each.card) || !each.decks.includes(deck)) return each;
    const decks = each.decks.filter((other) => other !== deck);
    return decks.length === 0 ? [] : { ...each, decks };
  });
}
