import { describe, expect, it } from 'vitest';
import type { CardId } from '#src/domain/ids.ts';
import { defaultDeckSettings } from '#src/domain/settings.ts';
import { bankHome } from './bank.ts';
import { listAllEvents } from './copy.ts';
import { recordReview } from './record-review.ts';
import { previewStepChange, setSettings } from './set-settings.ts';
import { loadSettings } from './settings.ts';
import { openTestBank } from './test-store.ts';
import { undoAct } from './undo.ts';

const card = 'cairn:redis-1#1' as CardId;
const review = { card, grade: 'good', durationMs: 4000, mode: 'review', expected: null } as const;

describe('setting settings', () => {
  it('writes each as an event of one act, which one undo takes back', async () => {
    const { store } = await openTestBank();
    const act = await setSettings(store, [
      { key: 'newPerDay', value: 5 },
      { key: 'leechLapses', home: bankHome, value: 4 },
      { key: 'reviewsPerDay', deck: 'roadmap:backend', value: 30 },
    ]);
    const { learner, homes, decks } = await loadSettings(store.db);
    expect(learner).toMatchObject({ newPerDay: 5, reviewsPerDay: 200 });
    expect(homes.get(bankHome)?.leechLapses).toBe(4);
    expect([...decks.values()]).toEqual([{ ...defaultDeckSettings, reviewsPerDay: 30 }]);
    expect((await listAllEvents(store)).every((event) => event.act === act)).toBe(true);
    await undoAct(store, act);
    expect((await loadSettings(store.db)).learner.newPerDay).toBe(20);
  });
});

describe('a change of steps', () => {
  it('names the cards that wait for a step it takes away or changes, and writes nothing', async () => {
    const { store } = await openTestBank();
    await recordReview(store, review);
    const preview = (learningStepsMinutes: number[]) =>
      previewStepChange(store, bankHome, { learningStepsMinutes });
    expect(await preview([1])).toEqual({ gone: [card], changed: [] });
    expect(await preview([1, 20])).toEqual({ gone: [], changed: [card] });
    expect(await preview([2, 10])).toEqual({ gone: [], changed: [] });
    expect(await previewStepChange(store, bankHome, { relearningStepsMinutes: [] })).toEqual({
      gone: [],
      changed: [],
    });
    expect(await listAllEvents(store)).toHaveLength(1);
  });
});
