import type { Copy } from '#src/formats/copy.ts';
import type { RestorePreview } from '#src/storage/restore-copy.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { countEvents } from './data-words.ts';
import { SaveCopyButton } from './save-copy-button.tsx';

/** Asks once before what is here gives way to a copy, and says what would be lost. */
export function ReplaceDialog({
  copy,
  preview: { onlyHere },
  onReplace,
  onClose,
}: {
  copy: Copy;
  preview: RestorePreview;
  onReplace: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title="Replace all with the copy?" onClose={onClose}>
      <p>
        {onlyHere === 0
          ? 'Nothing would be lost: the copy holds all that is here.'
          : `${countEvents(onlyHere)} of this device would be lost: reviews, settings and all else that is not in the copy.`}
      </p>
      {copy.problems.length > 0 && <p>The damaged part of the copy would be missing too.</p>}
      {onlyHere > 0 && (
        <>
          <p>To be able to come back, save a copy of this device first.</p>
          <SaveCopyButton />
        </>
      )}
      <div className="row">
        <Button look="danger" onClick={onReplace}>
          Replace all
        </Button>
        <Button onClick={onClose}>Keep what is here</Button>
      </div>
    </Dialog>
  );
}
