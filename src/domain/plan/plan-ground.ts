import type { CompiledRoadmap } from '../content.ts';
import type { CardId, DeckId, TopicId } from '../ids.ts';
import { listOpenCards, listSteps } from '../introduction.ts';
import type { NewCard } from '../queue.ts';
import type { CardsByConcept } from '../roadmap-cards.ts';
import type { IntroductionSettings } from '../settings.ts';
import type { StudyInput } from '../simulation/simulation.ts';
import type { PlanRequest } from './plan-request.ts';

/** What a plan for a roadmap is made from: the roadmap, and the learner's present. */
export interface PlanGround {
  /** The roadmap's deck, followed in `study`'s settings and queue whether it is so yet or not. */
  readonly deck: DeckId;
  readonly roadmap: CompiledRoadmap;
  readonly cardsByConcept: CardsByConcept;
  /** The roadmap's order in force; a plan keeps its path and skipped kinds. */
  readonly introduction: IntroductionSettings;
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

/**
 * What choosing a plan makes of a roadmap's order: its own priorities and sections, and no waiting, which
 * no forecast could keep a date with. The learner's path and skipped kinds stay.
 */
export function toPlanIntroduction(
  introduction: IntroductionSettings,
  { mandatoryOnly, sections }: PlanScope,
): IntroductionSettings {
  const { skippedKinds, path } = introduction;
  return {
    newPriorities: mandatoryOnly ? ['mandatory'] : null,
    newSections: sections ?? null,
    waitStabilityDays: null,
    skippedKinds,
    path,
  };
}

/** The cards a plan takes in, in the order in which the roadmap introduces them under it. */
export function listPlanCards(
  {
    roadmap,
    cardsByConcept,
    introduction,
  }: Pick<PlanGround, 'roadmap' | 'cardsByConcept' | 'introduction'>,
  scope: PlanScope,
): CardId[] {
  const settings = toPlanIntroduction(introduction, scope);
  return listOpenCards(listSteps(roadmap, cardsByConcept, settings), new Set());
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
