import type { CompiledNote } from '#src/domain/content.ts';
import { toCardId } from '#src/domain/ids.ts';
import { bankHome } from './bank.ts';
import { loadQuestions } from './questions.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/**
 * What the other typed notes of a note's concept accept: a slip of the keys must not be forgiven
 * towards one of them. None where the note has no concept that the bank knows.
 */
export async function loadRivalAnswers(store: Store, note: CompiledNote): Promise<string[]> {
  if (note.concept === undefined) return [];
  const bank = await withStorageErrors(() => store.db.bank.get(bankHome));
  const concept = bank?.index.concepts.find(({ id }) => id === note.concept);
  const rivals = (concept?.notes ?? []).filter(
    ({ id, kind }) => kind === 'typed' && id !== note.id,
  );
  const questions = await loadQuestions(
    store,
    rivals.map(({ id }) => toCardId(id, '1')),
  );
  return questions.flatMap(({ note: rival }) => (rival.kind === 'typed' ? rival.answers : []));
}
