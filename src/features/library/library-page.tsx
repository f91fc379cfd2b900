import { useCallback, useState } from 'react';
import { listShippedRoadmaps, type ShippedRoadmap } from '#src/storage/export-bank.ts';
import { listLibrary } from '#src/storage/library.ts';
import { createDeck } from '#src/storage/own-content.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { DeckRow } from './deck-row.tsx';
import { DoneNotice } from './done-notice.tsx';
import { ExportDialog, type Offered } from './export-dialog.tsx';
import { ImportPart } from './import-part.tsx';
import { NameDialog } from './name-dialog.tsx';
import { openImporter, type ClosableImporter } from './open-importer.ts';
import type { TakeShared } from './use-handed-files.ts';
import { RoadmapsPart } from './roadmaps-part.tsx';
import { useActs } from './use-acts.ts';
import './library.css';

const tables = ['homes', 'schedules', 'kept'] as const;
const bankTables = ['bank'] as const;

/** The decks and roadmaps a learner brought or made; new ones come in and are made here. */
export function LibraryPage({
  openFiles = openImporter,
  takeShared,
}: {
  /** Makes what reads and stores files: a worker, unless told otherwise. */
  openFiles?: () => ClosableImporter;
  takeShared: TakeShared;
}) {
  const store = useStore();
  const decks = useLive(listLibrary, tables);
  const roadmaps = useLive(listShippedRoadmaps, bankTables);
  const acts = useActs();
  const offered = listOffered(
    decks.state === 'ready' && decks.value.length > 0,
    roadmaps.state === 'ready' ? roadmaps.value : [],
  );
  const [open, setOpen] = useState<'name' | 'export'>();
  const close = () => {
    setOpen(undefined);
  };
  const makeDeck = useCallback(
    async (title: string) => {
      const { act } = await createDeck(store, title);
      return { words: `“${title}” is made. Add notes to it.`, acts: [act] };
    },
    [store],
  );
  return (
    <Page
      title="Library"
      lead="Decks and roadmaps you bring or write. They stay on this device, and nothing is sent anywhere."
    >
      <ImportPart takeShared={takeShared} open={openFiles} acts={acts} />
      <DoneNotice acts={acts} />
      <RoadmapsPart acts={acts} />
      <section className="library-decks" aria-labelledby="library-decks">
        <div className="library-head">
          <h2 id="library-decks">Your decks</h2>
          <div className="row">
            {offered !== null && (
              <Button
                onClick={() => {
                  setOpen('export');
                }}
              >
                Export everything
              </Button>
            )}
            <Button
              onClick={() => {
                setOpen('name');
              }}
            >
              New deck
            </Button>
          </div>
        </div>
        {decks.state === 'failed' && <Notice tone="danger">{decks.error.message}</Notice>}
        {decks.state === 'ready' && decks.value.length === 0 && (
          <p className="muted">
            There are none yet. Import a file, drop one anywhere on this page, or make a deck and
            write its notes.
          </p>
        )}
        {decks.state === 'ready' && decks.value.length > 0 && (
          <ul className="deck-list">
            {decks.value.map((deck) => (
              <DeckRow key={`${deck.home}/${deck.path}`} deck={deck} acts={acts} />
            ))}
          </ul>
        )}
      </section>
      {open === 'export' && offered !== null && <ExportDialog offered={offered} onClose={close} />}
      {open === 'name' && (
        <NameDialog
          title="New deck"
          label="Name of the deck"
          confirm="Make the deck"
          onName={(title) => void acts.run(() => makeDeck(title))}
          onClose={close}
        />
      )}
    </Page>
  );
}

/** What can be exported from here; null where there is nothing. */
function listOffered(
  hasDecks: boolean,
  roadmaps: readonly ShippedRoadmap[],
): readonly [Offered, ...Offered[]] | null {
  const own: Offered = { name: 'All your decks', subject: { all: 'own' } };
  const shipped = roadmaps.map(({ id, title }): Offered => ({
    name: `Roadmap “${title}”`,
    subject: { roadmap: id },
  }));
  if (shipped.length === 0) return hasDecks ? [own] : null;
  const everything: Offered = {
    name: 'Everything',
    subject: { all: 'everything' },
  };
  return [everything, ...(hasDecks ? [own] : []), ...shipped];
}
