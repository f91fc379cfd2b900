import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { toRoadmapDeck, type RoadmapId } from '#src/domain/ids.ts';
import { bankHome } from '#src/storage/bank.ts';
import { listAllEvents } from '#src/storage/copy.ts';
import { loadDeviceSettings } from '#src/storage/device-settings.ts';
import { setSettings } from '#src/storage/set-settings.ts';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { expectFocus } from '#src/testing/expect-focus.ts';
import { gradeCard, openLearner, renderSettings } from './testing/open-settings.tsx';

const learnerOf = async ({ db }: Store) => (await loadSettings(db)).learner;
const homeOf = async ({ db }: Store) => (await loadSettings(db)).homes.get(bankHome);
const fieldOf = (label: string) => screen.getAllByLabelText<HTMLInputElement>(label)[0]!;

describe('a setting', () => {
  it('is saved as an event, says so, and can be undone and redone', async () => {
    const { store } = await openLearner();
    const { fill, click } = await renderSettings(store);
    await fill('New cards a day', '7');
    await screen.findByText('Saved. New cards a day: 7.');
    expect((await learnerOf(store)).newPerDay).toBe(7);
    expect((await listAllEvents(store)).at(-1)).toMatchObject({
      kind: 'setting-set',
      subject: 'setting:newPerDay',
      value: 7,
    });
    await click('Undo');
    await screen.findByText('Undone. New cards a day: 7.');
    expect((await learnerOf(store)).newPerDay).toBe(20);
    await waitFor(() => {
      expect(fieldOf('New cards a day').value).toBe('20');
    });
    await click('Redo');
    await screen.findByText('Saved. New cards a day: 7.');
    expect((await learnerOf(store)).newPerDay).toBe(7);
  });

  it('is saved once when Enter is pressed and the field left', async () => {
    const { store } = await openLearner();
    const { fill, user } = await renderSettings(store);
    await fill('Reviews a day', '90');
    await user.tab();
    await screen.findByText('Saved. Reviews a day: 90.');
    expect(await listAllEvents(store)).toHaveLength(2);
  });

  it('that cannot be is not saved, says why at the field, and Escape goes back', async () => {
    const { store } = await openLearner();
    const { fill, user } = await renderSettings(store);
    await fill('Longest interval, days', '40000');
    const field = fieldOf('Longest interval, days');
    expect(screen.getByText('Write a whole number from 1 to 36,500.')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('40000');
    await user.keyboard('{Escape}');
    expect(field.value).toBe('36500');
    expect(field.getAttribute('aria-invalid')).toBe('false');
    expect(await listAllEvents(store)).toHaveLength(1);
  });

  it('left as it was writes nothing', async () => {
    const { store } = await openLearner();
    const { fill } = await renderSettings(store);
    await fill('Desired retention, percent', '90');
    expect(await listAllEvents(store)).toHaveLength(1);
  });

  it('that cannot be stored says so and keeps what was typed', async () => {
    const { store } = await openLearner();
    const { fill } = await renderSettings(store);
    store.db.events.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await fill('New cards a day', '7');
    await screen.findByText(/^Not saved\. The device has no room left/);
    expect(fieldOf('New cards a day').value).toBe('7');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect((await learnerOf(store)).newPerDay).toBe(20);
  });

  it('changed in another tab shows here', async () => {
    const { store } = await openLearner();
    await renderSettings(store);
    await setSettings(store, [{ key: 'newPerDay', value: 3 }]);
    await waitFor(() => {
      expect(fieldOf('New cards a day').value).toBe('3');
    });
  });
});

describe('the settings', () => {
  it('of the day, the order and scheduling each reach the store', async () => {
    const { store } = await openLearner();
    const { fill, user } = await renderSettings(store);
    await user.clear(fieldOf('A new day begins at'));
    await user.type(fieldOf('A new day begins at'), '05:30{Enter}');
    await screen.findByText('Saved. A new day begins at 05:30.');
    await user.click(screen.getByLabelText('New cards ignore the limit of reviews'));
    await screen.findByText('Saved. New cards ignore the limit of reviews.');
    await user.selectOptions(screen.getByLabelText('New cards and reviews'), 'reviews first');
    await screen.findByText('Saved. New cards and reviews: reviews first.');
    await user.selectOptions(
      screen.getByLabelText('Reviews among themselves'),
      'most likely forgotten first',
    );
    await screen.findByText('Saved. Reviews: most likely forgotten first.');
    await fill('Learn ahead, minutes', '1');
    await screen.findByText('Saved. Learn ahead: 1 minute.');
    await user.click(screen.getByLabelText('reviews'));
    await screen.findByText('Saved. Siblings that are reviews come the same day.');
    expect(await learnerOf(store)).toMatchObject({
      rolloverMinutes: 330,
      newIgnoresReviewLimit: true,
      order: 'reviews-first',
      reviewOrder: 'recall',
      learnAheadMinutes: 1,
      burySiblings: { new: true, review: false, interday: true },
    });
    await fill('Desired retention, percent', '92.5');
    await screen.findByText('Saved. Desired retention: 92.5 %.');
    await fill('Longest interval, days', '365');
    await screen.findByText('Saved. Longest interval: 365 days.');
    await fill('Leech after lapses', '0');
    await screen.findByText('Saved. No card is called a leech.');
    expect(await homeOf(store)).toMatchObject({
      desiredRetention: 0.925,
      maximumIntervalDays: 365,
      leechLapses: 0,
    });
  });

  it('give a followed roadmap limits of its own, and none again', async () => {
    const { store } = await openLearner();
    const { user } = await renderSettings(store);
    const own = within(screen.getByRole('group', { name: 'Only from Backend' }));
    const field = own.getByLabelText<HTMLInputElement>('New cards a day');
    const limitsOf = async () =>
      (await loadSettings(store.db)).decks.get(toRoadmapDeck('backend' as RoadmapId));
    expect(field.value).toBe('');
    await user.type(field, '4{Enter}');
    await screen.findByText('Saved. Backend, new cards a day: 4.');
    expect(await limitsOf()).toMatchObject({ newPerDay: 4, reviewsPerDay: null });
    await waitFor(() => {
      expect(field.value).toBe('4');
    });
    await user.clear(field);
    await user.tab();
    await screen.findByText('Saved. Backend, new cards a day: no limit of its own.');
    expect(await limitsOf()).toMatchObject({ newPerDay: null, reviewsPerDay: null });
  });

  it('of this device are no events: theme at once, two buttons, both undone', async () => {
    const { store } = await openLearner();
    const { user, click } = await renderSettings(store);
    await user.selectOptions(screen.getByLabelText('Theme'), 'dark');
    await screen.findByText('Saved. Theme: dark.');
    expect(document.documentElement.dataset.theme).toBe('dark');
    await click('Undo');
    await screen.findByText('Undone. Theme: dark.');
    expect(document.documentElement.dataset.theme).toBeUndefined();
    await user.click(screen.getByLabelText('Two buttons only: Again and Good'));
    await screen.findByText('Saved. Two buttons.');
    expect(await loadDeviceSettings(store)).toMatchObject({ theme: 'system', twoButtons: true });
    expect(await listAllEvents(store)).toHaveLength(1);
  });

  it('put the focus on the section that the address names', async () => {
    const { store } = await openLearner();
    await renderSettings(store, '/settings#data');
    await expectFocus(() => screen.getByRole('heading', { name: 'Data' }));
  });
});

describe('a change of steps', () => {
  it('names the cards that wait for a step before it is confirmed', async () => {
    const { store } = await openLearner();
    await gradeCard(store, 'redis-1', 'good');
    await gradeCard(store, 'http-1', 'again');
    const { fill, click } = await renderSettings(store);
    await fill('Learning steps', '5m');
    const dialog = await screen.findByRole('dialog', { name: 'Change the learning steps?' });
    expect(dialog.textContent).toContain('From 1m 10m to 5m.');
    expect(dialog.textContent).toContain('1 card waits for a step that is gone');
    expect(dialog.textContent).toContain('Question of redis-1');
    expect(dialog.textContent).toContain('1 card waits for a step that becomes longer or shorter');
    expect(dialog.textContent).toContain('Question of http-1');
    expect(await homeOf(store)).toBeUndefined();
    await click('Change the steps');
    await screen.findByText('Saved. Learning steps: 5m.');
    expect((await homeOf(store))?.learningStepsMinutes).toEqual([5]);
  });

  it('that is left changes nothing, and the field shows the old steps', async () => {
    const { store } = await openLearner();
    await gradeCard(store, 'redis-1', 'good');
    const { fill, click } = await renderSettings(store);
    await fill('Learning steps', '1m');
    await click('Leave them');
    await waitFor(() => {
      expect(fieldOf('Learning steps').value).toBe('1m 10m');
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await homeOf(store)).toBeUndefined();
  });

  it('that no card waits for is saved without asking', async () => {
    const { store } = await openLearner();
    const { fill } = await renderSettings(store);
    await fill('Relearning steps', '');
    await screen.findByText('Saved. Relearning steps: none.');
    expect((await homeOf(store))?.relearningStepsMinutes).toEqual([]);
  });

  it('that is written wrong says what a step looks like', async () => {
    const { store } = await openLearner();
    const { fill } = await renderSettings(store);
    await fill('Learning steps', '1m soon');
    expect(screen.getByText(/“soon” is no step/)).toBeTruthy();
  });
});
