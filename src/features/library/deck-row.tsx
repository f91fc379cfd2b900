import { useState } from 'react';
import { pathSeparator } from '#src/domain/deck-state.ts';
import { moveDeck, removeHome, renameHome, restDeck } from '#src/storage/deck-acts.ts';
import type { LibraryDeck } from '#src/storage/library.ts';
import { useStore } from '#src/storage/react.tsx';
import { Button } from '#src/ui/button.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { LibraryRow } from './library-row.tsx';
import type { Acts } from './use-acts.ts';

/** One deck of the list: what it asks for, and what can be done with it. */
export function DeckRow({ deck, acts }: { deck: LibraryDeck; acts: Acts }) {
  const [isExporting, setExporting] = useState(false);
  const store = useStore();
  const { home, path, name, depth, isResting, restsWithOuter, cards, fresh, due } = deck;
  const review = `/review?${new URLSearchParams({ deck: home, ...(path !== '' && { path }) }).toString()}`;
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
    void acts.run(async () => {
      const act = await restDeck(store, home, path, !isResting);
      const words = isResting
        ? `“${name}” is asked again.`
        : `“${name}” is suspended: none of it is asked.`;
      return { words, acts: [act] };
    });
  };
  const remove = () => {
    void acts.run(async () => {
      const act = await removeHome(store, home);
      return { words: `“${name}” is deleted.`, acts: [act] };
    });
  };
  return (
    <>
      <LibraryRow
        {...{ name, depth }}
        to={`/library/${encodeURIComponent(home)}`}
        facts={describeDeck(cards, fresh, due, isResting)}
        review={fresh + due > 0 && !isResting ? review : null}
        onRename={rename}
        menu={({ askName, pick }) => (
          <>
            <Button onClick={askName}>Rename</Button>
            <Button
              onClick={pick(() => {
                setExporting(true);
              })}
            >
              Export
            </Button>
            {restsWithOuter ? (
              <p className="muted">
                It is suspended with the deck around it. To ask it again, ask that one again.
              </p>
            ) : (
              <Button onClick={pick(rest)}>
                {isResting ? 'Ask it again' : 'Suspend: ask none of it'}
              </Button>
            )}
            {path === '' && (
              <Button look="danger" onClick={pick(remove)}>
                Delete the deck
              </Button>
            )}
          </>
        )}
      />
      {isExporting && (
        <ExportDialog
          offered={[{ name, subject: { home, path } }]}
          onClose={() => {
            setExporting(false);
          }}
        />
      )}
    </>
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
