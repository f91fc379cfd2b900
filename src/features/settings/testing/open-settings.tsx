import '#src/testing/dialog-in-jsdom.ts';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import type { CardId, RoadmapId } from '#src/domain/ids.ts';
import type { Grade } from '#src/domain/event.ts';
import { loadQuestions } from '#src/storage/questions.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { recordReview } from '#src/storage/record-review.ts';
import { setSettings } from '#src/storage/set-settings.ts';
import type { Store } from '#src/storage/store.ts';
import { openTestBank, type TestStore } from '#src/storage/test-store.ts';
import { SettingsPage } from '../settings-page.tsx';

Element.prototype.scrollIntoView = () => undefined;

/** A learner who follows the one roadmap of the test bank. */
export async function openLearner(): Promise<TestStore> {
  const opened = await openTestBank();
  await setSettings(opened.store, [{ key: 'roadmaps', value: ['backend' as RoadmapId] }]);
  return opened;
}

/** Grades a card of the test bank. */
export async function gradeCard(store: Store, id: string, grade: Grade): Promise<void> {
  const card = `cairn:${id}#1` as CardId;
  const [question] = await loadQuestions(store, [card]);
  const expected = question?.state.last ?? null;
  await recordReview(store, { card, grade, durationMs: 4000, mode: 'review', expected });
}

/** Shows the settings over the store; `restarts` gathers the addresses the page would start at. */
export async function renderSettings(store: Store, address = '/settings') {
  const user = userEvent.setup();
  const restarts: string[] = [];
  render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={[address]}>
        <SettingsPage onRestart={(to) => restarts.push(to)} />
      </MemoryRouter>
    </StoreProvider>,
  );
  await screen.findByLabelText('A new day begins at');
  return {
    user,
    restarts,
    click: async (name: string | RegExp) => {
      await user.click(await screen.findByRole('button', { name }));
    },
    /** Types into a field in place of what it holds, and leaves it with Enter. */
    fill: async (label: string, text: string) => {
      const field = screen.getAllByLabelText(label)[0]!;
      await user.clear(field);
      await user.type(field, `${text}{Enter}`);
    },
  };
}

/** Catches what would be downloaded: the last file's name and text. */
export function catchDownloads() {
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
  return {
    saved,
    stop: () => {
      click.mockRestore();
    },
  };
}
