import { expect, it } from 'vitest';
import type { CardId, TopicId } from '#src/domain/ids.ts';
import { suspendCards } from './card-acts.ts';
import { listSuspendedCards } from './suspended-cards.ts';
import { openTestBank } from './test-store.ts';

it('lists what is suspended in a topic, until it is taken back', async () => {
  const { store } = await openTestBank();
  const cards = ['cairn:redis-3#1', 'cairn:redis-1#1', 'cairn:http-1#1'] as CardId[];
  await suspendCards(store, { cards }, true);
  const topic = 'backend/redis/basics' as TopicId;
  expect(await listSuspendedCards(store, topic)).toEqual(['cairn:redis-1#1', 'cairn:redis-3#1']);
  await suspendCards(store, { cards }, false);
  expect(await listSuspendedCards(store, topic)).toEqual([]);
});
