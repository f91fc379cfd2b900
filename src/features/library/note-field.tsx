import { useId, useRef, useState } from 'react';
import { useStore } from '#src/storage/react.tsx';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { keepPicture, listPictures, pictureTypes } from './keep-picture.ts';
import { fieldHints, fieldNames } from './note-words.ts';

interface NoteFieldProps {
  readonly name: string;
  readonly isNeeded: boolean;
  /** Whether it holds somebody's HTML rather than Markdown. */
  readonly isHtml: boolean;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Fields that are compared or listed, and so hold words alone. */
const plainFields = new Set(['also', 'sources']);

/** A field of a note; pictures come into it by paste, drop and button. */
export function NoteField(props: NoteFieldProps) {
  const { name, isNeeded, value, onValue } = props;
  const label = `${fieldNames[name] ?? name}${isNeeded ? '' : ' (may be left out)'}`;
  if (name !== 'match') return <TextField {...props} label={label} />;
  return (
    <label className="library-field">
      {label}
      <select
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
        }}
      >
        <option value="exact">exactly as written</option>
        <option value="term">a term: a slip of the keys is forgiven</option>
      </select>
    </label>
  );
}

function TextField({
  name,
  isNeeded,
  isHtml,
  value,
  onValue,
  label,
}: NoteFieldProps & { label: string }) {
  const store = useStore();
  const hint = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const take = async (pictures: readonly File[]) => {
    setProblem(undefined);
    try {
      const marks: string[] = [];
      for (const picture of pictures) marks.push(await keepPicture(store, picture, isHtml));
      const area = text.current;
      if (area === null) return;
      // What was written meanwhile stays.
      const { value: now, selectionStart, selectionEnd } = area;
      onValue(now.slice(0, selectionStart) + marks.join('\n') + now.slice(selectionEnd));
    } catch (error) {
      setProblem(`The picture was not kept. ${toMessage(error)}`);
    }
  };
  /** Whether there were pictures among the files. */
  const bring = (files: Iterable<File>): boolean => {
    const pictures = plainFields.has(name) ? [] : listPictures(files);
    if (pictures.length > 0) void take(pictures);
    return pictures.length > 0;
  };
  return (
    <div className="library-field">
      <label className="library-field">
        {label}
        <textarea
          ref={text}
          value={value}
          rows={3}
          required={isNeeded && !isHtml}
          aria-describedby={hint}
          onChange={(event) => {
            onValue(event.target.value);
          }}
          onPaste={(event) => {
            if (bring(event.clipboardData.files)) event.preventDefault();
          }}
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes('Files')) event.preventDefault();
          }}
          onDrop={(event) => {
            // Without this the browser would leave the page for the file.
            if (event.dataTransfer.files.length > 0) event.preventDefault();
            bring(event.dataTransfer.files);
          }}
        />
      </label>
      <div className="note-field-foot">
        <span id={hint} className="muted small">
          {fieldHints[name] ?? ''}
        </span>
        {!plainFields.has(name) && (
          <Button
            look="quiet"
            aria-label={`Add picture to ${label}`}
            onClick={() => input.current?.click()}
          >
            Add picture
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept={pictureTypes}
          hidden
          aria-label={`Picture for ${label}`}
          onChange={(event) => {
            bring(event.target.files ?? []);
            event.target.value = '';
          }}
        />
      </div>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </div>
  );
}
