import { readFile as readDisk } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { CardId, NoteId, RoadmapId } from '#src/domain/ids.ts';
import type { ImportedDeck } from '#src/formats/import/imported-deck.ts';
import { startSqlite } from '#src/formats/sqlite.ts';
import { fetchMissingPacks } from '#src/storage/bank.ts';
import { listShippedRoadmaps } from '#src/storage/export-bank.ts';
import { createDeck, removeNotes } from '#src/storage/own-content.ts';
import type { Store } from '#src/storage/store.ts';
import { grade } from '#src/storage/test-acts.ts';
import { addNote, edit } from '#src/storage/test-notes.ts';
import { openTestStore, testStart } from '#src/storage/test-store.ts';
import { exportDeckFile, type ExportFormat, type ExportSubject } from './export-deck-file.ts';
import { readFile } from './read-file.ts';
import { listSourceFiles, makeShippedFiles, openShippedStore } from './test-shipped.ts';

const loadSqlite = async () =>
  startSqlite(await readDisk('node_modules/sql.js/dist/sql-wasm.wasm'));
const backend: ExportSubject = { roadmap: 'backend' as RoadmapId };

async function leave(store: Store, subject: ExportSubject, format: ExportFormat) {
  const file = await exportDeckFile(store, { subject, format, withHistory: true }, loadSqlite);
  if (file === undefined) throw new Error('nothing to export');
  return file;
}

/** What a reader of the exported file comes to. */
async function leaveAndRead(store: Store, subject: ExportSubject, format: ExportFormat) {
  const file = await leave(store, subject, format);
  const read = await readFile(file, {}, loadSqlite);
  if (!('deck' in read)) throw new Error(JSON.stringify(read));
  expect(read.deck.problems).toEqual([]);
  return read.deck;
}

/** Each note with its cards and where they lie, whatever the order. */
function listNotes({ notes, decks }: ImportedDeck) {
  return notes
    .map(({ key, source, cards }) => ({
      ...{ key, kind: source.kind, fields: source.fields },
      cards: cards.map(({ ordinal, deck }) => `${ordinal} in ${decks[deck] ?? ''}`),
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

describe('a shipped roadmap that leaves', () => {
  it('has its notes as they were written, by section, in each format', async () => {
    const store = await openShippedStore();
    const whole = listNotes(await leaveAndRead(store, backend, 'cairn-deck'));
    expect(whole.map(({ key, cards }) => [key, ...cards])).toEqual([
      ['kafka-explain', '1 in Backend::Queues'],
      ['kafka-isr', '1 in Backend::Queues', 'reverse in Backend::Queues'],
      ['kafka-order', 'c1 in Backend::Queues', 'c2 in Backend::Queues'],
      ['redis-eviction', '1 in Backend::Data'],
      ['redis-fork', '1 in Backend::Data'],
      ['redis-port', '1 in Backend::Data'],
    ]);
    expect(whole[4]?.fields).toEqual({
      question: 'Why does Redis start a second process for a snapshot?',
      answer: 'The child writes a frozen image while the parent goes on.',
      why: '**Copy on write**, in `fork`.',
      sources: 'https://redis.io/docs/',
    });
    expect(whole[3]?.fields.sources).toBe('RFC 1');
    for (const format of ['anki-package', 'anki-text', 'spreadsheet', 'card-file'] as const) {
      const again = await leaveAndRead(store, backend, format);
      expect(listNotes(again), format).toEqual(whole);
    }
  });

  it('has what the learner did with its cards: edits, reviews, and nothing of what was deleted', async () => {
    const store = await openShippedStore();
    await fetchMissingPacks(store);
    await edit(store, 'cairn:redis-port' as NoteId, { answer: '6380' });
    await removeNotes(store, ['cairn:kafka-isr' as NoteId]);
    await grade(store, 'cairn:redis-fork#1' as CardId, 'easy');
    for (const format of ['cairn-deck', 'anki-package'] as const) {
      const { notes } = await leaveAndRead(store, backend, format);
      const noteByKey = new Map(notes.map((note) => [note.key, note]));
      expect(noteByKey.has('kafka-isr')).toBe(false);
      expect(noteByKey.get('redis-port')?.source.fields.answer).toBe('6380');
      expect(noteByKey.get('redis-fork')?.cards).toMatchObject([
        { schedule: { phase: 'review' }, reviews: [{ at: testStart, act: { grade: 'easy' } }] },
      ]);
      expect(noteByKey.get('redis-port')?.cards[0]).not.toHaveProperty('schedule');
    }
  });

  it('writes nothing where a text cannot be had, and says which and what to do', async () => {
    const files = makeShippedFiles();
    const store = await openShippedStore(files);
    const names = listSourceFiles(files);
    expect(names).toHaveLength(2);
    for (const name of names) files[name] = undefined;
    await expect(leave(store, backend, 'card-file')).rejects.toThrow(
      `${names.join(', ')} could not be had. Connect once`,
    );
    await expect(leave(store, { all: 'everything' }, 'card-file')).rejects.toThrow(/Connect once/);
  });

  it('asks for no more texts than its own', async () => {
    const files = makeShippedFiles();
    const store = await openShippedStore(files);
    const [kafka] = listSourceFiles(files).filter((name) => name.includes('messaging'));
    files[kafka!] = undefined;
    const subject = { roadmap: 'caching' as RoadmapId };
    const { notes } = await leaveAndRead(store, subject, 'cairn-deck');
    expect(notes).toHaveLength(3);
  });

  it('is none where there is no such roadmap, or no bank yet', async () => {
    const store = await openShippedStore();
    const request = { format: 'cairn-deck', withHistory: true } as const;
    const subject = { roadmap: 'no' as RoadmapId };
    expect(await exportDeckFile(store, { subject, ...request }, loadSqlite)).toBeUndefined();
    const { store: empty } = await openTestStore();
    expect(await listShippedRoadmaps(empty)).toEqual([]);
    expect(
      await exportDeckFile(empty, { subject: backend, ...request }, loadSqlite),
    ).toBeUndefined();
  });
});

describe('everything that leaves', () => {
  it('has the learner’s decks and all shipped cards, each once, under the first roadmap they are in', async () => {
    const store = await openShippedStore();
    const { home } = await createDeck(store, 'Mine');
    await addNote(store, home, 'Own question');
    for (const format of ['cairn-deck', 'anki-package'] as const) {
      const { decks, notes } = await leaveAndRead(store, { all: 'everything' }, format);
      expect([...decks].sort()).toEqual(['Cairn::Backend::Data', 'Cairn::Backend::Queues', 'Mine']);
      expect(notes).toHaveLength(7);
    }
    expect((await leaveAndRead(store, { all: 'own' }, 'cairn-deck')).notes).toHaveLength(1);
  });
});
