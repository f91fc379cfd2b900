import { useEffect, useRef, useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { saveFile } from '#src/ui/save-file.ts';
import { Notice } from '#src/ui/notice.tsx';
import type { DeckFile, ExportFormat, ExportRequest, ExportSubject } from './export-deck-file.ts';
import { exportInWorker } from './export-in-worker.ts';

interface Choice {
  readonly format: ExportFormat;
  readonly name: string;
  readonly holds: string;
  readonly holdsHistory?: true;
}

const choices: readonly Choice[] = [
  {
    format: 'anki-package',
    name: 'Anki package (.apkg)',
    holds: 'Notes, tags, decks, pictures and sounds. Every Anki opens it.',
    holdsHistory: true,
  },
  {
    format: 'anki-text',
    name: 'Text for Anki (.txt)',
    holds: 'Notes with their ids, tags and decks, separated by tabs. No pictures or sounds.',
  },
  {
    format: 'spreadsheet',
    name: 'Table for a spreadsheet (.csv)',
    holds: 'Notes with their ids, tags and decks, separated by commas. No pictures or sounds.',
  },
  {
    format: 'card-file',
    name: 'Markdown cards (.md)',
    holds:
      'Notes with their ids, tags and decks, as text to edit. Notes with HTML of another program, such as Anki’s own, are left out.',
  },
  {
    format: 'cairn-deck',
    name: 'Cairn deck (.json)',
    holds: 'Everything of the deck, for Cairn or for programs of your own.',
    holdsHistory: true,
  },
];

type State =
  | { readonly step: 'choose' | 'busy' }
  | { readonly step: 'done' | 'failed'; readonly words: string };

/** Something that can be exported, and what it is called. */
export interface Offered {
  readonly name: string;
  readonly subject: ExportSubject;
}

interface ExportDialogProps {
  /** Where there are several the learner chooses, and the first is chosen before. */
  readonly offered: readonly [Offered, ...Offered[]];
  readonly onClose: () => void;
  readonly onExport?: (
    request: ExportRequest,
    signal: AbortSignal,
  ) => Promise<DeckFile | undefined>;
}

/** Asks as what a deck is to leave, writes it and hands it over as a file. */
export function ExportDialog({ offered, onClose, onExport = exportInWorker }: ExportDialogProps) {
  const [chosen, setChosen] = useState<Offered>(offered[0]);
  const [format, setFormat] = useState<ExportFormat>('anki-package');
  const [withHistory, setWithHistory] = useState(true);
  const [state, setState] = useState<State>({ step: 'choose' });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const choice = choices.find((each) => each.format === format);
  const isBusy = state.step === 'busy';

  const handleExport = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setState({ step: 'busy' });
    let next: State;
    try {
      const request = { subject: chosen.subject, format, withHistory };
      const file = await onExport(request, controller.signal);
      if (file === undefined) {
        next = { step: 'failed', words: 'This deck is not there any more. No file was written.' };
      } else {
        saveFile(file.name, new Blob([file.bytes as BlobPart], { type: file.type }));
        next = { step: 'done', words: describeFile(file) };
      }
    } catch (error) {
      if (controller.signal.aborted) return;
      const words = toMessage(error);
      next = { step: 'failed', words: `No file was written, and nothing was changed. ${words}` };
    }
    setState(next);
  };

  return (
    <Dialog
      title={offered.length === 1 ? `Export ${chosen.name}` : 'Export decks and roadmaps'}
      onClose={onClose}
    >
      <form
        className="library-form"
        onSubmit={(event) => {
          event.preventDefault();
          void handleExport();
        }}
      >
        {offered.length > 1 && (
          <label className="library-field">
            What to export
            <select
              value={offered.indexOf(chosen)}
              disabled={isBusy}
              onChange={(event) => {
                setChosen(offered[Number(event.target.value)] ?? offered[0]);
                setState({ step: 'choose' });
              }}
            >
              {offered.map(({ name }, index) => (
                <option key={index} value={index}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="library-field">
          Save as
          <select
            value={format}
            disabled={isBusy}
            onChange={(event) => {
              const wanted = choices.find((each) => each.format === event.target.value);
              if (wanted !== undefined) setFormat(wanted.format);
              setState({ step: 'choose' });
            }}
          >
            {choices.map((each) => (
              <option key={each.format} value={each.format}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <p>{choice?.holds}</p>
        {choice?.holdsHistory === true ? (
          <label className="library-check">
            <input
              type="checkbox"
              checked={withHistory}
              disabled={isBusy}
              onChange={(event) => {
                setWithHistory(event.target.checked);
              }}
            />
            With what you learned: reviews, due days, flags and suspended cards
          </label>
        ) : (
          <p className="muted">
            What you learned of it stays here: this format has no place for it.
          </p>
        )}
        <div className="row">
          <Button type="submit" look="primary" disabled={isBusy}>
            Export
          </Button>
          <p role="status">{isBusy && 'Gathering the deck and writing the file…'}</p>
        </div>
        {state.step === 'done' && <Notice tone="success">{state.words}</Notice>}
        {state.step === 'failed' && <Notice tone="danger">{state.words}</Notice>}
      </form>
    </Dialog>
  );
}

function describeFile({ name, notes, leftOut }: DeckFile): string {
  const saved = `Saved as ${name}, with ${countNotes(notes)}.`;
  if (leftOut === 0) return saved;
  return `${saved} ${countNotes(leftOut)} of another program’s HTML ${leftOut === 1 ? 'was' : 'were'} left out: an Anki package holds ${leftOut === 1 ? 'it' : 'them'}.`;
}

function countNotes(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'note' : 'notes'}`;
}
