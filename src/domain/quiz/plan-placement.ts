import { toNoteId, type CardId, type NoteId, type TopicId } from '../ids.ts';
import { drawPlace, toSeed } from '../shuffle.ts';
import {
  createOptionMaker,
  planQuestion,
  type QuizCard,
  type QuizCardsByConcept,
} from './plan-quiz.ts';
import { quizFormats, type PlannedQuestion } from './quiz-request.ts';
import { listBelow, type TopicTree, type TreeTopic } from './topic-tree.ts';

/**
 * A question for each section and topic of a roadmap that has a card left for it, parents before their
 * parts: what a placement walks over. Each note is asked once at most. Cards that check themselves
 * (options, typing) go before those that the learner grades.
 */
export function planPlacement(
  tree: TopicTree,
  cards: QuizCardsByConcept,
  seed: string,
): PlannedQuestion[] {
  const makeOptions = createOptionMaker(tree, cards, seed);
  const drawn = toSeed(seed);
  const takenNotes = new Set<NoteId>();
  const cardByTopic = new Map<TopicId, QuizCard>();
  const rank = ({ note, card }: QuizCard) =>
    (note.kind === 'choice' ? 0 : note.kind === 'typed' ? 1 : 2) + drawPlace(drawn, card) / 2 ** 32;
  const pick = (topic: TopicId, below: readonly TreeTopic[]) => {
    const open = below
      .flatMap(({ concepts }) => concepts.flatMap((concept) => cards.get(concept) ?? []))
      .filter(({ card, note, isSuspended }) => {
        return !isSuspended && note.kind !== 'rubric' && !takenNotes.has(toNoteId(card));
      })
      .sort((one, other) => rank(one) - rank(other));
    const [first] = open;
    if (first === undefined) return;
    takenNotes.add(first.note.id);
    cardByTopic.set(topic, first);
  };
  // A part's own cards are fewer than those its section may choose from, so the parts choose first.
  const topics = [...tree.values()];
  for (const topic of topics.toReversed()) pick(topic.id, listBelow(tree, [topic.id]));

  const asked = new Set<CardId>([...cardByTopic.values()].map(({ card }) => card));
  return topics.flatMap(({ id }) => {
    const source = cardByTopic.get(id);
    if (source === undefined) return [];
    const question = planQuestion(source, id, quizFormats, (card) => makeOptions(card, id, asked));
    const within = findAsked(tree, id, cardByTopic);
    return [{ ...question, ...(within === undefined ? {} : { within }) }];
  });
}

/** The nearest section or topic above that has a question. */
function findAsked(
  tree: TopicTree,
  id: TopicId,
  cardByTopic: ReadonlyMap<TopicId, QuizCard>,
): TopicId | undefined {
  for (let parent = tree.get(id)?.parent; parent; parent = tree.get(parent)?.parent) {
    if (cardByTopic.has(parent)) return parent;
  }
  return undefined;
}
