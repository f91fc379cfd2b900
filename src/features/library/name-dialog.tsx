import { useId, useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly confirm: string;
  readonly name?: string;
  /** Offered while typing; any other name will do. */
  readonly offered?: readonly string[];
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a name; an empty one is none. */
export function NameDialog({
  title,
  label,
  hint,
  confirm,
  name,
  offered,
  onName,
  onClose,
}: NameDialogProps) {
  const list = useId();
  const hintId = useId();
  const [value, setValue] = useState(name ?? '');
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="library-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (value.trim() === '') return;
          onName(value.trim());
          onClose();
        }}
      >
        <label className="library-field">
          {label}
          <input
            value={value}
            maxLength={200}
            required
            list={list}
            aria-describedby={hint === undefined ? undefined : hintId}
            onChange={(event) => {
              setValue(event.target.value);
            }}
          />
          {hint !== undefined && (
            <span id={hintId} className="muted small" aria-hidden="true">
              {hint}
            </span>
          )}
        </label>
        <datalist id={list}>
          {offered?.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <div className="row">
          <Button type="submit" look="primary">
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
