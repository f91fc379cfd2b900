import type { CompiledRoadmap } from './content.ts';
import type { CardId, TopicId } from './ids.ts';
import {
  findWaits,
  isNew,
  listOpenCards,
  listSteps,
  type TopicWait,
  type WaitInput,
} from './introduction.ts';
import { listCardsBelow, type CardsByConcept } from './roadmap-cards.ts';
import type { IntroductionSettings } from './settings.ts';

/** What settings make of a roadmap's new cards. */
export interface IntroductionPreview {
  /** All its new cards that can be introduced, whatever the settings. */
  readonly fresh: number;
  /** Those of them that are wanted. */
  readonly wanted: number;
  /** Those of the wanted that wait for a steadier topic. */
  readonly waiting: number;
  /** Topics that introduce a card next, in order, three at most. */
  readonly next: readonly { readonly topic: TopicId; readonly title: string }[];
  readonly waits: readonly TopicWait[];
}

export interface PreviewInput extends Omit<WaitInput, 'waitStabilityDays'> {
  readonly roadmap: CompiledRoadmap;
  readonly cards: CardsByConcept;
}

const shownNext = 3;

/** Counts what settings leave of a roadmap's new cards, and says which come next and which wait. */
export function previewIntroduction(
  { roadmap, cards, ...input }: PreviewInput,
  settings: IntroductionSettings,
): IntroductionPreview {
  const isFresh = (card: CardId) => isNew(input.states.get(card), input.today);
  const steps = listSteps(roadmap, cards, settings);
  const { waitStabilityDays } = settings;
  const waits = findWaits(steps, { ...input, waitStabilityDays });
  const held = new Set(waits.map(({ topic }) => topic));
  const open = listOpenCards(steps, held).filter(isFresh);
  const waiting = waits.reduce((sum, wait) => sum + wait.cards.length, 0);
  const left = new Set(open);
  const next: { topic: TopicId; title: string }[] = [];
  for (const { topic, title, cards: own } of steps) {
    if (next.length === shownNext) break;
    if (held.has(topic)) continue;
    // Earlier topics introduce what they share with later ones.
    const introduced = own.filter((card) => left.delete(card));
    if (introduced.length > 0) next.push({ topic, title });
  }
  const all = listCardsBelow(
    roadmap.sections.flatMap(({ topics }) => topics),
    cards,
  );
  return {
    fresh: all.filter(isFresh).length,
    wanted: open.length + waiting,
    waiting,
    next,
    waits,
  };
}
