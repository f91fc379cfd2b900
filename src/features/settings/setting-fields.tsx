import { useId, useState, type ReactNode } from 'react';
import type { Reading } from './read-setting.ts';

/** What became of a value that a field handed over. */
export type SaveResult = 'saved' | 'failed' | 'cancelled';

interface Draft {
  readonly text: string;
  /** What was stored when it was typed: once that changes, the draft is done with. */
  readonly over: string;
  readonly problem?: string;
  readonly isSent?: boolean;
}

/**
 * A setting that is typed. It is saved when the field is left or Enter is pressed; what cannot be
 * saved says why, at the field, and stays to be mended. Escape goes back to what is stored.
 */
export function TextSetting<Value>({
  label,
  hint,
  value,
  read,
  write,
  type = 'text',
  placeholder,
  onSave,
}: {
  label: string;
  hint?: ReactNode;
  value: Value;
  read: (text: string) => Reading<Value>;
  write: (value: Value) => string;
  type?: 'text' | 'number' | 'time';
  placeholder?: string;
  onSave: (value: Value) => Promise<SaveResult>;
}) {
  const id = useId();
  const [kept, setDraft] = useState<Draft>();
  const stored = write(value);
  const draft = kept?.over === stored ? kept : undefined;
  // For good: an undo that brings the old value back must not bring the draft back with it.
  if (kept !== undefined && draft === undefined) setDraft(undefined);

  const handleCommit = async () => {
    if (draft === undefined || draft.isSent === true) return;
    const reading = read(draft.text);
    if ('problem' in reading) {
      setDraft({ ...draft, problem: reading.problem });
      return;
    }
    if (write(reading.value) === stored) {
      setDraft(undefined);
      return;
    }
    const sent = { text: draft.text, over: stored, isSent: true };
    setDraft(sent);
    const result = await onSave(reading.value);
    if (result === 'cancelled') setDraft(undefined);
    // To be tried again by leaving the field once more.
    if (result === 'failed') setDraft({ ...sent, isSent: false });
  };

  const problem = draft?.problem;
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        // A number field would hide from us what is wrong with its text, and turn with the wheel.
        type={type === 'number' ? 'text' : type}
        inputMode={type === 'number' ? 'numeric' : undefined}
        autoComplete="off"
        data-type={type}
        placeholder={placeholder}
        value={draft?.text ?? stored}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => {
          setDraft({ text: event.target.value, over: stored });
        }}
        onBlur={() => void handleCommit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void handleCommit();
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
      <p id={`${id}-hint`} className="setting-hint">
        {hint}
      </p>
      <p id={`${id}-problem`} className="setting-problem" role="alert">
        {problem}
      </p>
    </div>
  );
}

/** A setting with a few values, saved at once. */
export function ChoiceSetting<Value extends string>({
  label,
  hint,
  value,
  options,
  onSave,
}: {
  label: string;
  hint?: ReactNode;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onSave: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onSave(event.target.value as Value);
        }}
      >
        {Object.entries<string>(options).map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="setting-hint">
        {hint}
      </p>
    </div>
  );
}

/** A setting that is on or off, saved at once. */
export function SwitchSetting({
  label,
  hint,
  value,
  onSave,
}: {
  label: string;
  hint?: ReactNode;
  value: boolean;
  onSave: (value: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="setting setting-switch">
      <label>
        <input
          type="checkbox"
          checked={value}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            onSave(event.target.checked);
          }}
        />
        {label}
      </label>
      <p id={`${id}-hint`} className="setting-hint">
        {hint}
      </p>
    </div>
  );
}

/** A part of the settings that an address can name: `/settings#data`. */
export function SettingsSection({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className="settings-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
