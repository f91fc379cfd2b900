import type { SittingId } from '#src/domain/ids.ts';
import type { EarlierQuiz } from '#src/storage/quiz-result.ts';

/** Scores of the quizzes over the same sections, a bar each with its number and day. */
export function HistoryPlot({
  quizzes,
  current,
}: {
  quizzes: readonly EarlierQuiz[];
  current: SittingId;
}) {
  const format = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
  return (
    <section aria-labelledby="quiz-history">
      <h2 id="quiz-history">Quizzes of the same sections</h2>
      <ol className="quiz-history">
        {quizzes.map(({ sitting, at, asked, right }) => {
          const share = right / asked;
          return (
            <li key={sitting} aria-current={sitting === current || undefined}>
              <span className="quiz-history-number">{Math.round(share * 100)} %</span>
              <span className="quiz-history-track" aria-hidden="true">
                <span className="quiz-history-bar" style={{ blockSize: `${share * 100}%` }} />
              </span>
              <span className="muted small">{format.format(at)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
