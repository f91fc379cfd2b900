import type { Instant, StudyDay } from '#src/domain/ids.ts';
import { isLeech } from '#src/domain/leech.ts';
import { toRecallBand } from '#src/domain/progress.ts';
import { toQuestionLine } from '#src/domain/question-line.ts';
import { recallAt } from '#src/domain/recall.ts';
import type { Due } from '#src/domain/schedule.ts';
import type { Question } from '#src/storage/questions.ts';
import type { TopicDetails } from '#src/storage/topic.ts';
import { RecallMark } from '#src/ui/recall-mark.tsx';

/** The cards of a topic, each with what is known of it. */
export function TopicCards({ details }: { details: TopicDetails }) {
  const { questions } = details;
  if (questions.length === 0) return null;
  return (
    <details className="topic-cards">
      <summary>
        <h3>{questions.length === 1 ? '1 card' : `${questions.length} cards`}</h3>
      </summary>
      <ul className="topic-list">
        {questions.map((question) => (
          <li key={question.card}>
            <span>{toQuestionLine(question)}</span>
            <CardFacts question={question} details={details} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function CardFacts({ question, details }: { question: Question; details: TopicDetails }) {
  const { schedule, marks } = question.state;
  const { now, today, scheduling } = details;
  const marked = [
    ...(marks.flag > 0 ? [`flag ${marks.flag}`] : []),
    ...(marks.suspended ? ['suspended'] : []),
    ...((marks.buriedUntil ?? today) > today ? ['buried'] : []),
  ];
  if (schedule === undefined) {
    return <span className="muted small">{['new', ...marked].join(', ')}</span>;
  }
  const recall = recallAt(schedule, now, scheduling.parameters);
  if (isLeech(schedule.lapses, scheduling.leechLapses)) marked.push('leech');
  const words = [schedule.phase, describeDue(schedule.due, now, today), ...marked];
  return (
    <span className="topic-card-facts muted small">
      <RecallMark look={toRecallBand(recall)} recall={recall} />
      {words.join(', ')}
    </span>
  );
}

function describeDue(due: Due, now: Instant, today: StudyDay): string {
  if ('at' in due) return due.at <= now ? 'due now' : 'due soon';
  const days = due.day - today;
  if (days <= 0) return days === 0 ? 'due today' : `due for ${-days} d`;
  return days === 1 ? 'due tomorrow' : `due in ${days} d`;
}
