import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { TopicId } from '#src/domain/ids.ts';
import { loadSettings } from '#src/storage/settings.ts';
import { openLearner, renderSettings } from './testing/open-settings.tsx';

it('switches a followed roadmap to a learning path, and back by undo', async () => {
  const { store } = await openLearner();
  await store.db.roadmaps
    .where('id')
    .equals('backend')
    .modify((record) => {
      const sections = ['backend/http' as TopicId];
      Object.assign(record.roadmap, {
        paths: [{ id: 'web', title: 'Web first', about: 'For the web.', sections }],
      });
    });
  const { user, click } = await renderSettings(store);
  await user.selectOptions(await screen.findByLabelText('Backend'), 'Web first');
  expect(await screen.findByText('Saved. Backend: Web first.')).toBeDefined();
  const pathOf = async () => [...(await loadSettings(store.db)).decks.values()][0]?.path ?? null;
  expect(await pathOf()).toBe('web');
  await click('Undo');
  expect(await screen.findByText('Undone. Backend: Web first.')).toBeDefined();
  expect(await pathOf()).toBeNull();
});

it('sets from which stability a topic counts as completed', async () => {
  const { store } = await openLearner();
  const { fill } = await renderSettings(store);
  await fill('Completed from, days', '30');
  expect(await screen.findByText('Saved. Topics are completed from 30 days.')).toBeDefined();
  expect((await loadSettings(store.db)).learner.completedStabilityDays).toBe(30);
});
