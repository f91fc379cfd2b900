import '#src/testing/dialog-in-jsdom.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { TopicId } from '#src/domain/ids.ts';
import { listTopicNotes } from '#src/storage/topic-notes.ts';
import { openBank, show } from './testing/open-roadmap.tsx';

const redis = 'backend/redis/basics' as TopicId;
const address = `/roadmaps/backend?topic=${encodeURIComponent(redis)}`;

async function open() {
  const opened = await openBank();
  show(opened.store, address);
  await screen.findByRole('heading', { name: 'Your note' });
  return { ...opened, user: userEvent.setup() };
}

it('opens from the list, and closing it goes back to the list', async () => {
  const { store } = await openBank();
  const user = userEvent.setup();
  show(store, '/roadmaps/backend');
  await user.click(await screen.findByRole('link', { name: 'Redis basics' }));
  expect(await screen.findByRole('dialog', { name: 'Redis basics' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => {
    expect(screen.getByLabelText('Address').textContent).toBe('/roadmaps/backend');
  });
});

it('says what is known of the topic and its cards, where it stands and what it rests on', async () => {
  await open();
  expect(screen.getByText('0 of 3 cards')).toBeDefined();
  expect(screen.getByText('knows about 0 of 3 cards')).toBeDefined();
  expect(screen.getByText('Question of redis-2')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Redis' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'example.org/' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Review' }).getAttribute('href')).toBe(
    `/review?topic=${encodeURIComponent(redis)}`,
  );
  expect(screen.getByRole('link', { name: 'Quiz' })).toBeDefined();
});

it('takes the new cards as known, and takes that back', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Mark as known' }));
  expect(await screen.findByText(/^3 cards taken as known/)).toBeDefined();
  expect(await screen.findByText('3 of 3 cards')).toBeDefined();
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: 'Mark as known' })).toBeNull();
  });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('0 of 3 cards')).toBeDefined();
});

it('suspends the topic and brings it back', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Suspend' }));
  expect(await screen.findByText('3 cards suspended.')).toBeDefined();
  await user.click(await screen.findByRole('button', { name: 'Bring 3 back' }));
  expect(await screen.findByText('3 cards back.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'Bring 3 back' })).toBeDefined();
});

it('keeps a note, shows it as Markdown, and takes it back', async () => {
  const { store, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Write a note' }));
  await user.type(screen.getByRole('textbox'), 'It is **fast**');
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  expect((await screen.findByText('fast')).tagName).toBe('STRONG');
  await user.click(screen.getByRole('button', { name: 'Save note' }));
  expect(await screen.findByText('Saved.')).toBeDefined();
  expect((await listTopicNotes(store)).get(redis)).toBe('It is **fast**');
  expect(await screen.findByRole('button', { name: 'Edit the note' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'Write a note' })).toBeDefined();
});

it('keeps what was being written when the panel was closed by mistake', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Write a note' }));
  await user.type(screen.getByRole('textbox'), 'Half a thought');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('link', { name: 'Redis basics' }));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
  expect(field.value).toBe('Half a thought');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByRole('button', { name: 'Write a note' })).toBeDefined();
});

it('says so where the roadmap has no such topic', async () => {
  const { store } = await openBank();
  show(store, '/roadmaps/backend?topic=backend%2Fgone');
  expect(await screen.findByText(/This roadmap has no such topic now/)).toBeDefined();
});
