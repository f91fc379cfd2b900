/**
 * Run in the page, before the app: notes, on the page's own clock, what a file on its way in takes, and
 * the longest time the page could not answer. Knows the screen by what it shows, not by hooks in it.
 */
export interface TrafficWatch {
  /** From the choice of a file to its preview. */
  readMs: number | null;
  /** From the confirmation to the deck in the list. */
  bringMs: number | null;
  /** The longest task of the main thread since it was last set to 0. */
  longestTaskMs: number;
}

declare global {
  var cairnTrafficWatch: TrafficWatch;
}

function watchTraffic(): void {
  const watch: TrafficWatch = { readMs: null, bringMs: null, longestTaskMs: 0 };
  globalThis.cairnTrafficWatch = watch;
  let chosenAt = 0;
  let confirmedAt: number | null = null;
  addEventListener(
    'change',
    (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') {
        chosenAt = performance.now();
      }
    },
    { capture: true },
  );
  addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button?.textContent === 'Import') confirmedAt = event.timeStamp;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (document.querySelector('.import-preview') !== null) {
      watch.readMs ??= performance.now() - chosenAt;
    }
    if (confirmedAt !== null && document.querySelector('.deck-row') !== null) {
      watch.bringMs ??= performance.now() - confirmedAt;
    }
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      watch.longestTaskMs = Math.max(watch.longestTaskMs, duration);
    }
  }).observe({ type: 'longtask' });
}

watchTraffic();
