import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { toNoteId, type CardId, type HomeId } from '#src/domain/ids.ts';
import { toQuestionLine } from '#src/domain/question-line.ts';
import { loadHomePage } from '#src/storage/library.ts';
import { removeNotes } from '#src/storage/own-content.ts';
import { loadQuestions, type Question } from '#src/storage/questions.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { DoneNotice } from './done-notice.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { useActs, type Acts } from './use-acts.ts';
import './library.css';

const tables = ['homes', 'schedules', 'kept'] as const;
const shownAtOnce = 100;

/** A deck by itself: its notes, to add, edit and delete. */
export function DeckPage() {
  const { home = '' } = useParams();
  const [shown, setShown] = useState(shownAtOnce);
  const [isExporting, setIsExporting] = useState(false);
  const load = useCallback(
    async (store: Store) => {
      const page = await loadHomePage(store, home as HomeId);
      const questions = await loadQuestions(store, page?.firstCards.slice(0, shown) ?? []);
      return { page, questions };
    },
    [home, shown],
  );
  const live = useLive(load, tables);
  const acts = useActs();
  if (live.state === 'failed') return <Notice tone="danger">{live.error.message}</Notice>;
  if (live.state === 'loading') return null;
  const { page, questions } = live.value;
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
        <Button
          onClick={() => {
            setIsExporting(true);
          }}
        >
          Export
        </Button>
        <ButtonLink to="/library">All decks</ButtonLink>
      </div>
      {isExporting && (
        <ExportDialog
          what={{ home: home as HomeId, path: '' }}
          name={title}
          onClose={() => {
            setIsExporting(false);
          }}
        />
      )}
      <DoneNotice acts={acts} />
      {firstCards.length === 0 && (
        <p className="muted">
          There are no notes yet. Add the first, and its cards are asked today.
        </p>
      )}
      <ul className="note-list">
        {questions.map((question) => (
          <NoteRow key={question.card} home={home} question={question} acts={acts} />
        ))}
      </ul>
      {firstCards.length > shown && (
        <div className="row">
          <Button
            onClick={() => {
              setShown(shown + shownAtOnce);
            }}
          >
            Show more
          </Button>
        </div>
      )}
    </Page>
  );
}

function NoteRow({ home, question, acts }: { home: string; question: Question; acts: Acts }) {
  const store = useStore();
  const line = toQuestionLine(question);
  const note = toNoteId(question.card);
  const edit = new URLSearchParams({ note }).toString();
  const remove = (card: CardId) =>
    acts.run(async () => {
      const act = await removeNotes(store, [toNoteId(card)]);
      return { words: `“${line}” is deleted.`, acts: [act] };
    });
  return (
    <li className="note-row">
      <span className="note-line">{line}</span>
      <span className="row">
        <ButtonLink
          to={`/library/${encodeURIComponent(home)}/edit?${edit}`}
          aria-label={`Edit: ${line}`}
        >
          Edit
        </ButtonLink>
        <Button
          look="quiet"
          aria-label={`Delete: ${line}`}
          onClick={() => void remove(question.card)}
        >
          Delete
        </Button>
      </span>
    </li>
  );
}
