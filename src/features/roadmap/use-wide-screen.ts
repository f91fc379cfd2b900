import { useSyncExternalStore } from 'react';

/** As wide as where the places move from the bottom to the side. */
const query = '(width >= 56rem)';

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', onChange);
  return () => {
    list.removeEventListener('change', onChange);
  };
}

/** Whether there is room for the map, and for a panel beside it; follows the window. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
