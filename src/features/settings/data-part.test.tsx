import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnyEvent } from '#src/domain/event.ts';
import type { EventId } from '#src/domain/ids.ts';
import { copyLimits } from '#src/formats/copy.ts';
import { readCopy } from '#src/formats/read-copy.ts';
import { writeTextCopy } from '#src/formats/testing/write-text-copy.ts';
import { listAllEvents } from '#src/storage/copy.ts';
import { importDeck } from '#src/storage/import-deck.ts';
import { loadDataHealth } from '#src/storage/health.ts';
import type { Store } from '#src/storage/store.ts';
import { bringBasic, bringDeck, spanish } from '#src/storage/test-decks.ts';
import { makeTestClock, testStart } from '#src/storage/test-store.ts';
import {
  catchDownloads,
  gradeCard,
  openLearner,
  renderSettings,
} from './testing/open-settings.tsx';

let downloads: ReturnType<typeof catchDownloads>;
beforeEach(() => {
  downloads = catchDownloads();
});
afterEach(() => {
  downloads.stop();
  Reflect.deleteProperty(navigator, 'storage');
});

const toFile = (text: string) =>
  new File([text], 'cairn-2026-03-09.json', { type: 'application/json' });
const toCopy = (events: readonly AnyEvent[]) =>
  toFile(writeTextCopy(events, { savedAt: testStart, app: '0.1.0' }));

const bytes = new Uint8Array([1, 2, 3]);
const dog = { name: 'dog.png', bytes, hash: createHash('sha256').update(bytes).digest('hex') };

/** The environment of these tests has files that cannot give their bytes by themselves. */
function readBlob(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as ArrayBuffer);
    };
    reader.readAsArrayBuffer(blob);
  });
}

/** A learner elsewhere, with a review of one card. */
async function makeElsewhere(): Promise<AnyEvent[]> {
  const { store, clock } = await openLearner();
  Object.assign(clock, makeTestClock(clock.now(), 99));
  clock.pass(86_400_000);
  await gradeCard(store, 'http-1', 'good');
  return listAllEvents(store);
}

async function openWith(store: Store, file: File) {
  const page = await renderSettings(store, '/settings#data');
  await page.user.upload(screen.getByLabelText('Choose a saved copy'), file);
  return page;
}

const factOf = async (name: string) => {
  const term = await screen.findByText(name, { selector: 'dt' });
  return term.nextElementSibling?.textContent;
};

function stubStorage(manager: Partial<StorageManager> | undefined) {
  Object.defineProperty(navigator, 'storage', { value: manager, configurable: true });
}

describe('storage health', () => {
  it('says what the browser says, and how much is recorded', async () => {
    stubStorage({
      persisted: () => Promise.resolve(true),
      estimate: () => Promise.resolve({ usage: 3_240_000, quota: 10e9 }),
    });
    const { store } = await openLearner();
    await renderSettings(store);
    expect(await factOf('Kept safe by the browser')).toMatch(/^Yes/);
    expect(await factOf('Room used')).toBe('3.2 MB of about 10 GB');
    expect(await factOf('Recorded')).toMatch(/^1 event:/);
    expect(await factOf('Last copy saved here')).toBe('never');
  });

  it('offers to ask the browser, and says what its no means', async () => {
    stubStorage({
      persisted: () => Promise.resolve(false),
      persist: () => Promise.resolve(false),
      estimate: () => Promise.reject(new Error('no')),
    });
    const { store } = await openLearner();
    const { click } = await renderSettings(store);
    await click('Ask the browser to keep it');
    expect(await screen.findByText(/did not promise it now\. That is normal/)).toBeTruthy();
    expect(await factOf('Room used')).toBe('This browser does not say.');
  });

  it('needs no browser that says anything', async () => {
    stubStorage(undefined);
    const { store } = await openLearner();
    await renderSettings(store);
    expect(await factOf('Kept safe by the browser')).toMatch(/does not say/);
  });
});

