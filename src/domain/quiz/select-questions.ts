import type { CardId, NoteId, TopicId } from '../ids.ts';
import { drawPlace, shuffle, toSeed } from '../shuffle.ts';
import { confusableFrom, measureConfusion, type Confusable } from './confusable.ts';

/** A card that could be asked. */
export interface Candidate extends Confusable {
  readonly card: CardId;
  /** The chosen topics it stands in; at least one. */
  readonly topics: readonly TopicId[];
  /** Predicted recall, 0 to 1; null for a new card. */
  readonly recall: number | null;
  /** Whether its author wrote the options it would be asked with. */
  readonly hasOwnOptions: boolean;
}

export interface Selected<Card> {
  readonly candidate: Card;
  /** The topic it is asked for. */
  readonly topic: TopicId;
}

interface Input<Card> {
  readonly candidates: readonly Card[];
  readonly length: number | 'every-topic';
  readonly seed: string;
}

/** A new card weighs as one half forgotten, so that a quiz is not all of what was never met. */
const newRecall = 0.5;
const ownOptionsBonus = 0.15;
const confusionBonus = 0.3;
/** Chance moves a card as much as this much recall does. */
const chance = 0.2;

/**
 * The questions of a quiz in the order in which they are asked, each card once. Topics asked least come
 * first, among them the one that holds the heaviest card; a card weighs by what is likely forgotten of it
 * and by whether it is mixed up with one already taken. So every topic is asked where the length allows.
 * A second card of a note waits until all topics have been asked. The same input gives the same quiz.
 */
export function selectQuestions<Card extends Candidate>(input: Input<Card>): Selected<Card>[] {
  const { candidates, length, seed } = input;
  const drawn = toSeed(seed);
  const askedByTopic = new Map<TopicId, number>();
  for (const { topics } of candidates) for (const topic of topics) askedByTopic.set(topic, 0);
  let left: Weighed<Card>[] = candidates.map((candidate) => ({
    candidate,
    weight: weighAlone(candidate) + chance * (drawPlace(drawn, candidate.card) / 2 ** 32),
    confusion: 0,
  }));
  const picked: Selected<Card>[] = [];
  const notes = new Set<NoteId>();
  for (;;) {
    const isCovered = [...askedByTopic.values()].every((count) => count > 0);
    if (length === 'every-topic' ? isCovered : picked.length >= length) break;
    const fresh = left.filter(({ candidate }) => !notes.has(candidate.note));
    // Cards of one note may stand in different topics: then the topic comes before the note.
    const next = isCovered
      ? pickNext(left, askedByTopic)
      : (pickNext(fresh, askedByTopic, 0) ?? pickNext(left, askedByTopic, 0));
    if (next === undefined) break;
    const { candidate } = next;
    picked.push(next);
    notes.add(candidate.note);
    for (const topic of candidate.topics) {
      askedByTopic.set(topic, (askedByTopic.get(topic) ?? 0) + 1);
    }
    left = left
      .filter((other) => other.candidate !== candidate)
      .map((other) => {
        const confusion = Math.max(other.confusion, measureConfusion(other.candidate, candidate));
        return { ...other, confusion };
      });
  }
  return orderByConfusion(shuffle(picked, seed));
}

interface Weighed<Card> {
  readonly candidate: Card;
  readonly weight: number;
  /** With the one it is mixed up with most, of those taken. */
  readonly confusion: number;
}

function weighAlone({ recall, hasOwnOptions }: Candidate): number {
  return 1 - (recall ?? newRecall) + (hasOwnOptions ? ownOptionsBonus : 0);
}

/** The heaviest card of the topics asked least, or of those asked `count` times. */
function pickNext<Card extends Candidate>(
  left: readonly Weighed<Card>[],
  askedByTopic: ReadonlyMap<TopicId, number>,
  count = Infinity,
): Selected<Card> | undefined {
  let best: Selected<Card> | undefined;
  let least = count;
  let most = -Infinity;
  for (const { candidate, weight, confusion } of left) {
    const whole = weight + confusionBonus * Math.min(1, confusion);
    for (const topic of candidate.topics) {
      const asked = askedByTopic.get(topic) ?? 0;
      if (asked > least || (asked === least && whole <= most)) continue;
      best = { candidate, topic };
      least = asked;
      most = whole;
    }
  }
  return best;
}

/** What is mixed up comes next to each other, the rest stays in its order. */
function orderByConfusion<Card extends Candidate>(
  drawn: readonly Selected<Card>[],
): Selected<Card>[] {
  const left = [...drawn];
  const ordered: Selected<Card>[] = [];
  while (left.length > 0) {
    const last = ordered.at(-1);
    const scores = left.map(({ candidate }) =>
      last === undefined ? 0 : measureConfusion(last.candidate, candidate),
    );
    const most = Math.max(...scores);
    const index = most >= confusableFrom ? scores.indexOf(most) : 0;
    ordered.push(...left.splice(index, 1));
  }
  return ordered;
}
