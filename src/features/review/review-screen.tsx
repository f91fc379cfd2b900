import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { toHomeId, type NoteId, type SittingId } from '#src/domain/ids.ts';
import { measureSession } from '#src/domain/session-progress.ts';
import { loadDeviceSettings } from '#src/storage/device-settings.ts';
import { useLive } from '#src/storage/react.tsx';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { Button } from '#src/ui/button.tsx';
import { useGuard } from '#src/ui/use-guard.ts';
import { listCommands, type ReviewDialog } from './card-commands.ts';
import { CardPlace } from './card-place.tsx';
import { CardOnTable } from './card-on-table.tsx';
import type { LoadedReview, ReviewRequest } from './load-review.ts';
import { ReviewHeader } from './review-header.tsx';
import { ReviewMenu } from './review-menu.tsx';
import { ReviewNotice } from './review-notice.tsx';
import { endSitting } from './sitting.ts';
import { useReview } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';
import './review-dialogs.css';

// Asked for now and then, or at the end: the first question need not wait for them.
const EndScreen = lazy(async () => ({ default: (await import('./end-screen.tsx')).EndScreen }));
const CardDetails = lazy(async () => ({
  default: (await import('./card-details.tsx')).CardDetails,
}));
const KeyList = lazy(async () => ({ default: (await import('./key-list.tsx')).KeyList }));
const SetDue = lazy(async () => ({ default: (await import('./set-due.tsx')).SetDue }));

const readSettings = (store: Store) => loadSettings(store.db);

/** A sitting on screen: above how far it is, in the middle the card, below what to do with it. */
export function ReviewScreen({
  request,
  sitting,
  loaded,
  onAgain,
}: {
  request: ReviewRequest;
  sitting: SittingId;
  loaded: LoadedReview;
  onAgain: () => void;
}) {
  const review = useReview(request, sitting, loaded);
  const device = useLive(loadDeviceSettings);
  const live = useLive(readSettings);
  const accept = useGuard();
  const [dialog, setDialog] = useState<ReviewDialog>();
  const { session } = review;
  const settings = live.state === 'ready' ? live.value : loaded.settings;
  const question = session.current ? session.questions.get(session.current.card) : undefined;
  const closeDialog = () => {
    setDialog(undefined);
  };

  const edit = useEditing();
  const commands = listCommands(question, review, setDialog, edit);
  useReviewKeys((action) => {
    const command = commands.find((candidate) => candidate.action === action);
    command?.run();
    return command !== undefined;
  });
  useEndOfSitting(session.phase === 'done');

  return (
    <main className="review">
      <ReviewHeader
        progress={measureSession(session)}
        isAsking={question !== undefined}
        canUndo={session.acts.length > 0 || session.pending.length > 0}
        onUndo={review.undo}
        onMenu={() => {
          setDialog('menu');
        }}
      />
      {question !== undefined && <CardPlace question={question} />}
      {session.phase !== 'done' && <h1 className="visually-hidden">Review</h1>}
      <ReviewNotice notice={session.notice} said={review.said} trouble={review.trouble} />
      {question !== undefined && (
        <CardOnTable
          key={session.askings}
          question={question}
          settings={settings}
          twoButtons={device.state === 'ready' && device.value.twoButtons}
          isShown={session.phase === 'answering'}
          hasIntervals={session.mode !== 'cram'}
          accept={accept}
          onShow={review.show}
          onGrade={review.grade}
        />
      )}
      {session.current !== null && question === undefined && (
        <Missing failure={review.failure} onRetry={review.retry} />
      )}
      {session.phase === 'saving' && (
        <p className="review-waiting" role="status">
          Saving the last answer…
        </p>
      )}
      {dialog === 'menu' && (
        <ReviewMenu commands={commands} place={question?.place} onClose={closeDialog} />
      )}
      <Suspense fallback={null}>
        {session.phase === 'done' && (
          <EndScreen session={session} request={request} onAgain={onAgain} />
        )}
        {dialog === 'keys' && <KeyList onClose={closeDialog} />}
        {question !== undefined && dialog === 'details' && (
          <CardDetails question={question} onClose={closeDialog} />
        )}
        {question !== undefined && dialog === 'due' && (
          <SetDue question={question} onSet={review.setDue} onClose={closeDialog} />
        )}
      </Suspense>
    </main>
  );
}

/** Opens the editor of a note; what it is left by comes back to the same sitting, and so card. */
function useEditing() {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (note: NoteId) => {
    const asked = new URLSearchParams({ note, back: pathname + search });
    void navigate(`/library/${encodeURIComponent(toHomeId(note))}/edit?${asked.toString()}`);
  };
}

/** Who leaves a finished sitting has ended it: the next review counts from nothing. */
function useEndOfSitting(isDone: boolean) {
  const latest = useRef(isDone);
  useEffect(() => {
    latest.current = isDone;
  });
  useEffect(
    () => () => {
      if (latest.current) endSitting(sessionStorage);
    },
    [],
  );
}

function Missing({ failure, onRetry }: { failure: string | undefined; onRetry: () => void }) {
  if (failure === undefined) {
    return (
      <p className="review-waiting" role="status">
        Reading the card…
      </p>
    );
  }
  return (
    <div className="review-card" role="alert">
      <p>This card’s text could not be read. {failure}</p>
      <div>
        <Button onClick={onRetry}>Try again</Button>
      </div>
    </div>
  );
}
