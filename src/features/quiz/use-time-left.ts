import { useEffect, useState } from 'react';
import type { QuizStartedEvent } from '#src/domain/event.ts';
import { useStore } from '#src/storage/react.tsx';

const minuteMs = 60_000;

/** Milliseconds until a quiz's time is up, counted by the second; null where it has no limit. */
export function useTimeLeft({ at, request }: QuizStartedEvent): number | null {
  const { clock } = useStore();
  const [now, setNow] = useState(() => clock.now());
  const { minutes } = request;
  const left = minutes === null ? null : at + minutes * minuteMs - now;
  const isRunning = left !== null && left > 0;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => {
      setNow(clock.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [clock, isRunning]);
  return left;
}
