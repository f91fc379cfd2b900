import { useEffect, useRef } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import type { Acts } from './use-acts.ts';

/** What stays in sight may cover a few lines of what is below it, not half a phone. */
const mostLetters = 120;

/** What was done last, with the way back. It stays in sight until it is hidden or something else is done. */
export function DoneNotice({ acts }: { acts: Acts }) {
  const { done, trouble, undo, clear } = acts;
  const words = trouble ?? done?.words;
  const isLong = (words?.length ?? 0) > mostLetters;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed may be gone: what came of it is where the eye goes.
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: !isLong });
  }, [done, trouble, isLong]);
  if (words === undefined) return null;
  return (
    <div ref={place} tabIndex={-1} className="done-notice" data-long={isLong}>
      <Notice tone={trouble === undefined ? 'success' : 'danger'}>
        <span>{words}</span>
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
