import { useEffect } from 'react';

/**
 * Keeps the place on the page over the reload that follows each save: the browser's own way gives up before the cards
 * are fetched. `isReady` once they are drawn.
 */
export function useKeptScroll(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    const key = `authoring-scroll ${location.search}`;
    window.scrollTo(0, Number(sessionStorage.getItem(key) ?? 0));
    const handleLeave = () => {
      sessionStorage.setItem(key, String(window.scrollY));
    };
    window.addEventListener('pagehide', handleLeave);
    return () => {
      window.removeEventListener('pagehide', handleLeave);
    };
  }, [isReady]);
}
