import { useCallback, useState } from 'react';
import { Notice } from '#src/ui/notice.tsx';
import { describeCounts } from './import-words.ts';
import { HomeChoice } from './home-choice.tsx';
import type { Sample } from './file-sample.ts';
import type { FilePreview, Planning } from './importer.ts';
import { RepairPart, TableReadingPart } from './file-reading-part.tsx';
import { NotePreview } from './note-preview.tsx';
import { fieldNames } from './note-words.ts';
import type { NoteConflict } from './plan-import.ts';
import { ProblemList } from './problem-list.tsx';
import { RoadmapPreviewPart } from './roadmap-preview-part.tsx';

interface FilePreviewPartProps {
  readonly preview: FilePreview;
  /** Conflicts, by key, in which the file's text is taken. */
  readonly takeTheirs: ReadonlySet<string>;
  readonly onTake: (key: string, isTaken: boolean) => void;
  readonly onPlan: (planning: Planning) => void;
}

/** What one file would bring, before anything is written. */
export function FilePreviewPart({ preview, takeTheirs, onTake, onPlan }: FilePreviewPartProps) {
  const [planning, setPlanning] = useState<Planning>({});
  const change = (more: Planning) => {
    const next = { ...planning, ...more };
    setPlanning(next);
    onPlan(next);
  };
  if (preview.error !== undefined) return <Notice tone="danger">{preview.error}</Notice>;
  if (preview.roadmap !== undefined) {
    const { name, roadmap } = preview;
    return <RoadmapPreviewPart {...{ name, planning }} preview={roadmap} onChange={change} />;
  }
  const { name, title, description, counts, decks, media, problems, conflicts, samples } = preview;
  return (
    <section className="panel" aria-label={name}>
      <h3>{title}</h3>
      <p className="muted small">
        {description}, {name}
      </p>
      <dl className="import-facts">
        <dt>Notes</dt>
        <dd>{describeCounts(counts)}</dd>
        <dt>Cards</dt>
        <dd>{counts.cards}</dd>
        {decks.length > 1 && (
          <>
            <dt>Decks</dt>
            <dd>{decks.length}</dd>
          </>
        )}
        {counts.reviews > 0 && (
          <>
            <dt>Reviews</dt>
            <dd>{counts.reviews}</dd>
          </>
        )}
        {media > 0 && (
          <>
            <dt>Pictures and sounds</dt>
            <dd>{media}</dd>
          </>
        )}
      </dl>
      <HomeChoice
        {...{ candidates: preview.candidates, updates: preview.updates, kind: 'deck' }}
        onChange={change}
      />
      {preview.table && <TableReadingPart table={preview.table} onChange={change} />}
      {preview.repair && (
        <RepairPart
          samples={preview.repair.samples}
          isRepaired={planning.isRepaired === true}
          onChange={change}
        />
      )}
      {preview.isNothingNew && (
        <p>
          {counts.same === 0
            ? 'It holds no notes that could be imported.'
            : 'All of it is here already. There is nothing to import.'}
        </p>
      )}
      {conflicts.length > 0 && (
        <fieldset className="import-conflicts">
          <legend>You and the file changed the same text</legend>
          {conflicts.map((conflict) => {
            const key = toConflictKey(conflict);
            return (
              <div key={key} className="import-conflict">
                <p>
                  <b>Yours:</b> {conflict.mine}
                </p>
                <p>
                  <b>The file’s:</b> {conflict.theirs}
                </p>
                <label className="library-check">
                  <input
                    type="checkbox"
                    checked={takeTheirs.has(key)}
                    onChange={(event) => {
                      onTake(key, event.target.checked);
                    }}
                  />
                  Take the file’s text instead of mine (
                  {fieldNames[conflict.field] ?? conflict.field})
                </label>
              </div>
            );
          })}
        </fieldset>
      )}
      <ProblemList problems={problems} />
      {samples.length > 0 && (
        <details>
          <summary>The first cards</summary>
          {samples.map((sample) => (
            <SamplePreview key={sample.note.id} sample={sample} />
          ))}
        </details>
      )}
    </section>
  );
}

/** One of the first notes, with its pictures and sounds as the file has them. */
function SamplePreview({ sample: { note, noteType, media = [] } }: { sample: Sample }) {
  const readMedia = useCallback(
    (names: readonly string[]) =>
      Promise.resolve(
        new Map(
          media.filter(({ name }) => names.includes(name)).map(({ name, bytes }) => [name, bytes]),
        ),
      ),
    [media],
  );
  return <NotePreview note={note} loadMedia={readMedia} {...(noteType && { noteType })} />;
}

/** A conflict's name among those of its file. */
export function toConflictKey({ note, field }: NoteConflict): string {
  return `${note} ${field}`;
}
