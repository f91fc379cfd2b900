import { Link, useLocation } from 'react-router';
import type { CompiledSection, CompiledTopic, Priority } from '#src/domain/content.ts';
import type { TopicId } from '#src/domain/ids.ts';
import { meanRecall, toRecallBand, type Progress } from '#src/domain/progress.ts';
import { RecallMark } from '#src/ui/recall-mark.tsx';
import { SuspendedPart } from './suspended-part.tsx';
import { TopicState } from './topic-state.tsx';

type ProgressById = ReadonlyMap<TopicId, Progress>;

const priorityWords: Readonly<Record<Priority, string>> = {
  mandatory: 'Mandatory',
  good: 'Good to know',
  optional: 'Optional',
  general: 'General',
};

/** A section that folds, open while something of it is under way. */
export function SectionPart({
  section,
  progress,
}: {
  section: CompiledSection;
  progress: ProgressById;
}) {
  const whole = progress.get(section.id);
  return (
    <details className="section" open>
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
      {whole !== undefined && whole.cards > 0 && (
        <Link className="section-review" to={`/review?section=${section.id}`}>
          Review this section
        </Link>
      )}
      {whole !== undefined && <SuspendedPart id={section.id} count={whole.suspended} />}
      <Topics topics={section.topics} progress={progress} />
    </details>
  );
}

function Topics({
  topics,
  progress,
}: {
  topics: readonly CompiledTopic[];
  progress: ProgressById;
}) {
  return (
    <ul className="topics">
      {topics.map((topic) => (
        <li key={topic.id}>
          <TopicRow topic={topic} progress={progress.get(topic.id)} />
          {topic.topics !== undefined && <Topics topics={topic.topics} progress={progress} />}
        </li>
      ))}
    </ul>
  );
}

function TopicRow({ topic, progress }: { topic: CompiledTopic; progress: Progress | undefined }) {
  const hasCards = progress !== undefined && progress.cards > 0;
  const isAimed = useLocation().hash === `#${encodeURIComponent(topic.id)}`;
  return (
    <div className="topic" tabIndex={-1} aria-current={isAimed ? 'location' : undefined}>
      <span className="topic-name">
        {hasCards ? (
          <Link to={`/review?topic=${topic.id}`}>{topic.title}</Link>
        ) : (
          <span>{topic.title}</span>
        )}
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
  const recall = meanRecall(progress);
  return <RecallMark look={recall === undefined ? 'none' : toRecallBand(recall)} recall={recall} />;
}
