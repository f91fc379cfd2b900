import { Link } from 'react-router';
import type { SessionProgress } from '#src/domain/session-progress.ts';
import { Button } from '#src/ui/button.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';

/** How far the sitting is, and what is left. */
export function ReviewHeader({
  progress,
  isAsking,
  canUndo,
  onUndo,
  onMenu,
}: {
  progress: SessionProgress;
  isAsking: boolean;
  canUndo: boolean;
  onUndo: () => void;
  onMenu: () => void;
}) {
  const { done, total, left } = progress;
  return (
    <header className="review-header">
      <ProgressBar label="Cards done" done={done} total={total} />
      <div className="review-bar">
        <Link className="review-close" to="/" aria-label="Back to Today">
          <span aria-hidden="true">←</span>
        </Link>
        <p className="review-count">
          <strong data-done={done}>{done}</strong> of {total} done
          <span className="review-left">{describeLeft(left)}</span>
        </p>
        <Button look="quiet" onClick={onUndo} disabled={!canUndo}>
          Undo
        </Button>
        <Button look="quiet" onClick={onMenu} aria-haspopup="dialog">
          More
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {!isAsking ? '' : `Card ${Math.min(done + 1, total)} of ${total}`}
      </p>
    </header>
  );
}

const groupWords = { new: 'new', learning: 'learning', review: 'to review' } as const;

function describeLeft(left: SessionProgress['left']): string {
  const groups = (['new', 'learning', 'review'] as const).filter((group) => left[group] > 0);
  if (groups.length === 0) return 'nothing left';
  return groups.map((group) => `${left[group]} ${groupWords[group]}`).join(' · ');
}
