import type { CardId } from '#src/domain/ids.ts';
import type { ChoiceOption } from '#src/domain/content.ts';
import { findAnswerContent, findPlainQuestion } from '#src/domain/quiz/plain-answer.ts';
import type { PlannedQuestion, QuizFormat } from '#src/domain/quiz/quiz-request.ts';
import type { Question } from '#src/storage/questions.ts';

type Options = readonly [ChoiceOption, ChoiceOption, ChoiceOption];

/**
 * The options of a question, the right one first: its author's, or made of other cards' answers, each
 * with the question that it does answer. Null where a card they were made of is gone.
 */
export function findOptions(
  { card, distractors }: PlannedQuestion,
  questions: ReadonlyMap<CardId, Question>,
): Options | null {
  const asked = questions.get(card);
  if (asked === undefined) return null;
  if (asked.note.kind === 'choice') return asked.note.options;
  const right = findAnswerContent(asked.note, card);
  const [one, other] = (distractors ?? []).map((each) => toWrongOption(questions.get(each)));
  if (right === null || !one || !other) return null;
  return [{ content: right, because: [] }, one, other];
}

function toWrongOption(source: Question | undefined): ChoiceOption | null {
  if (source === undefined) return null;
  const { note, card } = source;
  const content = findAnswerContent(note, card);
  if (content === null) return null;
  const because = `This is the answer to another question: ${findPlainQuestion(note, card)}`;
  return { content, because: [['p', null, because]] };
}

/** How a question is asked now: as planned, or from memory where its options are gone. */
export function settleFormat({ format }: PlannedQuestion, options: Options | null): QuizFormat {
  return format === 'choice' && options === null ? 'recall' : format;
}