describe('saving a copy', () => {
  it('gives one file named after the day, with every event, and remembers when', async () => {
    const { store } = await openLearner();
    await gradeCard(store, 'redis-1', 'good');
    const { click } = await renderSettings(store);
    await click('Save a copy');
    await screen.findByText('Saved as cairn-2026-03-09.zip, with 2 events.');
    const [file] = downloads.saved;
    expect(file?.name).toBe('cairn-2026-03-09.zip');
    const copy = await readCopy(new Uint8Array(await readBlob(file!.blob)), {
      digest: () => Promise.reject(new Error('It holds no files.')),
      pause: () => Promise.resolve(),
    });
    expect(copy).toMatchObject({
      savedAt: testStart,
      events: await listAllEvents(store),
      problems: [],
    });
    await waitFor(async () => {
      expect(await factOf('Last copy saved here')).toBe('9 March 2026');
    });
  });
});

describe('bringing a copy back', () => {
  it('shows what it would do, merges, and says what it did', async () => {
    const { store } = await openLearner();
    await gradeCard(store, 'redis-1', 'good');
    const elsewhere = await makeElsewhere();
    const { click } = await openWith(store, toCopy(elsewhere));
    expect(await factOf('Saved')).toBe('9 March 2026');
    expect(await factOf('Holds what you did')).toBe('from 9 March 2026 to 10 March 2026');
    const added = elsewhere.length - 1;
    expect(await factOf('New to this device')).toBe(`${added} event`);
    expect(await factOf('Here already')).toBe('1 event');
    expect(await factOf('Only on this device')).toBe('1 event');
    expect(await listAllEvents(store)).toHaveLength(2);
    await click('Merge');
    await screen.findByText('1 event brought in. Nothing that was here is lost.');
    expect(await listAllEvents(store)).toHaveLength(3);
  });

  it('has nothing to do where all is here already', async () => {
    const { store } = await openLearner();
    const { click } = await openWith(store, toCopy(await listAllEvents(store)));
    expect(await screen.findByText(/exactly what the copy holds/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Replace/ })).toBeNull();
    await click('Leave it');
    expect(screen.queryByText(/exactly what the copy holds/)).toBeNull();
  });

  it('replaces after asking once, saying what is lost, with a copy offered first', async () => {
    const { store } = await openLearner();
    await gradeCard(store, 'redis-1', 'good');
    const before = await listAllEvents(store);
    const elsewhere = await makeElsewhere();
    const { click, user, restarts } = await openWith(store, toCopy(elsewhere));
    await click(/^Replace all with the copy/);
    await click('Keep what is here');
    expect(await listAllEvents(store)).toEqual(before);
    await click(/^Replace all with the copy/);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/^1 event of this device would be lost/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Save a copy' }));
    await dialog.findByText(/^Saved as cairn-/);
    await user.click(dialog.getByRole('button', { name: 'Replace all' }));
    await waitFor(() => {
      expect(restarts).toEqual([`/?replaced=${elsewhere.length}#data`]);
    });
    expect(await listAllEvents(store)).toEqual(elsewhere);
  });

  it('says after the page has started again that it was replaced', async () => {
    const { store } = await openLearner();
    await renderSettings(store, '/settings?replaced=12#data');
    expect(
      screen.getByText('Replaced. This device now holds the copy with its 12 events.'),
    ).toBeTruthy();
  });

  it('leaves damaged events out and names them first', async () => {
    const { store } = await openLearner();
    const [first, second] = await makeElsewhere();
    const damaged = { ...second!, grade: 'fine' };
    const newer = { ...first!, v: 2, id: first!.id.replace(/.$/, '5') as EventId };
    await openWith(store, toCopy([first!, damaged, newer]));
    expect(await screen.findByText(/1 event cannot be used and would be left out/)).toBeTruthy();
    expect(screen.getByText(/^event 2, grade:/)).toBeTruthy();
    expect(screen.getByText(/1 event of a kind that a newer Cairn knows/)).toBeTruthy();
  });

  it.each([
    ['that is no copy', () => toFile('Dear diary'), /not a copy saved by Cairn/],
    ['that is cut short', () => toFile('{"format":"cairn-copy","version":1'), /damaged or cut/],
    [
      'that is far too large',
      () => Object.defineProperty(toFile(''), 'size', { value: copyLimits.totalBytes + 1 }),
      /larger than any copy that Cairn reads: 1536 MB/,
    ],
  ])('tells of a file %s, and changes nothing', async (_, makeFile, message) => {
    const { store } = await openLearner();
    const before = await listAllEvents(store);
    await openWith(store, makeFile());
    expect(await screen.findByText(message)).toBeTruthy();
    expect(await listAllEvents(store)).toEqual(before);
  });

  it('tells of a full disk, and changes nothing', async () => {
    const { store } = await openLearner();
    const { click } = await openWith(store, toCopy(await makeElsewhere()));
    store.db.events.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await click('Merge');
    await screen.findByText(/^The copy was not brought in\. The device has no room left/);
    expect(await listAllEvents(store)).toHaveLength(1);
  });
});

