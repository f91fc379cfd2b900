import type { CardId } from '#src/domain/ids.ts';
import type { CairnDatabase } from './database.ts';
import { listBlockCards } from './due-block.ts';
import { listAskedCards } from './home-record.ts';

const key = 'gone-cards';

/**
 * The cards that have a state here but are not asked: taken out by a new version, never on this
 * device, or in a deck that rests. They wait in case they come back, and count nowhere. Kept as a derived row, because no
 * start could compare every card with all content.
 */
export async function loadGoneCards(db: CairnDatabase): Promise<ReadonlySet<CardId>> {
  const kept = await db.kept.get(key);
  const lines = typeof kept?.value === 'string' ? kept.value : '';
  return new Set(lines === '' ? [] : (lines.split('\n') as CardId[]));
}

/**
 * Finds them anew, in the caller's transaction over schedules, homes and kept rows: wherever content
 * was swapped or states came from elsewhere.
 */
export async function refreshGoneCards(db: CairnDatabase): Promise<void> {
  const [homes, blocks] = await Promise.all([db.homes.toArray(), db.schedules.toArray()]);
  const held = new Set(homes.flatMap((home) => listAskedCards(home)));
  const gone = blocks.flatMap(listBlockCards).filter((card) => !held.has(card));
  await db.kept.put({ key, value: gone.join('\n') });
}
