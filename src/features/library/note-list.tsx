import { useEffect, useMemo, useState } from 'react';
import { toNoteId, type CardId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import { toQuestionLine } from '#src/domain/question-line.ts';
import type { HomePage } from '#src/storage/library.ts';
import { removeNotes } from '#src/storage/own-content.ts';
import { loadQuestions, type Question } from '#src/storage/questions.ts';
import { useStore } from '#src/storage/react.tsx';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';
import { SelectionBar } from './selection-bar.tsx';
import type { Acts } from './use-acts.ts';
import { useNoteSearch } from './use-note-search.ts';

const shownAtOnce = 100;

/** The notes of a deck: to search, to edit one by one, and to choose for what is done with many. */
export function NoteList({ home, page, acts }: { home: HomeId; page: HomePage; acts: Acts }) {
  const { firstCards } = page;
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(shownAtOnce);
  const [chosen, setChosen] = useState<ReadonlySet<NoteId>>(new Set());
  const found = useNoteSearch(home, firstCards, query);
  const visible = useMemo(() => found?.slice(0, shown), [found, shown]);
  const { questions, failure } = useQuestions(visible);
  // What is deleted meanwhile is not chosen any more.
  const selected = useMemo(
    () => new Set(firstCards.map(toNoteId).filter((note) => chosen.has(note))),
    [firstCards, chosen],
  );
  const isAll = found?.every((card) => selected.has(toNoteId(card))) === true;
  const choose = (cards: readonly CardId[], isChosen: boolean) => {
    const next = new Set(selected);
    for (const note of cards.map(toNoteId)) {
      if (isChosen) next.add(note);
      else next.delete(note);
    }
    setChosen(next);
  };
  return (
    <section className="library-notes" aria-label="Notes">
      <label className="library-field">
        Search
        <input
          type="search"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setShown(shownAtOnce);
          }}
        />
      </label>
      <p role="status" className="visually-hidden">
        {query.trim() !== '' && found !== undefined && countFound(found.length)}
      </p>
      {failure !== undefined && <Notice tone="danger">{failure}</Notice>}
      {found === undefined && <p className="muted">Searching…</p>}
      {found?.length === 0 && (
        <p className="muted">No note has these words. Take one away, or look for others.</p>
      )}
      {found !== undefined && found.length > 0 && (
        <label className="library-check">
          <input
            type="checkbox"
            checked={isAll}
            onChange={(event) => {
              choose(found, event.target.checked);
            }}
          />
          Select all {found.length.toLocaleString('en')}
        </label>
      )}
      {selected.size > 0 && (
        <SelectionBar
          home={home}
          page={page}
          notes={selected}
          acts={acts}
          onClear={() => {
            setChosen(new Set());
          }}
        />
      )}
      <ul className="note-list">
        {questions.map((question) => (
          <NoteRow
            key={question.card}
            home={home}
            question={question}
            acts={acts}
            isChosen={selected.has(question.note.id)}
            onChoose={(isChosen) => {
              choose([question.card], isChosen);
            }}
          />
        ))}
      </ul>
      {found !== undefined && found.length > shown && (
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
    </section>
  );
}

function countFound(count: number): string {
  return count === 1 ? '1 note found' : `${count.toLocaleString('en')} notes found`;
}

/** What cards show; those of before until they are read, so that the list does not blink. */
function useQuestions(cards: readonly CardId[] | undefined) {
  const store = useStore();
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    if (cards === undefined) return;
    let isCurrent = true;
    loadQuestions(store, cards).then(
      (read) => {
        if (!isCurrent) return;
        setQuestions(read);
        setFailure(undefined);
      },
      (error: unknown) => {
        if (isCurrent) setFailure(toMessage(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [store, cards]);
  return { questions, failure };
}

interface NoteRowProps {
  readonly home: HomeId;
  readonly question: Question;
  readonly acts: Acts;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function NoteRow({ home, question, acts, isChosen, onChoose }: NoteRowProps) {
  const store = useStore();
  const line = toQuestionLine(question);
  const note = toNoteId(question.card);
  const edit = new URLSearchParams({ note }).toString();
  const remove = () =>
    acts.run(async () => {
      const act = await removeNotes(store, [note]);
      return { words: `“${line}” is deleted.`, acts: [act] };
    });
  return (
    <li className="note-row">
      <label className="library-check note-line">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) => {
            onChoose(event.target.checked);
          }}
        />
        <span>{line}</span>
      </label>
      <span className="row">
        <ButtonLink
          to={`/library/${encodeURIComponent(home)}/edit?${edit}`}
          aria-label={`Edit: ${line}`}
        >
          Edit
        </ButtonLink>
        <Button look="quiet" aria-label={`Delete: ${line}`} onClick={() => void remove()}>
          Delete
        </Button>
      </span>
    </li>
  );
}
