import '#src/testing/dialog-in-jsdom.ts';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { vi } from 'vitest';
import type { CompiledNote } from '#src/domain/content.ts';
import type { ConceptId, NoteId, RoadmapId } from '#src/domain/ids.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import { openTestBank, type TestStore } from '#src/storage/test-store.ts';
import { PlacementPage } from '../placement-page.tsx';
import { QuizPage } from '../quiz-page.tsx';
import { SittingPage } from '../sitting-page.tsx';

/** A store whose learner follows a roadmap with these notes, by topic. */
export async function openLearner(
  notes: Readonly<Record<string, readonly CompiledNote[]>>,
): Promise<TestStore> {
  const opened = await openTestBank(notes);
  await setSettings(opened.store, [{ key: 'roadmaps', value: ['backend' as RoadmapId] }]);
  return opened;
}

/** Shows the quiz's screens over the store, from an address. */
export function renderQuiz({ store }: TestStore, address: string) {
  return render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route path="/quiz" element={<QuizPage />} />
          <Route path="/quiz/:sitting" element={<SittingPage />} />
          <Route path="/placement" element={<PlacementPage />} />
          <Route path="*" element={<p>Elsewhere</p>} />
        </Routes>
      </MemoryRouter>
    </StoreProvider>,
  );
}

/** Time that the screens measure moves only when told. */
export function holdTime() {
  vi.useFakeTimers({ toFake: ['performance'] });
}

/** Hands on the page: each press comes long enough after the one before. */
export function useHands() {
  const user = userEvent.setup();
  const rest = () => {
    vi.advanceTimersByTime(300);
  };
  return {
    user,
    press: async (keys: string) => {
      rest();
      await user.keyboard(keys);
    },
    click: async (name: string | RegExp) => {
      rest();
      await user.click(await screen.findByRole('button', { name }));
    },
  };
}

export function makeNote(kind: 'choice' | 'typed', id: string, concept: string): CompiledNote {
  const base = { id: `cairn:${id}` as NoteId, concept: concept as ConceptId };
  const question = [['p', null, `Question of ${id}`] as const];
  if (kind === 'typed') {
    return { ...base, kind, question, answers: [`answer of ${id}`], match: 'term' };
  }
  const option = (text: string) => ({
    content: [['p', null, `${text} of ${id}`] as const],
    because: [['p', null, `Because ${text} of ${id}`] as const],
  });
  return {
    ...base,
    kind,
    question,
    options: [option('right'), option('wrong'), option('other')],
    why: [['p', null, `Why of ${id}`]],
  };
}
