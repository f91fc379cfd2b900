import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { toStudyDay } from '#src/domain/day.ts';
import type { SittingId } from '#src/domain/ids.ts';
import { describeScope, readScope } from '#src/domain/review-scope.ts';
import { defaultLearnerSettings } from '#src/domain/settings.ts';
import { useStore } from '#src/storage/react.tsx';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { loadReview, readKind, type LoadedReview, type ReviewRequest } from './load-review.ts';
import { ReviewScreen } from './review-screen.tsx';
import { continueSitting, endSitting } from './sitting.ts';
import './review.css';

const usualRollover = defaultLearnerSettings.rolloverMinutes;

interface Opened {
  readonly sitting: SittingId;
  readonly loaded: LoadedReview;
}

/** The review its address asks for: loads it, then hands it to the screen. */
export function ReviewPage() {
  const [search] = useSearchParams();
  const address = search.toString();
  const request = useMemo<ReviewRequest>(() => {
    const params = new URLSearchParams(address);
    const quiz = params.get('quiz');
    return {
      kind: readKind(params),
      scope: readScope(params),
      ...(quiz === null ? {} : { quiz: quiz as SittingId }),
    };
  }, [address]);
  // Counted up by "Review again": a sitting of its own, from a queue read anew.
  const [round, setRound] = useState(0);
  return (
    <OpenReview
      key={`${address} ${round}`}
      request={request}
      onAgain={() => {
        endSitting(sessionStorage);
        setRound(round + 1);
      }}
    />
  );
}

function OpenReview({ request, onAgain }: { request: ReviewRequest; onAgain: () => void }) {
  const store = useStore();
  const [opened, setOpened] = useState<Opened>();
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    document.title = 'Review – Cairn';
    let isCurrent = true;
    const now = store.clock.now();
    // A sitting does not outlast its day; the usual rollover is near enough for that.
    const day = toStudyDay(now, store.clock.offsetMinutes(now), usualRollover);
    const scope = request.quiz ?? describeScope(request.scope);
    const review = `${request.kind} ${scope} ${day}`;
    const sitting = continueSitting(sessionStorage, review, (count) =>
      store.clock.randomBytes(count),
    );
    loadReview(store, request, sitting).then(
      (loaded) => {
        if (isCurrent) setOpened({ sitting, loaded });
      },
      (error: unknown) => {
        if (isCurrent) setFailure(toMessage(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [store, request, attempt]);

  if (opened) return <ReviewScreen request={request} onAgain={onAgain} {...opened} />;
  return (
    <main className="review">
      {failure === undefined ? (
        <>
          <h1 className="visually-hidden">Review</h1>
          <p className="review-waiting" role="status">
            Reading your cards…
          </p>
        </>
      ) : (
        <div className="review-card" role="alert">
          <h1>The review could not be opened</h1>
          <p>{failure}</p>
          <div className="row">
            <Button
              look="primary"
              onClick={() => {
                setFailure(undefined);
                setAttempt(attempt + 1);
              }}
            >
              Try again
            </Button>
            <ButtonLink to="/">Today</ButtonLink>
          </div>
        </div>
      )}
    </main>
  );
}
