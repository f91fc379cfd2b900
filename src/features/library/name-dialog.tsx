import { useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly confirm: string;
  readonly name?: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a name; an empty one is none. */
export function NameDialog({ title, label, confirm, name, onName, onClose }: NameDialogProps) {
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
            onChange={(event) => {
              setValue(event.target.value);
            }}
          />
        </label>
        <div className="row">
          <Button type="submit" look="primary">
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
