// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { toKeyAction } from './use-review-keys.ts';

/** What a key asks for when it is pressed on an element. */
function press(key: string, more: KeyboardEventInit = {}, on = '<p></p>') {
  document.body.replaceChildren(
    document.createRange().createContextualFragment(on).firstElementChild ?? '',
  );
  const target = document.body.firstElementChild as Element;
  let action: ReturnType<typeof toKeyAction>;
  const listen = (event: Event) => {
    action = toKeyAction(event as KeyboardEvent);
  };
  window.addEventListener('keydown', listen);
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
  window.removeEventListener('keydown', listen);
  return action;
}

describe('a key', () => {
  it('does what the list of keys says', () => {
    expect(
      [' ', 'Enter', '1', '4', 'u', '-', '=', '@', '!', '*', 'i', '?'].map((key) => press(key)),
    ).toEqual([
      'proceed',
      'proceed',
      'first',
      'fourth',
      'undo',
      'bury-card',
      'bury-note',
      'suspend-card',
      'suspend-note',
      'flag',
      'details',
      'keys',
    ]);
    expect(press('q')).toBeUndefined();
    expect(press('toString')).toBeUndefined();
  });

  it('redoes with Shift, and undoes and redoes with Ctrl or Command as everywhere', () => {
    expect(press('U', { shiftKey: true })).toBe('redo');
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo');
    expect(press('u', { ctrlKey: true })).toBeUndefined();
    expect(press('u', { altKey: true })).toBeUndefined();
  });

  it('is known where it needs AltGr', () => {
    const altGraph = { ctrlKey: true, altKey: true, modifierAltGraph: true };
    expect(press('@', altGraph)).toBe('suspend-card');
  });

  it('does nothing when it is held down', () => {
    expect(press(' ', { repeat: true })).toBeUndefined();
  });

  it('belongs to the field it is typed in, and presses the button it is pressed on', () => {
    expect(press('u', {}, '<input>')).toBeUndefined();
    expect(press('z', { ctrlKey: true }, '<textarea></textarea>')).toBeUndefined();
    expect(press('Enter', {}, '<button></button>')).toBeUndefined();
    expect(press('3', {}, '<button></button>')).toBe('third');
    expect(press(' ', {}, '<input type="checkbox">')).toBeUndefined();
    expect(press('2', {}, '<input type="checkbox">')).toBe('second');
  });
});
