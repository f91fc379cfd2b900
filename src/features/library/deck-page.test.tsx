import '#src/testing/dialog-in-jsdom.ts';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import type { CardId } from '#src/domain/ids.ts';
import { importDeck } from '#src/storage/import-deck.ts';
import { loadNoteSources } from '#src/storage/home-sources.ts';
import { loadQuestions } from '#src/storage/questions.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { bringBasic, bringDeck, bringTemplate, spanish } from '#src/storage/test-decks.ts';
import { makeTestClock, openTestStore } from '#src/storage/test-store.ts';
import { DeckPage } from './deck-page.tsx';
import { noteFormats } from './note-formats.ts';

vi.setConfig({ testTimeout: 60_000 });

async function openDeck(count = 3) {
  const { store } = await openTestStore({}, makeTestClock(), undefined, noteFormats);
  const words = ['árbol', 'barco', 'casa'];
  const notes = Array.from({ length: count }, (_, index) =>
    bringBasic(words[index] ?? `n${index}`),
  );
  await importDeck(store, bringDeck([...notes, bringTemplate('perro')]));
  const user = userEvent.setup();
  render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={[`/library/${spanish}`]}>
        <Routes>
          <Route path="/library/:home" element={<DeckPage />} />
        </Routes>
      </MemoryRouter>
    </StoreProvider>,
  );
  await screen.findByText('Question of árbol');
  return {
    store,
    user,
    click: async (name: string | RegExp) => user.click(await screen.findByRole('button', { name })),
    check: async (name: string | RegExp) =>
      user.click(await screen.findByRole('checkbox', { name })),
    /** Answers the dialog that asks for a name. */
    answer: async (text: string, confirm: string) => {
      const dialog = await screen.findByRole('dialog');
      await user.type(within(dialog).getByRole('combobox'), text);
      await user.click(within(dialog).getByRole('button', { name: confirm }));
    },
    listTags: async () => {
      const sources = await loadNoteSources(store, spanish);
      return [...sources.values()].map(({ tags }) => tags.join(' '));
    },
  };
}

const listShown = () => screen.getAllByRole('listitem').map((row) => row.textContent);

describe('the notes of a deck', () => {
  it('are found by the words in all their fields, whatever their case and accents', async () => {
    const { user } = await openDeck();
    await user.type(screen.getByLabelText('Search'), 'ARBOL answer');
    expect(await screen.findByText('1 note found')).toBeTruthy();
    await waitFor(() => {
      expect(listShown()).toHaveLength(1);
    });
    expect(screen.getByText('Question of árbol')).toBeTruthy();
    await user.clear(screen.getByLabelText('Search'));
    await user.type(screen.getByLabelText('Search'), 'verb');
    expect(await screen.findByText('perro')).toBeTruthy();
    await user.type(screen.getByLabelText('Search'), 'x');
    expect(await screen.findByText(/^No note has these words/)).toBeTruthy();
  });

  it('show a hundred at a time, and are selected all at once', async () => {
    const { check, click } = await openDeck(102);
    expect(listShown()).toHaveLength(100);
    await check('Select all 103');
    expect(await screen.findByText('103 notes selected')).toBeTruthy();
    await click('Show more');
    await waitFor(() => {
      expect(listShown()).toHaveLength(103);
    });
  });

  it('are deleted together, with one way back', async () => {
    const { store, user, check, click } = await openDeck();
    await user.type(screen.getByLabelText('Search'), 'question');
    await check('Select all 3');
    await click('Delete selected');
    expect(await screen.findByText('3 notes are deleted.')).toBeTruthy();
    await user.clear(screen.getByLabelText('Search'));
    await waitFor(() => {
      expect(listShown()).toHaveLength(1);
    });
    await click('Undo');
    expect(await screen.findByText('Question of árbol')).toBeTruthy();
    expect((await store.db.homes.get(spanish))?.packs[0]?.cards.split('\n')).toHaveLength(5);
  });

  it('move to another deck of the same, in one act with a way back', async () => {
    const { store, check, click, answer } = await openDeck();
    await check('Question of árbol');
    await check('Question of casa');
    await click('Move');
    await answer('Spanish::Nouns', 'Move to this deck');
    expect(await screen.findByText('2 notes are moved to “Spanish::Nouns”.')).toBeTruthy();
    expect((await store.db.homes.get(spanish))?.decks).toContain('Spanish::Nouns');
    await click('Undo');
    expect(await screen.findByText('Undone.')).toBeTruthy();
    expect((await store.db.homes.get(spanish))?.decks).not.toContain('Spanish::Nouns');
  });

  it('take tags, and give them back', async () => {
    const { check, click, answer, listTags } = await openDeck();
    await check('Select all 4');
    await click('Add tag');
    await answer('hard noun', 'Add');
    expect(await screen.findByText('4 notes are tagged “hard noun”.')).toBeTruthy();
    expect(await listTags()).toEqual(['hard noun', 'hard noun', 'hard noun', 'verb hard noun']);
    await click('Remove tag');
    await answer('hard', 'Remove');
    expect(await screen.findByText('“hard” is removed from 4 notes.')).toBeTruthy();
    expect(await listTags()).toEqual(['noun', 'noun', 'noun', 'verb noun']);
    await click('Undo');
    await screen.findByText('Undone.');
    expect(await listTags()).toEqual(['hard noun', 'hard noun', 'hard noun', 'verb hard noun']);
    await click('Remove tag');
    await answer('none', 'Remove');
    expect(await screen.findByText('Nothing had to be changed.')).toBeTruthy();
  });

  it('are suspended with all their cards, and asked again', async () => {
    const { store, check, click } = await openDeck();
    const cards = ['1', '2'].map((ordinal) => `${spanish}:perro#${ordinal}` as CardId);
    const areSuspended = async () =>
      (await loadQuestions(store, cards)).map(({ state }) => state.marks.suspended);
    await check('perro');
    await click('Suspend');
    expect(await screen.findByText('1 note is suspended.')).toBeTruthy();
    expect(await areSuspended()).toEqual([true, true]);
    await click('Ask again');
    expect(await screen.findByText('1 note is asked again.')).toBeTruthy();
    expect(await areSuspended()).toEqual([false, false]);
  });

  it('are exported alone', async () => {
    const { check, click } = await openDeck();
    await check('perro');
    await click('Export selected');
    expect(await screen.findByRole('dialog', { name: 'Export 1 note' })).toBeTruthy();
  });
});
