import { describe, expect, it } from 'vitest';
import type { CompiledNote } from '#src/domain/content.ts';
import type { CardId } from '#src/domain/ids.ts';
import { makeBasicNote, openTestBank } from './test-store.ts';
import { loadCardHistory } from './card-history.ts';
import { flagCards, suspendCards } from './card-acts.ts';
import { recordReview } from './record-review.ts';
import { loadRivalAnswers } from './rival-answers.ts';
import { undoAct } from './undo.ts';

const card = 'cairn:redis-1#1' as CardId;

describe('the history of a card', () => {
  it('is empty for a card nothing happened to', async () => {
    const { store } = await openTestBank();
    const history = await loadCardHistory(store, card);
    expect(history.entries).toEqual([]);
    expect(history.state).toMatchObject({ last: null, marks: { flag: 0 } });
  });

  it('holds what counts, oldest first, each with the state it led to', async () => {
    const { store, clock } = await openTestBank();
    const review = { card, durationMs: 1000, mode: 'review' } as const;
    await recordReview(store, { ...review, grade: 'easy', expected: null });
    clock.pass(3 * 86_400_000);
    const act = await suspendCards(store, { cards: [card] }, true);
    await undoAct(store, act);
    await flagCards(store, { cards: [card] }, 2);
    const { entries, state } = await loadCardHistory(store, card);
    expect(entries.map(({ event }) => event.kind)).toEqual(['reviewed', 'flagged']);
    expect(entries[0]?.state.schedule?.phase).toBe('review');
    expect(state).toMatchObject({ marks: { flag: 2, suspended: false }, schedule: { reps: 1 } });
  });
});

describe('answers of other cards', () => {
  it('are those of the other typed notes of the concept', async () => {
    const typed = (id: string, answers: [string, ...string[]]): CompiledNote => ({
      ...makeBasicNote(id),
      kind: 'typed',
      question: ['?'],
      answers,
      match: 'term',
    });
    const own = typed('own', ['eviction']);
    const other = typed('other', ['expiry', 'expiration']);
    const { store } = await openTestBank({ Redis: [own, other, makeBasicNote('basic')] });
    expect(await loadRivalAnswers(store, own)).toEqual(['expiry', 'expiration']);
  });
});
