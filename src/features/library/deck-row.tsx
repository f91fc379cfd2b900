import { useState, type CSSProperties } from 'react';
import { Link } from 'react-router';
import { pathSeparator } from '#src/domain/deck-state.ts';
import { moveDeck, removeHome, renameHome, restDeck } from '#src/storage/deck-acts.ts';
import type { LibraryDeck } from '#src/storage/library.ts';
import { useStore } from '#src/storage/react.tsx';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import type { Acts } from './use-acts.ts';

/** One deck of the list: what it asks for, and what can be done with it. */
export function DeckRow({ deck, acts }: { deck: LibraryDeck; acts: Acts }) {
  const [open, setOpen] = useState<'menu' | 'rename' | 'export'>();
  const store = useStore();
  const { home, path, name, depth, isResting, restsWithOuter, cards, fresh, due } = deck;
  const review = `/review?${new URLSearchParams({ deck: home, ...(path !== '' && { path }) }).toString()}`;
  const close = () => {
    setOpen(undefined);
  };
  const rename = (to: string) => {
    void acts.run(async () => {
      const act =
        path === ''
          ? await renameHome(store, home, to)
          : await moveDeck(store, home, path, renamePath(path, to));
      return { words: `Renamed to “${to}”.`, acts: [act] };
    });
  };
  const rest = () => {
    close();
    void acts.run(async () => {
      const act = await restDeck(store, home, path, !isResting);
      const words = isResting
        ? `“${name}” is asked again.`
        : `“${name}” is suspended: none of it is asked.`;
      return { words, acts: [act] };
    });
  };
  const remove = () => {
    close();
    void acts.run(async () => {
      const act = await removeHome(store, home);
      return { words: `“${name}” is deleted.`, acts: [act] };
    });
  };
  return (
    <li className="deck-row" style={{ '--depth': depth } as CSSProperties}>
      <div className="deck-name">
        <h3>
          <Link to={`/library/${encodeURIComponent(home)}`}>{name}</Link>
        </h3>
        <p className="muted small">{describeDeck(cards, fresh, due, isResting)}</p>
      </div>
      <div className="row">
        {fresh + due > 0 && !isResting && (
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
          <div className="library-menu">
            <Button
              onClick={() => {
                setOpen('rename');
              }}
            >
              Rename
            </Button>
            <Button
              onClick={() => {
                setOpen('export');
              }}
            >
              Export
            </Button>
            {restsWithOuter ? (
              <p className="muted">
                It is suspended with the deck around it. To ask it again, ask that one again.
              </p>
            ) : (
              <Button onClick={rest}>
                {isResting ? 'Ask it again' : 'Suspend: ask none of it'}
              </Button>
            )}
            {path === '' && (
              <Button look="danger" onClick={remove}>
                Delete the deck
              </Button>
            )}
          </div>
        </Dialog>
      )}
      {open === 'export' && (
        <ExportDialog offered={[{ name, subject: { home, path } }]} onClose={close} />
      )}
      {open === 'rename' && (
        <NameDialog
          title={`Rename ${name}`}
          label="New name"
          confirm="Rename"
          name={name}
          onName={rename}
          onClose={close}
        />
      )}
    </li>
  );
}

function renamePath(path: string, name: string): string {
  return [...path.split(pathSeparator).slice(0, -1), name].join(pathSeparator);
}

function describeDeck(cards: number, fresh: number, due: number, isResting: boolean): string {
  const all = cards === 1 ? '1 card' : `${cards} cards`;
  if (isResting) return `${all}, suspended`;
  const asked = [fresh > 0 && `${fresh} new`, due > 0 && `${due} due`].filter(Boolean);
  return [all, ...(asked.length === 0 ? ['nothing due'] : asked)].join(', ');
}
