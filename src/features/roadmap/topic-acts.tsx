import { useState } from 'react';
import type { ActId, TopicId } from '#src/domain/ids.ts';
import { suspendCards } from '#src/storage/card-acts.ts';
import { markKnown } from '#src/storage/mark-known.ts';
import type { Question } from '#src/storage/questions.ts';
import { useStore } from '#src/storage/react.tsx';
import { undoAct } from '#src/storage/undo.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';

interface Done {
  readonly words: string;
  readonly act: ActId;
}

/** What can be done with a topic's cards; whatever changes something can be undone. */
export function TopicActs({
  id,
  isSection,
  questions,
}: {
  id: TopicId;
  isSection: boolean;
  questions: readonly Question[];
}) {
  const store = useStore();
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<string>();
  if (questions.length === 0) return null;
  const scope = `${isSection ? 'section' : 'topic'}=${encodeURIComponent(id)}`;
  const standing = questions.filter(({ state }) => !state.marks.suspended);
  const suspended = questions.filter(({ state }) => state.marks.suspended);
  const fresh = standing.filter(({ state }) => state.schedule === undefined);
  const run = (work: () => Promise<Done | undefined>) => {
    setFailure(undefined);
    work().then(setDone, (error: unknown) => {
      setFailure(toMessage(error));
    });
  };
  const suspend = async (some: readonly Question[], value: boolean): Promise<Done> => ({
    act: await suspendCards(store, { cards: some.map(({ card }) => card) }, value),
    words: `${countCards(some.length)} ${value ? 'suspended' : 'back'}.`,
  });
  return (
    <div className="topic-acts">
      <div className="row">
        <ButtonLink look="primary" to={`/review?${scope}`}>
          Review
        </ButtonLink>
        <ButtonLink to={`/quiz?${scope}`}>Quiz</ButtonLink>
        {fresh.length > 0 && (
          <Button
            onClick={() => {
              run(async () => {
                const marked = await markKnown(
                  store,
                  fresh.map(({ card }) => card),
                );
                if (marked === null) return undefined;
                const words = `${countCards(marked.cards)} taken as known. They come up over the next weeks, to make sure.`;
                return { act: marked.act, words };
              });
            }}
          >
            Mark as known
          </Button>
        )}
        {standing.length > 0 && (
          <Button
            onClick={() => {
              run(() => suspend(standing, true));
            }}
          >
            Suspend
          </Button>
        )}
        {suspended.length > 0 && (
          <Button
            onClick={() => {
              run(() => suspend(suspended, false));
            }}
          >
            Bring {suspended.length} back
          </Button>
        )}
      </div>
      <div className="row small" role="status">
        {done !== undefined && (
          <>
            <span>{done.words}</span>
            <Button
              onClick={() => {
                run(async () => {
                  await undoAct(store, done.act);
                  return undefined;
                });
              }}
            >
              Undo
            </Button>
          </>
        )}
      </div>
      {failure !== undefined && <p role="alert">Nothing was changed. {failure}</p>}
    </div>
  );
}

function countCards(count: number): string {
  return count === 1 ? '1 card' : `${count} cards`;
}
