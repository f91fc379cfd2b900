import { useState } from 'react';
import type { ActId, TopicId } from '#src/domain/ids.ts';
import { suspendCards } from '#src/storage/card-acts.ts';
import { useStore } from '#src/storage/react.tsx';
import { listSuspendedCards } from '#src/storage/suspended-cards.ts';
import { undoAct } from '#src/storage/undo.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';

/** How many cards of a section are suspended, and the way to have them back. */
export function SuspendedPart({ id, count }: { id: TopicId; count: number }) {
  const store = useStore();
  const [back, setBack] = useState<ActId>();
  const [failure, setFailure] = useState<string>();
  if (count === 0 && back === undefined) return null;
  const run = (work: () => Promise<ActId | undefined>) => {
    setFailure(undefined);
    work().then(setBack, (error: unknown) => {
      setFailure(toMessage(error));
    });
  };
  return (
    <div className="row small">
      {back === undefined ? (
        <>
          <span>{count === 1 ? '1 card is suspended.' : `${count} cards are suspended.`}</span>
          <Button
            onClick={() => {
              run(async () =>
                suspendCards(store, { cards: await listSuspendedCards(store, id) }, false),
              );
            }}
          >
            Bring {count === 1 ? 'it' : 'them'} back
          </Button>
        </>
      ) : (
        <>
          <span role="status">They will be asked again when they are due.</span>
          <Button
            onClick={() => {
              run(async () => {
                await undoAct(store, back);
                return undefined;
              });
            }}
          >
            Undo
          </Button>
        </>
      )}
      {failure !== undefined && <span role="alert">{failure}</span>}
    </div>
  );
}
