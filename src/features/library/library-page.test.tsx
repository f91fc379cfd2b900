import '#src/testing/dialog-in-jsdom.ts';
import { createHash } from 'node:crypto';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { StoreProvider } from '#src/storage/react.tsx';
import { createDeck } from '#src/storage/own-content.ts';
import type { Store } from '#src/storage/store.ts';
import { makeTestClock, openTestStore } from '#src/storage/test-store.ts';
import { expectFocus } from '#src/testing/expect-focus.ts';
import { DeckPage } from './deck-page.tsx';
import { EditorPage } from './editor-page.tsx';
import { makeImporter } from './importer.ts';
import { LibraryPage } from './library-page.tsx';
import { noteFormats } from './note-formats.ts';
import { openShippedStore } from './test-shipped.ts';

// Lazy parts and whole imports take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const takeShared = () => Promise.resolve([new File(['hola\thello\nsol\tsun\n'], 'Shared.tsv')]);

const digest = (bytes: Uint8Array) =>
  Promise.resolve(Uint8Array.from(createHash('sha256').update(bytes).digest()).buffer);

function renderLibrary(store: Store, address = '/library') {
  const openFiles = () =>
    makeImporter({
      store,
      digest,
      loadSqlite: () => Promise.reject(new Error('no packages here')),
    });
  render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route
            path="/library"
            element={<LibraryPage openFiles={openFiles} takeShared={takeShared} />}
          />
          <Route path="/library/:home" element={<DeckPage />} />
          <Route path="/library/:home/edit" element={<EditorPage />} />
          <Route path="*" element={<p>Elsewhere</p>} />
        </Routes>
      </MemoryRouter>
    </StoreProvider>,
  );
}

async function openLibrary() {
  const { store } = await openTestStore({}, makeTestClock(), undefined, noteFormats);
  const user = userEvent.setup();
  renderLibrary(store);
  await screen.findByText(/There are none yet/);
  const click = async (name: string | RegExp) => {
    await user.click(await screen.findByRole('button', { name }));
  };
  const choose = async (name: string, text: string) => {
    const input = screen.getByLabelText('Files to import', { selector: 'input' });
    await user.upload(input, new File([text], name));
  };
  return { store, user, click, choose };
}

const table = 'front\tback\nhola\thello\nadiós\tgoodbye\n';

