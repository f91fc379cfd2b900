import { useEffect, useRef } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import type { Acts } from './use-acts.ts';

/** What was done last, with the way back. It stays in sight until it is hidden or something else is done. */
export function DoneNotice({ acts }: { acts: Acts }) {
  const { done, trouble, undo, clear } = acts;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed may be gone: what came of it is where the eye goes.
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [done, trouble]);
  if (trouble === undefined && done === undefined) return null;
  return (
    <div ref={place} tabIndex={-1} className="done-notice">
      <Notice tone={trouble === undefined ? 'success' : 'danger'}>
        <span>{trouble ?? done?.words}</span>
        <div className="row">
          {trouble === undefined && done !== undefined && done.acts.length > 0 && (
            <Button onClick={() => void undo()}>Undo</Button>
          )}
          <Button look="quiet" onClick={clear}>
            Hide
          </Button>
        </div>
      </Notice>
    </div>
  );
}
