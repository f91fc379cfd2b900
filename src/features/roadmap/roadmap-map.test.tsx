import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { TopicId } from '#src/domain/ids.ts';
import { loadDeviceSettings } from '#src/storage/device-settings.ts';
import { writeTopicNote } from '#src/storage/topic-notes.ts';
import { expectFocus } from '#src/testing/expect-focus.ts';
import { openBank, show } from './testing/open-roadmap.tsx';

const findMap = () => screen.findByRole('group', { name: 'Map of Backend' });

it('draws every section and topic as a button that says what is remembered of it', async () => {
  const { store } = await openBank();
  show(store, '/roadmaps/backend', 'desktop');
  const map = within(await findMap());
  expect(map.getAllByRole('button').map((node) => node.getAttribute('aria-label'))).toEqual([
    'Redis 0/3 cards, not started',
    'Redis basics 0/3 cards, not started',
    'HTTP 0/2 cards, not started',
    'HTTP basics 0/2 cards, not started',
  ]);
});

it('is walked through with the arrow keys and opens a topic with Enter', async () => {
  const { store } = await openBank();
  const user = userEvent.setup();
  show(store, '/roadmaps/backend', 'desktop');
  const map = within(await findMap());
  const first = map.getByRole('button', { name: /^Redis 0/ });
  expect(first.getAttribute('tabindex')).toBe('0');
  // The page's heading takes the focus first, once the page is there.
  await expectFocus(() => screen.getByRole('heading', { level: 1 }));
  first.focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => {
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^HTTP 0/);
  });
  await user.keyboard('{ArrowLeft}');
  const topic = map.getByRole('button', { name: /^HTTP basics 0/ });
  await expectFocus(() => topic);
  expect(topic.getAttribute('tabindex')).toBe('0');
  expect(first.getAttribute('tabindex')).toBe('-1');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'HTTP basics' })).toBeDefined();
  expect(screen.getByLabelText('Address').textContent).toBe(
    '/roadmaps/backend?topic=backend%2Fhttp%2Fbasics',
  );
  await user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('complementary')).toBeNull();
  });
  await expectFocus(() => topic);
});

it('gives the topic its address names the focus', async () => {
  const { store } = await openBank();
  show(store, '/roadmaps/backend#backend%2Fhttp%2Fbasics', 'desktop');
  await findMap();
  await waitFor(() => {
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^HTTP basics 0/);
  });
});

it('lights up what a search finds by name or by the learner’s note', async () => {
  const { store } = await openBank();
  const user = userEvent.setup();
  await writeTopicNote(store, 'backend/http/basics' as TopicId, 'Like *Redis*, but on a wire');
  show(store, '/roadmaps/backend', 'desktop');
  const map = within(await findMap());
  await user.type(screen.getByRole('searchbox', { name: 'Find a topic' }), 'redis');
  expect(await screen.findByText('1 of 3')).toBeDefined();
  const lit = map.getAllByRole('button').filter((node) => node.hasAttribute('data-lit'));
  expect(lit).toHaveLength(3);
  await user.keyboard('{Enter}{Enter}');
  expect(await screen.findByText('3 of 3, by your note')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByText('1 of 3')).toBeDefined();
  await user.type(screen.getByRole('searchbox'), ' and soup');
  expect(await screen.findByText('No topic or note has these words.')).toBeDefined();
});

it('becomes a list where the learner wants one, and stays so on this device', async () => {
  const { store } = await openBank();
  const user = userEvent.setup();
  show(store, '/roadmaps/backend', 'desktop');
  await findMap();
  await user.click(screen.getByRole('button', { name: 'List' }));
  expect(await screen.findByRole('link', { name: 'Redis basics' })).toBeDefined();
  expect(screen.queryByRole('group', { name: 'Map of Backend' })).toBeNull();
  expect((await loadDeviceSettings(store)).roadmapView).toBe('list');
});

it('stays where it was moved to when something is saved', async () => {
  const { store } = await openBank();
  const user = userEvent.setup();
  show(store, '/roadmaps/backend', 'desktop');
  const map = await findMap();
  const drawing = map.querySelector('svg');
  const first = drawing?.style.width;
  await user.click(screen.getByRole('button', { name: 'Zoom in' }));
  await waitFor(() => {
    expect(drawing?.style.width).not.toBe(first);
  });
  const width = drawing?.style.width;
  await writeTopicNote(store, 'backend/redis/basics' as TopicId, 'A zeppelin');
  await user.type(screen.getByRole('searchbox', { name: 'Find a topic' }), 'zeppelin');
  expect(await screen.findByText('1 of 1, by your note')).toBeDefined();
  expect(drawing?.style.width).toBe(width);
});
