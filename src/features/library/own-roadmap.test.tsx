import '#src/testing/dialog-in-jsdom.ts';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { updateBank } from '#src/storage/bank.ts';
import { listOwnRoadmaps } from '#src/storage/import-roadmap.ts';
import { loadRoadmap } from '#src/storage/overview.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { makeDeckFiles, makeTestClock, openTestStore } from '#src/storage/test-store.ts';
import { setTopicStatus } from '#src/storage/topic-statuses.ts';
import { EditorPage } from './editor-page.tsx';
import { makeImporter } from './importer.ts';
import { LibraryPage } from './library-page.tsx';
import { noteFormats } from './note-formats.ts';

// Lazy parts and whole imports take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** No other app shares anything here. */
const takeNothing = () => Promise.resolve([]);
const text = '# Path\n\n## Data\n\n- [x] Redis\n- Kafka\n\n## Web\n\n- HTTP\n';

async function openLibrary(address = '/library') {
  const files = makeDeckFiles();
  const { store } = await openTestStore(files, makeTestClock(), undefined, noteFormats);
  await updateBank(store);
  const open = () =>
    makeImporter({
      store,
      digest: () => Promise.reject(new Error('no media here')),
      loadSqlite: () => Promise.reject(new Error('no packages here')),
    });
  const show = (at: string) =>
    render(
      <StoreProvider store={store}>
        <MemoryRouter initialEntries={[at]}>
          <Routes>
            <Route
              path="/library"
              element={<LibraryPage openFiles={open} takeShared={takeNothing} />}
            />
            <Route path="/library/:home/edit" element={<EditorPage />} />
            <Route path="*" element={<p>Elsewhere</p>} />
          </Routes>
        </MemoryRouter>
      </StoreProvider>,
    );
  const { unmount } = show(address);
  const user = userEvent.setup();
  const click = async (name: string | RegExp) => {
    await user.click(await screen.findByRole('button', { name }));
  };
  const choose = async (content: string, name = 'path.md') => {
    const input = await screen.findByLabelText('Files to import', { selector: 'input' });
    await user.upload(input, new File([content], name));
    return screen.findByRole('region', { name });
  };
  const find = async () => (await listOwnRoadmaps(store))[0]!;
  return { store, user, click, choose, find, show, unmount };
}

/** What the preview says under a name. */
function readFact(preview: HTMLElement, name: string): string | null | undefined {
  return within(preview).getByText(name).nextElementSibling?.textContent;
}

