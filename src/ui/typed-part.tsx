import { useEffect, useId, useRef, type SubmitEvent } from 'react';
import type { TypedResult } from '#src/domain/typed-answer.ts';
import { Button } from './button.tsx';
import './typed-part.css';

/** Where a typed answer is written; Enter checks it. */
export function TypedForm({
  value,
  onChange,
  onCheck,
}: {
  value: string;
  onChange: (value: string) => void;
  onCheck: () => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    onCheck();
  };
  return (
    <form className="typed-form" onSubmit={handleSubmit}>
      <label htmlFor={id}>Your answer</label>
      <input
        id={id}
        ref={input}
        className="typed-input"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        enterKeyHint="go"
        spellCheck={false}
      />
    </form>
  );
}

/** What was typed against the answer, and the learner's last word on it. */
export function TypedVerdict({
  typed,
  result,
  isOverridden,
  onOverride,
}: {
  typed: string;
  result: TypedResult;
  isOverridden: boolean;
  onOverride: () => void;
}) {
  const { right, forgiven, answer, segments } = result;
  const isRight = right || isOverridden;
  return (
    <div className="typed-verdict" data-right={isRight}>
      <p className="typed-word" role="status">
        {describe(result, typed, isOverridden)}
      </p>
      {typed.trim() !== '' && (!right || forgiven) && (
        <p className="typed-difference">
          <span className="visually-hidden">Compared with the answer: </span>
          {segments.map(({ kind, text }, index) => {
            if (kind === 'extra') return <del key={index}>{text}</del>;
            if (kind === 'missing') return <ins key={index}>{text}</ins>;
            return <span key={index}>{text}</span>;
          })}
        </p>
      )}
      <p>
        <span className="muted">Answer: </span>
        <code className="typed-answer">{answer}</code>
      </p>
      {!isRight && typed.trim() !== '' && (
        <Button look="quiet" className="typed-override" onClick={onOverride}>
          I was right
        </Button>
      )}
    </div>
  );
}

function describe({ right, forgiven }: TypedResult, typed: string, isOverridden: boolean): string {
  if (forgiven) return 'Right, with a slip of the keys.';
  if (right) return 'Right.';
  if (isOverridden) return 'Counted as right.';
  return typed.trim() === '' ? 'Nothing typed.' : 'Not quite.';
}
