import '#src/testing/dialog-in-jsdom.ts';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoteId } from '#src/domain/ids.ts';
import { startSqlite } from '#src/formats/sqlite.ts';
import { importDeck } from '#src/storage/import-deck.ts';
import { createDeck } from '#src/storage/own-content.ts';
import type { Store } from '#src/storage/store.ts';
import { bringBasic, bringDeck, bringTemplate, spanish } from '#src/storage/test-decks.ts';
import { addNote } from '#src/storage/test-notes.ts';
import { makeTestClock, openTestStore } from '#src/storage/test-store.ts';
import { exportDeckFile, type DeckFile, type ExportSubject } from './export-deck-file.ts';
import { ExportDialog, type Offered } from './export-dialog.tsx';
import { noteFormats } from './note-formats.ts';

const loadSqlite = async () =>
  startSqlite(await readFile('node_modules/sql.js/dist/sql-wasm.wasm'));

let saved: string[] = [];
beforeEach(() => {
  saved = [];
  URL.createObjectURL = () => 'blob:test';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The dialog over a deck with a note of ours and one of another program. */
async function openDialog(
  change: (store: Store) => Promise<unknown> = () => Promise.resolve(),
  subject: ExportSubject = { home: spanish, path: '' },
  others: readonly Offered[] = [],
) {
  const { store } = await openTestStore({}, makeTestClock(), undefined, noteFormats);
  await importDeck(store, bringDeck([bringBasic('a'), bringTemplate('b')]));
  await change(store);
  const files: (DeckFile | undefined)[] = [];
  render(
    <ExportDialog
      offered={[{ name: 'Spanish', subject }, ...others]}
      onClose={() => undefined}
      onExport={async (request) => {
        const file = await exportDeckFile(store, request, loadSqlite);
        files.push(file);
        return file;
      }}
    />,
  );
  const user = userEvent.setup();
  return {
    files,
    user,
    choose: (name: string) => user.selectOptions(screen.getByLabelText('Save as'), name),
    exportNow: () => user.click(screen.getByRole('button', { name: 'Export' })),
  };
}

const textOf = (file: DeckFile | undefined) => new TextDecoder().decode(file?.bytes);

describe('exporting a deck', () => {
  it('saves an Anki package at once, named after the deck', async () => {
    const { exportNow, files } = await openDialog();
    await exportNow();
    expect(await screen.findByText('Saved as Spanish.apkg, with 2 notes.')).toBeTruthy();
    expect(saved).toEqual(['Spanish.apkg']);
    expect(textOf(files[0]).slice(0, 2)).toBe('PK');
  });

  it('asks about what was learned only where the format has a place for it', async () => {
    const { choose, exportNow, files, user } = await openDialog();
    await user.click(screen.getByRole('checkbox', { name: /^With what you learned/ }));
    await choose('Table for a spreadsheet (.csv)');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByText(/stays here: this format has no place for it/)).toBeTruthy();
    await exportNow();
    expect(await screen.findByText('Saved as Spanish.csv, with 2 notes.')).toBeTruthy();
    expect(textOf(files[0])).toContain('#separator:comma');
  });

  it.each([
    ['Text for Anki (.txt)', 'Spanish.txt', '#separator:tab'],
    ['Cairn deck (.json)', 'Spanish.json', '"format":"cairn-deck"'],
  ])('writes %s', async (name, fileName, part) => {
    const { choose, exportNow, files } = await openDialog();
    await choose(name);
    await exportNow();
    expect(await screen.findByText(`Saved as ${fileName}, with 2 notes.`)).toBeTruthy();
    expect(textOf(files[0])).toContain(part);
  });

  it('writes everything the learner has as one file', async () => {
    const { exportNow, choose, files } = await openDialog(
      async (store) => {
        const { home } = await createDeck(store, 'Mine');
        await addNote(store, home, 'Own question');
      },
      { all: 'own' },
    );
    await choose('Cairn deck (.json)');
    await exportNow();
    expect(await screen.findByText('Saved as All decks.json, with 3 notes.')).toBeTruthy();
    expect(textOf(files[0])).toContain('"decks":["Mine","Spanish","Spanish::Verbs"]');
  });

  it('writes chosen notes alone', async () => {
    const notes = [`${spanish}:b` as NoteId];
    const { exportNow } = await openDialog(undefined, { home: spanish, path: '', notes });
    await exportNow();
    expect(await screen.findByText('Saved as Spanish.apkg, with 1 note.')).toBeTruthy();
  });

  it('writes what is chosen of several', async () => {
    const { exportNow, files, user } = await openDialog(undefined, { all: 'own' }, [
      { name: 'Verbs', subject: { home: spanish, path: 'Spanish::Verbs' } },
    ]);
    expect(screen.getByRole('dialog', { name: 'Export decks and roadmaps' })).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('What to export'), 'Verbs');
    await exportNow();
    expect(await screen.findByText(/^Saved as Spanish - Verbs\.apkg/)).toBeTruthy();
    expect(files).toHaveLength(1);
  });

  it('says how many notes Markdown has no form for', async () => {
    const { choose, exportNow, files } = await openDialog();
    await choose('Markdown cards (.md)');
    await exportNow();
    expect(await screen.findByText(/^Saved as Spanish\.md, with 1 note\. 1 note of/)).toBeTruthy();
    expect(textOf(files[0])).toContain('## basic a');
  });

  it('says when the deck is gone, and that nothing was written', async () => {
    const { exportNow } = await openDialog((store) => store.db.homes.delete(spanish));
    await exportNow();
    expect(await screen.findByText(/^This deck is not there any more/)).toBeTruthy();
    expect(saved).toEqual([]);
  });

  it('says what to do when it fails', async () => {
    const { exportNow } = await openDialog((store) => {
      store.db.close();
      return Promise.resolve();
    });
    await exportNow();
    expect(await screen.findByText(/^No file was written, and nothing was changed\./)).toBeTruthy();
  });
});
