import { expect, it } from 'vitest';
import { findBank } from './bank.ts';
import { loadDataHealth } from './health.ts';
import { eraseEverything } from './erase.ts';
import { setSettings } from './set-settings.ts';
import { openTestBank } from './test-store.ts';

it('erases events, settings, cards and the id of the device', async () => {
  const { store } = await openTestBank();
  await setSettings(store, [{ key: 'newPerDay', value: 5 }]);
  await eraseEverything(store);
  expect(await loadDataHealth(store)).toEqual({ events: 0, begunAt: null, lastCopyAt: null });
  expect(await findBank(store)).toBeUndefined();
  expect(await store.db.kept.count()).toBe(0);
});
