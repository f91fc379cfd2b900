import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { findOwnMedia } from '#src/storage/media.ts';
import { createDeck } from '#src/storage/own-content.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { makeTestClock, openTestStore } from '#src/storage/test-store.ts';
import { noteFormats } from './note-formats.ts';
import { NoteForm, type NoteDraft } from './note-form.tsx';

const bytes = new Uint8Array([1, 2, 3]);
const picture = () => new File([bytes], 'cat.png', { type: 'image/png' });
const name = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81.png';

async function openForm() {
  const { store } = await openTestStore({}, makeTestClock(), undefined, noteFormats);
  const { home } = await createDeck(store, 'Mine');
  const saved: NoteDraft[] = [];
  const onSave = (draft: NoteDraft) => {
    saved.push(draft);
    return Promise.resolve();
  };
  render(
    <StoreProvider store={store}>
      <MemoryRouter>
        <NoteForm
          {...{ home, onSave }}
          decks={[]}
          start={{ source: { kind: 'basic', fields: {}, tags: [] }, path: '' }}
          onInput={() => undefined}
          back="/library"
        />
      </MemoryRouter>
    </StoreProvider>,
  );
  return { store, saved, question: screen.getByLabelText<HTMLTextAreaElement>('Question') };
}

it('keeps a pasted picture on this device and puts it where the caret is', async () => {
  const { store, question } = await openForm();
  fireEvent.change(question, { target: { value: 'Which animal?' } });
  question.setSelectionRange(6, 6);
  fireEvent.paste(question, { clipboardData: { files: [picture()] } });
  await waitFor(() => {
    expect(question.value).toBe(`Which ![Picture](${name})animal?`);
  });
  expect([...((await findOwnMedia(store, name)) ?? [])]).toEqual([...bytes]);
});

it('takes pictures that are dropped on a field or chosen by its button', async () => {
  const { question } = await openForm();
  const mark = `![Picture](${name})`;
  fireEvent.drop(question, { dataTransfer: { files: [picture(), new File(['x'], 'x.txt')] } });
  await waitFor(() => {
    expect(question.value).toBe(mark);
  });
  await userEvent.upload(screen.getByLabelText('Picture for Answer'), picture());
  await waitFor(() => {
    expect(screen.getByLabelText<HTMLTextAreaElement>('Answer').value).toBe(mark);
  });
});

it('saves with Ctrl and Enter from any field', async () => {
  const { saved, question } = await openForm();
  await userEvent.type(screen.getByLabelText('Answer'), 'A');
  await userEvent.type(question, 'Q{Control>}{Enter}{/Control}');
  expect(saved.map(({ source }) => source.fields)).toEqual([{ question: 'Q', answer: 'A' }]);
});

it('shows of a choice which option is right', async () => {
  await openForm();
  await userEvent.selectOptions(screen.getByLabelText('Kind'), 'choice');
  const fields = [
    ['Question', 'Which one is a fruit?'],
    ['Answer', 'Pear'],
    ['Why the answer is right', 'It has seeds.'],
    ['A wrong option', 'Leek'],
    ['Why it is wrong', 'It is a stem.'],
    ['Another wrong option', 'Beet'],
    ['Why that is wrong', 'It is a root.'],
  ] as const;
  for (const [label, value] of fields) await userEvent.type(screen.getByLabelText(label), value);
  const right = await screen.findByText('The right answer');
  expect(right.parentElement?.textContent).toContain('Pear');
  const wrong = screen.getAllByText('A wrong option', { selector: 'p' });
  expect(wrong.map((each) => /Leek|Beet/.exec(each.parentElement?.textContent ?? '')?.[0])).toEqual(
    ['Leek', 'Beet'],
  );
});

it('says what is still missing, and saves nothing before it is there', async () => {
  const { saved, question } = await openForm();
  const preview = within(screen.getByRole('region', { name: 'Preview' }));
  expect(preview.getByText('Its cards are shown here as you write.')).toBeTruthy();
  await userEvent.type(question, 'Q{Control>}{Enter}{/Control}');
  expect(preview.getByText('Still missing: Answer.')).toBeTruthy();
  expect(saved).toEqual([]);
  await userEvent.type(screen.getByLabelText('Answer'), '$x^2$');
  await waitFor(() => {
    expect(preview.getByText('Q')).toBeTruthy();
  });
  await waitFor(() => {
    expect(screen.getByRole('region', { name: 'Preview' }).querySelector('msup')).not.toBeNull();
  });
});
