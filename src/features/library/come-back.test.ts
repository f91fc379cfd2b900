import { createHash } from 'node:crypto';
import { readFile as readDisk } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { CardId, HomeId, NoteId, RoadmapId } from '#src/domain/ids.ts';
import { startSqlite } from '#src/formats/sqlite.ts';
import { flagCards, suspendCards } from '#src/storage/card-acts.ts';
import { moveDeck, renameHome } from '#src/storage/deck-acts.ts';
import { loadDeckToExport } from '#src/storage/export-deck.ts';
import { importDeck } from '#src/storage/import-deck.ts';
import { keepMedia } from '#src/storage/media.ts';
import { findEditableNote } from '#src/storage/note-content.ts';
import { createDeck, createNote, removeNotes } from '#src/storage/own-content.ts';
import type { Store } from '#src/storage/store.ts';
import { grade } from '#src/storage/test-acts.ts';
import { bringBasic, bringDeck, bringTemplate, spanish } from '#src/storage/test-decks.ts';
import { addNote, edit } from '#src/storage/test-notes.ts';
import { undoAct } from '#src/storage/undo.ts';
import {
  exportDeckFile,
  type DeckFile,
  type ExportFormat,
  type ExportSubject,
} from './export-deck-file.ts';
import { makeImporter, toSettled, type DeckPreview } from './importer.ts';
import { openShippedStore } from './test-shipped.ts';

const loadSqlite = async () =>
  startSqlite(await readDisk('node_modules/sql.js/dist/sql-wasm.wasm'));
const digest = (bytes: Uint8Array) =>
  Promise.resolve(Uint8Array.from(createHash('sha256').update(bytes).digest()).buffer);
const formats = ['cairn-deck', 'card-file', 'anki-package'] as const;
const picture = Uint8Array.of(137, 80, 78, 71);

async function leave(store: Store, subject: ExportSubject, format: ExportFormat) {
  const file = await exportDeckFile(store, { subject, format, withHistory: true }, loadSqlite);
  if (file === undefined) throw new Error('nothing to export');
  return file;
}

/** Chooses a file and confirms; with `takeTheirs` every conflict is settled for the file. */
async function comeBack(store: Store, file: DeckFile, takeTheirs = false) {
  const importer = makeImporter({ store, digest, loadSqlite });
  const previews = (await importer.read([file])) as DeckPreview[];
  const choices = previews.map(({ conflicts }) => ({
    settled: takeTheirs ? toSettled(conflicts) : [],
  }));
  const { signal } = new AbortController();
  const results = await importer.import(choices, () => undefined, signal);
  return { previews, results };
}

/** A file with other text in it: for what was written as text. */
function change({ bytes, ...file }: DeckFile, from: string, to: string): DeckFile {
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(from);
  return { ...file, bytes: new TextEncoder().encode(text.replace(from, to)) };
}

async function openOwn() {
  const store = await openShippedStore();
  const { home } = await createDeck(store, 'Mine');
  const first = await addNote(store, home, 'First');
  const inner = await addNote(store, home, 'Second', 'Inner');
  const hash = createHash('sha256').update(picture).digest('hex');
  const name = await keepMedia(store, { hash, ending: 'png', bytes: picture });
  const fields = { text: `{{c1::Hidden}} and {{c2::more}} ![](${name})` };
  const source = { kind: 'cloze' as const, fields, tags: ['b', 'a'] };
  const cloze = await createNote(store, { home, path: '', source });
  if (cloze.status !== 'saved') throw new Error(cloze.status);
  await edit(store, first, { answer: 'Edited' });
  await grade(store, `${first}#1` as CardId, 'easy');
  await grade(store, `${cloze.note}#c2` as CardId, 'again');
  await undoAct(store, await grade(store, `${inner}#1` as CardId, 'good'));
  await suspendCards(store, { cards: [`${inner}#1` as CardId] }, true);
  const subject: ExportSubject = { home, path: '' };
  return { store, home, first, inner, subject };
}

const countEvents = async ({ db }: Store) =>
  (await db.events.count()) + (await db.segments.count());
const answerOf = async (store: Store, note: NoteId) =>
  (await findEditableNote(store, note))?.source.fields.answer;

