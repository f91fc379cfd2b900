import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { setSettings } from './set-settings.ts';
import { StorageError, type StorageTrouble } from './storage-error.ts';
import { closeStore, eraseStore, openStore, type NoteFormats } from './store.ts';
import { makeTestClock, openTestStore } from './test-store.ts';

const fetchDeckFile = () => Promise.reject(new Error('no decks'));
const noteFormats: NoteFormats = {
  compile: () => Promise.resolve('no formats'),
  read: () => Promise.resolve(undefined),
  linkRoadmap: (roadmap) => Promise.resolve(roadmap),
};

async function open(name: string, onLost?: (trouble: StorageTrouble) => void) {
  const lost = onLost === undefined ? {} : { onLost };
  const clock = makeTestClock();
  const store = await openStore({ name, clock, fetchDeckFile, noteFormats, ...lost });
  onTestFinished(() => {
    closeStore(store);
  });
  return store;
}

function openNative(name: string, version?: number, upgrade?: (db: IDBDatabase) => void) {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error('not opened', { cause: request.error }));
    };
  });
}

async function troubleOf(failing: Promise<unknown>): Promise<StorageTrouble> {
  const error = await failing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StorageError);
  return (error as StorageError).trouble;
}

describe('opening the store', () => {
  it('mints the device an id once, also when two tabs start together', async () => {
    const [one, two] = await Promise.all([open('device'), open('device')]);
    expect(one.device).toMatch(/^[0-9a-f]{20}$/);
    expect(two.device).toBe(one.device);
    const again = await open('device');
    expect(again.device).toBe(one.device);
  });

  it('says that a newer app wrote the data, and changes nothing of it', async () => {
    const newer = await openNative('newer', 990, (db) => {
      db.createObjectStore('events', { keyPath: 'id' });
      db.createObjectStore('somethingNew');
    });
    newer.close();
    expect(await troubleOf(open('newer'))).toBe('newer');
    const found = await openNative('newer');
    expect(found.version).toBe(990);
    expect([...found.objectStoreNames]).toEqual(['events', 'somethingNew']);
    found.close();
  });

  it('says that another tab blocks it rather than wait for ever', async () => {
    const older = await openNative('blocked', 1, (db) => db.createObjectStore('old'));
    // An old tab that does not listen for newer versions.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
      older.close();
    });
    const opening = troubleOf(open('blocked'));
    const blocked = new Promise<void>((resolve) => {
      const poll = () => {
        if (vi.getTimerCount() > 0) resolve();
        else setImmediate(poll);
      };
      poll();
    });
    await blocked;
    vi.advanceTimersByTime(3000);
    expect(await opening).toBe('blocked');
  });

  it('says that nothing can be stored where the browser offers no database', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('not in private windows', 'SecurityError');
      },
    });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    expect(await troubleOf(open('private'))).toBe('unavailable');
  });
});

describe('losing the store', () => {
  it('closes for a newer app in another tab, says so once, and then writes nothing', async () => {
    const lost = vi.fn();
    const store = await open('upgraded', lost);
    const newer = await openNative('upgraded', 1000);
    expect(lost.mock.calls).toEqual([['newer']]);
    const writing = setSettings(store, [{ key: 'newPerDay', value: 1 }]);
    expect(await troubleOf(writing)).toBe('closed');
    newer.close();
  });

  it('says that the connection is lost when another tab erases everything', async () => {
    const lost = vi.fn();
    await open('erased', lost);
    const other = await open('erased');
    await eraseStore(other);
    expect(lost.mock.calls).toEqual([['closed']]);
  });

  it('says nothing of a loss when it is closed or erased by this tab', async () => {
    const lost = vi.fn();
    closeStore(await open('left', lost));
    await eraseStore(await open('left', lost));
    expect(lost).not.toHaveBeenCalled();
    expect(await Dexie.exists('left')).toBe(false);
  });

  it('says that the connection is lost when the browser takes it away', async () => {
    const lost = vi.fn();
    const { db } = await open('taken', lost);
    const native = db.backendDB();
    (native as unknown as { onclose: (event: Event) => void }).onclose(new Event('close'));
    expect(lost.mock.calls).toEqual([['closed']]);
  });
});

describe('a full disk', () => {
  it('is told from other failures, and leaves nothing half written', async () => {
    const { store } = await openTestStore();
    store.db.events.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const writing = setSettings(store, [{ key: 'newPerDay', value: 1 }]);
    expect(await troubleOf(writing)).toBe('full');
    expect(await store.db.events.count()).toBe(0);
    expect(await store.db.kept.get('settings')).toBeUndefined();
  });
});
