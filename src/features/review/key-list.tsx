import { Dialog } from '#src/ui/dialog.tsx';

const keys: readonly (readonly [key: string, what: string])[] = [
  ['Space or Enter', 'Show the answer, then take the suggested grade'],
  ['1 – 4', 'Again, Hard, Good, Easy; on a choice card, pick an option'],
  ['U', 'Undo'],
  ['Shift+U', 'Redo'],
  ['-', 'Bury the card until tomorrow'],
  ['=', 'Bury the note until tomorrow'],
  ['@', 'Suspend the card'],
  ['!', 'Suspend the note'],
  ['*', 'Flag, or take the flag away'],
  ['I', 'Card details'],
  ['E', 'Edit the note'],
  ['R', 'Play the sounds again'],
  ['?', 'This list'],
];

/** The keys of a review. */
export function KeyList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="key-list">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="muted small">
        On a touch screen: tap the card to see its answer, then swipe left for Again, right for
        Good. Ctrl+Z and Ctrl+Shift+Z undo and redo too.
      </p>
    </Dialog>
  );
}
