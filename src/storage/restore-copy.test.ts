import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HomeId, TopicId } from '#src/domain/ids.ts';
import type { Copy } from '#src/formats/copy.ts';
import { readCopy } from '#src/formats/read-copy.ts';
import { CopyWriter } from '#src/formats/write-copy.ts';
import { listAllEvents } from './copy.ts';
import { findMediaFile, loadCopiedNotes, loadCopyContents } from './copy-contents.ts';
import { restDeck } from './deck-acts.ts';
import { importDeck } from './import-deck.ts';
import { importRoadmap, listOwnRoadmaps, mintRoadmapId } from './import-roadmap.ts';
import { clearLeftovers } from './leftovers.ts';
import { keepMedia } from './media.ts';
import { findEditableNote } from './note-content.ts';
import { createDeck, removeNotes } from './own-content.ts';
import { previewRestore, restoreCopy } from './restore-copy.ts';
import { stageEdition } from './stage-edition.ts';
import type { NoteFormats, Store } from './store.ts';
import { listStoredStates } from './test-acts.ts';
import {
  bringBasic,
  bringDeck,
  bringReview,
  bringTemplate,
  spanish,
  toCard,
} from './test-decks.ts';
import { addNote, asks, edit, listAsked } from './test-notes.ts';
import { makeTestClock, openTestStore, testStart, type TestStore } from './test-store.ts';
import { loadStatuses } from './topic-statuses.ts';
import { undoAct } from './undo.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const picture = new Uint8Array([1, 2, 3]);
const pasted = new Uint8Array([4, 5]);

/** Two cards of a template note, as `bringTemplate` has them. */
const formats: NoteFormats = {
  compile: ({ id, source: { kind, fields, tags, noteType = '' } }) => {
    if (kind === 'template') {
      return Promise.resolve({ id, kind, fields, tags, noteType, ordinals: ['1', '2'] });
    }
    const { question = '', answer = '' } = fields;
    if (answer === '') return Promise.resolve('The answer is missing.');
    const texts = {
      question: [['p', null, question] as const],
      answer: [['p', null, answer] as const],
    };
    return Promise.resolve({ id, kind: 'basic', ...texts });
  },
  read: () => Promise.resolve(undefined),
  linkRoadmap: (roadmap) => Promise.resolve(roadmap),
};

let seed = 0;
const open = (): Promise<TestStore> =>
  openTestStore({}, makeTestClock(testStart, (seed += 100)), undefined, formats);

async function copyOf(store: Store): Promise<Copy> {
  const { events, editions, media } = await loadCopyContents(store);
  const writer = new CopyWriter();
  writer.addEvents(events);
  for (const edition of editions) {
    writer.addDeck(edition.facts, edition.notes);
    for (const pack of edition.packs) writer.addNotes(await loadCopiedNotes(store, edition, pack));
  }
  for (const hash of media) writer.addMedia(hash, (await findMediaFile(store, hash))!);
  const parts = writer.finish({ savedAt: testStart, app: '0.1.0' });
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  const copy = await readCopy(bytes, {
    digest: (content) => Promise.resolve(new Uint8Array(Buffer.from(sha256(content), 'hex'))),
    pause: () => Promise.resolve(),
  });
  if ('error' in copy) throw new Error(copy.error);
  expect(copy.problems).toEqual([]);
  return copy;
}

/** All that a copy promises to bring back, as it is stored. */
async function listStored(store: Store) {
  const { db } = store;
  const editions = await db.editions.toArray();
  const media = await db.media.toArray();
  const overlays = await db.overlays.toArray();
  return {
    events: await listAllEvents(store),
    states: [...(await listStoredStates(store))].sort(([one], [other]) => (one < other ? -1 : 1)),
    homes: await db.homes.toArray(),
    packs: await db.packs.toArray(),
    sources: await db.sources.toArray(),
    mediaNames: await db.mediaNames.toArray(),
    // When something was written here is of this device alone.
    editions: editions.map((edition) => ({ ...edition, touchedAt: 0 })),
    media: media.map((file) => ({ ...file, addedAt: 0 })),
    // What a removed note showed is compiled again once undo asks for it.
    overlays: overlays.map(({ compiled, pending, ...overlay }) => ({
      ...{ ...overlay, changedAt: 0 },
      ...(!overlay.isRemoved && { compiled, pending }),
    })),
  };
}

