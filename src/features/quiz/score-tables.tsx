import type { ReactNode } from 'react';
import type { TopicId } from '#src/domain/ids.ts';
import { quizFormats } from '#src/domain/quiz/quiz-request.ts';
import type { QuizScore, Tally } from '#src/domain/quiz/score-quiz.ts';
import type { TreeTopic } from '#src/domain/quiz/topic-tree.ts';
import { formatNames } from './format-names.ts';

/** The score by topic, the weakest first, and by kind of question. */
export function ScoreTables({
  score,
  topics,
}: {
  score: QuizScore;
  topics: ReadonlyMap<TopicId, TreeTopic>;
}) {
  const byTopic = [...score.byTopic].sort(([, one], [, other]) => toShare(one) - toShare(other));
  const byFormat = quizFormats.flatMap((format) => {
    const tally = score.byFormat.get(format);
    return tally === undefined ? [] : [{ format, tally }];
  });
  return (
    <>
      <TallyTable caption="By topic">
        {byTopic.map(([topic, tally]) => (
          <TallyRow
            key={topic}
            name={topics.get(topic)?.title ?? 'A topic no longer there'}
            tally={tally}
          />
        ))}
      </TallyTable>
      <TallyTable caption="By kind">
        {byFormat.map(({ format, tally }) => (
          <TallyRow key={format} name={formatNames[format]} tally={tally} />
        ))}
      </TallyTable>
    </>
  );
}

function TallyTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <table className="quiz-table">
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">What was asked</th>
          <th scope="col">Right</th>
          <th scope="col">As a bar</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function TallyRow({ name, tally }: { name: string; tally: Tally }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="quiz-number-cell">
        {tally.right} of {tally.asked}
      </td>
      <td aria-hidden="true" className="quiz-bar-cell">
        <span className="quiz-share" style={{ inlineSize: `${toShare(tally) * 100}%` }} />
      </td>
    </tr>
  );
}

function toShare({ right, asked }: Tally): number {
  return right / asked;
}
