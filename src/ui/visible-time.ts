import { useEffect, useRef } from 'react';

/** Longer than this nobody thinks about a card: they went away. */
const longestMs = 60_000;

interface Page {
  readonly visibilityState: DocumentVisibilityState;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
  removeEventListener(type: 'visibilitychange', listener: () => void): void;
}

export interface VisibleTimer {
  /** Milliseconds during which the page was visible, 60 s at most. */
  read(): number;
  stop(): void;
}

/** Counts only while the page can be seen. */
export function startVisibleTimer(page: Page, now: () => number): VisibleTimer {
  let counted = 0;
  let since = page.visibilityState === 'visible' ? now() : null;
  const handleChange = () => {
    if (page.visibilityState === 'visible') since ??= now();
    else if (since !== null) {
      counted += now() - since;
      since = null;
    }
  };
  page.addEventListener('visibilitychange', handleChange);
  return {
    read: () => Math.min(longestMs, counted + (since === null ? 0 : now() - since)),
    stop: () => {
      page.removeEventListener('visibilitychange', handleChange);
    },
  };
}

/** The time the component has been seen, asked for by calling what it returns. */
export function useVisibleTime(): () => number {
  const timer = useRef<VisibleTimer>(null);
  useEffect(() => {
    const started = startVisibleTimer(document, () => performance.now());
    timer.current = started;
    return () => {
      started.stop();
    };
  }, []);
  return () => timer.current?.read() ?? 0;
}
