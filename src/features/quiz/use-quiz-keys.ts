import { useEffect, useRef } from 'react';

/** What a key asks for in a quiz. */
export type QuizKey = 'proceed' | 'first' | 'second' | 'third' | 'unknown';

const keys: Readonly<Record<string, QuizKey>> = {
  ' ': 'proceed',
  Enter: 'proceed',
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'unknown',
  '?': 'unknown',
};

/** What a key press asks for; undefined where it is not for the quiz, as while typing. */
export function toQuizKey(event: KeyboardEvent): QuizKey | undefined {
  // A key held down would answer question after question.
  if (event.repeat || event.defaultPrevented) return undefined;
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const { target } = event;
  const isOn = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (isOn('input, textarea, select')) return undefined;
  const key = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
  // On a control these keys do what they do everywhere: press it.
  return key === 'proceed' && isOn('button, a, summary') ? undefined : key;
}

/** Hands the page's key presses to `handle`. */
export function useQuizKeys(handle: (key: QuizKey) => void): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      const key = toQuizKey(event);
      if (key === undefined) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', handleKeyDown);
    return () => {
      window.removeEventListener('keydown', handleKeyDown);
    };
  }, []);
}
