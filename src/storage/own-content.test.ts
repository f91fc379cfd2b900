import { describe, expect, it } from 'vitest';
import type { CardId, NoteId } from '#src/domain/ids.ts';
import { listAllEvents } from './copy.ts';
import { moveDeck, removeHome, renameHome, restDeck } from './deck-acts.ts';
import { listHomeDecks } from './home-record.ts';
import { importDeck } from './import-deck.ts';
import { loadQueue } from './load-queue.ts';
import { findEditableNote } from './note-content.ts';
import { createDeck, createNote, editNotes, removeNotes } from './own-content.ts';
import { addNote, asks, basic, edit, listAsked } from './test-notes.ts';
import { loadQuestions } from './questions.ts';
import { grade, redis1, stateOf } from './test-acts.ts';
import { bringBasic, bringDeck, bringReview, spanish, toCard } from './test-decks.ts';
import { makeDeckFiles, openTestBank, openTestStore } from './test-store.ts';
import { redoAct, undoAct } from './undo.ts';
import { updateBank } from './bank.ts';

describe('a deck of the learner’s own', () => {
  it('holds the notes they write, whose cards are asked', async () => {
    const { store } = await openTestStore();
    const { home } = await createDeck(store, 'Mine');
    const note = await addNote(store, home, 'One');
    await addNote(store, home, 'Two', 'Part');
    expect(await listAsked(store, home)).toEqual(asks('One', 'Two'));
    await grade(store, `${note}#1` as CardId, 'easy');
    expect((await stateOf(store, `${note}#1` as CardId)).schedule?.reps).toBe(1);
    const part = await loadQueue(store, { deck: home as never, path: 'Part' });
    expect(part.fresh).toHaveLength(1);
  });

  it('refuses a note that cannot be shown, and writes nothing', async () => {
    const { store } = await openTestStore();
    const { home } = await createDeck(store, 'Mine');
    const before = await listAllEvents(store);
    const saved = await createNote(store, { home, path: '', source: basic('Q', '') });
    expect(saved).toEqual({ status: 'refused', problem: 'The answer is missing.' });
    expect(await listAllEvents(store)).toEqual(before);
  });

  it('is gone after undo, and back after redo', async () => {
    const { store } = await openTestStore();
    const { home, act } = await createDeck(store, 'Mine');
    await undoAct(store, act);
    expect(await store.db.homes.get(home)).toBeUndefined();
    await redoAct(store, act);
    expect((await store.db.homes.get(home))?.title).toBe('Mine');
  });

  it('can be renamed and thrown away, with what it holds, and taken back', async () => {
    const { store } = await openTestStore();
    const { home } = await createDeck(store, 'Mine');
    await addNote(store, home, 'One');
    const renamed = await renameHome(store, home, 'Ours');
    expect((await store.db.homes.get(home))?.title).toBe('Ours');
    await undoAct(store, renamed);
    expect((await store.db.homes.get(home))?.title).toBe('Mine');
    const removed = await removeHome(store, home);
    expect(await listAsked(store, home)).toEqual([]);
    await undoAct(store, removed);
    expect(await listAsked(store, home)).toEqual(asks('One'));
  });
});

describe('a note of the learner’s own', () => {
  it('is edited field by field, and undo gives back what it was', async () => {
    const { store } = await openTestStore();
    const { home } = await createDeck(store, 'Mine');
    const note = await addNote(store, home, 'One');
    const saved = await edit(store, note, { question: 'Two' });
    expect(await listAsked(store, home)).toEqual(asks('Two'));
    if (saved.status !== 'saved') throw new Error(saved.status);
    await undoAct(store, saved.act);
    expect(await listAsked(store, home)).toEqual(asks('One'));
    await redoAct(store, saved.act);
    expect(await listAsked(store, home)).toEqual(asks('Two'));
    expect((await edit(store, note, {})).status).toBe('same');
    expect((await edit(store, note, { answer: '' })).status).toBe('refused');
  });

  it('is thrown away and comes back with its history', async () => {
    const { store } = await openTestStore();
    const { home } = await createDeck(store, 'Mine');
    const note = await addNote(store, home, 'One');
    await addNote(store, home, 'Two');
    await grade(store, `${note}#1` as CardId, 'good');
    const act = await removeNotes(store, [note]);
    expect(await listAsked(store, home)).toEqual(asks('Two'));
    expect(await loadQuestions(store, [`${note}#1` as CardId])).toEqual([]);
    await undoAct(store, act);
    expect((await stateOf(store, `${note}#1` as CardId)).schedule?.reps).toBe(1);
  });

  it('gets tags and another deck, and undo takes them back', async () => {
    const { store } = await openTestStore();
    const { home } = await createDeck(store, 'Mine');
    const notes = [await addNote(store, home, 'One'), await addNote(store, home, 'Two')];
    const tagged = await editNotes(store, notes, ':tags', () => 'hard');
    const moved = await editNotes(store, [notes[0]!], ':path', () => 'Part');
    const found = await findEditableNote(store, notes[0]!);
    expect(found).toMatchObject({ path: 'Part', source: { tags: ['hard'] } });
    const part = await loadQueue(store, { deck: home as never, path: 'Part' });
    expect(part.fresh).toHaveLength(1);
    await undoAct(store, moved!);
    await undoAct(store, tagged!);
    expect(await findEditableNote(store, notes[0]!)).toMatchObject({
      path: '',
      source: { tags: [] },
    });
    expect(await editNotes(store, notes, ':tags', () => '')).toBeNull();
    expect(await listAsked(store, home)).toEqual(asks('One', 'Two'));
  });
});

