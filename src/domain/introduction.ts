import type { CompiledRoadmap, CompiledSection } from './content.ts';
import type { CardId, StudyDay, TopicId } from './ids.ts';
import { rankPriority, walkSection, type CardsByConcept, type Visited } from './roadmap-cards.ts';
import type { CardState } from './schedule.ts';
import type { IntroductionSettings } from './settings.ts';

/** A topic whose new cards are wanted, in the order in force. */
export interface IntroductionStep {
  readonly topic: TopicId;
  readonly title: string;
  /** The cards of the topic itself, without those of its parts; at least one. */
  readonly cards: readonly CardId[];
}

/** A topic whose new cards wait until the topic before it is steadier. */
export interface TopicWait {
  readonly topic: TopicId;
  readonly title: string;
  /** Its new cards that no other topic introduces meanwhile. */
  readonly cards: readonly CardId[];
  readonly predecessor: { readonly topic: TopicId; readonly title: string };
  /** The predecessor's mean stability. */
  readonly stabilityDays: number;
  readonly neededDays: number;
}

/** What waiting depends on. */
export interface WaitInput {
  readonly waitStabilityDays: number | null;
  /** A card that is absent is new and has no marks. */
  readonly states: ReadonlyMap<CardId, CardState>;
  readonly today: StudyDay;
  /** Topics the learner took as known by hand. */
  readonly known: ReadonlySet<TopicId>;
}

/** Whether a roadmap's new cards simply come in its own order. */
export function isPlainIntroduction(settings: IntroductionSettings): boolean {
  const { newPriorities, newSections, skippedKinds, waitStabilityDays, path } = settings;
  return (
    newPriorities === null &&
    newSections === null &&
    skippedKinds.length === 0 &&
    waitStabilityDays === null &&
    path === null
  );
}

/**
 * The wanted topics that have cards, in the order in which their new cards come. Mandatory topics are
 * first and optional ones last: in the whole roadmap, or with a learning path within each section.
 */
export function listSteps(
  roadmap: CompiledRoadmap,
  cards: CardsByConcept,
  settings: IntroductionSettings,
): IntroductionStep[] {
  const path = roadmap.paths?.find(({ id }) => id === settings.path);
  const visited =
    path === undefined
      ? inPriorityOrder(roadmap.sections.flatMap((section) => [...walkSection(section)]))
      : orderSections(roadmap.sections, path.sections).flatMap((section) =>
          inPriorityOrder([...walkSection(section)]),
        );
  const isWanted = makeFilter(roadmap, settings);
  return visited.filter(isWanted).flatMap(({ topic }) => {
    const own = new Set((topic.concepts ?? []).flatMap((concept) => cards.get(concept) ?? []));
    return own.size === 0 ? [] : [{ topic: topic.id, title: topic.title, cards: [...own] }];
  });
}

/** The sections a path names in its order, then the others in their own. */
export function orderSections(
  sections: readonly CompiledSection[],
  path: readonly TopicId[],
): CompiledSection[] {
  const named = path.flatMap((id) => sections.find((section) => section.id === id) ?? []);
  return [...new Set([...named, ...sections])];
}

function inPriorityOrder(visited: readonly Visited[]): Visited[] {
  // The sort is stable, so equals stay in their order.
  return [...visited].sort(
    (one, other) => rankPriority(one.priority) - rankPriority(other.priority),
  );
}

function makeFilter(
  { sections }: CompiledRoadmap,
  { newPriorities, newSections, skippedKinds }: IntroductionSettings,
): (visit: Visited) => boolean {
  const there = new Set(sections.map(({ id }) => id));
  // Of a later version of the roadmap all chosen sections may be gone: then all are wanted.
  const known = newSections?.filter((id) => there.has(id));
  const chosen = known?.length === 0 && newSections?.length !== 0 ? undefined : known;
  return ({ section, priority, kind }) => {
    if (newPriorities !== null && !newPriorities.includes(priority ?? 'none')) return false;
    if (chosen !== undefined && !chosen.includes(section.id)) return false;
    return !skippedKinds.includes(kind ?? 'learn');
  };
}

/**
 * The steps that wait. The predecessor of a topic is the nearest one before it that can be waited
 * for: not one whose cards are all suspended, buried while new, or taken as known. Nothing is
 * locked for good: the first topic that is not steady never waits, so it has a new card to
 * introduce, or only started ones that reviews make steadier.
 */
export function findWaits(steps: readonly IntroductionStep[], input: WaitInput): TopicWait[] {
  const { waitStabilityDays: neededDays } = input;
  if (neededDays === null) return [];
  const waiting: Omit<TopicWait, 'cards'>[] = [];
  let before: { step: IntroductionStep; stabilityDays: number } | undefined;
  for (const step of steps) {
    if (before !== undefined && before.stabilityDays < neededDays) {
      const { topic, title } = step;
      const predecessor = { topic: before.step.topic, title: before.step.title };
      const { stabilityDays } = before;
      waiting.push({ topic, title, predecessor, stabilityDays, neededDays });
    }
    const stabilityDays = measureSteadiness(step, input);
    if (stabilityDays !== undefined) before = { step, stabilityDays };
  }
  const held = new Set(waiting.map(({ topic }) => topic));
  const taken = new Set(listOpenCards(steps, held));
  const cardsByTopic = new Map(steps.map(({ topic, cards }) => [topic, cards]));
  return waiting.map((wait) => {
    const cards = (cardsByTopic.get(wait.topic) ?? []).filter(
      (card) => !taken.has(card) && isNew(input.states.get(card), input.today),
    );
    for (const card of cards) taken.add(card);
    return { ...wait, cards };
  });
}

/** The cards of all steps but those of waiting topics, each once, in the order in which new ones come. */
export function listOpenCards(
  steps: readonly IntroductionStep[],
  waiting: ReadonlySet<TopicId>,
): CardId[] {
  return [
    ...new Set(steps.filter(({ topic }) => !waiting.has(topic)).flatMap(({ cards }) => cards)),
  ];
}

/** Whether a card can be introduced today: it has no schedule and no mark that keeps it back. */
export function isNew(state: CardState | undefined, today: StudyDay): boolean {
  if (state === undefined) return true;
  const { schedule, marks } = state;
  return schedule === undefined && !marks.suspended && (marks.buriedUntil ?? today) <= today;
}

/**
 * A topic's mean stability in days, a new card counting as none; undefined where nothing of it can
 * be waited for. A card scheduled without any review was taken as known, and its first stability
 * is no measure of the learner's.
 */
function measureSteadiness(
  { topic, cards }: IntroductionStep,
  { states, today, known }: WaitInput,
): number | undefined {
  if (known.has(topic)) return undefined;
  const stabilities = cards.flatMap((card) => {
    const state = states.get(card);
    if (isNew(state, today)) return 0;
    const { schedule } = state ?? {};
    if (state?.marks.suspended === true || schedule === undefined || schedule.reps === 0) return [];
    return schedule.stability;
  });
  if (stabilities.length === 0) return undefined;
  return stabilities.reduce((sum, each) => sum + each, 0) / stabilities.length;
}
