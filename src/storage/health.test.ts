import { describe, expect, it } from 'vitest';
import type { StudyDay } from '#src/domain/ids.ts';
import { packOldEvents } from './event-log.ts';
import { askToPersist, loadDataHealth, noteCopySaved, readBrowserStorage } from './health.ts';
import { setSettings } from './set-settings.ts';
import { openTestStore, testStart } from './test-store.ts';

describe('storage health', () => {
  it('counts events whether they are rows or packed, and remembers the last copy', async () => {
    const { store } = await openTestStore();
    expect(await loadDataHealth(store)).toEqual({ events: 0, begunAt: null, lastCopyAt: null });
    await setSettings(store, [{ key: 'newPerDay', value: 5 }]);
    await store.db.events.toCollection().modify({ kind: 'edited' });
    await setSettings(store, [{ key: 'newPerDay', value: 6 }]);
    await packOldEvents(store.db, 1e6 as StudyDay);
    await noteCopySaved(store);
    expect(await store.db.events.count()).toBe(1);
    expect(await loadDataHealth(store)).toEqual({
      // The id of the one row, which came second.
      ...{ events: 2, begunAt: testStart + 1, lastCopyAt: testStart },
    });
  });

  it('says of the browser what the browser says, and nothing where it cannot or will not', async () => {
    const manager = {
      persisted: () => Promise.resolve(false),
      estimate: () => Promise.resolve({ usage: 5, quota: 10 }),
      persist: () => Promise.resolve(true),
    };
    expect(await readBrowserStorage(manager)).toEqual({
      persisted: false,
      usedBytes: 5,
      quotaBytes: 10,
    });
    expect(await readBrowserStorage(undefined)).toEqual({});
    const deny = () => Promise.reject(new Error('insecure'));
    expect(await readBrowserStorage({ persisted: deny, estimate: deny })).toEqual({});
    expect(await askToPersist(manager)).toBe(true);
    expect(await askToPersist(undefined)).toBe(false);
  });
});