describe('a deck of the learner’s own that left', () => {
  it.each(formats)(
    'is all here already when it comes back as %s, whatever was done to it',
    async (format) => {
      const { store, home, subject } = await openOwn();
      const file = await leave(store, subject, format);
      const before = await countEvents(store);
      const { previews, results } = await comeBack(store, file);
      expect(previews).toMatchObject([
        { title: 'Mine', updates: home, isNothingNew: true, problems: [], counts: { same: 3 } },
      ]);
      expect(results).toEqual([{ status: 'same' }]);
      expect(await countEvents(store)).toBe(before);
      expect(await store.db.homes.where('home').startsWith('deck-').count()).toBe(0);
    },
  );

  it.each(['cairn-deck', 'card-file'] as const)(
    'takes what was changed and added in %s, in one act that can be taken back',
    async (format) => {
      const { store, home, inner, subject } = await openOwn();
      const file = change(await leave(store, subject, format), 'Second', 'Second, better');
      await renameHome(store, home, 'Renamed');
      const { previews, results } = await comeBack(store, file);
      expect(previews).toMatchObject([{ counts: { changed: 1, same: 2 }, conflicts: [] }]);
      expect(results).toMatchObject([{ status: 'done', title: 'Renamed' }]);
      const question = async () => (await findEditableNote(store, inner))?.source.fields.question;
      expect(await question()).toBe('Second, better');
      expect(await store.db.overlays.where('pending').equals(1).count()).toBe(0);
      const [result] = results;
      if (result?.status === 'done') await undoAct(store, result.act);
      expect(await question()).toBe('Second');
    },
  );

  it('brings back what was deleted here since, and adds what is new in the file', async () => {
    const { store, home, first, subject } = await openOwn();
    const file = await leave(store, subject, 'card-file');
    await removeNotes(store, [first]);
    const added = change(file, '## basic', '## basic fresh\nQ: New?\nA: Yes.\n\n## basic');
    const { results } = await comeBack(store, added);
    expect(results).toMatchObject([{ status: 'done', counts: { fresh: 2, same: 2 } }]);
    expect(await answerOf(store, first)).toBe('Edited');
    const now = await loadDeckToExport(store, home, { path: '', withHistory: false });
    expect(now?.notes.map(({ key }) => key)).toContain('fresh');
    expect((await comeBack(store, added)).results).toEqual([{ status: 'same' }]);
  });

  it('asks where both sides changed a text, and goes the way the learner chooses', async () => {
    const { store, first, subject } = await openOwn();
    const file = change(await leave(store, subject, 'card-file'), 'Edited', 'Theirs');
    const { previews, results } = await comeBack(store, file);
    expect(previews[0]?.conflicts).toMatchObject([{ theirs: 'Theirs', mine: 'Edited' }]);
    expect(results).toEqual([{ status: 'same' }]);
    expect(await answerOf(store, first)).toBe('Edited');
    await comeBack(store, file, true);
    expect(await answerOf(store, first)).toBe('Theirs');
    expect((await comeBack(store, file)).previews[0]?.isNothingNew).toBe(true);
  });

  it('takes nothing of an older file: neither text nor days that were given since', async () => {
    const { store, first, inner, subject } = await openOwn();
    const file = await leave(store, subject, 'anki-package');
    await edit(store, inner, { answer: 'Later' });
    await grade(store, `${first}#1` as CardId, 'hard');
    await flagCards(store, { cards: [`${first}#1` as CardId] }, 2);
    const before = await countEvents(store);
    await comeBack(store, file);
    expect(await answerOf(store, inner)).toBe('Later');
    expect(await countEvents(store)).toBe(before);
  });

  it('may be taken as a new deck instead', async () => {
    const { store, subject } = await openOwn();
    const importer = makeImporter({ store, digest, loadSqlite });
    await importer.read([await leave(store, subject, 'card-file')]);
    const preview = (await importer.choose(0, { home: null })) as DeckPreview;
    expect(preview).toMatchObject({ updates: null, counts: { fresh: 3 } });
    expect(preview.candidates).toHaveLength(1);
  });
});

describe('a deck that was brought in, learned and exported', () => {
  it.each(['cairn-deck', 'anki-package'] as const)(
    'adds none of its reviews again when it comes back as %s',
    async (format) => {
      const { store } = await openOwn();
      await importDeck(store, bringDeck([bringBasic('a'), bringBasic('b')]));
      await edit(store, `${spanish}:b` as NoteId, { answer: 'Mine' });
      await grade(store, `${spanish}:a#1` as CardId, 'easy');
      await renameHome(store, spanish, 'Renamed');
      const file = await leave(store, { home: spanish, path: '' }, format);
      const { previews, results } = await comeBack(store, file);
      expect(previews).toMatchObject([{ updates: spanish, isNothingNew: true }]);
      expect(results).toEqual([{ status: 'same' }]);
    },
  );
});

describe('everything that left', () => {
  it.each(['cairn-deck', 'anki-package'] as const)(
    'comes back from %s as the decks it was, and all of it is here',
    async (format) => {
      const { store, home } = await openOwn();
      await importDeck(store, bringDeck([bringBasic('a'), bringTemplate('b', 1)]));
      await moveDeck(store, spanish, 'Spanish::Verbs', 'Spanish::Doing');
      await grade(store, 'cairn:redis-fork#1' as CardId, 'good');
      const file = await leave(store, { all: 'everything' }, format);
      const { previews, results } = await comeBack(store, file);
      expect(previews.map(({ updates }) => updates)).toEqual([home, spanish, 'cairn' as HomeId]);
      expect(results.map(({ status }) => status)).toEqual(['same', 'same', 'same']);
    },
  );
});

describe('a shipped roadmap that left', () => {
  const subject: ExportSubject = { roadmap: 'backend' as RoadmapId };

  it('is all here when it comes back, and a text of its that differs is only taken on purpose', async () => {
    const { store } = await openOwn();
    const file = await leave(store, subject, 'cairn-deck');
    expect((await comeBack(store, file)).previews).toMatchObject([
      { updates: 'cairn', isNothingNew: true, counts: { same: 6 } },
    ]);
    const other = change(file, 'writes a frozen image', 'writes an image');
    expect((await comeBack(store, other)).results).toEqual([{ status: 'same' }]);
  });

  it('brings what was learned of its cards elsewhere to the shipped cards', async () => {
    const { store: there } = await openOwn();
    await grade(there, 'cairn:redis-fork#1' as CardId, 'easy');
    const file = await leave(there, subject, 'anki-package');
    const store = await openShippedStore();
    const { results } = await comeBack(store, file);
    expect(results).toMatchObject([{ status: 'done', home: 'cairn' }]);
    const again = await leave(store, subject, 'cairn-deck');
    expect(new TextDecoder().decode(again.bytes)).toContain('"grade":"easy"');
    const [result] = results;
    if (result?.status === 'done') await undoAct(store, result.act);
    const undone = await leave(store, subject, 'cairn-deck');
    expect(new TextDecoder().decode(undone.bytes)).not.toContain('"grade":"easy"');
  });
});
