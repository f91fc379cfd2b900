import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import type { HomeId } from '#src/domain/ids.ts';
import { loadHomePage } from '#src/storage/library.ts';
import { useLive } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { DoneNotice } from './done-notice.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { NoteList } from './note-list.tsx';
import { useActs } from './use-acts.ts';
import './library.css';

const tables = ['homes', 'schedules', 'kept'] as const;

/** A deck by itself: its notes, to add, find and change, and the way out for all of it. */
export function DeckPage() {
  const { home: id = '' } = useParams();
  const home = id as HomeId;
  const [isExporting, setIsExporting] = useState(false);
  const load = useCallback((store: Store) => loadHomePage(store, home), [home]);
  const live = useLive(load, tables);
  const acts = useActs();
  if (live.state === 'failed') return <Notice tone="danger">{live.error.message}</Notice>;
  if (live.state === 'loading') return null;
  const page = live.value;
  if (page === null) {
    return (
      <Page title="No such deck">
        <DoneNotice acts={acts} />
        <p>It was deleted, or is on another device. Your other decks are where they were.</p>
        <div className="row">
          <ButtonLink to="/library" look="primary">
            Go to the library
          </ButtonLink>
        </div>
      </Page>
    );
  }
  const { title, isOwn, firstCards } = page;
  return (
    <Page title={title} lead={firstCards.length === 1 ? '1 note' : `${firstCards.length} notes`}>
      <div className="row">
        {isOwn && (
          <ButtonLink look="primary" to={`/library/${encodeURIComponent(home)}/edit`}>
            Add a note
          </ButtonLink>
        )}
        {firstCards.length > 0 && (
          <Button
            onClick={() => {
              setIsExporting(true);
            }}
          >
            Export
          </Button>
        )}
        <ButtonLink to="/library">All decks</ButtonLink>
      </div>
      <DoneNotice acts={acts} />
      {firstCards.length === 0 ? (
        <p className="muted">
          There are no notes yet. Add the first, and its cards are asked today.
        </p>
      ) : (
        <NoteList home={home} page={page} acts={acts} />
      )}
      {isExporting && (
        <ExportDialog
          offered={[{ name: title, subject: { home, path: '' } }]}
          onClose={() => {
            setIsExporting(false);
          }}
        />
      )}
    </Page>
  );
}
