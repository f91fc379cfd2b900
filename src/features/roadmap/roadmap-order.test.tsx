import '#src/testing/dialog-in-jsdom.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { TopicId } from '#src/domain/ids.ts';
import { readRoadmap } from '#src/formats/roadmap/read-roadmap.ts';
import { loadQueue } from '#src/storage/load-queue.ts';
import { setSettings } from '#src/storage/set-settings.ts';
import { closeStore, type Store } from '#src/storage/store.ts';
import { grade, http1, openFollowed, redis1, redis2, redis3 } from '#src/storage/test-acts.ts';
import { loadTopicStatus } from '#src/storage/topic-statuses.ts';
import { show as openPage } from './testing/open-roadmap.tsx';

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) closeStore(store);
});

/** The test bank's roadmap as one that came as tables, with a path, priorities and a practice. */
async function openRoadmap() {
  const { store } = await openFollowed();
  stores.push(store);
  await store.db.roadmaps
    .where('id')
    .equals('backend')
    .modify((record) => {
      const [redis, http] = record.roadmap.sections;
      Object.assign(redis?.topics[0] ?? {}, { priority: 'mandatory' });
      Object.assign(http?.topics[0] ?? {}, { kind: 'practice' });
      Object.assign(record.roadmap, {
        table: [
          { field: 'topic', name: 'Topic' },
          { field: 'status', name: 'Status' },
          { field: 'started', name: 'Start' },
        ],
        paths: [
          { id: 'web', title: 'Web first', about: 'For the web.', sections: ['backend/http'] },
        ],
      });
    });
  return store;
}

function show(store: Store) {
  openPage(store, '/roadmaps/backend');
  return userEvent.setup();
}

const freshIn = async (store: Store) => (await loadQueue(store)).fresh.map(({ card }) => card);

it('says at once what a choice of new cards changes, and saves it as one act that can be undone', async () => {
  const store = await openRoadmap();
  const user = show(store);
  await user.click(await screen.findByRole('button', { name: 'New cards' }));
  const dialog = within(await screen.findByRole('dialog'));
  const preview = dialog.getByRole('status');
  expect(preview.textContent).toBe('5 new cards to come; next: Redis basics, HTTP basics.');
  await user.click(dialog.getByRole('radio', { name: /Web first/ }));
  expect(preview.textContent).toContain('next: HTTP basics, Redis basics.');
  await user.click(dialog.getByRole('checkbox', { name: 'Mandatory' }));
  expect(preview.textContent).toBe('2 of 5 new cards wanted; next: HTTP basics.');
  await user.click(dialog.getByRole('checkbox', { name: 'Practice' }));
  expect(preview.textContent).toBe('0 of 5 new cards wanted.');
  await user.click(dialog.getByRole('button', { name: 'All, in the roadmap’s order' }));
  expect(preview.textContent).toContain('5 new cards to come');
  await user.click(dialog.getByRole('checkbox', { name: 'Redis' }));
  await user.click(dialog.getByRole('radio', { name: /Web first/ }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('New cards now come as you chose.')).toBeDefined();
  expect(await screen.findByText(/Path: Web first. 2 of 5 new cards/)).toBeDefined();
  expect(await freshIn(store)).toEqual([http1, 'cairn:http-2#1']);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(/^Undone/)).toBeDefined();
  expect(await freshIn(store)).toHaveLength(5);
  await user.click(screen.getByRole('button', { name: 'Redo' }));
  await waitFor(async () => {
    expect(await freshIn(store)).toHaveLength(2);
  });
});

it('changes nothing where a choice is not saved, or is the one in force', async () => {
  const store = await openRoadmap();
  const user = show(store);
  for (const name of ['Close', 'Save']) {
    await user.click(await screen.findByRole('button', { name: 'New cards' }));
    const dialog = within(await screen.findByRole('dialog'));
    if (name === 'Close') await user.click(dialog.getByRole('checkbox', { name: 'HTTP' }));
    await user.click(dialog.getByRole('button', { name }));
  }
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(await freshIn(store)).toHaveLength(5);
});

