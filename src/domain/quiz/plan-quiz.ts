import type { CompiledNote } from '../content.ts';
import type { CardId, ConceptId, TopicId } from '../ids.ts';
import { foldAnswer, toAnswerKind } from './answer-kind.ts';
import { chooseFormat, standsAlone } from './choose-format.ts';
import { listTellingWords } from './confusable.ts';
import { makeDistractors, type OptionSource } from './make-distractors.ts';
import { findPlainAnswer, findPlainQuestion, toPlainText } from './plain-answer.ts';
import type { PlannedQuestion, QuizCards, QuizFormat, QuizRequest } from './quiz-request.ts';
import { selectQuestions, type Candidate } from './select-questions.ts';
import { listBelow, listCousins, listSiblings, type TopicTree } from './topic-tree.ts';

/** A card with its text and what is remembered of it. */
export interface QuizCard {
  readonly card: CardId;
  readonly note: CompiledNote;
  /** Predicted recall now, 0 to 1; null for a new card. */
  readonly recall: number | null;
  readonly isDue: boolean;
  readonly isSuspended: boolean;
}

export type QuizCardsByConcept = ReadonlyMap<ConceptId, readonly QuizCard[]>;

/** A card below this recall is fading. */
export const fadingBelow = 0.85;

/**
 * The questions of a quiz, in their order: chosen from the topics asked for, each with the way it is
 * asked and its made options. Suspended cards are not asked. Empty where nothing fits the request. The
 * same request over the same cards gives the same questions.
 */
export function planQuiz(
  request: QuizRequest,
  tree: TopicTree,
  cards: QuizCardsByConcept,
): PlannedQuestion[] {
  const { length, seed } = request;
  const makeOptions = createOptionMaker(tree, cards, seed);
  const candidates = listCandidates(request, tree, cards, makeOptions);
  const selected = selectQuestions({ candidates, length, seed });
  const asked = new Set(selected.map(({ candidate }) => candidate.card));
  return selected.map(({ candidate, topic }) =>
    planQuestion(candidate.of, topic, request.kinds, (source) => makeOptions(source, topic, asked)),
  );
}

/** How a card is asked for a topic, by the ladder and the chosen kinds. */
export function planQuestion(
  source: QuizCard,
  topic: TopicId,
  kinds: readonly QuizFormat[],
  makeOptions: (source: QuizCard) => [CardId, CardId] | null,
): PlannedQuestion {
  const { card, note, recall } = source;
  const distractors = note.kind === 'choice' ? null : makeOptions(source);
  const canMakeOptions = distractors !== null;
  // Where only options were wanted and none can be made, the card is recalled.
  const format = chooseFormat({ ...toLadder(source), kinds, canMakeOptions }) ?? 'recall';
  const known = recall === null ? {} : { recall };
  const made = format === 'choice' && distractors !== null ? { distractors } : {};
  return { card, format, topic, ...known, ...made };
}

function toLadder({ card, note, recall }: QuizCard) {
  return { note: note.kind, recall, standsAlone: standsAlone(findPlainQuestion(note, card)) };
}

/** Makes the wrong options of cards; what is due or `asked` gives none. */
export function createOptionMaker(tree: TopicTree, cards: QuizCardsByConcept, seed: string) {
  const sourcesByConcept = new Map<ConceptId, readonly OptionSource[]>();
  for (const [concept, members] of cards) {
    const open = members.filter(({ isDue }) => !isDue);
    const sources = open.flatMap(({ card, note }) => toOptionSource(card, note) ?? []);
    sourcesByConcept.set(concept, sources);
  }
  const tiersByTopic = new Map<TopicId, readonly ReadonlySet<ConceptId>[]>();
  const findTiers = (topic: TopicId) => {
    const known = tiersByTopic.get(topic);
    if (known !== undefined) return known;
    const tiers = [listSiblings(tree, topic), listCousins(tree, topic)].map(
      (topics) => new Set(topics.flatMap(({ concepts }) => concepts)),
    );
    tiersByTopic.set(topic, tiers);
    return tiers;
  };
  return ({ card, note }: QuizCard, topic: TopicId, asked: ReadonlySet<CardId>) => {
    const own = toOptionSource(card, note);
    if (own === null) return null;
    const tiers = findTiers(topic).map((concepts) =>
      // Of one concept, two answers may well both be right.
      [...concepts].flatMap((concept) =>
        concept === note.concept ? [] : (sourcesByConcept.get(concept) ?? []),
      ),
    );
    return makeDistractors({ asked: own, tiers, excluded: asked, seed });
  };
}

