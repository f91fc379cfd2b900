import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import './dialog.css';

/**
 * A modal dialog with its heading and a way out. The browser keeps the focus inside, closes it with
 * Escape, and gives the focus back to where it was.
 */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closed before it leaves the page: the browser then gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    // A form is opened to be filled in.
    dialog.querySelector<HTMLElement>('form :is(input, select)')?.focus();
    return () => {
      dialog.close();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // The dialog itself is hit only beside its content: on the shade around it.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="dialog-content">
        <header className="dialog-header">
          <h2 id={heading}>{title}</h2>
          <Button look="quiet" onClick={onClose}>
            Close
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
