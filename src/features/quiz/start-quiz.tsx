import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { mintSittingId } from '#src/domain/sitting-id.ts';
import { useStore } from '#src/storage/react.tsx';
import { startQuiz, type QuizWish } from '#src/storage/start-quiz.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';

/** Plans the quiz of an address and goes to its first question. */
export function StartQuiz({ wish }: { wish: QuizWish }) {
  const store = useStore();
  const navigate = useNavigate();
  // One sitting, however often React runs the effect.
  const [sitting] = useState(() => mintSittingId(store.clock.randomBytes(10)));
  const [failure, setFailure] = useState<string>();
  const [isEmpty, setEmpty] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    startQuiz(store, sitting, wish).then(
      (started) => {
        if (!isCurrent) return;
        if (started === null) setEmpty(true);
        // In this address's place, so that going back leaves the quiz rather than starting another.
        else void navigate(`/quiz/${sitting}`, { replace: true });
      },
      (error: unknown) => {
        if (isCurrent) setFailure(toMessage(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [store, navigate, sitting, wish, attempt]);

  if (failure !== undefined) {
    return (
      <Page title="The quiz could not be started">
        <Notice tone="danger">
          {failure} Nothing was lost. Questions that this device does not hold yet need a connection
          once.
        </Notice>
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
          <ButtonLink to="/quiz">Choose again</ButtonLink>
        </div>
      </Page>
    );
  }
  if (isEmpty) {
    return (
      <Page title="Nothing to ask here">
        <p>{explainEmpty(wish)}</p>
        <div className="row">
          <ButtonLink look="primary" to="/quiz">
            Choose something else
          </ButtonLink>
          <ButtonLink to="/">Today</ButtonLink>
        </div>
      </Page>
    );
  }
  return (
    <Page title="Quiz">
      <p className="quiz-waiting" role="status">
        Choosing your questions…
      </p>
    </Page>
  );
}

function explainEmpty({ cards }: QuizWish): string {
  if (cards === 'fading') {
    return 'No card you have started is fading here. Come back later, or choose all cards of a section.';
  }
  if (cards === 'started') {
    return 'You have not started any card here. Choose all cards to be asked new ones too.';
  }
  return 'No card fits: its topics have none, are all suspended, or cannot be asked in the kinds chosen. An address that names no topic on this device holds nothing either.';
}
