import type { SittingId } from '#src/domain/ids.ts';
import { mintSittingId } from '#src/domain/sitting-id.ts';

const key = 'cairn-sitting';

/** The part of `sessionStorage` this needs: it lives as long as its tab, reloads included. */
type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The sitting this tab has begun for the same kind of review, or a new one. What was done in it is
 * in the store under its id, so only the id must outlive a reload.
 */
export function continueSitting(
  tab: TabStorage,
  review: string,
  randomBytes: (count: number) => Uint8Array,
): SittingId {
  const [id, begun] = (tab.getItem(key) ?? '').split(' ', 2);
  if (id && begun === encodeURIComponent(review)) return id as SittingId;
  const minted = mintSittingId(randomBytes(10));
  tab.setItem(key, `${minted} ${encodeURIComponent(review)}`);
  return minted;
}

/** The next review in this tab is a new sitting. */
export function endSitting(tab: TabStorage): void {
  tab.removeItem(key);
}
