import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import type { Acts } from './use-acts.ts';

/** What was done last, with the way back. */
export function DoneNotice({ acts }: { acts: Acts }) {
  const { done, trouble, undo } = acts;
  if (trouble !== undefined) return <Notice tone="danger">{trouble}</Notice>;
  if (done === undefined) return null;
  return (
    <Notice tone="success">
      <div className="row">
        <span>{done.words}</span>
        {done.acts.length > 0 && <Button onClick={() => void undo()}>Undo</Button>}
      </div>
    </Notice>
  );
}
