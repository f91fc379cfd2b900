import { useState } from 'react';
import type { TopicId } from '#src/domain/ids.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { countWaiting, describeWait } from '#src/ui/wait-words.ts';
import { useRoadmapState } from './roadmap-state.tsx';
import { statusNames } from './status-names.ts';
import { TopicStatusControl } from './topic-status-control.tsx';

/** A topic's status, to be opened and set, and why its new cards wait. */
export function TopicState({ id, title }: { id: TopicId; title: string }) {
  const [isOpen, setOpen] = useState(false);
  const state = useRoadmapState();
  const status = state?.statuses.get(id);
  if (state === null || status === undefined) return null;
  const wait = state.waitByTopic.get(id);
  return (
    <>
      <Button
        look="quiet"
        className="status-button"
        data-status={status}
        aria-label={`Status of ${title}: ${statusNames[status]}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {statusNames[status]}
      </Button>
      {wait !== undefined && (
        <span className="topic-wait small muted">
          {countWaiting(wait.cards.length)} {describeWait(wait)}
        </span>
      )}
      {isOpen && (
        <Dialog
          title={title}
          onClose={() => {
            setOpen(false);
          }}
        >
          <TopicStatusControl topic={id} />
        </Dialog>
      )}
    </>
  );
}