describe('a deck within a home', () => {
  async function openSpanish() {
    const opened = await openTestStore();
    const notes = [bringBasic('a'), bringBasic('b', 'B', 1)];
    const history = [bringReview(toCard('b'), 60)];
    await importDeck(opened.store, bringDeck(notes, { history }));
    return opened;
  }

  it('rests, so that none of its cards is asked, until it is waked', async () => {
    const { store } = await openSpanish();
    const count = async () => {
      const { due, fresh } = await loadQueue(store, {});
      return [due.length, fresh.length];
    };
    expect(await count()).toEqual([0, 1]);
    await restDeck(store, spanish, 'Spanish', true);
    expect(await count()).toEqual([0, 0]);
    await restDeck(store, spanish, 'Spanish', false);
    expect(await count()).toEqual([0, 1]);
    const whole = await restDeck(store, spanish, '', true);
    expect(await count()).toEqual([0, 0]);
    await undoAct(store, whole);
    expect(await count()).toEqual([0, 1]);
  });

  it('is moved with all that lies in it, and keeps its place through a newer file', async () => {
    const { store } = await openSpanish();
    await moveDeck(store, spanish, 'Spanish', 'Languages::Spanish');
    const paths = async () =>
      listHomeDecks((await store.db.homes.get(spanish))!).map(({ path }) => path);
    expect(await paths()).toEqual(['Languages::Spanish', 'Languages::Spanish::Verbs']);
    const follows = (await store.db.homes.get(spanish))?.edition ?? null;
    await importDeck(store, bringDeck([bringBasic('a')], { follows }));
    expect(await paths()).toEqual(['Languages::Spanish', 'Languages::Spanish::Verbs']);
    await moveDeck(store, spanish, 'Languages::Spanish::Verbs', 'Verbs');
    expect(await paths()).toEqual(['Languages::Spanish', 'Verbs']);
  });
});

describe('an edit of a note that came with a deck', () => {
  it('lies over it, through a newer file too, until the learner lets go of it', async () => {
    const { store } = await openTestStore();
    await importDeck(store, bringDeck([bringBasic('a'), bringBasic('b')]));
    const note = `${spanish}:a` as NoteId;
    await edit(store, note, { question: 'Mine' });
    expect(await listAsked(store, spanish)).toEqual(asks('Mine', 'Question of b'));
    const found = await findEditableNote(store, note);
    expect(found?.edits).toEqual({ question: { base: 'Question of a', value: 'Mine' } });
    const follows = (await store.db.homes.get(spanish))?.edition ?? null;
    await importDeck(store, bringDeck([bringBasic('a', 'New.'), bringBasic('b')], { follows }));
    const [question] = await loadQuestions(store, [toCard('a')]);
    expect(question?.note).toMatchObject({
      question: [['p', null, 'Mine']],
      answer: [['p', null, 'New.']],
    });
    const settled = [{ note, field: 'question', value: 'Question of a' }];
    const newest = (await store.db.homes.get(spanish))?.edition ?? null;
    const last = bringDeck([bringBasic('a', 'New.'), bringBasic('b')], {
      follows: newest,
      settled,
    });
    await importDeck(store, last);
    expect(await listAsked(store, spanish)).toEqual(asks('Question of a', 'Question of b'));
  });

  it('takes its cards away and back', async () => {
    const { store } = await openTestStore();
    await importDeck(store, bringDeck([bringBasic('a'), bringBasic('b')]));
    const act = await removeNotes(store, [`${spanish}:a` as NoteId]);
    expect(await listAsked(store, spanish)).toEqual(asks('Question of b'));
    await undoAct(store, act);
    expect(await listAsked(store, spanish)).toEqual(asks('Question of a', 'Question of b'));
  });
});

describe('an edit of a shipped note', () => {
  it('lies over it from its fetched text, and undo takes it off', async () => {
    const files = makeDeckFiles();
    const sources = { 'cairn:redis-1': 'Question of redis-1\nAnswer of redis-1' };
    const { store } = await openTestStore({ ...files, 'sources-pack-0.one.json': sources });
    await updateBank(store);
    await loadQuestions(store, [redis1]);
    const saved = await edit(store, 'cairn:redis-1' as NoteId, { answer: 'Better.' });
    if (saved.status !== 'saved') throw new Error(saved.status);
    const [question] = await loadQuestions(store, [redis1]);
    expect(question?.note).toMatchObject({
      concept: 'data/redis',
      answer: [['p', null, 'Better.']],
    });
    expect(question?.place?.roadmap).toBe('backend');
    await undoAct(store, saved.act);
    const [again] = await loadQuestions(store, [redis1]);
    expect(again?.note).toMatchObject({ answer: [['p', null, 'Answer of redis-1']] });
  });

  it('is not to be had where its text is not kept', async () => {
    const { store } = await openTestBank();
    await expect(findEditableNote(store, 'cairn:redis-1' as NoteId)).resolves.toBeUndefined();
    expect(await findEditableNote(store, 'cairn:gone' as NoteId)).toBeUndefined();
  });
});
