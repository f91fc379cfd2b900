import { useCallback, useEffect, useRef } from 'react';
import { grades } from '#src/domain/event.ts';
import type { CardId } from '#src/domain/ids.ts';
import type { Session, SessionAct } from '#src/domain/session-state.ts';
import { listHeldRoadmaps } from '#src/storage/introductions.ts';
import { loadForecast } from '#src/storage/overview.ts';
import { loadQuestions, type Question } from '#src/storage/questions.ts';
import { useLive } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { gradeNames } from '#src/ui/grade-bar.tsx';
import { HeldNote } from '#src/ui/held-note.tsx';
import type { ReviewRequest } from './load-review.ts';
import { emptyTitles, NothingToAsk } from './nothing-to-ask.tsx';
import { rankWeakTopics, type WeakTopic } from './weak-topics.ts';

type Graded = Extract<SessionAct, { kind: 'graded' }>;

/** Nothing is left to ask: what was done, what comes tomorrow, where it is weakest. */
export function EndScreen({
  session,
  request,
  onAgain,
}: {
  session: Session<Question>;
  request: ReviewRequest;
  onAgain: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const graded = session.acts.filter((act) => act.kind === 'graded');
  const cards = new Set(graded.map(({ card }) => card)).size;
  const next = session.steps[0]?.at;
  return (
    <article className="review-card review-end">
      <h1 ref={heading} tabIndex={-1}>
        {graded.length === 0 ? emptyTitles[request.kind] : 'Done'}
      </h1>
      {graded.length > 0 && (
        <>
          <p>
            {cards === 1 ? 'One card' : `${cards} cards`},{' '}
            {graded.length === 1 ? 'one answer' : `${graded.length} answers`}, in{' '}
            {describeTime(graded)}.
          </p>
          <dl className="end-grades">
            {grades.map((grade) => (
              <div key={grade} data-grade={grade}>
                <dt>{gradeNames[grade]}</dt>
                <dd>{graded.filter((act) => act.grade === grade).length}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {next !== undefined && (
        <p>
          {session.steps.length === 1
            ? 'One card is still being learned'
            : `${session.steps.length} cards are still being learned`}
          ; the next comes up at {formatTime(next)}. You can wait here or come back.
        </p>
      )}
      {graded.length === 0 && next === undefined ? (
        <NothingToAsk request={request} />
      ) : (
        <>
          <Outlook key={session.acts.length} graded={graded} />
          <div className="row">
            <ButtonLink look="primary" to="/">
              Today
            </ButtonLink>
            {request.kind !== 'review' && graded.length > 0 && (
              <Button onClick={onAgain}>Go through them again</Button>
            )}
          </div>
        </>
      )}
    </article>
  );
}

function Outlook({ graded }: { graded: readonly Graded[] }) {
  const forgotten = graded.filter(({ grade }) => grade === 'again').map(({ card }) => card);
  const asked = JSON.stringify(forgotten);
  const query = useCallback(
    (store: Store) => loadOutlook(store, JSON.parse(asked) as CardId[]),
    [asked],
  );
  const outlook = useLive(query);
  if (outlook.state !== 'ready') return null;
  const { tomorrow, weak, held } = outlook.value;
  return (
    <>
      <p>
        {tomorrow === 0
          ? 'Nothing comes due tomorrow but new cards.'
          : `Tomorrow ${tomorrow === 1 ? 'one review comes' : `${tomorrow} reviews come`} due.`}
      </p>
      <HeldNote roadmaps={held} />
      {weak.length > 0 && <WeakTopics topics={weak} />}
    </>
  );
}

function WeakTopics({ topics }: { topics: readonly WeakTopic[] }) {
  return (
    <section aria-labelledby="weak-topics">
      <h2 id="weak-topics">Weakest today</h2>
      <ul className="weak-topics">
        {topics.map(({ place, forgotten }) => (
          <li key={place.topic}>
            {place.topicTitle}{' '}
            <span className="muted small">
              {place.sectionTitle}, forgotten {forgotten === 1 ? 'once' : `${forgotten} times`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Tomorrow's reviews, what gives no new cards, and the topics in which most was forgotten. */
async function loadOutlook(store: Store, forgotten: readonly CardId[]) {
  const [forecast, held, questions] = await Promise.all([
    loadForecast(store, 2),
    listHeldRoadmaps(store),
    loadQuestions(store, [...new Set(forgotten)]),
  ]);
  return { tomorrow: forecast[1] ?? 0, held, weak: rankWeakTopics(questions, forgotten) };
}

function describeTime(graded: readonly Graded[]): string {
  const seconds = Math.round(graded.reduce((sum, act) => sum + act.durationMs, 0) / 1000);
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

function formatTime(at: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(at);
}
