import type { CardId, TopicId } from '../ids.ts';
import type { PlannedQuestion, QuizFormat } from './quiz-request.ts';

/** A question's answer as it counts, overridden or not. */
export interface QuizAnswer {
  readonly card: CardId;
  readonly result: 'right' | 'wrong' | 'unknown';
  readonly durationMs: number;
}

export interface Tally {
  readonly asked: number;
  readonly right: number;
  readonly unknown: number;
}

export interface QuizScore extends Tally {
  /** In the order in which they were first asked; topics without an answer are left out. */
  readonly byTopic: ReadonlyMap<TopicId, Tally>;
  readonly byFormat: ReadonlyMap<QuizFormat, Tally>;
  /** Time on the questions. */
  readonly durationMs: number;
  /** Answered wrong or not known, in their order. */
  readonly missed: readonly PlannedQuestion[];
}

const nothing: Tally = { asked: 0, right: 0, unknown: 0 };

/** Counts a quiz's answers; questions without one count nowhere. */
export function scoreQuiz(
  questions: readonly PlannedQuestion[],
  answerByCard: ReadonlyMap<CardId, QuizAnswer>,
): QuizScore {
  let whole = nothing;
  let durationMs = 0;
  const byTopic = new Map<TopicId, Tally>();
  const byFormat = new Map<QuizFormat, Tally>();
  const missed: PlannedQuestion[] = [];
  for (const question of questions) {
    const answer = answerByCard.get(question.card);
    if (answer === undefined) continue;
    whole = count(whole, answer);
    byTopic.set(question.topic, count(byTopic.get(question.topic) ?? nothing, answer));
    byFormat.set(question.format, count(byFormat.get(question.format) ?? nothing, answer));
    durationMs += answer.durationMs;
    if (answer.result !== 'right') missed.push(question);
  }
  return { ...whole, byTopic, byFormat, durationMs, missed };
}

function count({ asked, right, unknown }: Tally, { result }: QuizAnswer): Tally {
  return {
    asked: asked + 1,
    right: right + (result === 'right' ? 1 : 0),
    unknown: unknown + (result === 'unknown' ? 1 : 0),
  };
}

/** What was predicted of some questions, and how many were right. */
export interface CalibrationBand {
  /** Predicted recall from here on, 0 to 1, up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly asked: number;
  readonly right: number;
  /** Mean predicted recall, 0 to 1. */
  readonly predicted: number;
}

const bandEdges = [0, 0.5, 0.7, 0.8, 0.9, 1] as const;

/**
 * Predicted recall against results, by bands of the prediction; a band without an answer is left out, as
 * are new cards, of which nothing was predicted.
 */
export function calibrate(
  questions: readonly PlannedQuestion[],
  answerByCard: ReadonlyMap<CardId, QuizAnswer>,
): CalibrationBand[] {
  return bandEdges.slice(0, -1).flatMap((from, index) => {
    const to = bandEdges[index + 1] ?? 1;
    const inBand = questions.flatMap(({ card, recall }) => {
      const answer = answerByCard.get(card);
      if (answer === undefined || recall === undefined || recall < from) return [];
      return recall < to || to === 1 ? [{ recall, isRight: answer.result === 'right' }] : [];
    });
    if (inBand.length === 0) return [];
    const asked = inBand.length;
    const predicted = inBand.reduce((sum, { recall }) => sum + recall, 0) / asked;
    return [{ from, to, asked, right: inBand.filter(({ isRight }) => isRight).length, predicted }];
  });
}
