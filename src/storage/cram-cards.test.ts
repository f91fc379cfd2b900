import { describe, expect, it } from 'vitest';
import type { CardId, DeckId, TopicId } from '#src/domain/ids.ts';
import { openTestBank } from './test-store.ts';
import { flagCards, suspendCards } from './card-acts.ts';
import { loadCramCards } from './cram-cards.ts';
import { recordReview } from './record-review.ts';
import type { Store } from './store.ts';
import { undoAct } from './undo.ts';

const redis = 'cairn:redis-1#1' as CardId;
const http = 'cairn:http-1#1' as CardId;

async function forget(store: Store, card: CardId) {
  const review = {
    card,
    grade: 'again',
    durationMs: 1000,
    mode: 'review',
    expected: null,
  } as const;
  const result = await recordReview(store, review);
  if (result.status !== 'saved') throw new Error('The review was not saved.');
  return result.event.act;
}

const idsOf = async (...args: Parameters<typeof loadCramCards>) =>
  (await loadCramCards(...args)).cards.map(({ card }) => card);

describe('cards to go over out of turn', () => {
  it('are those graded Again today, undone answers apart', async () => {
    const { store, clock } = await openTestBank();
    await forget(store, redis);
    const act = await forget(store, http);
    await undoAct(store, act);
    expect(await idsOf(store, {}, 'forgotten')).toEqual([redis]);
    clock.pass(86_400_000);
    expect(await idsOf(store, {}, 'forgotten')).toEqual([]);
  });

  it('are those with a flag, new ones too, but none that is suspended', async () => {
    const { store } = await openTestBank();
    await forget(store, redis);
    await flagCards(store, { cards: [redis, http] }, 3);
    const { cards } = await loadCramCards(store, {}, 'flagged');
    expect(new Map(cards.map((card) => [card.card, 'phase' in card]))).toEqual(
      new Map([
        [redis, true],
        [http, false],
      ]),
    );
    await suspendCards(store, { cards: [redis] }, true);
    expect(await idsOf(store, {}, 'flagged')).toEqual([http]);
    await flagCards(store, { cards: [http] }, 0);
    expect(await idsOf(store, {}, 'flagged')).toEqual([]);
  });

  it('stay within what the review is narrowed to', async () => {
    const { store } = await openTestBank();
    await flagCards(store, { cards: [redis, http] }, 1);
    const topic = 'backend/http' as TopicId;
    expect(await idsOf(store, { topic }, 'flagged')).toEqual([http]);
    expect(await idsOf(store, { deck: 'mine' as DeckId }, 'flagged')).toEqual([]);
  });
});