describe('a copy with decks', () => {
  it('says what it holds of them, and brings them back', async () => {
    const { store } = await openLearner();
    await importDeck(store, bringDeck([bringBasic('a'), bringBasic('b')], { media: [dog] }));
    const saving = await renderSettings(store);
    await saving.click('Save a copy');
    await screen.findByText(
      'Saved as cairn-2026-03-09.zip, with 2 events, 1 deck and 1 media file.',
    );
    const [{ name, blob }] = downloads.saved as [(typeof downloads.saved)[number]];
    cleanup();

    const { store: other } = await openLearner();
    const { click } = await openWith(other, new File([await readBlob(blob)], name));
    expect(await factOf('Holds decks')).toBe('Spanish (2 notes)');
    expect(await factOf('New to this device')).toBe('1 event, 1 deck, 2 notes and 1 media file');
    await click('Merge');
    await screen.findByText(/^1 event, 1 deck, 2 notes and 1 media file brought in\./);
    expect(await other.db.homes.get(spanish)).toEqual(await store.db.homes.get(spanish));
    expect([...((await other.db.media.get(dog.hash))?.bytes ?? [])]).toEqual([1, 2, 3]);
  });

  it('names a damaged file, and lets the rest be brought in', async () => {
    const { store } = await openLearner();
    const wrong = { ...dog, hash: '0'.repeat(64) };
    await importDeck(store, bringDeck([bringBasic('a')], { media: [wrong] }));
    const { click } = await renderSettings(store);
    await click('Save a copy');
    await screen.findByText(/^Saved as cairn-/);
    cleanup();
    const { store: other } = await openLearner();
    await openWith(other, new File([await readBlob(downloads.saved[0]!.blob)], 'copy.zip'));
    expect(await screen.findByText(/^media\/0+ is damaged/)).toBeTruthy();
  });
});

describe('erasing everything', () => {
  it('asks once, and then nothing is left', async () => {
    const { store } = await openLearner();
    const { click, restarts } = await renderSettings(store);
    await click('Erase everything…');
    await click('Keep everything');
    expect(await listAllEvents(store)).toHaveLength(1);
    await click('Erase everything…');
    await click('Erase');
    await waitFor(() => {
      expect(restarts).toEqual(['/']);
    });
    expect(await loadDataHealth(store)).toEqual({ events: 0, begunAt: null, lastCopyAt: null });
  });

  it('says when it could not', async () => {
    const { store } = await openLearner();
    const { click, restarts } = await renderSettings(store);
    await click('Erase everything…');
    store.db.close();
    await click('Erase');
    await screen.findByText(/^Nothing was erased\./);
    expect(restarts).toEqual([]);
  });
});