describe('a roadmap brought into the library', () => {
  it('is described, comes in on one confirm with its statuses, and is taken back', async () => {
    const { store, click, choose, find } = await openLibrary();
    const preview = await choose(text);
    expect(within(preview).getByRole('heading', { name: 'Path' })).toBeTruthy();
    expect(readFact(preview, 'Topics')).toBe('3');
    expect(readFact(preview, 'With cards')).toBe('2 of 3 topics, 5 cards');
    expect(readFact(preview, 'Statuses')).toBe('1, taken as set by you');
    expect(within(preview).getByText('1 topic without cards')).toBeTruthy();
    expect(within(preview).getByText('Kafka')).toBeTruthy();
    expect(await listOwnRoadmaps(store)).toEqual([]);
    await click('Import');
    expect(await screen.findByText(/2 of 3 topics have cards/)).toBeTruthy();
    expect(await screen.findByText('3 topics, 5 cards')).toBeTruthy();
    const { id } = await find();
    expect(screen.getByRole('link', { name: 'Path' }).getAttribute('href')).toBe(`/roadmaps/${id}`);
    await click('Undo');
    expect(await screen.findByText('Undone.')).toBeTruthy();
    expect(screen.queryByText('Your roadmaps')).toBeNull();
  });

  it('changes nothing the second time, and is updated by a newer file of it', async () => {
    const { store, click, choose, find } = await openLibrary();
    await choose(text);
    await click('Import');
    await screen.findByText(/^Imported the roadmap/);
    const first = await choose(text);
    expect(within(first).getByText(/All of it is here already/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
    await click('Close');
    const newer = await choose(text.replace('- Kafka', '- SQL\n- Sharding'));
    expect(readFact(newer, 'Topics')).toBe('4, 2 new, 1 no longer there');
    expect(within(newer).getByRole('combobox', { name: 'Import as' })).toHaveProperty(
      'value',
      (await find()).id,
    );
    await click('Import');
    expect(await screen.findByText('Updated the roadmap “Path”.')).toBeTruthy();
    expect(await listOwnRoadmaps(store)).toHaveLength(1);
    expect(await screen.findByText('4 topics, 5 cards')).toBeTruthy();
  });

  it('comes in beside the one there is where the learner says so', async () => {
    const { store, user, click, choose } = await openLibrary();
    await choose(text);
    await click('Import');
    await screen.findByText(/^Imported the roadmap/);
    await choose(text);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Import as' }), 'a new roadmap');
    await click('Import');
    await screen.findByText(/^Imported the roadmap/);
    expect(await listOwnRoadmaps(store)).toHaveLength(2);
  });

  it('is offered a repair of its encoding, with a before and after', async () => {
    const { user, click, choose, find } = await openLibrary();
    const preview = await choose('# Path\n\n## Data\n\n- naÃ¯ve sets\n');
    expect(within(preview).getByText('- naÃ¯ve sets')).toBeTruthy();
    expect(within(preview).getByText('- naïve sets')).toBeTruthy();
    expect(within(preview).getByText('naÃ¯ve sets')).toBeTruthy();
    await user.click(within(preview).getByLabelText('Read it repaired'));
    expect(await within(preview).findByText('naïve sets')).toBeTruthy();
    await click('Import');
    await screen.findByText(/^Imported the roadmap/);
    expect((await find()).tree.sections[0]?.topics[0]?.title).toBe('naïve sets');
  });

  it('is saved as Markdown with its statuses, and known again with all its topics when it comes back', async () => {
    const saved: { name: string; content: Blob }[] = [];
    URL.createObjectURL = (content) => {
      saved.push({ name: '', content: content as Blob });
      return 'blob:test';
    };
    const click_ = vi.spyOn(HTMLAnchorElement.prototype, 'click');
    click_.mockImplementation(function (this: HTMLAnchorElement) {
      saved[saved.length - 1]!.name = this.download;
    });
    const { store, click, choose, find } = await openLibrary();
    await choose(text);
    await click('Import');
    await screen.findByText(/^Imported the roadmap/);
    const topics = (await find()).tree.sections.flatMap((section) => section.topics);
    await setTopicStatus(store, topics.find(({ title }) => title === 'Kafka')!.id, 'in-progress');
    await click('More for Path');
    await click('Save as Markdown');
    expect(await screen.findByText(/^Saved as .*\.md\.$/)).toBeTruthy();
    click_.mockRestore();
    const [file, more] = saved;
    expect(more).toBeUndefined();
    expect(screen.getByText(`Saved as ${file!.name}.`)).toBeTruthy();
    const written = await file!.content.text();
    expect(written).toContain('- [x] Redis');
    expect(written).toContain('Kafka');
    const preview = await choose(written, file!.name);
    const as = within(preview).getByRole('combobox', { name: 'Import as' });
    expect(as).toHaveProperty('value', (await find()).id);
    expect(readFact(preview, 'Topics')).toBe('3, 0 new, 0 no longer there');
    expect(within(preview).queryByText('Statuses')).toBeNull();
    expect(within(preview).getByText(/All of it is here already/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('is renamed and deleted, each with a way back', async () => {
    const { user, click, choose } = await openLibrary();
    await choose(text);
    await click('Import');
    await click('More for Path');
    await click('Rename');
    const name = await screen.findByLabelText('New name');
    await user.clear(name);
    await user.type(name, 'Mine');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Rename' }));
    await click('More for Mine');
    await click('Delete the roadmap');
    expect(await screen.findByText('“Mine” is deleted.')).toBeTruthy();
    await click('Undo');
    expect(await screen.findByRole('link', { name: 'Mine' })).toBeTruthy();
  });

  it('has cards added to the topic that was asked for', async () => {
    const { store, user, click, choose, find, show, unmount } = await openLibrary();
    await choose(text);
    await click('Import');
    await screen.findByText(/^Imported the roadmap/);
    const { id, tree } = await find();
    const kafka = tree.sections[0]!.topics[1]!;
    unmount();
    show(`/library/${id}/edit?topic=${encodeURIComponent(kafka.id)}&back=/roadmaps/${id}`);
    const topic = await screen.findByRole('combobox', { name: 'Topic' });
    expect(topic).toHaveProperty('value', kafka.id);
    await user.type(await screen.findByLabelText('Question'), 'What is a log?');
    await user.type(screen.getByLabelText('Answer'), 'A sequence.');
    await click('Save');
    expect(await screen.findByText(/new ones of this roadmap/)).toBeTruthy();
    expect((await loadRoadmap(store, id))?.progress.get(kafka.id)?.cards).toBe(1);
    await user.click(screen.getByRole('link', { name: 'Done' }));
    expect(await screen.findByText('Elsewhere')).toBeTruthy();
  });
});