describe('the library', () => {
  it('offers all shipped cards and each shipped roadmap for export, and the learner’s decks once there are some', async () => {
    const store = await openShippedStore();
    const user = userEvent.setup();
    renderLibrary(store);
    const listOffered = async () => {
      await user.click(await screen.findByRole('button', { name: 'Export everything' }));
      const select = await screen.findByLabelText('What to export');
      const names = within(select)
        .getAllByRole('option')
        .map((option) => option.textContent);
      await user.click(screen.getByRole('button', { name: 'Close' }));
      return names;
    };
    const shipped = ['Roadmap “Backend”', 'Roadmap “Caching”'];
    expect(await listOffered()).toEqual(['Everything', ...shipped]);
    await createDeck(store, 'Mine');
    await screen.findByRole('link', { name: 'Mine' });
    expect(await listOffered()).toEqual(['Everything', 'All your decks', ...shipped]);
  });

  it('shows what a file would bring, brings it in on one confirm, and takes it back', async () => {
    const { store, click, choose } = await openLibrary();
    await choose('Spanish.tsv', table);
    const preview = await screen.findByRole('region', { name: 'Spanish.tsv' });
    expect(within(preview).getByText('2 new')).toBeTruthy();
    expect(await store.db.homes.count()).toBe(0);
    await click('Import');
    expect(await screen.findByText('Imported “Spanish”: 2 new.')).toBeTruthy();
    expect(await screen.findByText('2 cards, 2 new')).toBeTruthy();
    await click('Undo');
    expect(await screen.findByText(/There are none yet/)).toBeTruthy();
  });

  it('lets the columns of a table be changed before it comes in', async () => {
    const { user, click, choose } = await openLibrary();
    await choose('Spanish.tsv', table);
    const preview = await screen.findByRole('region', { name: 'Spanish.tsv' });
    await user.click(within(preview).getByText('How the table is read'));
    await user.click(within(preview).getByLabelText('The first row names the columns'));
    expect(await within(preview).findByText('3 new')).toBeTruthy();
    await click('Cancel');
    expect(screen.queryByRole('region', { name: 'Spanish.tsv' })).toBeNull();
  });

  it('says what is wrong with a file that holds no cards', async () => {
    const { choose } = await openLibrary();
    await choose('cat.txt', 'cat');
    expect((await screen.findByRole('alert')).textContent).toContain('“cat.txt”');
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('says that nothing is new where all of a file is there', async () => {
    const { click, choose } = await openLibrary();
    await choose('Spanish.tsv', table);
    await click('Import');
    await screen.findByText(/^Imported/);
    await choose('Spanish.tsv', table);
    expect(await screen.findByText(/All of it is here already/)).toBeTruthy();
  });

  it('makes a deck, writes and edits a note of it, and deletes it', async () => {
    const { user, click } = await openLibrary();
    await click('New deck');
    await user.type(await screen.findByLabelText('Name of the deck'), 'Mine');
    await click('Make the deck');
    await user.click(await screen.findByRole('link', { name: 'Mine' }));
    await user.click(await screen.findByRole('link', { name: 'Add a note' }));
    await user.type(await screen.findByLabelText('Question'), 'What is **Redis**?');
    await click('Save');
    expect(screen.getByText('Still missing: Answer.')).toBeTruthy();
    await user.type(screen.getByLabelText('Answer'), 'A store.');
    expect(await screen.findByText('Redis', { selector: 'strong' })).toBeTruthy();
    await click('Save');
    expect(await screen.findByText(/The note is saved/)).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Done' }));
    await user.click(await screen.findByRole('link', { name: 'Edit: What is Redis?' }));
    const answer = await screen.findByLabelText('Answer');
    await user.clear(answer);
    await user.type(answer, 'In memory.');
    await click('Save');
    await click('Delete: What is Redis?');
    expect(await screen.findByText('“What is Redis?” is deleted.')).toBeTruthy();
    await click('Undo');
    expect(await screen.findByText('What is Redis?')).toBeTruthy();
  });

  it('goes on with a note like the last, and says why one was not saved until it is changed', async () => {
    const { store, user, click } = await openLibrary();
    await createDeck(store, 'Mine');
    await user.click(await screen.findByRole('link', { name: 'Mine' }));
    await user.click(await screen.findByRole('link', { name: 'Add a note' }));
    await user.selectOptions(await screen.findByLabelText('Kind'), 'Text with hidden parts');
    await user.type(screen.getByLabelText('Text'), 'Hides nothing');
    await user.type(screen.getByLabelText(/^Tags/), 'one two');
    await click('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was saved.');
    await user.type(screen.getByLabelText('Text'), ' but {{{{c1::this}}');
    expect(screen.queryByRole('alert')).toBeNull();
    await click('Save');
    expect(await screen.findByText(/^The note is saved/)).toBeTruthy();
    await expectFocus(() => screen.getByLabelText('Text'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Text').value).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>(/^Tags/).value).toBe('one two');
  });

  it('keeps what was done in sight until it is hidden, and the focus where it is told', async () => {
    const { click, choose } = await openLibrary();
    await choose('Spanish.tsv', table);
    await click('Import');
    await screen.findByText('Imported “Spanish”: 2 new.');
    await click('Undo');
    const words = await screen.findByText('Undone.');
    await expectFocus(() => words.closest('.done-notice'));
    await click('Hide');
    expect(screen.queryByText('Undone.')).toBeNull();
  });

  it('asks no deck again alone that is suspended with the one around it', async () => {
    const { click, choose } = await openLibrary();
    const rows = ['Front,Back,Deck', 'one,eins,Numbers::Low', 'ten,zehn,Numbers::High'];
    await choose('German.csv', rows.join('\n'));
    expect(await screen.findByText(/^Table \(commas\)/)).toBeTruthy();
    await click('Import');
    await click('More for German');
    await click(/^Suspend/);
    expect(await screen.findAllByText(/, suspended$/)).toHaveLength(3);
    await click('More for Low');
    expect(await screen.findByText(/^It is suspended with the deck around it/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ask it again' })).toBeNull();
  });

  it('renames, suspends and deletes a deck, each with a way back', async () => {
    const { user, click, choose } = await openLibrary();
    await choose('Spanish.tsv', table);
    await click('Import');
    await click('More for Spanish');
    await click('Rename');
    const name = await screen.findByLabelText('New name');
    await user.clear(name);
    await user.type(name, 'Holidays');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Rename' }));
    await click('More for Holidays');
    await click(/^Suspend/);
    expect(await screen.findByText('2 cards, suspended')).toBeTruthy();
    await click('Undo');
    expect(await screen.findByText('2 cards, 2 new')).toBeTruthy();
    await click('More for Holidays');
    await click('Delete the deck');
    expect(await screen.findByText(/There are none yet/)).toBeTruthy();
    await click('Undo');
    expect(await screen.findByRole('link', { name: 'Holidays' })).toBeTruthy();
  });
});

describe('a file shared with the app', () => {
  it('is read as if it were chosen', async () => {
    const { store } = await openTestStore({}, makeTestClock(), undefined, noteFormats);
    renderLibrary(store, '/library?shared');
    const preview = await screen.findByRole('region', { name: 'Shared.tsv' });
    expect(within(preview).getByText(/new$/)).toBeTruthy();
  });
});

describe('an address that leads nowhere', () => {
  it('says so, and where the decks are', async () => {
    const { store } = await openTestStore();
    renderLibrary(store, '/library/deck-gone');
    expect(await screen.findByRole('heading', { name: 'No such deck' })).toBeTruthy();
  });

  it('of a note leaves nothing to edit', async () => {
    const { store } = await openTestStore();
    renderLibrary(store, '/library/deck-gone/edit?note=deck-gone:a');
    expect((await screen.findByRole('alert')).textContent).toContain('cannot be edited');
  });
});
