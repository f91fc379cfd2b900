import { findPlainQuestion } from '#src/domain/quiz/plain-answer.ts';
import type { MovedSchedule } from '#src/storage/quiz-result.ts';
import { describeInterval } from '#src/ui/interval-words.ts';
import type { QuizContent } from './quiz-content.ts';

/** Which schedules the answers moved, from where to where. */
export function MovedSchedules({
  moved,
  content,
}: {
  moved: readonly MovedSchedule[];
  content: QuizContent;
}) {
  return (
    <section aria-labelledby="quiz-moved">
      <h2 id="quiz-moved">Schedules that moved</h2>
      {moved.length === 0 ? (
        <p className="muted">
          None. Right options, right answers before their time and new cards leave schedules as they
          are.
        </p>
      ) : (
        <ul className="quiz-moved">
          {moved.map((each) => (
            <MovedRow key={each.card} moved={each} content={content} />
          ))}
        </ul>
      )}
    </section>
  );
}

function MovedRow({ moved, content }: { moved: MovedSchedule; content: QuizContent }) {
  const { card, before, after, at, day } = moved;
  const note = content.questions.get(card)?.note;
  return (
    <li>
      <span>{note === undefined ? card : findPlainQuestion(note, card)}</span>
      <span className="muted small">
        {describeDue(describeInterval(before, at, day))} →{' '}
        {describeDue(describeInterval(after, at, day))}
      </span>
    </li>
  );
}

function describeDue(interval: string): string {
  if (interval === '0 d' || interval === '< 1 min') return 'due then';
  return interval.startsWith('-') ? `due since ${interval.slice(1)}` : `due in ${interval}`;
}