/** Null where the card's answer is too long for an option, or is none in words. */
function toOptionSource(card: CardId, note: CompiledNote): OptionSource | null {
  const answer = findPlainAnswer(note, card);
  if (answer === null || toAnswerKind(answer) === null) return null;
  return { card, note: note.id, question: findPlainQuestion(note, card), answer };
}

type OptionMaker = ReturnType<typeof createOptionMaker>;
type QuizCandidate = Candidate & { readonly of: QuizCard };

const nothingAsked: ReadonlySet<CardId> = new Set();

function listCandidates(
  request: QuizRequest,
  tree: TopicTree,
  cards: QuizCardsByConcept,
  makeOptions: OptionMaker,
): QuizCandidate[] {
  const topicsByConcept = groupTopics(request, tree);
  const candidates: QuizCandidate[] = [];
  for (const [concept, topics] of topicsByConcept) {
    const fitting = (cards.get(concept) ?? []).filter((source) => isWanted(source, request.cards));
    const askable = fitting.filter(
      (source) =>
        chooseFormat({ ...toLadder(source), kinds: request.kinds, canMakeOptions: false }) !==
          null ||
        (request.kinds.includes('choice') &&
          source.note.kind !== 'choice' &&
          topics.some((topic) => makeOptions(source, topic, nothingAsked) !== null)),
    );
    // A task of an hour is no question of a quiz, unless there is nothing else on the concept.
    const quick = askable.filter(({ note }) => note.kind !== 'rubric');
    for (const source of quick.length > 0 ? quick : askable) {
      candidates.push(toCandidate(source, concept, topics, tree));
    }
  }
  return candidates;
}

function groupTopics(request: QuizRequest, tree: TopicTree): Map<ConceptId, TopicId[]> {
  const topicsByConcept = new Map<ConceptId, TopicId[]>();
  for (const { id, priority, concepts } of listBelow(tree, request.topics)) {
    if (request.priorities.length > 0 && !request.priorities.includes(priority)) continue;
    for (const concept of concepts) {
      topicsByConcept.set(concept, [...(topicsByConcept.get(concept) ?? []), id]);
    }
  }
  return topicsByConcept;
}

function isWanted({ recall, isSuspended }: QuizCard, cards: QuizCards): boolean {
  if (isSuspended) return false;
  if (cards === 'all') return true;
  return recall !== null && (cards === 'started' || recall < fadingBelow);
}

function toCandidate(
  source: QuizCard,
  concept: ConceptId,
  topics: readonly TopicId[],
  tree: TopicTree,
): QuizCandidate {
  const { card, note, recall } = source;
  const answer = findPlainAnswer(note, card);
  const text = `${findPlainQuestion(note, card)} ${answer?.text ?? ''}`;
  return {
    of: source,
    card,
    topics,
    recall,
    note: note.id,
    concept,
    parents: topics.flatMap((topic) => tree.get(topic)?.parent ?? []),
    words: listTellingWords(text),
    answer: answer === null ? null : foldAnswer(answer.text),
    hasOwnOptions: note.kind === 'choice',
    wrongOptions:
      note.kind === 'choice'
        ? note.options.slice(1).map(({ content }) => foldAnswer(toPlainText(content)))
        : [],
  };
}
