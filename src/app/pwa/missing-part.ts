const key = 'cairn-reloaded-at';
/** A second failure this soon after a reload shows that reloading does not help. */
const onceWithinMs = 60_000;

/** What a reload may throw away, and what remembers one; the page's own outside of tests. */
export interface MissingPartPage {
  readonly now: () => number;
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly isOnline: () => boolean;
  readonly isWriting: () => boolean;
  readonly reload: () => void;
}

export const thisPage: MissingPartPage = {
  now: () => Date.now(),
  storage: () => sessionStorage,
  isOnline: () => navigator.onLine,
  isWriting: () => {
    const field = document.activeElement;
    const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    return isField && field.value !== '';
  },
  reload: () => {
    location.reload();
  },
};

/**
 * Handles a lazy part that cannot be loaded because the server has a newer version only: reloads
 * the page, once, where that can help and nothing half-written would be lost. Otherwise the failure
 * takes its way to the error page.
 * @returns whether the page is being reloaded
 */
export function recoverMissingPart(page: MissingPartPage): boolean {
  if (!page.isOnline() || page.isWriting()) return false;
  try {
    const storage = page.storage();
    const last = Number(storage.getItem(key) ?? -Infinity);
    if (page.now() - last < onceWithinMs) return false;
    storage.setItem(key, String(page.now()));
  } catch {
    // Storage is refused: without a memory of the first reload there could be a second and a third.
    return false;
  }
  page.reload();
  return true;
}

/** Watches this page for lazy parts that are gone. Call it before the first one is asked for. */
export function watchMissingParts(): void {
  window.addEventListener('vite:preloadError', () => {
    recoverMissingPart(thisPage);
  });
}
