import type { Priority } from '../content.ts';
import type { CardId, TopicId } from '../ids.ts';

/** How a question is answered: by an option, by typing, or from memory with the learner's own grade. */
export type QuizFormat = 'choice' | 'typed' | 'recall';
export const quizFormats: readonly QuizFormat[] = ['choice', 'typed', 'recall'];

/** Which cards of the topics may be asked: all, those with a schedule, or those of them that fade. */
export type QuizCards = 'all' | 'started' | 'fading';
export const quizCards: readonly QuizCards[] = ['all', 'started', 'fading'];

export const quizPriorities: readonly Priority[] = ['mandatory', 'good', 'optional', 'general'];

/** What a quiz is asked to be. */
export interface QuizRequest {
  /** Sections and topics, each with all below it. None stands for all that the learner follows. */
  readonly topics: readonly TopicId[];
  /** Only topics of these priorities; none is no such limit. A topic without one counts as general. */
  readonly priorities: readonly Priority[];
  readonly cards: QuizCards;
  /** A number of questions, or as many as it takes to ask every topic. */
  readonly length: number | 'every-topic';
  /** At least one, in the order of `quizFormats`. */
  readonly kinds: readonly QuizFormat[];
  /** The time limit; null is none. */
  readonly minutes: number | null;
  /** What chance is drawn from: the same seed over the same cards asks the same questions. */
  readonly seed: string;
}

/** One question of a quiz, as decided when the quiz began. */
export interface PlannedQuestion {
  readonly card: CardId;
  readonly format: QuizFormat;
  /** The topic it is asked for; a card may stand in others too. */
  readonly topic: TopicId;
  /** Predicted recall, 0 to 1; absent for a new card. */
  readonly recall?: number;
  /** The cards whose answers are the wrong options, where the card's note has none of its own. */
  readonly distractors?: readonly [CardId, CardId];
  /** In a placement: the section or topic this one lies in, where that has a question too. */
  readonly within?: TopicId;
}

export const shortestQuiz = 5;
export const longestQuiz = 50;
export const longestMinutes = 180;

/** A quiz nobody said anything about: twenty questions of every kind, without a clock. */
export const usualRequest: Omit<QuizRequest, 'seed'> = {
  topics: [],
  priorities: [],
  cards: 'all',
  length: 20,
  kinds: quizFormats,
  minutes: null,
};

/** The part of `URLSearchParams` that this needs. */
interface SearchLike {
  get(name: string): string | null;
  getAll(name: string): string[];
}

/**
 * The quiz an address asks for: `section` and `topic` (each any number of times), `priority`, `cards`,
 * `length`, `kinds`, `minutes`, `seed`. Null where it names nothing to ask. What it says wrongly counts
 * as not said; numbers are brought within their limits.
 */
export function readQuizRequest(
  search: SearchLike,
): (Omit<QuizRequest, 'seed'> & { readonly seed?: string }) | null {
  const topics = [...search.getAll('section'), ...search.getAll('topic')].filter(Boolean);
  const cards = quizCards.find((each) => each === search.get('cards'));
  if (topics.length === 0 && cards === undefined) return null;
  const seed = search.get('seed');
  const kinds = pickKnown(quizFormats, search.getAll('kinds'));
  return {
    topics: [...new Set(topics)] as TopicId[],
    priorities: pickKnown(quizPriorities, search.getAll('priority')),
    cards: cards ?? usualRequest.cards,
    length:
      search.get('length') === 'every-topic'
        ? 'every-topic'
        : readWhole(search.get('length'), shortestQuiz, longestQuiz, usualRequest.length),
    kinds: kinds.length === 0 ? quizFormats : kinds,
    minutes: readWhole(search.get('minutes'), 1, longestMinutes, null),
    ...(seed === null || seed === '' ? {} : { seed }),
  };
}

/** The address's fields that `readQuizRequest` reads back; what is usual is left unsaid. */
export function writeQuizRequest(
  request: Omit<QuizRequest, 'seed'> & { readonly seed?: string },
): (readonly [name: string, value: string])[] {
  const { topics, priorities, cards, length, kinds, minutes, seed } = request;
  const fields: (readonly [string, string])[] = topics.map((topic) => ['topic', topic]);
  for (const priority of priorities) fields.push(['priority', priority]);
  if (cards !== usualRequest.cards || topics.length === 0) fields.push(['cards', cards]);
  if (length !== usualRequest.length) fields.push(['length', String(length)]);
  if (kinds.length < quizFormats.length) fields.push(['kinds', kinds.join(',')]);
  if (minutes !== null) fields.push(['minutes', String(minutes)]);
  if (seed !== undefined) fields.push(['seed', seed]);
  return fields;
}

/** Whether two requests ask of the same sections and topics, as the history of a quiz compares them. */
export function isSameGround(one: QuizRequest, other: QuizRequest): boolean {
  const ground = ({ topics, priorities, cards }: QuizRequest) =>
    JSON.stringify([[...topics].sort(), [...priorities].sort(), cards]);
  return ground(one) === ground(other);
}

function pickKnown<Word extends string>(known: readonly Word[], said: readonly string[]): Word[] {
  const words = new Set(said.flatMap((text) => text.split(',')).map((word) => word.trim()));
  return known.filter((word) => words.has(word));
}

function readWhole<Fallback>(
  text: string | null,
  least: number,
  most: number,
  fallback: Fallback,
): number | Fallback {
  if (text === null || !/^\d{1,6}$/.test(text)) return fallback;
  return Math.min(most, Math.max(least, Number(text)));
}