const brought = bringDeck([bringBasic('a', 'Answer', 1), bringTemplate('b', 1), bringBasic('c')], {
  media: [{ name: 'dog.png', hash: sha256(picture), bytes: picture }],
  history: [bringReview(toCard('a'), 40)],
  settings: { desiredRetention: 0.8 },
});

/** A deck brought in and changed, and one of the learner's own with a pasted picture. */
async function makeLearner(): Promise<TestStore> {
  const opened = await open();
  const { store } = opened;
  await importDeck(store, brought);
  await edit(store, bringBasic('c').note.id, { answer: 'Changed' });
  const { home } = await createDeck(store, 'Mine');
  const name = await keepMedia(store, {
    hash: sha256(pasted),
    ending: 'png',
    bytes: pasted,
  });
  await addNote(store, home, `![](${name})`);
  return opened;
}

describe('a copy brought into an empty store', () => {
  it('gives the same events, decks, notes and files as they were stored', async () => {
    const anySteps = fc.array(
      fc.constantFrom('import', 'newer', 'edit', 'remove', 'rest', 'undo', 'own'),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(anySteps, fc.constantFrom('merge', 'replace'), async (steps, how) => {
        const { store, clock } = await makeLearner();
        for (const step of steps) {
          clock.pass(60_000);
          await perform(store, step);
        }
        const { store: empty } = await open();
        const copy = await copyOf(store);
        await restoreCopy(empty, copy, { how });
        expect(await listStored(empty)).toEqual(await listStored(store));
        // A second time changes nothing.
        await restoreCopy(empty, copy, { how: 'merge' });
        expect(await listStored(empty)).toEqual(await listStored(store));
        expect(await previewRestore(empty, copy)).toMatchObject({
          ...{ added: 0, onlyHere: 0, lacking: { decks: 0, notes: 0, media: 0 } },
        });
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it.each(['merge', 'replace'] as const)(
    'brings a roadmap of the learner’s own with its topics, statuses and notes (%s)',
    async (how) => {
      const { store } = await open();
      const id = mintRoadmapId(store);
      const topic = `${id}/all/kafka` as TopicId;
      const topics = [{ id: topic, title: 'Kafka', text: 'Kafka' }];
      const tree = { sections: [{ id: `${id}/all` as TopicId, title: 'All', topics }] };
      const statuses = new Map([[topic, 'completed' as const]]);
      await importRoadmap(store, { id, title: 'Path', tree, follows: null, statuses });
      const note = await addNote(store, id as string as HomeId, 'What is a log?', topic);
      const { store: empty } = await open();
      await restoreCopy(empty, await copyOf(store), { how });
      const [here, there] = await Promise.all([listOwnRoadmaps(empty), listOwnRoadmaps(store)]);
      expect(here).toEqual(there);
      expect(here).toMatchObject([{ id, title: 'Path', tree }]);
      expect(await empty.db.roadmaps.toArray()).toEqual(await store.db.roadmaps.toArray());
      expect((await empty.db.roadmaps.get(id))?.own?.cards.size).toBe(1);
      expect(await loadStatuses(empty, id)).toEqual(await loadStatuses(store, id));
      expect(await findEditableNote(empty, note)).toMatchObject({
        path: topic,
        source: { fields: { question: 'What is a log?' } },
      });
    },
  );

  it('says first what it would bring, and then how far it is', async () => {
    const { store } = await makeLearner();
    const copy = await copyOf(store);
    const { store: empty } = await open();
    expect((await previewRestore(empty, copy)).lacking).toEqual({ decks: 1, notes: 3, media: 2 });
    const told: string[] = [];
    const onProgress = (done: number, total: number) => told.push(`${done}/${total}`);
    await restoreCopy(empty, copy, { how: 'merge', onProgress });
    expect(told).toEqual(['1/3', '3/3']);
  });

  it('counts the notes that this app cannot compile', async () => {
    const { store } = await open();
    await importDeck(store, bringDeck([bringBasic('a'), bringBasic('b', '')]));
    const { store: empty } = await open();
    const done = await restoreCopy(empty, await copyOf(store), { how: 'merge' });
    expect(done).toEqual({ leftOut: 1 });
    expect(await listAsked(empty, spanish)).toEqual(asks('Question of a'));
  });
});

async function perform(store: Store, step: string): Promise<void> {
  const [home] = (await store.db.homes.toArray()).filter(({ home: id }) => id === spanish);
  switch (step) {
    case 'import':
    case 'newer':
      await importDeck(store, {
        ...brought,
        notes: [bringBasic('a', `Newer ${step}`), bringBasic('c'), bringBasic('d')],
        follows: home?.edition ?? null,
        history: [],
      });
      return;
    case 'edit': {
      const { id } = bringBasic('a').note;
      const isThere = (await findEditableNote(store, id)) !== undefined;
      if (isThere) await edit(store, id, { answer: 'Mine' });
      return;
    }
    case 'remove':
      await removeNotes(store, [bringBasic('a').note.id]);
      return;
    case 'rest':
      await restDeck(store, spanish, 'Spanish::Verbs', true);
      return;
    case 'undo': {
      const last = (await listAllEvents(store)).at(-1)!;
      await undoAct(store, last.act);
      return;
    }
    default:
      await createDeck(store, 'Another');
  }
}

describe('a copy brought into a store in use', () => {
  it('adds its decks to those that are here, and brings content for events that came without', async () => {
    const { store } = await makeLearner();
    const copy = await copyOf(store);
    const { store: other } = await open();
    const { home } = await createDeck(other, 'Here');
    await addNote(other, home, 'Here?');
    // As a copy of version 2 left it.
    await restoreCopy(other, { ...copy, decks: [], media: [] }, { how: 'merge' });
    expect(await other.db.homes.get(spanish)).toBeUndefined();
    await restoreCopy(other, copy, { how: 'merge' });
    expect(await other.db.homes.get(spanish)).toEqual(await store.db.homes.get(spanish));
    expect(await other.db.overlays.get(bringBasic('c').note.id)).toMatchObject({
      compiled: { answer: [['p', null, 'Changed']] },
    });
    expect(await listAsked(other, home)).toEqual(asks('Here?'));
  });

  it('replaces them when asked to, and nothing of them is left', async () => {
    const { store } = await makeLearner();
    const copy = await copyOf(store);
    const { store: other, clock } = await open();
    const french = 'deck-french' as HomeId;
    const note = { ...bringBasic('x').note, id: `${french}:x` as never };
    await importDeck(other, bringDeck([{ ...bringBasic('x'), note }], { home: french }));
    await restoreCopy(other, copy, { how: 'replace' });
    expect(await listStored(other)).toEqual(await listStored(store));
    clock.pass(9 * 86_400_000);
    await clearLeftovers(other);
    expect(await other.db.media.count()).toBe(2);
  });

  it('changes nothing where it fails in the middle', async () => {
    const { store } = await makeLearner();
    const copy = await copyOf(store);
    const { store: other } = await open();
    await createDeck(other, 'Here');
    const before = await listStored(other);
    other.db.events.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const failed = restoreCopy(other, copy, { how: 'replace' });
    await expect(failed).rejects.toMatchObject({ trouble: 'full' });
    // Files that nothing names wait for upkeep.
    expect({ ...(await listStored(other)), media: [] }).toEqual({ ...before, media: [] });
  });

  it('shows nothing of a deck that is half brought in', async () => {
    const { store } = await makeLearner();
    const copy = await copyOf(store);
    const { store: other, clock } = await open();
    await restoreCopy(other, { ...copy, decks: [], media: [] }, { how: 'merge' });
    const [deck] = copy.decks;
    const known = { id: deck!.edition, hashes: deck!.media };
    await stageEdition(other, { ...brought, media: [] }, { known });
    await restDeck(other, spanish, '', true);
    expect(await other.db.homes.get(spanish)).toBeUndefined();
    clock.pass(31 * 60_000);
    await clearLeftovers(other);
    expect(await other.db.packs.count()).toBe(0);
  });
});
