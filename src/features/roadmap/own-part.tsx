import { useState } from 'react';
import type { CompiledRoadmap } from '#src/domain/content.ts';
import type { TopicId } from '#src/domain/ids.ts';
import { listLeaves } from '#src/domain/roadmap-tree.ts';
import type { Progress } from '#src/domain/progress.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';
import { TopicLink } from './topic-link.tsx';

/** What a roadmap of the learner's own asks of them: cards for the topics that have none. */
export function OwnPart({
  roadmap,
  progress,
  isWaiting,
}: {
  roadmap: CompiledRoadmap;
  progress: ReadonlyMap<TopicId, Progress>;
  /** Whether its topics wait to be linked to the shipped cards. */
  isWaiting: boolean;
}) {
  const [words, setWords] = useState('');
  const bare = listLeaves(roadmap).filter(({ topic }) => progress.get(topic.id)?.cards === 0);
  const handleSave = () => {
    import('./save-skeletons.ts').then(
      ({ saveSkeletons }) => {
        setWords(`Saved as ${saveSkeletons(roadmap.title, bare)}.`);
      },
      (error: unknown) => {
        setWords(`Nothing was saved. ${toMessage(error)}`);
      },
    );
  };
  return (
    <>
      {isWaiting && (
        <Notice>
          Its topics wait to be linked to the shipped cards. Connect once, and they are.
        </Notice>
      )}
      {bare.length > 0 && (
        <details className="bare-topics panel">
          <summary>
            {bare.length === 1 ? '1 topic without cards' : `${bare.length} topics without cards`}
          </summary>
          <p className="muted small">
            Write notes of your own for them here, or save card files to fill in with any editor.
          </p>
          <div className="row">
            <Button onClick={handleSave}>Save card files to fill in</Button>
            <p role="status" className="small">
              {words}
            </p>
          </div>
          <ul className="bare-list">
            {bare.map(({ section, topic }) => (
              <li key={topic.id}>
                <div>
                  <TopicLink id={topic.id}>{topic.title}</TopicLink>
                  <p className="muted small">{section}</p>
                </div>
                <AddCards roadmap={roadmap} topic={topic.id} title={topic.title} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Leads to the editor for a note on a topic of the learner's own roadmap, and back. */
export function AddCards({
  roadmap,
  topic,
  title,
}: {
  roadmap: CompiledRoadmap;
  topic: TopicId;
  title: string;
}) {
  const search = new URLSearchParams({ topic, back: `/roadmaps/${roadmap.id}` }).toString();
  return (
    <ButtonLink to={`/library/${roadmap.id}/edit?${search}`} aria-label={`Add cards to ${title}`}>
      Add cards
    </ButtonLink>
  );
}
