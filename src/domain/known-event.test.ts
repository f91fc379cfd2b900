import { describe, expect, it } from 'vitest';
import type { UnknownEvent } from './event.ts';
import { onCard, settingSet, stamp } from './fixtures/make-event.ts';
import { isCardEvent, isKnownEvent } from './known-event.ts';

const unknown: UnknownEvent = { ...stamp(1), kind: 'dreamt', subject: 'cairn:a#1' };

describe('an event', () => {
  it('is known by kind and version', () => {
    const review = onCard(1, 0, { kind: 'forgot' });
    expect([review, settingSet(2, 'newPerDay', 3)].every(isKnownEvent)).toBe(true);
    expect(isKnownEvent(unknown)).toBe(false);
    expect(isKnownEvent({ ...unknown, kind: 'toString' })).toBe(false);
    expect(isKnownEvent({ ...review, v: 2 })).toBe(false);
  });

  it('is looked at by the replay of a card if it is of a card’s kinds', () => {
    expect(isCardEvent(onCard(1, 0, { kind: 'forgot' }))).toBe(true);
    expect(isCardEvent(settingSet(2, 'newPerDay', 3))).toBe(false);
    expect(isCardEvent({ ...onCard(1, 0, { kind: 'forgot' }), v: 2 })).toBe(false);
  });
});
