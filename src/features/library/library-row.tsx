import { useState, type CSSProperties, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { NameDialog } from './name-dialog.tsx';

interface MenuChoices {
  readonly askName: () => void;
  /** Closes the menu, then does this. */
  readonly pick: (act: () => void) => () => void;
}

interface LibraryRowProps {
  readonly name: string;
  readonly to: string;
  /** What it holds and asks for, in words. */
  readonly facts: string;
  /** Where it is reviewed; null while there is nothing to review. */
  readonly review: string | null;
  /** 0 for what lies in nothing else. */
  readonly depth?: number;
  readonly onRename: (name: string) => void;
  /** What can be done with it. */
  readonly menu: (choices: MenuChoices) => ReactNode;
}

/** One deck or roadmap of the library. */
export function LibraryRow(props: LibraryRowProps) {
  const { name, to, facts, review, depth = 0, onRename, menu } = props;
  const [open, setOpen] = useState<'menu' | 'rename'>();
  const close = () => {
    setOpen(undefined);
  };
  const askName = () => {
    setOpen('rename');
  };
  const pick = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <li className="deck-row" style={{ '--depth': depth } as CSSProperties}>
      <div className="deck-name">
        <h3>
          <Link to={to}>{name}</Link>
        </h3>
        <p className="muted small">{facts}</p>
      </div>
      <div className="row">
        {review !== null && (
          <ButtonLink to={review} aria-label={`Review ${name}`}>
            Review
          </ButtonLink>
        )}
        <Button
          look="quiet"
          aria-label={`More for ${name}`}
          onClick={() => {
            setOpen('menu');
          }}
        >
          More
        </Button>
      </div>
      {open === 'menu' && (
        <Dialog title={name} onClose={close}>
          <div className="library-menu">{menu({ askName, pick })}</div>
        </Dialog>
      )}
      {open === 'rename' && (
        <NameDialog
          title={`Rename ${name}`}
          label="New name"
          confirm="Rename"
          name={name}
          onName={onRename}
          onClose={close}
        />
      )}
    </li>
  );
}