it('says why a topic waits and how many cards wait with it', async () => {
  const store = await openRoadmap();
  for (const card of [redis1, redis2, redis3]) await grade(store, card, 'easy');
  const user = show(store);
  await user.click(await screen.findByRole('button', { name: 'New cards' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('checkbox', { name: /Wait for steady topics/ }));
  expect(dialog.getByRole('status').textContent).toBe('2 new cards to come; none comes now.');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  const why = 'until Redis basics is steadier: 8 of 21 days';
  expect(await screen.findByText(`HTTP basics waits ${why}. 2 new cards wait.`)).toBeDefined();
  expect(screen.getByText(`2 new cards wait ${why}`)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'New cards' }));
  const again = within(await screen.findByRole('dialog'));
  await user.selectOptions(again.getByLabelText('Steady from a mean stability of'), '7');
  await user.click(again.getByRole('button', { name: 'Save' }));
  await waitFor(() => {
    expect(screen.queryByText(/HTTP basics waits/)).toBeNull();
  });
});

it('sets a status by hand, beside the derived one, and takes it back', async () => {
  const store = await openRoadmap();
  const topic = 'backend/http/basics' as TopicId;
  await grade(store, http1, 'good');
  const user = show(store);
  await user.click(
    await screen.findByRole('button', { name: 'Status of HTTP basics: In progress' }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: 'HTTP basics' }));
  const select = await dialog.findByRole('combobox', { name: 'Status' });
  expect(within(select).getByRole('option', { name: 'From its cards: In progress' })).toBeDefined();
  await user.selectOptions(select, 'Completed');
  expect(await dialog.findByText('Set to Completed.')).toBeDefined();
  await waitFor(() => {
    expect(dialog.getAllByText('Mar 9, 2026')).toHaveLength(2);
  });
  expect((await loadTopicStatus(store, topic))?.hand).toBe('completed');
  await user.click(dialog.getByRole('button', { name: 'Undo' }));
  expect(await dialog.findByText('Undone. Set to Completed.')).toBeDefined();
  await user.selectOptions(select, 'Not started');
  await user.selectOptions(select, 'From its cards: In progress');
  expect(await dialog.findByText('The status follows the cards again.')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  expect(
    await screen.findByRole('button', { name: 'Status of HTTP basics: In progress' }),
  ).toBeDefined();
});

it('saves the roadmap in the form that is chosen, with its statuses', async () => {
  const store = await openRoadmap();
  await grade(store, redis1, 'good');
  const saved: { name: string; blob: Blob }[] = [];
  let last = new Blob();
  URL.createObjectURL = (object) => {
    last = object as Blob;
    return 'blob:test';
  };
  URL.revokeObjectURL = () => undefined;
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, blob: last });
  });
  const user = show(store);
  for (const form of ['Progress tables', 'Checklist']) {
    await user.click(await screen.findByRole('button', { name: 'Save as Markdown' }));
    await user.click(await screen.findByRole('button', { name: form }));
    await waitFor(() => {
      expect(screen.getByText('Saved as backend-2026-03-09.md.')).toBeDefined();
    });
  }
  click.mockRestore();
  const texts = await Promise.all(saved.map(({ blob }) => blob.text()));
  expect(texts.map((text) => text.includes('| Status'))).toEqual([true, false]);
  for (const text of texts) {
    const topics = readRoadmap(text).sections.flatMap((section) => section.topics);
    expect(topics).toMatchObject([
      { title: 'Redis basics', status: 'in-progress', started: '2026-03-09' },
      { title: 'HTTP basics', status: 'not-started' },
    ]);
  }
});

it('tells that nothing was saved where the settings could not be', async () => {
  const store = await openRoadmap();
  await setSettings(store, [{ key: 'path', deck: 'roadmap:backend', value: 'web' }]);
  const user = show(store);
  await user.click(await screen.findByRole('button', { name: 'New cards' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: /The roadmap’s own/ }));
  closeStore(store);
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/^Not saved/)).toBeDefined();
});
