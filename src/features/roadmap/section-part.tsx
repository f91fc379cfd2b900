import { Link, useLocation } from 'react-router';
import type { CompiledSection, CompiledTopic } from '#src/domain/content.ts';
import type { TopicId } from '#src/domain/ids.ts';
import { meanRecall, type Progress } from '#src/domain/progress.ts';
import { RecallMark } from '#src/ui/recall-mark.tsx';
import { priorityWords, toRecallLook } from './describe-topic.ts';
import { SuspendedPart } from './suspended-part.tsx';
import { TopicLink } from './topic-link.tsx';
import { TopicState } from './topic-state.tsx';
import type { Folds } from './use-folds.ts';

type ProgressById = ReadonlyMap<TopicId, Progress>;

/** What all rows of the list look at. */
export interface ListView {
  readonly progress: ProgressById;
  /** What the search found. */
  readonly lit: ReadonlySet<TopicId>;
  /** What the address names or the search stands on: its section stands open. */
  readonly shown: TopicId | undefined;
}

/** A section that folds, open while something of it is under way. */
export function SectionPart({
  section,
  view,
  folds,
}: {
  section: CompiledSection;
  view: ListView;
  folds: Folds;
}) {
  const whole = view.progress.get(section.id);
  const isOpen = folds.isOpen(section.id) || view.shown?.startsWith(`${section.id}/`) === true;
  return (
    <details
      className="section"
      data-topic={section.id}
      data-lit={view.lit.has(section.id) || undefined}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        // The event also tells of what this page itself has opened.
        if (currentTarget.open !== isOpen) folds.onFold(section.id, currentTarget.open);
      }}
    >
      <summary>
        <h2>
          {section.number !== undefined && <span className="muted">{section.number} </span>}
          {section.title}
        </h2>
        <span className="section-facts">
          {section.period !== undefined && <span className="muted small">{section.period}</span>}
          {whole !== undefined && <Recall progress={whole} />}
        </span>
      </summary>
      <div className="section-links">
        {whole !== undefined && whole.cards > 0 && (
          <Link to={`/review?section=${section.id}`}>Review this section</Link>
        )}
        <TopicLink id={section.id}>About this section</TopicLink>
      </div>
      {whole !== undefined && <SuspendedPart id={section.id} count={whole.suspended} />}
      <Topics topics={section.topics} view={view} />
    </details>
  );
}

function Topics({ topics, view }: { topics: readonly CompiledTopic[]; view: ListView }) {
  return (
    <ul className="topics">
      {topics.map((topic) => (
        <li key={topic.id}>
          <TopicRow topic={topic} view={view} />
          {topic.topics !== undefined && <Topics topics={topic.topics} view={view} />}
        </li>
      ))}
    </ul>
  );
}

function TopicRow({ topic, view }: { topic: CompiledTopic; view: ListView }) {
  const progress = view.progress.get(topic.id);
  const isAimed = useLocation().hash === `#${encodeURIComponent(topic.id)}`;
  return (
    <div
      className="topic"
      tabIndex={-1}
      data-topic={topic.id}
      data-lit={view.lit.has(topic.id) || undefined}
      aria-current={isAimed ? 'location' : undefined}
    >
      <span className="topic-name">
        <TopicLink id={topic.id}>{topic.title}</TopicLink>
        {topic.priority !== undefined && (
          <span className="priority" data-priority={topic.priority}>
            {priorityWords[topic.priority]}
          </span>
        )}
        {topic.kind !== undefined && topic.kind !== 'learn' && (
          <span className="muted small">{topic.kind}</span>
        )}
      </span>
      {progress !== undefined && <TopicFacts progress={progress} />}
      <TopicState id={topic.id} title={topic.title} />
    </div>
  );
}

function TopicFacts({ progress }: { progress: Progress }) {
  if (progress.cards === 0) return <span className="muted small">No cards yet</span>;
  return (
    <span className="topic-facts small">
      <Recall progress={progress} />
      <span className="muted">
        {progress.started}/{progress.cards}
      </span>
      {progress.due > 0 && <span className="due-count">{progress.due} due</span>}
      {progress.suspended > 0 && <span className="muted">{progress.suspended} suspended</span>}
      {progress.leeches > 0 && (
        <span className="muted">
          {progress.leeches} {progress.leeches === 1 ? 'leech' : 'leeches'}
        </span>
      )}
    </span>
  );
}

function Recall({ progress }: { progress: Progress }) {
  return <RecallMark look={toRecallLook(progress)} recall={meanRecall(progress)} />;
}
