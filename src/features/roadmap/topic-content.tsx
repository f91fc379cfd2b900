import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TopicId } from '#src/domain/ids.ts';
import { meanRecall, type Progress } from '#src/domain/progress.ts';
import type { TopicDetails } from '#src/storage/topic.ts';
import { RecallMark } from '#src/ui/recall-mark.tsx';
import { describeKnown, priorityWords, toRecallLook } from './describe-topic.ts';
import { TopicActs } from './topic-acts.tsx';
import { TopicCards } from './topic-cards.tsx';
import { TopicLink, toTopicSearch } from './topic-link.tsx';
import { TopicNote } from './topic-note.tsx';

/** What a topic's panel holds: memory first, then what can be done, its cards, its place, the note. */
export function TopicContent({
  id,
  details,
  progress,
  children,
}: {
  id: TopicId;
  details: TopicDetails;
  progress: Progress;
  children: ReactNode;
}) {
  return (
    <div className="topic-content">
      <Place details={details} />
      <Facts progress={progress} />
      {children}
      <TopicActs id={id} isSection={details.above.length === 0} questions={details.questions} />
      <TopicNote key={id} id={id} note={details.note} />
      <TopicCards details={details} />
      <Elsewhere details={details} />
      <Sources details={details} />
    </div>
  );
}

function Place({ details: { topic, above, roadmapTitle } }: { details: TopicDetails }) {
  const kind = 'kind' in topic && topic.kind !== 'learn' ? topic.kind : undefined;
  const words = [topic.priority && priorityWords[topic.priority], kind].filter(Boolean);
  return (
    <p className="muted small">
      {roadmapTitle}
      {above.map(({ id, title }) => (
        <span key={id}>
          {' › '}
          <TopicLink id={id}>{title}</TopicLink>
        </span>
      ))}
      {words.length > 0 && `. ${words.join(', ')}`}
    </p>
  );
}

function Facts({ progress }: { progress: Progress }) {
  const { cards, started, due, suspended, leeches, stabilityDays } = progress;
  if (cards === 0) {
    return (
      <p>
        There are no cards on this topic yet. You can still keep a note on it, which the search
        finds.
      </p>
    );
  }
  return (
    <dl className="topic-facts-list">
      <Fact name="Recall now">
        <RecallMark look={toRecallLook(progress)} recall={meanRecall(progress)} />
      </Fact>
      <Fact name="Started">
        {started} of {cards} cards
      </Fact>
      <Fact name="Due">{due}</Fact>
      {stabilityDays !== null && <Fact name="Median stability">{formatDays(stabilityDays)}</Fact>}
      <Fact name="Estimate">{describeKnown(progress)}</Fact>
      {suspended > 0 && <Fact name="Suspended">{suspended}</Fact>}
      {leeches > 0 && <Fact name="Leeches">{leeches}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function formatDays(days: number): string {
  return `${days.toFixed(days < 10 ? 1 : 0)} days`;
}

function Elsewhere({ details: { concepts } }: { details: TopicDetails }) {
  const shared = concepts.filter(({ elsewhere }) => elsewhere.length > 0);
  if (shared.length === 0) return null;
  return (
    <section>
      <h3>Also in other roadmaps</h3>
      <p className="muted small">What is learned here counts there too.</p>
      <ul className="topic-list">
        {shared.map(({ id, title, elsewhere }) => (
          <li key={id}>
            {title}:{' '}
            {elsewhere.map((place, index) => (
              <span key={place.roadmap}>
                {index > 0 && ', '}
                <Link to={`/roadmaps/${place.roadmap}${toTopicSearch(place.topic)}`}>
                  {place.roadmapTitle}
                </Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ details: { concepts } }: { details: TopicDetails }) {
  const sources = [...new Set(concepts.flatMap((concept) => concept.sources))];
  if (sources.length === 0) return null;
  return (
    <section>
      <h3>Sources</h3>
      <ul className="topic-list">
        {sources.map((source) => (
          <li key={source}>
            {source.startsWith('https://') ? (
              <a href={source} target="_blank" rel="noreferrer">
                {source.replace('https://', '')}
              </a>
            ) : (
              source
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
