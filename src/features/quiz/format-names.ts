import type { QuizFormat } from '#src/domain/quiz/quiz-request.ts';

/** The kinds of question in the learner's words. */
export const formatNames: Readonly<Record<QuizFormat, string>> = {
  choice: 'Options',
  typed: 'Typed',
  recall: 'From memory',
};
