import { useCallback, useRef } from 'react';

/** A second tap this soon after the first was not meant for the next card. */
const restMs = 250;

/** Says yes to an act of the learner, and no to another one right after it. */
export function useGuard(): () => boolean {
  const last = useRef(-Infinity);
  return useCallback(() => {
    const now = performance.now();
    if (now - last.current < restMs) return false;
    last.current = now;
    return true;
  }, []);
}
