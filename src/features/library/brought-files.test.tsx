import '#src/testing/dialog-in-jsdom.ts';
import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { StoreProvider } from '#src/storage/react.tsx';
import { makeTestClock, openTestStore } from '#src/storage/test-store.ts';
import { makeImporter } from './importer.ts';
import { LibraryPage } from './library-page.tsx';
import { noteFormats } from './note-formats.ts';

// Lazy parts take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

async function openLibrary(address = '/library', takeShared = () => Promise.resolve([] as File[])) {
  const { store } = await openTestStore({}, makeTestClock(), undefined, noteFormats);
  const refuse = () => Promise.reject(new Error('not needed here'));
  const openFiles = () => makeImporter({ store, digest: refuse, loadSqlite: refuse });
  render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={[address]}>
        <LibraryPage openFiles={openFiles} takeShared={takeShared} />
      </MemoryRouter>
    </StoreProvider>,
  );
  await screen.findByRole('button', { name: 'Import deck' });
}

function drop(...files: File[]) {
  fireEvent.drop(document.body, { dataTransfer: { files, types: ['Files'] } });
}

function paste(target: Element, text: string) {
  const event = new Event('paste', { bubbles: true, composed: true, cancelable: true });
  const clipboardData = { files: [], getData: () => text };
  fireEvent(target, Object.assign(event, { clipboardData }));
}

const readAlert = async () => (await screen.findByRole('alert')).textContent;

describe('a file that cannot be read', () => {
  it('is named, with what to do instead', async () => {
    await openLibrary();
    const folder = new File([], 'Spanish');
    folder.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    drop(folder);
    expect(await readAlert()).toMatch(/“Spanish” cannot be read.*Nothing was imported/);
    const input = screen.getByLabelText('Files to import', { selector: 'input' });
    const files = [new File(['hola\thello\nsol\tsun\n'], 'Spanish.tsv')];
    fireEvent.change(input, { target: { files } });
    expect(await screen.findByRole('region', { name: 'Spanish.tsv' })).toBeTruthy();
  });

  it('is refused before it is held where it is larger than any that is read', async () => {
    await openLibrary();
    const huge = new File([], 'huge.apkg');
    Object.defineProperty(huge, 'size', { value: 3 * 1024 ** 3 });
    drop(huge);
    expect(await readAlert()).toMatch(/“huge.apkg” is larger than 1024 MB.*Nothing was imported/);
  });

  it('is missed where another app shared it and it did not arrive', async () => {
    await openLibrary('/library?shared', () => Promise.reject(new Error('the device is full')));
    expect(await readAlert()).toMatch(/No file arrived. Choose it here instead/);
  });
});

describe('pasted text', () => {
  it('is a file where nobody is writing, and stays in an input, also one of a card', async () => {
    await openLibrary();
    const frame = document.body.appendChild(document.createElement('div'));
    const root = frame.attachShadow({ mode: 'open' });
    paste(root.appendChild(document.createElement('input')), 'one\ttwo\nthree\tfour\n');
    expect(screen.queryByText('Reading the files…')).toBeNull();
    paste(frame, 'one\ttwo\nthree\tfour\n');
    expect(await screen.findByRole('region', { name: 'Pasted text' })).toBeTruthy();
  });
});
