import type { CardId } from '#src/domain/ids.ts';
import { findPlainAnswer, findPlainQuestion } from '#src/domain/quiz/plain-answer.ts';
import type { PlannedQuestion } from '#src/domain/quiz/quiz-request.ts';
import type { LoggedAnswer } from '#src/storage/quiz-log.ts';
import type { QuizContent } from './quiz-content.ts';

/** The questions that were missed, with their answers and topics. */
export function MissedList({
  missed,
  answers,
  content,
}: {
  missed: readonly PlannedQuestion[];
  answers: ReadonlyMap<CardId, LoggedAnswer>;
  content: QuizContent;
}) {
  if (missed.length === 0) return null;
  return (
    <section aria-labelledby="quiz-missed">
      <h2 id="quiz-missed">Missed</h2>
      <ul className="quiz-missed">
        {missed.map(({ card, topic }) => {
          const note = content.questions.get(card)?.note;
          if (note === undefined) return null;
          return (
            <li key={card}>
              <p>{findPlainQuestion(note, card)}</p>
              <p className="muted">{findPlainAnswer(note, card)?.text}</p>
              <p className="muted small">
                {content.topics.get(topic)?.title}
                {answers.get(card)?.result === 'unknown' && ', not known'}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
