import { describe, expect, it } from 'vitest';
import type { CardId, TopicId } from '../ids.ts';
import type { PlannedQuestion, QuizFormat } from './quiz-request.ts';
import { calibrate, scoreQuiz, type QuizAnswer } from './score-quiz.ts';

function question(id: string, topic: string, format: QuizFormat, recall?: number): PlannedQuestion {
  const predicted = recall === undefined ? {} : { recall };
  return { card: id as CardId, topic: topic as TopicId, format, ...predicted };
}

const questions = [
  question('a', 'sql', 'choice', 0.4),
  question('b', 'sql', 'typed', 0.95),
  question('c', 'http', 'typed', 0.92),
  question('d', 'http', 'recall', 1),
  question('e', 'http', 'recall'),
  question('f', 'dns', 'recall', 0.75),
];
const answers = new Map<CardId, QuizAnswer>(
  (
    [
      ['a', 'unknown'],
      ['b', 'right'],
      ['c', 'wrong'],
      ['d', 'right'],
      ['e', 'right'],
    ] as const
  ).map(([id, result]) => [id as CardId, { card: id as CardId, result, durationMs: 1000 }]),
);

describe('the score of a quiz', () => {
  const score = scoreQuiz(questions, answers);

  it('counts what was answered, by topic and by kind', () => {
    expect(score).toMatchObject({ asked: 5, right: 3, unknown: 1, durationMs: 5000 });
    expect([...score.byTopic]).toEqual([
      ['sql', { asked: 2, right: 1, unknown: 1 }],
      ['http', { asked: 3, right: 2, unknown: 0 }],
    ]);
    expect(score.byFormat.get('typed')).toEqual({ asked: 2, right: 1, unknown: 0 });
    expect(score.byFormat.get('recall')).toEqual({ asked: 2, right: 2, unknown: 0 });
  });

  it('lists what was missed, in the order asked', () => {
    expect(score.missed.map(({ card }) => card)).toEqual(['a', 'c']);
  });
});

describe('calibration', () => {
  it('compares prediction and result by bands, the last with its upper edge', () => {
    expect(calibrate(questions, answers)).toEqual([
      { from: 0, to: 0.5, asked: 1, right: 0, predicted: 0.4 },
      { from: 0.9, to: 1, asked: 3, right: 2, predicted: expect.closeTo(2.87 / 3) as number },
    ]);
  });

  it('says nothing of new cards', () => {
    expect(calibrate([questions[4]!], answers)).toEqual([]);
  });
});
