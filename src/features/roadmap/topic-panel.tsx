import { useCallback, useEffect, useId, useRef, type ReactNode } from 'react';
import type { TopicId } from '#src/domain/ids.ts';
import type { Progress } from '#src/domain/progress.ts';
import { useLive } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { loadTopic } from '#src/storage/topic.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { TopicContent } from './topic-content.tsx';
import './topic-panel.css';

/** A topic or section with all that is known of it, beside the roadmap or, on a phone, above it. */
export function TopicPanel({
  id,
  progress,
  isBeside,
  onClose,
  children,
}: {
  id: TopicId;
  /** Of it and all below it, as of now. */
  progress: Progress | undefined;
  isBeside: boolean;
  onClose: () => void;
  /** What else there is to say of the topic, below its facts: its status. */
  children?: ReactNode;
}) {
  const load = useCallback((store: Store) => loadTopic(store, id), [id]);
  const details = useLive(load);
  const title =
    details.state === 'ready' ? (details.value?.topic.title ?? 'No such topic') : 'Topic';
  const Frame = isBeside ? SidePanel : Dialog;
  return (
    <Frame title={title} onClose={onClose}>
      {details.state === 'failed' && <p role="alert">{details.error.message}</p>}
      {details.state === 'ready' && details.value === undefined && (
        <p>This roadmap has no such topic now. It may have been renamed; search for its words.</p>
      )}
      {details.state === 'ready' && details.value !== undefined && progress !== undefined && (
        <TopicContent id={id} details={details.value} progress={progress}>
          {children}
        </TopicContent>
      )}
    </Frame>
  );
}

/** Stands beside what it is about, which can still be used; Escape closes it. */
function SidePanel({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
  return (
    <aside
      className="topic-panel"
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="dialog-header">
        <h2 ref={heading} id={headingId} tabIndex={-1}>
          {title}
        </h2>
        <Button look="quiet" onClick={onClose}>
          Close
        </Button>
      </header>
      {children}
    </aside>
  );
}
