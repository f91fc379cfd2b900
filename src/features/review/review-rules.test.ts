import { describe, expect, it, vi } from 'vitest';
import type { CardId, Instant, StudyDay } from '#src/domain/ids.ts';
import type { Place } from '#src/domain/roadmap-cards.ts';
import { describeDays, describeInterval } from '#src/ui/interval-words.ts';
import { startVisibleTimer } from '#src/ui/visible-time.ts';
import { readKind, toSessionMode } from './load-review.ts';
import { continueSitting, endSitting } from './sitting.ts';
import { readSwipe } from './use-swipe.ts';
import { rankWeakTopics } from './weak-topics.ts';

describe('intervals in words', () => {
  const now = 0 as Instant;
  const inMinutes = (minutes: number) =>
    describeInterval({ at: (minutes * 60_000) as Instant }, now, 0 as StudyDay);

  it('are minutes and hours for steps', () => {
    expect([0.5, 1, 10, 99, 120, 700].map(inMinutes)).toEqual([
      '< 1 min',
      '1 min',
      '10 min',
      '99 min',
      '2 h',
      '12 h',
    ]);
  });

  it('are days, months and years for days', () => {
    expect([1, 60, 61, 400, 730, 36_500].map(describeDays)).toEqual([
      '1 d',
      '60 d',
      '2 mo',
      '13 mo',
      '2 y',
      '100 y',
    ]);
    expect(describeInterval({ day: 12 as StudyDay }, now, 10 as StudyDay)).toBe('2 d');
  });
});

describe('a sitting', () => {
  const makeTab = () => {
    const held = new Map<string, string>();
    return {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    };
  };
  let minted = 0;
  const randomBytes = (count: number) => new Uint8Array(count).fill((minted += 1));

  it('is the same after a reload, another for another review, and new once it was ended', () => {
    const tab = makeTab();
    const first = continueSitting(tab, 'review deck:a b', randomBytes);
    expect(first).toMatch(/^[0-9a-f]{20}$/);
    expect(continueSitting(tab, 'review deck:a b', randomBytes)).toBe(first);
    expect(continueSitting(tab, 'ahead ', randomBytes)).not.toBe(first);
    const second = continueSitting(tab, 'ahead ', randomBytes);
    endSitting(tab);
    expect(continueSitting(tab, 'ahead ', randomBytes)).not.toBe(second);
  });
});

describe('a swipe', () => {
  const from = { x: 200, y: 300, at: 0 };

  it('goes far enough, and across rather than down', () => {
    expect(readSwipe(from, { x: 130, y: 310, at: 0 })).toBe('left');
    expect(readSwipe(from, { x: 280, y: 270, at: 0 })).toBe('right');
    expect(readSwipe(from, { x: 205, y: 302, at: 300 })).toBe('tap');
    // Longer than a tap: words are being selected.
    expect(readSwipe(from, { x: 200, y: 300, at: 600 })).toBeUndefined();
    expect(readSwipe(from, { x: 160, y: 300, at: 0 })).toBeUndefined();
    expect(readSwipe(from, { x: 280, y: 380, at: 0 })).toBeUndefined();
  });
});

describe('time on a card', () => {
  it('counts while the page can be seen, a minute at most', () => {
    let now = 0;
    let state: DocumentVisibilityState = 'hidden';
    const page = Object.assign(new EventTarget(), {
      get visibilityState() {
        return state;
      },
    });
    Object.defineProperty(page, 'visibilityState', { get: () => state });
    const become = (next: DocumentVisibilityState) => {
      state = next;
      page.dispatchEvent(new Event('visibilitychange'));
    };
    const timer = startVisibleTimer(page, () => now);
    now = 5_000;
    expect(timer.read()).toBe(0);
    become('visible');
    now = 7_000;
    expect(timer.read()).toBe(2_000);
    become('hidden');
    become('hidden');
    now = 50_000;
    become('visible');
    now = 51_000;
    expect(timer.read()).toBe(3_000);
    now = 500_000;
    expect(timer.read()).toBe(60_000);
    const remove = vi.spyOn(page, 'removeEventListener');
    timer.stop();
    expect(remove).toHaveBeenCalledOnce();
  });
});

describe('what an address asks for', () => {
  it('is the day’s review unless it says otherwise', () => {
    const kinds = ['', 'mode=ahead', 'mode=forgotten', 'mode=flagged', 'mode=other'];
    expect(kinds.map((search) => readKind(new URLSearchParams(search)))).toEqual([
      'review',
      'ahead',
      'forgotten',
      'flagged',
      'review',
    ]);
    expect(toSessionMode('ahead')).toBe('ahead');
    expect(toSessionMode('flagged')).toBe('cram');
  });
});

describe('weak topics', () => {
  it('are those most forgotten, the weakest first, three at most', () => {
    const place = (topic: string) => ({ topic }) as unknown as Place;
    const card = (id: string) => id as CardId;
    const questions = [
      { card: card('a'), place: place('x') },
      { card: card('b'), place: place('y') },
      { card: card('c'), place: place('y') },
      { card: card('d') },
      { card: card('e'), place: place('z') },
      { card: card('f'), place: place('w') },
    ];
    const forgotten = ['a', 'b', 'b', 'c', 'd', 'd', 'd', 'e', 'e', 'f', 'f'].map(card);
    expect(rankWeakTopics(questions, forgotten).map((topic) => topic.place.topic)).toEqual([
      'y',
      'z',
      'w',
    ]);
  });
});
