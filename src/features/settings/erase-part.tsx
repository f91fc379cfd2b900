import { useState } from 'react';
import { eraseEverything } from '#src/storage/erase.ts';
import { useStore } from '#src/storage/react.tsx';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { SaveCopyButton } from './save-copy-button.tsx';

/** Erases all that Cairn holds on this device, after asking once. */
export function ErasePart({ onErased }: { onErased: () => void }) {
  const store = useStore();
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string>();
  const handleErase = async () => {
    try {
      await eraseEverything(store);
      onErased();
    } catch (error) {
      setFailure(toMessage(error));
    }
  };
  const handleClose = () => {
    setAsking(false);
  };
  return (
    <div className="erase">
      <h3>Erase everything</h3>
      <p>Takes all that Cairn holds off this device, as before a device is given away.</p>
      <div>
        <Button
          look="danger"
          onClick={() => {
            setFailure(undefined);
            setAsking(true);
          }}
        >
          Erase everything…
        </Button>
      </div>
      {isAsking && (
        <Dialog title="Erase everything?" onClose={handleClose}>
          <p>
            All you did, your settings and the cards would be gone from this device. Only a saved
            copy brings them back.
          </p>
          <SaveCopyButton />
          {failure !== undefined && <p role="alert">Nothing was erased. {failure}</p>}
          <div className="row">
            <Button look="danger" onClick={() => void handleErase()}>
              Erase
            </Button>
            <Button onClick={handleClose}>Keep everything</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
