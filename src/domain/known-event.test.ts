import { describe, expect, it } from 'vitest';
import type { UnknownEvent } from './event.ts';
import type { HomeId } from './ids.ts';
import { onCard, settingSet, stamp } from './fixtures/make-event.ts';
import { isCardEvent, isContentEvent, isKnownEvent } from './known-event.ts';

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

  it('changes what a deck holds if it is of the kinds that do', () => {
    const removed = {
      ...stamp(3),
      kind: 'removed' as const,
      subject: 'deck-1' as HomeId,
      value: true,
    };
    expect(isContentEvent(removed)).toBe(true);
    expect(isContentEvent({ ...removed, v: 2 })).toBe(false);
    expect(isContentEvent(settingSet(2, 'newPerDay', 3))).toBe(false);
  });
});
