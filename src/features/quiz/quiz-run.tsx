import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CardId } from '#src/domain/ids.ts';
import { mostPlacement, walkPlacement } from '#src/domain/quiz/placement-walk.ts';
import type { PlannedQuestion } from '#src/domain/quiz/quiz-request.ts';
import type { QuizLog } from '#src/storage/quiz-log.ts';
import { PlacementEnd } from './placement-end.tsx';
import { QuizEnd } from './quiz-end.tsx';
import { QuizHeader } from './quiz-header.tsx';
import { QuizQuestion } from './quiz-question.tsx';
import type { QuizContent } from './quiz-content.ts';
import { useTimeLeft } from './use-time-left.ts';

interface Standing {
  readonly next: PlannedQuestion | undefined;
  readonly done: number;
  /** How many questions there are; of a placement, how many there can be. */
  readonly total: number;
}

/** The questions of a quiz one by one, then its end. */
export function QuizRun({ quiz, content }: { quiz: QuizLog; content: QuizContent }) {
  const { started, undoneBy } = quiz;
  const [search, setSearch] = useSearchParams();
  const standing = findStanding(quiz, content);
  // The question on the table stays there until the learner goes on, whichever tab answered it.
  const [held, setHeld] = useState<CardId | undefined>(standing.next?.card);
  const timeLeftMs = useTimeLeft(started);
  const isTimeUp = timeLeftMs !== null && timeLeftMs <= 0;
  const question = started.questions.find(({ card }) => card === held) ?? standing.next;
  const wantsResult = search.has('result');

  if (question === undefined || isTimeUp || wantsResult || undoneBy !== null) {
    if (started.placement !== undefined && !wantsResult) {
      return <PlacementEnd sitting={started.sitting} roadmap={started.placement} />;
    }
    const canGoOn = standing.next !== undefined && !isTimeUp && undoneBy === null;
    return (
      <QuizEnd
        quiz={quiz}
        content={content}
        isTimeUp={isTimeUp && standing.next !== undefined}
        onGoOn={
          canGoOn
            ? () => {
                setSearch({}, { replace: true });
              }
            : undefined
        }
      />
    );
  }
  return (
    <main className="quiz">
      <QuizHeader
        isPlacement={started.placement !== undefined}
        done={standing.done}
        total={standing.total}
        timeLeftMs={timeLeftMs}
      />
      <QuizQuestion
        key={question.card}
        planned={question}
        sitting={started.sitting}
        content={content}
        answer={quiz.answers.get(question.card)}
        isLast={standing.next === undefined}
        onNext={() => {
          setHeld(standing.next?.card);
        }}
      />
    </main>
  );
}

function findStanding({ started, answers }: QuizLog, { questions }: QuizContent): Standing {
  // A card that no content has any more cannot be asked.
  const planned = started.questions.filter(({ card }) => questions.has(card));
  const done = planned.filter(({ card }) => answers.has(card)).length;
  if (started.placement !== undefined) {
    const rightByCard = new Map(
      [...answers].map(([card, { result }]) => [card, result === 'right'] as const),
    );
    const { next } = walkPlacement(planned, rightByCard);
    return { next: next ?? undefined, done, total: Math.min(mostPlacement, planned.length) };
  }
  const next = planned.find(({ card }) => !answers.has(card));
  return { next, done, total: planned.length };
}
