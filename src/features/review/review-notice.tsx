import type { Notice as SessionNotice } from '#src/domain/session-state.ts';
import { Notice } from '#src/ui/notice.tsx';

/** What became of the last act. A failure interrupts; anything else is said in passing. */
export function ReviewNotice({
  notice,
  said,
  trouble,
}: {
  notice: SessionNotice | null;
  said: string;
  trouble: string | undefined;
}) {
  return (
    <div className="review-notices">
      {trouble !== undefined && <Notice tone="danger">That was not done. {trouble}</Notice>}
      {notice !== null && <NoticeOf notice={notice} />}
      <p className="review-said" role="status">
        {said}
      </p>
    </div>
  );
}

function NoticeOf({ notice }: { notice: SessionNotice }) {
  switch (notice.kind) {
    case 'failed':
      return (
        <Notice tone="danger">This answer was not saved. {notice.message} Grade it again.</Notice>
      );
    case 'taken':
      return (
        <Notice>That card was already graded in another tab. Nothing was counted twice.</Notice>
      );
    case 'leech':
      return (
        <Notice>
          The last card keeps slipping away: it is a leech. Rewording it, or suspending it for a
          while, often helps more than another review.
        </Notice>
      );
  }
}
