import type { CardId, TopicId } from '../ids.ts';
import type { PlannedQuestion } from './quiz-request.ts';

export const leastPlacement = 10;
export const mostPlacement = 20;

/** So many sections not known one after the other, and the later ones are not asked: they build on these. */
const sectionsInVain = 3;

/** Whether the card's question was answered right; cards not answered are absent. */
export type RightByCard = ReadonlyMap<CardId, boolean>;

/** What a placement found out: each question asked, in order, and the one to ask now. */
export interface PlacementWalk {
  readonly asked: readonly PlannedQuestion[];
  /** Null when the placement is over. */
  readonly next: PlannedQuestion | null;
}

/**
 * Walks a roadmap by what was answered so far. Sections come in their order, until three in a row are not
 * known. A right answer skips what lies below but the last part, which is the hardest; a wrong one goes
 * down to all its parts. Ends after 20 questions, or from 10 on when nothing is open; below that, skipped
 * parts are asked too. It asks no question twice, and the same answers lead the same way.
 */
export function walkPlacement(
  questions: readonly PlannedQuestion[],
  rightByCard: RightByCard,
): PlacementWalk {
  const partsByTopic = groupParts(questions);
  let sections = partsByTopic.get(null) ?? [];
  let below: readonly PlannedQuestion[] = [];
  let skipped: readonly PlannedQuestion[] = [];
  let inVain = 0;
  const asked: PlannedQuestion[] = [];
  while (asked.length < mostPlacement) {
    const isTooHard = inVain >= sectionsInVain;
    const fromSections = isTooHard ? undefined : sections[0];
    const spare = asked.length < leastPlacement ? (skipped[0] ?? sections[0]) : undefined;
    const next = fromSections ?? below[0] ?? spare;
    if (next === undefined) break;
    const isRight = rightByCard.get(next.card);
    if (isRight === undefined) return { asked, next };
    asked.push(next);
    const without = (list: readonly PlannedQuestion[]) => list.filter((each) => each !== next);
    sections = without(sections);
    skipped = without(skipped);
    if (next.within === undefined) inVain = isRight ? 0 : inVain + 1;
    const parts = partsByTopic.get(next.topic) ?? [];
    const hardest = parts.at(-1);
    below = without(below);
    if (!isRight) below = takeTurns([...below, ...parts]);
    else if (hardest !== undefined) {
      below = takeTurns([...below, hardest]);
      skipped = [...skipped, ...parts.slice(0, -1)];
    }
  }
  return { asked, next: null };
}

type Parts = ReadonlyMap<TopicId | null, readonly PlannedQuestion[]>;

/** The questions right below each topic; those of sections under null. */
export function groupParts(questions: readonly PlannedQuestion[]): Parts {
  const parts = new Map<TopicId | null, PlannedQuestion[]>();
  for (const question of questions) {
    const key = question.within ?? null;
    parts.set(key, [...(parts.get(key) ?? []), question]);
  }
  return parts;
}

/** One of each parent in turn, so that the questions left are not used up by the first branch. */
function takeTurns(open: readonly PlannedQuestion[]): PlannedQuestion[] {
  const rounds = new Map<TopicId | undefined, number>();
  return open
    .map((question) => {
      const round = rounds.get(question.within) ?? 0;
      rounds.set(question.within, round + 1);
      return { question, round };
    })
    .sort((one, other) => one.round - other.round)
    .map(({ question }) => question);
}
