import { describe, expect, it } from 'vitest';
import { moveDeck, restDeck } from './deck-acts.ts';
import { importDeck } from './import-deck.ts';
import { listHomeTitles, listLibrary, loadHomePage } from './library.ts';
import { createDeck } from './own-content.ts';
import {
  bringBasic,
  bringDeck,
  bringReview,
  bringTemplate,
  spanish,
  toCard,
} from './test-decks.ts';
import { addNote } from './test-notes.ts';
import { openTestBank } from './test-store.ts';

describe('the library', () => {
  it('is empty before the learner brings or makes a deck', async () => {
    const { store } = await openTestBank();
    expect(await listLibrary(store)).toEqual([]);
  });

  it('lists each home with its decks but one that holds all of it, and counts what each holds with all in it', async () => {
    const { store } = await openTestBank();
    const { home } = await createDeck(store, 'My own');
    await addNote(store, home, 'One');
    const notes = [bringBasic('a'), bringBasic('b'), bringTemplate('c', 1)];
    await importDeck(store, bringDeck(notes, { history: [bringReview(toCard('b'), 60)] }));
    await moveDeck(store, spanish, 'Spanish::Verbs', 'Spanish::Words::Verbs');
    await restDeck(store, spanish, 'Spanish::Words::Verbs', true);
    const decks = await listLibrary(store);
    expect(
      decks.map(({ name, depth, cards, fresh, due, isResting, isOwn }) =>
        [depth, name, cards, fresh, due, isResting, isOwn].join(' '),
      ),
    ).toEqual([
      '0 My own 1 1 0 false true',
      '0 Spanish 4 3 0 false false',
      '1 Words 2 2 0 true false',
      '2 Verbs 2 2 0 true false',
    ]);
    expect([...(await listHomeTitles(store)).values()]).toEqual(['My own', 'Spanish']);
    const page = await loadHomePage(store, spanish);
    expect(page).toMatchObject({ title: 'Spanish', isOwn: false });
    expect(page?.firstCards).toEqual([toCard('a'), toCard('b'), toCard('c')]);
    expect(await loadHomePage(store, 'deck-gone' as never)).toBeNull();
  });

  it('shows a deck at rest where all in it rests, and which cannot be woken by itself', async () => {
    const { store } = await openTestBank();
    await importDeck(store, bringDeck([bringBasic('a'), bringTemplate('c', 1)]));
    await moveDeck(store, spanish, 'Spanish::Verbs', 'Spanish::Words::Verbs');
    const listResting = async () =>
      (await listLibrary(store)).map(({ name, isResting, restsWithOuter }) =>
        [name, isResting, restsWithOuter].join(' '),
      );
    await restDeck(store, spanish, 'Spanish::Words', true);
    expect(await listResting()).toEqual([
      'Spanish false false',
      'Words true false',
      'Verbs true false',
    ]);
    await restDeck(store, spanish, '', true);
    expect(await listResting()).toEqual([
      'Spanish true false',
      'Words true true',
      'Verbs true true',
    ]);
  });
});
