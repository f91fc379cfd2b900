import { useEffect, useRef } from 'react';

export type KeyAction =
  | 'proceed'
  | 'first'
  | 'second'
  | 'third'
  | 'fourth'
  | 'undo'
  | 'redo'
  | 'bury-card'
  | 'bury-note'
  | 'suspend-card'
  | 'suspend-note'
  | 'flag'
  | 'details'
  | 'edit'
  | 'replay'
  | 'keys';

const actionByKey: Readonly<Record<string, KeyAction>> = {
  ' ': 'proceed',
  Enter: 'proceed',
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  u: 'undo',
  '-': 'bury-card',
  '=': 'bury-note',
  '@': 'suspend-card',
  '!': 'suspend-note',
  '*': 'flag',
  i: 'details',
  e: 'edit',
  r: 'replay',
  '?': 'keys',
};

/** What a key press asks for; undefined where it is not for the review. */
export function toKeyAction(event: KeyboardEvent): KeyAction | undefined {
  // A key held down would grade card after card.
  if (event.repeat || event.defaultPrevented) return undefined;
  // Many keyboards reach @ through AltGr, which some systems report as Ctrl and Alt.
  const isAltGraph = event.getModifierState('AltGraph');
  if (event.altKey && !isAltGraph) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isTyping = matches(event.target, 'input, textarea, select');
  if ((event.ctrlKey || event.metaKey) && !isAltGraph) {
    if (key !== 'z' || isTyping) return undefined;
    return event.shiftKey ? 'redo' : 'undo';
  }
  if (isTyping && !matches(event.target, 'input[type=checkbox]')) return undefined;
  const action = Object.hasOwn(actionByKey, key) ? actionByKey[key] : undefined;
  // On a control these keys do what they do everywhere: press it.
  if (action === 'proceed' && matches(event.target, 'button, a, summary, input')) return undefined;
  return action === 'undo' && event.shiftKey ? 'redo' : action;
}

function matches(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/** Hands the page's key presses to `handle`; it returns whether it took the key. Not under a dialog. */
export function useReviewKeys(handle: (action: KeyAction) => boolean): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]') !== null) return;
      const action = toKeyAction(event);
      if (action !== undefined && latest.current(action)) event.preventDefault();
    };
    window.addEventListener('keydown', handleKeyDown);
    return () => {
      window.removeEventListener('keydown', handleKeyDown);
    };
  }, []);
}
