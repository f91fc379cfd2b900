import { useState } from 'react';
import type { ActId, HomeId, NoteId } from '#src/domain/ids.ts';
import { pathField, splitTags, tagsField } from '#src/domain/note-state.ts';
import { suspendCards } from '#src/storage/card-acts.ts';
import { listNoteCards, loadNoteSources } from '#src/storage/home-sources.ts';
import type { HomePage } from '#src/storage/library.ts';
import { editNotes, removeNotes } from '#src/storage/own-content.ts';
import { useStore } from '#src/storage/react.tsx';
import { Button } from '#src/ui/button.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { deckHint } from './note-words.ts';
import type { Acts } from './use-acts.ts';

interface SelectionBarProps {
  readonly home: HomeId;
  readonly page: HomePage;
  readonly notes: ReadonlySet<NoteId>;
  readonly acts: Acts;
  readonly onClear: () => void;
}

type Asking =
  | { readonly what: 'move' | 'tag' | 'export' }
  | { readonly what: 'untag'; readonly tags: readonly string[] };

/** What can be done with the chosen notes; each is one act with one way back. */
export function SelectionBar({ home, page, notes, acts, onClear }: SelectionBarProps) {
  const store = useStore();
  const [asking, setAsking] = useState<Asking>();
  const [isBusy, setIsBusy] = useState(false);
  const count = notes.size === 1 ? '1 note' : `${notes.size.toLocaleString('en')} notes`;
  const is = notes.size === 1 ? 'is' : 'are';
  const close = () => {
    setAsking(undefined);
  };
  const run = async (words: string, work: () => Promise<ActId | null>) => {
    setIsBusy(true);
    await acts.run(async () => {
      const act = await work();
      if (act === null) return { words: 'Nothing had to be changed.', acts: [] };
      return { words, acts: [act] };
    });
    setIsBusy(false);
  };
  const move = (name: string) => {
    const path = name === page.title && page.isOwn ? '' : name;
    const key = page.decks.find((deck) => deck.path === path)?.key ?? path;
    void run(`${count} ${is} moved to “${name}”.`, () =>
      editNotes(store, [...notes], pathField, () => key),
    );
  };
  const changeTags = (words: string, change: (tags: Set<string>) => void) => {
    void run(words, () =>
      editNotes(store, [...notes], tagsField, ({ source }) => {
        const tags = new Set(source.tags);
        change(tags);
        return [...tags].join(' ');
      }),
    );
  };
  const suspend = (isSuspended: boolean) => {
    const words = isSuspended ? `${count} ${is} suspended.` : `${count} ${is} asked again.`;
    void run(words, async () => {
      const cards = await listNoteCards(store, home, notes);
      return suspendCards(store, { cards }, isSuspended);
    });
  };
  const askUntag = async () => {
    const sources = await loadNoteSources(store, home);
    const tags = [...notes].flatMap((note) => sources.get(note)?.tags ?? []);
    setAsking({ what: 'untag', tags: [...new Set(tags)].sort() });
  };
  const ask = (what: 'move' | 'tag' | 'export') => () => {
    setAsking({ what });
  };
  return (
    <div className="selection-bar" role="group" aria-label="With the selected notes">
      <p role="status">{isBusy ? 'Saving…' : `${count} selected`}</p>
      <div className="row">
        <Button disabled={isBusy} onClick={ask('move')}>
          Move
        </Button>
        <Button disabled={isBusy} onClick={ask('tag')}>
          Add tag
        </Button>
        <Button disabled={isBusy} onClick={() => void askUntag()}>
          Remove tag
        </Button>
        <Button
          disabled={isBusy}
          onClick={() => {
            suspend(true);
          }}
        >
          Suspend
        </Button>
        <Button
          disabled={isBusy}
          onClick={() => {
            suspend(false);
          }}
        >
          Ask again
        </Button>
        <Button disabled={isBusy} onClick={ask('export')}>
          Export selected
        </Button>
        <Button
          look="danger"
          disabled={isBusy}
          onClick={() => void run(`${count} ${is} deleted.`, () => removeNotes(store, [...notes]))}
        >
          Delete selected
        </Button>
        <Button look="quiet" onClick={onClear}>
          Select none
        </Button>
      </div>
      {asking?.what === 'move' && (
        <NameDialog
          title={`Move ${count}`}
          label="To which deck, an old or a new one?"
          hint={deckHint}
          confirm="Move to this deck"
          offered={page.decks.map(({ path }) => (path === '' ? page.title : path))}
          onName={move}
          onClose={close}
        />
      )}
      {asking?.what === 'tag' && (
        <NameDialog
          title={`Tag ${count}`}
          label="Tags to add, with spaces between them"
          confirm="Add"
          onName={(text) => {
            changeTags(`${count} ${is} tagged “${text}”.`, (tags) => {
              for (const tag of splitTags(text)) tags.add(tag);
            });
          }}
          onClose={close}
        />
      )}
      {asking?.what === 'untag' && (
        <NameDialog
          title={`Remove a tag from ${count}`}
          label="Tags to remove, with spaces between them"
          confirm="Remove"
          offered={asking.tags}
          onName={(text) => {
            changeTags(`“${text}” is removed from ${count}.`, (tags) => {
              for (const tag of splitTags(text)) tags.delete(tag);
            });
          }}
          onClose={close}
        />
      )}
      {asking?.what === 'export' && (
        <ExportDialog
          offered={[{ name: count, subject: { home, path: '', notes: [...notes] } }]}
          onClose={close}
        />
      )}
    </div>
  );
}
