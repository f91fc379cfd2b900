import { useCallback, useEffect, useRef } from 'react';
import type { SittingId } from '#src/domain/ids.ts';
import { writeQuizRequest, type QuizRequest } from '#src/domain/quiz/quiz-request.ts';
import { calibrate, scoreQuiz, type QuizScore } from '#src/domain/quiz/score-quiz.ts';
import type { QuizLog } from '#src/storage/quiz-log.ts';
import { loadQuizAftermath } from '#src/storage/quiz-result.ts';
import { useLive } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { CalibrationTable } from './calibration-table.tsx';
import { HistoryPlot } from './history-plot.tsx';
import { MissedList } from './missed-list.tsx';
import { MovedSchedules } from './moved-schedules.tsx';
import { ScoreTables } from './score-tables.tsx';
import type { QuizContent } from './quiz-content.ts';
import { UndoQuizPart } from './undo-quiz-part.tsx';

interface QuizEndProps {
  readonly quiz: QuizLog;
  readonly content: QuizContent;
  /** Whether the time ran out before the questions did. */
  readonly isTimeUp: boolean;
  /** Goes back to the questions that are left; absent where there are none. */
  readonly onGoOn: (() => void) | undefined;
}

/** What a quiz showed: score, calibration, what was missed, which schedules moved, and what to do next. */
export function QuizEnd({ quiz, content, isTimeUp, onGoOn }: QuizEndProps) {
  const { started, answers, undoneBy } = quiz;
  const { sitting, questions, request, placement } = started;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    document.documentElement.scrollTop = 0;
  }, []);
  const score = scoreQuiz(questions, answers);
  return (
    <main className="quiz">
      <article className="quiz-card quiz-end">
        <h1 ref={heading} tabIndex={-1}>
          {toTitle(score, undoneBy !== null)}
        </h1>
        {undoneBy === null && (
          <Summary score={score} total={questions.length} isTimeUp={isTimeUp} />
        )}
        <div className="row">
          {onGoOn !== undefined && (
            <Button look="primary" onClick={onGoOn}>
              Go on with the quiz
            </Button>
          )}
          {score.missed.length > 0 && (
            <ButtonLink
              look={onGoOn === undefined ? 'primary' : 'plain'}
              to={`/review?mode=missed&quiz=${sitting}`}
            >
              Review these now
            </ButtonLink>
          )}
          {placement !== undefined && undoneBy === null && (
            <ButtonLink to={`/quiz/${sitting}`}>What you know already</ButtonLink>
          )}
          <ButtonLink to="/">Today</ButtonLink>
        </div>
        {score.asked > 0 && (
          <>
            <MissedList missed={score.missed} answers={answers} content={content} />
            <ScoreTables score={score} topics={content.topics} />
            <CalibrationTable bands={calibrate(questions, answers)} />
            <Aftermath sitting={sitting} quiz={quiz} content={content} />
          </>
        )}
        {(score.asked > 0 || undoneBy !== null) && (
          <UndoQuizPart sitting={sitting} isUndone={undoneBy !== null} />
        )}
        {placement === undefined && (
          <section aria-labelledby="quiz-again">
            <h2 id="quiz-again">Once more</h2>
            <div className="row">
              <ButtonLink to={toAddress(request, request.seed)}>The same questions</ButtonLink>
              <ButtonLink to={toAddress(request)}>New questions, same choice</ButtonLink>
              <ButtonLink to="/quiz">Another quiz</ButtonLink>
            </div>
          </section>
        )}
      </article>
    </main>
  );
}

function toTitle({ asked, right }: QuizScore, isUndone: boolean): string {
  if (isUndone) return 'This quiz is undone';
  return asked === 0 ? 'Nothing was answered' : `${right} of ${asked} right`;
}

function Summary({
  score,
  total,
  isTimeUp,
}: {
  score: QuizScore;
  total: number;
  isTimeUp: boolean;
}) {
  const { asked, unknown, durationMs } = score;
  return (
    <p>
      {isTimeUp && 'The time is up. '}
      {asked < total && `${asked} of ${total} questions were answered; the others count nowhere. `}
      {unknown > 0 && (unknown === 1 ? 'One you did not know. ' : `${unknown} you did not know. `)}
      {asked > 0 &&
        `It took ${describeTime(durationMs)}, ${describeTime(durationMs / asked)} a question.`}
    </p>
  );
}

function describeTime(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  return `${Math.round(seconds / 60)} minutes`;
}

function toAddress(request: QuizRequest, seed?: string): string {
  const { seed: _, ...wish } = request;
  const fields = writeQuizRequest({ ...wish, ...(seed === undefined ? {} : { seed }) });
  const search = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  return `/quiz?${search.toString()}`;
}

function Aftermath({
  sitting,
  quiz,
  content,
}: {
  sitting: SittingId;
  quiz: QuizLog;
  content: QuizContent;
}) {
  const load = useCallback((store: Store) => loadQuizAftermath(store, sitting), [sitting]);
  const aftermath = useLive(load);
  if (aftermath.state !== 'ready') return null;
  const { moved, earlier } = aftermath.value;
  return (
    <>
      <MovedSchedules moved={moved} content={content} />
      {earlier.length > 1 && <HistoryPlot quizzes={earlier} current={quiz.started.sitting} />}
    </>
  );
}
