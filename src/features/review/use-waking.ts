import { useEffect } from 'react';
import type { Instant } from '#src/domain/ids.ts';
import type { Session, SessionEvent } from '#src/domain/session-state.ts';
import type { Question } from '#src/storage/questions.ts';
import { useStore } from '#src/storage/react.tsx';

/** Away for longer than this, another tab or device may have moved the queue. */
const awayMs = 60_000;

/** Wakes the session when a step comes due after the end, and after a while away. */
export function useWaking(
  { phase, steps, learnAheadMs }: Session<Question>,
  apply: (event: SessionEvent<Question>) => void,
  requeue: () => Promise<void>,
) {
  const store = useStore();
  const next = phase === 'done' ? steps[0]?.at : undefined;
  useEffect(() => {
    if (next === undefined) return;
    const wait = Math.max(0, next - learnAheadMs - store.clock.now());
    const timer = setTimeout(() => {
      // A timer may fire a moment before its time.
      const at = Math.max(store.clock.now(), next - learnAheadMs) as Instant;
      apply({ type: 'ticked', at });
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [store, next, learnAheadMs, apply]);
  useEffect(() => {
    let hiddenSince: number | null = null;
    const handleChange = () => {
      if (document.visibilityState === 'hidden') hiddenSince = performance.now();
      else if (hiddenSince !== null && performance.now() - hiddenSince > awayMs) {
        // A queue that cannot be read now is the old one still: nothing is lost by waiting.
        requeue().catch(() => undefined);
      }
    };
    document.addEventListener('visibilitychange', handleChange);
    return () => {
      document.removeEventListener('visibilitychange', handleChange);
    };
  }, [requeue]);
}
