/** Whether a card has lapsed so often that it is marked; a threshold of 0 marks none. */
export function isLeech(lapses: number, threshold: number): boolean {
  return threshold > 0 && lapses >= threshold;
}

/**
 * Whether this many lapses call for the notice: on reaching the threshold, and at every half
 * threshold (rounded up) after it, as in Anki; so a leech that is kept is spoken of again.
 */
export function isLeechAt(lapses: number, threshold: number): boolean {
  if (!isLeech(lapses, threshold)) return false;
  return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
