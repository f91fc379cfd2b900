import { describe, expect, it } from 'vitest';
import type { BankAliases, DeckManifest, RoadmapTree, TopicStatus } from '#src/domain/content.ts';
import type { CardId, HomeId, NoteId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { toRoadmapDeck } from '#src/domain/ids.ts';
import { updateBank } from './bank.ts';
import { listAllEvents, restoreEvents } from './copy.ts';
import { removeHome, renameHome } from './deck-acts.ts';
import { importRoadmap, listOwnRoadmaps, mintRoadmapId } from './import-roadmap.ts';
import { listLibrary, loadHomePage } from './library.ts';
import { linkOwnRoadmaps } from './link-own-roadmaps.ts';
import { loadQueue } from './load-queue.ts';
import { createNote, removeNotes } from './own-content.ts';
import { listRoadmaps, loadRoadmap } from './overview.ts';
import { loadQuestions } from './questions.ts';
import { loadQuizGround } from './quiz-ground.ts';
import { setSettings } from './set-settings.ts';
import type { Store } from './store.ts';
import { addNote, basic } from './test-notes.ts';
import { grade, redis1 } from './test-acts.ts';
import {
  makeBasicNote,
  makeDeckFiles,
  makeTestClock,
  openTestStore,
  testStart,
} from './test-store.ts';
import { loadStatuses, setTopicStatus } from './topic-statuses.ts';
import { redoAct, undoAct } from './undo.ts';

const aliases = { 'web/http': ['Hypertext'] } as unknown as BankAliases;

/** The files of a bank whose concept HTTP is also called Hypertext. */
function makeFiles(...given: Parameters<typeof makeDeckFiles>) {
  const files = makeDeckFiles(...given);
  const manifest = { ...(files['manifest.json'] as DeckManifest), aliases: 'aliases.json' };
  return { ...files, 'manifest.json': manifest, 'aliases.json': aliases };
}

async function openBank(seed = 1) {
  const files = makeFiles();
  const opened = await openTestStore(files, makeTestClock(testStart, seed));
  await updateBank(opened.store);
  return { ...opened, files };
}

function toTree(id: RoadmapId, titles: readonly string[]): RoadmapTree {
  const section = `${id}/all` as TopicId;
  const topics = titles.map((title) => ({
    id: `${section}/${title.toLowerCase()}` as TopicId,
    title,
    text: title,
  }));
  return { sections: [{ id: section, title: 'All', topics }] };
}

const noStatuses = new Map<TopicId, TopicStatus>();

async function bring(store: Store, titles = ['Redis', 'Hypertext', 'Kafka']) {
  const id = mintRoadmapId(store);
  const topic = (title: string) => `${id}/all/${title}` as TopicId;
  const brought = { id, title: 'Mine', tree: toTree(id, titles), follows: null };
  const statuses = new Map([[topic('redis'), 'in-progress' as const]]);
  const done = await importRoadmap(store, { ...brought, statuses });
  if (done.status !== 'done') throw new Error(done.status);
  return { id, home: id as string as HomeId, topic, act: done.act };
}

async function listNew(store: Store, id: RoadmapId) {
  const { fresh } = await loadQueue(store, { deck: toRoadmapDeck(id) });
  return fresh.map(({ card }) => card);
}

const httpCards = ['cairn:http-1#1', 'cairn:http-2#1'] as CardId[];
const redisCards = ['cairn:redis-1#1', 'cairn:redis-2#1', 'cairn:redis-3#1'] as CardId[];

describe('a roadmap that a learner brings', () => {
  it('is there like a shipped one, linked by titles and other names, with its statuses', async () => {
    const { store } = await openBank();
    const { id, topic } = await bring(store);
    expect(await listRoadmaps(store)).toMatchObject([
      { id: 'backend', isOwn: false },
      { id, title: 'Mine', isOwn: true, sections: 1, topics: 3, cards: 5 },
    ]);
    expect(await listNew(store, id)).toEqual([...redisCards, ...httpCards]);
    const statuses = await loadStatuses(store, id);
    expect(statuses.get(topic('redis'))).toBe('in-progress');
    expect(statuses.get(topic('kafka'))).toBe('not-started');
    expect((await loadRoadmap(store, id))?.isWaiting).toBe(false);
    expect(await listLibrary(store)).toEqual([]);
  });

  it('shares what is learned with the shipped ones', async () => {
    const { store } = await openBank();
    const { id } = await bring(store);
    await grade(store, redis1, 'good');
    expect((await loadRoadmap(store, id))?.whole.started).toBe(1);
    expect(await listNew(store, id)).not.toContain(redis1);
  });

  it('can be renamed, deleted, undone and redone, and no event is lost', async () => {
    const { store } = await openBank();
    const { id, home, act } = await bring(store);
    const renamed = await renameHome(store, home, 'Ours');
    expect((await loadRoadmap(store, id))?.roadmap.title).toBe('Ours');
    await undoAct(store, renamed);
    expect((await loadRoadmap(store, id))?.roadmap.title).toBe('Mine');
    const removed = await removeHome(store, home);
    expect(await loadRoadmap(store, id)).toBeUndefined();
    await undoAct(store, removed);
    expect((await loadRoadmap(store, id))?.whole.cards).toBe(5);
    await undoAct(store, act);
    expect(await listOwnRoadmaps(store)).toEqual([]);
    await redoAct(store, act);
    expect((await loadRoadmap(store, id))?.whole.cards).toBe(5);
  });

  it('gets the cards that the learner writes for its topics, wherever a topic’s cards count', async () => {
    const { store } = await openBank();
    const { id, home, topic } = await bring(store);
    const note = await addNote(store, home, 'What is Kafka?', topic('kafka'));
    const card = `${note}#1` as CardId;
    expect(await listNew(store, id)).toEqual([...redisCards, ...httpCards, card]);
    const { fresh } = await loadQueue(store, { topic: topic('kafka') });
    expect(fresh.map((each) => each.card)).toEqual([card]);
    await grade(store, card, 'good');
    const found = await loadRoadmap(store, id);
    expect(found?.progress.get(topic('kafka'))).toMatchObject({ cards: 1, started: 1 });
    expect((await loadStatuses(store, id)).get(topic('kafka'))).toBe('in-progress');
    const [question] = await loadQuestions(store, [card]);
    expect(question?.place).toMatchObject({ roadmap: id, topic: topic('kafka') });
    const ground = await loadQuizGround(store, [id]);
    expect(ground.cards.get(topic('kafka') as never)).toMatchObject([{ card, note: { id: note } }]);
    expect((await loadHomePage(store, home))?.topics).toHaveLength(3);
    const removed = await removeNotes(store, [note]);
    expect((await loadRoadmap(store, id))?.whole.cards).toBe(5);
    await undoAct(store, removed);
    expect((await loadRoadmap(store, id))?.whole.cards).toBe(6);
  });

  it('brings its new cards into the day once it is followed, the learner’s own too', async () => {
    const { store } = await openBank();
    const { id, home, topic } = await bring(store);
    const note = await addNote(store, home, 'What is Kafka?', topic('kafka'));
    expect((await loadQueue(store)).fresh).toEqual([]);
    await setSettings(store, [{ key: 'roadmaps', value: [id] }]);
    const { fresh } = await loadQueue(store);
    expect(fresh.map(({ card }) => card)).toContain(`${note}#1`);
    expect(fresh.every(({ decks }) => decks.includes(toRoadmapDeck(id)))).toBe(true);
    const [first] = await loadQuestions(store, [redis1]);
    expect(first?.place?.roadmap).toBe(id);
  });
});

describe('a newer version of a roadmap', () => {
  it('takes the place of the one before; what is gone from it keeps its events and notes', async () => {
    const { store } = await openBank();
    const { id, home, topic } = await bring(store);
    const note = await addNote(store, home, 'What is Kafka?', topic('kafka'));
    await setTopicStatus(store, topic('hypertext'), 'completed');
    const [held] = await listOwnRoadmaps(store);
    const newer = {
      ...{ id, title: 'Mine II', follows: held!.event, statuses: noStatuses },
      tree: toTree(id, ['Hypertext', 'SQL']),
    };
    const before = await listAllEvents(store);
    const done = await importRoadmap(store, newer);
    expect(done.status).toBe('done');
    expect((await listAllEvents(store)).slice(0, before.length)).toEqual(before);
    const found = await loadRoadmap(store, id);
    expect(found?.roadmap.title).toBe('Mine II');
    expect(found?.whole.cards).toBe(2);
    expect((await loadStatuses(store, id)).get(topic('hypertext'))).toBe('completed');
    expect((await loadHomePage(store, home))?.firstCards).toEqual([`${note}#1`]);
    // Back in the next version, the topic has its note again.
    const [second] = await listOwnRoadmaps(store);
    const third = { ...newer, follows: second!.event, tree: toTree(id, ['Kafka']) };
    await importRoadmap(store, third);
    expect((await loadRoadmap(store, id))?.whole.cards).toBe(1);
  });

  it('is refused where another tab changed the roadmap meanwhile', async () => {
    const { store } = await openBank();
    const { id } = await bring(store);
    const before = await listAllEvents(store);
    const tree = toTree(id, ['SQL']);
    const late = { id, title: 'Mine', tree, follows: null, statuses: noStatuses };
    expect(await importRoadmap(store, late)).toEqual({ status: 'taken' });
    expect(await listAllEvents(store)).toEqual(before);
  });

  it('is undone to the version before, linked as it was', async () => {
    const { store } = await openBank();
    const { id } = await bring(store);
    const [held] = await listOwnRoadmaps(store);
    const tree = toTree(id, ['SQL']);
    const newer = { id, title: 'Mine', tree, follows: held!.event, statuses: noStatuses };
    const done = await importRoadmap(store, newer);
    if (done.status !== 'done') throw new Error(done.status);
    expect((await loadRoadmap(store, id))?.whole.cards).toBe(0);
    await undoAct(store, done.act);
    expect((await loadRoadmap(store, id))?.whole.cards).toBe(5);
  });
});

describe('a newer bank', () => {
  it('keeps the learner’s own roadmaps, and links them to what it brings', async () => {
    const { store, files } = await openBank();
    const { id, home, topic } = await bring(store);
    const note = await addNote(store, home, 'What is Kafka?', topic('kafka'));
    const kafka = makeBasicNote('kafka-1', 'data/kafka');
    const redis = makeBasicNote('redis-1');
    for (const name of Object.keys(files)) Reflect.deleteProperty(files, name);
    Object.assign(files, makeFiles({ Redis: [redis], Kafka: [kafka] }, 'two'));
    await updateBank(store);
    // Before it is linked anew: only what is still there.
    expect((await loadRoadmap(store, id))?.isWaiting).toBe(true);
    expect(await listNew(store, id)).toEqual([redis1, `${note}#1`]);
    await linkOwnRoadmaps(store);
    expect((await loadRoadmap(store, id))?.isWaiting).toBe(false);
    expect(await listNew(store, id)).toEqual([redis1, 'cairn:kafka-1#1', `${note}#1`]);
  });

  it('is waited for where there was none, or its names cannot be had', async () => {
    const files: Record<string, unknown> = {};
    const { store } = await openTestStore(files);
    const { id } = await bring(store);
    expect(await listRoadmaps(store)).toEqual([]);
    const { 'aliases.json': names, ...others } = makeFiles();
    Object.assign(files, others);
    await updateBank(store);
    await linkOwnRoadmaps(store);
    expect((await loadRoadmap(store, id))?.isWaiting).toBe(true);
    files['aliases.json'] = names;
    await linkOwnRoadmaps(store);
    expect((await loadRoadmap(store, id))?.whole.cards).toBe(5);
  });
});

describe('a copy', () => {
  it('brings roadmaps and the notes written for them to another device', async () => {
    const { store } = await openBank();
    const { id, home, topic } = await bring(store);
    await addNote(store, home, 'What is Kafka?', topic('kafka'));
    const { store: other } = await openBank(2);
    const lost = await bring(other);
    await restoreEvents(other, await listAllEvents(store), 'merge');
    expect(await other.db.roadmaps.get(id)).toEqual(await store.db.roadmaps.get(id));
    expect((await loadRoadmap(other, lost.id))?.whole.cards).toBe(5);
    await restoreEvents(other, await listAllEvents(store), 'replace');
    expect((await listRoadmaps(other)).map((each) => each.id)).toEqual(['backend', id]);
  });

  it('that brings a note before its roadmap shows it once the roadmap is there', async () => {
    const { store } = await openBank();
    const { id, home, topic } = await bring(store);
    const saved = await createNote(store, { home, path: topic('kafka'), source: basic('K?') });
    const events = await listAllEvents(store);
    const note = saved.status === 'saved' ? saved.note : ('' as NoteId);
    const { store: other } = await openBank();
    const late = events.filter(({ subject }) => subject === note);
    await restoreEvents(other, late, 'merge');
    await restoreEvents(other, events, 'merge');
    expect((await loadRoadmap(other, id))?.whole.cards).toBe(6);
  });
});
