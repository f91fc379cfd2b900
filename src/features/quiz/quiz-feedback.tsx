import { toCardFace } from '#src/domain/card-face.ts';
import type { ChoiceOption } from '#src/domain/content.ts';
import { findAnswerContent } from '#src/domain/quiz/plain-answer.ts';
import type { QuizFormat } from '#src/domain/quiz/quiz-request.ts';
import type { TypedResult } from '#src/domain/typed-answer.ts';
import type { Question } from '#src/storage/questions.ts';
import type { LoggedAnswer } from '#src/storage/quiz-log.ts';
import { Button } from '#src/ui/button.tsx';
import { Background } from '#src/ui/card-faces.tsx';
import { ChoicePart } from '#src/ui/choice-part.tsx';
import { RenderedContent } from '#src/ui/rendered.tsx';
import { TypedVerdict } from '#src/ui/typed-part.tsx';

interface QuizFeedbackProps {
  readonly question: Question;
  readonly format: QuizFormat;
  /** The right one first; null where the question has none. */
  readonly options: readonly ChoiceOption[] | null;
  readonly order: readonly number[];
  /** Undefined while an answer from memory is compared and not graded yet. */
  readonly answer: LoggedAnswer | undefined;
  readonly typed: string;
  readonly typedResult: TypedResult | null;
  readonly onOverride: () => void;
}

/** The answer with its reason and source, what was given against it, and what that meant for the card. */
export function QuizFeedback(props: QuizFeedbackProps) {
  const { question, format, options, order, answer, typed, typedResult, onOverride } = props;
  const { note } = question;
  const grade = answer?.grade ?? null;
  const hasTyped = format === 'typed' && typedResult !== null && typed.trim() !== '';
  return (
    <>
      {answer !== undefined && !hasTyped && (
        <p className="quiz-verdict" data-result={answer.result} role="status">
          {describe(answer)}
        </p>
      )}
      {format === 'choice' && options !== null && (
        <ChoicePart
          options={options}
          order={order}
          picked={answer?.option ?? null}
          isShown
          onPick={() => undefined}
        />
      )}
      {format !== 'choice' && !hasTyped && <PlainAnswer question={question} />}
      {hasTyped && (
        <TypedVerdict
          typed={typed}
          result={typedResult}
          isOverridden={answer?.isOverridden === true}
          onOverride={onOverride}
        />
      )}
      {format === 'recall' && answer?.result === 'wrong' && (
        <Button look="quiet" className="typed-override" onClick={onOverride}>
          I was right
        </Button>
      )}
      <Background note={note} sources={question.sources} />
      {grade !== null && (
        <p className="muted small">
          {grade === 'again'
            ? 'Its card was graded Again and comes back sooner.'
            : 'Its card was due and was graded Good.'}
        </p>
      )}
    </>
  );
}

/** The answer in words, or the points of a task; a cloze has opened above. */
function PlainAnswer({ question: { note, card } }: { question: Question }) {
  if (note.kind === 'rubric') {
    return (
      <ul className="quiz-points">
        {note.points.map((point, index) => (
          <li key={index}>
            <RenderedContent content={point} />
          </li>
        ))}
      </ul>
    );
  }
  if (toCardFace(note, card).cloze !== undefined) return null;
  const words = findAnswerContent(note, card);
  return words === null ? null : <RenderedContent content={words} />;
}

function describe({ result, isOverridden }: LoggedAnswer): string {
  if (isOverridden) return 'Counted as right.';
  if (result === 'right') return 'Right.';
  return result === 'wrong' ? 'Not quite.' : 'You did not know it: now you do.';
}
