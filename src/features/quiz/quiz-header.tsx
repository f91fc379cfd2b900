import { Link } from 'react-router';
import { ProgressBar } from '#src/ui/progress-bar.tsx';

/** How far the quiz is, the time left, and the way out: everything answered so far is kept. */
export function QuizHeader({
  isPlacement,
  done,
  total,
  timeLeftMs,
}: {
  isPlacement: boolean;
  done: number;
  total: number;
  timeLeftMs: number | null;
}) {
  const current = Math.min(done + 1, total);
  return (
    <header className="quiz-header">
      <ProgressBar label="Questions answered" done={done} total={total} />
      <div className="quiz-bar">
        <Link className="quiz-close" to={isPlacement ? '/' : '/quiz'} aria-label="Leave the quiz">
          <span aria-hidden="true">←</span>
        </Link>
        <p className="quiz-count" data-done={done}>
          {isPlacement ? (
            <>
              {done} answered, {total} at most
            </>
          ) : (
            <>
              {done} of {total} answered
            </>
          )}
        </p>
        {timeLeftMs !== null && (
          <p className="quiz-timer" role="timer" aria-label="Time left">
            {describeTime(timeLeftMs)} left
          </p>
        )}
        {!isPlacement && done > 0 && (
          <Link className="button button-quiet" to="?result">
            See the result so far
          </Link>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {isPlacement ? `Question ${current}` : `Question ${current} of ${total}`}
      </p>
      <h1 className="visually-hidden">{isPlacement ? 'Placement' : 'Quiz'}</h1>
    </header>
  );
}

function describeTime(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
