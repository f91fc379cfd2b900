import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { SittingId } from '#src/domain/ids.ts';
import { loadQuestions } from '#src/storage/questions.ts';
import { findQuiz, type QuizLog } from '#src/storage/quiz-log.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { loadTopicTitles } from '#src/storage/topic-titles.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import type { QuizContent } from './quiz-content.ts';
import { QuizRun } from './quiz-run.tsx';
import './quiz.css';

/** A quiz or placement that was begun, at the question where it stands, or at its end. */
export function SittingPage() {
  const { sitting = '' } = useParams();
  return <OpenSitting key={sitting} sitting={sitting as SittingId} />;
}

const eventTables = ['events'] as const;

function OpenSitting({ sitting }: { sitting: SittingId }) {
  const load = useCallback((store: Store) => findQuiz(store, sitting), [sitting]);
  const log = useLive(load, eventTables);
  useEffect(() => {
    document.title = 'Quiz – Cairn';
  }, []);
  if (log.state === 'failed') {
    return <Trouble title="The quiz could not be opened" message={log.error.message} />;
  }
  if (log.state === 'loading') return <Waiting />;
  if (log.value === undefined) {
    return (
      <Trouble
        title="No such quiz"
        message="This device knows no quiz at this address. It may have been begun on another device, whose copy was not brought here."
      />
    );
  }
  return <WithContent quiz={log.value} />;
}

function WithContent({ quiz }: { quiz: QuizLog }) {
  const store = useStore();
  const [content, setContent] = useState<QuizContent>();
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  // Planned once and never changed: a new object of the log brings the same questions.
  const [{ questions }] = useState(quiz.started);
  useEffect(() => {
    let isCurrent = true;
    const cards = questions.flatMap(({ card, distractors = [] }) => [card, ...distractors]);
    const topics = questions.map(({ topic }) => topic);
    Promise.all([loadQuestions(store, [...new Set(cards)]), loadTopicTitles(store, topics)]).then(
      ([loaded, titles]) => {
        const byCard = new Map(loaded.map((question) => [question.card, question]));
        if (isCurrent) setContent({ questions: byCard, topics: titles });
      },
      (error: unknown) => {
        if (isCurrent) setFailure(toMessage(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [store, questions, attempt]);
  if (failure !== undefined) {
    return (
      <Trouble
        title="The questions could not be read"
        message={`${failure} Your answers so far are kept.`}
        onRetry={() => {
          setFailure(undefined);
          setAttempt(attempt + 1);
        }}
      />
    );
  }
  if (content === undefined) return <Waiting />;
  // What was undone or brought back is begun to be shown anew.
  return <QuizRun key={quiz.undoneBy ?? 'counts'} quiz={quiz} content={content} />;
}

function Waiting() {
  return (
    <main className="quiz">
      <h1 className="visually-hidden">Quiz</h1>
      <p className="quiz-waiting" role="status">
        Reading the questions…
      </p>
    </main>
  );
}

function Trouble({
  title,
  message,
  onRetry,
}: {
  title: string;
  message: string;
  onRetry?: () => void;
}) {
  return (
    <main className="quiz">
      <div className="quiz-card" role="alert">
        <h1>{title}</h1>
        <p>{message}</p>
        <div className="row">
          {onRetry !== undefined && (
            <Button look="primary" onClick={onRetry}>
              Try again
            </Button>
          )}
          <ButtonLink to="/quiz">Choose a quiz</ButtonLink>
          <ButtonLink to="/">Today</ButtonLink>
        </div>
      </div>
    </main>
  );
}
