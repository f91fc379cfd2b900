import { useEffect, useMemo, useRef, useState } from 'react';
import { toCardFace } from '#src/domain/card-face.ts';
import type { SittingId } from '#src/domain/ids.ts';
import type { PlannedQuestion } from '#src/domain/quiz/quiz-request.ts';
import { shuffle } from '#src/domain/shuffle.ts';
import { gradeTyped } from '#src/domain/typed-answer.ts';
import type { Question } from '#src/storage/questions.ts';
import type { LoggedAnswer } from '#src/storage/quiz-log.ts';
import { useRivalAnswers } from '#src/storage/use-rival-answers.ts';
import { Button } from '#src/ui/button.tsx';
import { QuestionFace } from '#src/ui/card-faces.tsx';
import { ChoicePart } from '#src/ui/choice-part.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { TypedForm } from '#src/ui/typed-part.tsx';
import { useGuard } from '#src/ui/use-guard.ts';
import { QuizFeedback } from './quiz-feedback.tsx';
import { findOptions, settleFormat } from './quiz-options.ts';
import type { QuizContent } from './quiz-content.ts';
import { useQuizAnswer } from './use-quiz-answer.ts';
import { useQuizKeys } from './use-quiz-keys.ts';

interface QuizQuestionProps {
  readonly planned: PlannedQuestion;
  readonly sitting: SittingId;
  readonly content: QuizContent;
  /** As the log has it; once it is there, the feedback is shown. */
  readonly answer: LoggedAnswer | undefined;
  readonly isLast: boolean;
  readonly onNext: () => void;
}

/** One question: asked, answered, explained. */
export function QuizQuestion(props: QuizQuestionProps) {
  const question = props.content.questions.get(props.planned.card);
  return question === undefined ? null : <Asked {...props} question={question} />;
}

function Asked(props: QuizQuestionProps & { readonly question: Question }) {
  const { planned, sitting, content, question, answer, isLast, onNext } = props;
  const { note, card } = question;
  const options = useMemo(() => findOptions(planned, content.questions), [planned, content]);
  const format = settleFormat(planned, options);
  const order = useMemo(() => shuffle([0, 1, 2], `${sitting} ${card}`), [sitting, card]);
  const accept = useGuard();
  const { trouble, answer: save, override } = useQuizAnswer({ sitting, card, format });
  const rivals = useRivalAnswers(question.note);
  const [typed, setTyped] = useState('');
  const [isRevealed, setRevealed] = useState(false);
  const typedResult = note.kind === 'typed' ? gradeTyped(note, typed, rivals) : null;
  const isAnswered = answer !== undefined;
  const isOpen = isAnswered || isRevealed;

  const handlePick = (option: number) => {
    if (!isAnswered && accept()) save(option === 0 ? 'right' : 'wrong', option);
  };
  const handleUnknown = () => {
    if (!isAnswered && accept()) save('unknown');
  };
  const handleReveal = () => {
    if (!isOpen && accept()) setRevealed(true);
  };
  const handleGrade = (isRight: boolean) => {
    if (!isAnswered && accept()) save(isRight ? 'right' : 'wrong');
  };
  const handleCheck = () => {
    if (isAnswered || !accept()) return;
    if (typed.trim() === '') save('unknown');
    else save(typedResult?.right === true ? 'right' : 'wrong');
  };
  const handleNext = () => {
    if (isAnswered && accept()) onNext();
  };

  useQuizKeys((key) => {
    if (isAnswered) {
      if (key === 'proceed') handleNext();
      return;
    }
    if (key === 'unknown') handleUnknown();
    else if (format === 'choice') {
      const option = order[['first', 'second', 'third'].indexOf(key)];
      if (option !== undefined) handlePick(option);
    } else if (format === 'recall') {
      if (!isRevealed) {
        if (key === 'proceed') handleReveal();
      } else if (key === 'first') handleGrade(false);
      else if (key === 'second') handleGrade(true);
    }
  });

  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (format !== 'typed') article.current?.focus({ preventScroll: true });
    document.documentElement.scrollTop = 0;
  }, [format]);
  const shown = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) shown.current?.focus({ preventScroll: format === 'choice' });
  }, [isOpen, isAnswered, format]);

  const topic = content.topics.get(planned.topic);
  return (
    <>
      <article
        className="quiz-card"
        aria-label={isAnswered ? 'Answered question' : 'Question'}
        tabIndex={-1}
        ref={article}
      >
        {topic !== undefined && (
          <p className="quiz-place muted small">
            {topic.parent !== null && (
              <>
                {topic.sectionTitle} <span aria-hidden="true">›</span>{' '}
              </>
            )}
            {topic.title}
          </p>
        )}
        <QuestionFace face={toCardFace(note, card)} isShown={isOpen} />
        {format === 'choice' && options !== null && !isAnswered && (
          <ChoicePart
            options={options}
            order={order}
            picked={null}
            isShown={false}
            onPick={handlePick}
          />
        )}
        {format === 'typed' && !isAnswered && (
          <TypedForm value={typed} onChange={setTyped} onCheck={handleCheck} />
        )}
        {isOpen && (
          <section className="card-answer" aria-label="Answer" tabIndex={-1} ref={shown}>
            <QuizFeedback
              question={question}
              format={format}
              options={options}
              order={order}
              answer={answer}
              typed={typed}
              typedResult={typedResult}
              onOverride={() => {
                override();
                // The button leaves; the verdict it changed is read again.
                shown.current?.focus({ preventScroll: true });
              }}
            />
          </section>
        )}
        {trouble !== undefined && (
          <Notice tone="danger">{trouble} Your answer was not saved. Answer again to retry.</Notice>
        )}
      </article>
      <footer className="quiz-actions">
        {isAnswered ? (
          <Button look="primary" large onClick={handleNext}>
            {isLast ? 'See the result' : 'Next'}
          </Button>
        ) : isRevealed ? (
          <>
            <Button
              large
              onClick={() => {
                handleGrade(false);
              }}
            >
              I did not know it
            </Button>
            <Button
              look="primary"
              large
              onClick={() => {
                handleGrade(true);
              }}
            >
              I knew it
            </Button>
          </>
        ) : (
          <>
            <Button large onClick={handleUnknown}>
              I don’t know
            </Button>
            {format === 'recall' && (
              <Button look="primary" large onClick={handleReveal}>
                Show answer
              </Button>
            )}
            {format === 'typed' && (
              <Button look="primary" large onClick={handleCheck}>
                Check
              </Button>
            )}
          </>
        )}
      </footer>
    </>
  );
}
