import type { OfflineState } from './service-worker-link.ts';
import { useServiceWorker } from './use-service-worker.tsx';

/** One line on whether the app works with the network off. Says "ready" only when nothing is missing. */
export function OfflineStatus() {
  const { offline } = useServiceWorker();
  return <p role="status">{describeOffline(offline)}</p>;
}

function describeOffline(offline: OfflineState): string {
  switch (offline.kind) {
    case 'unknown':
      return 'Checking whether Cairn is ready offline…';
    case 'unsupported':
      return 'This browser cannot keep Cairn for use offline.';
    case 'caching':
      return `Saving for use offline: ${String(offline.done)} of ${String(offline.total)} files`;
    case 'incomplete':
      return `Not ready offline yet: ${String(offline.total - offline.done)} of ${String(offline.total)} files are missing. Cairn tries again when the network is back.`;
    case 'ready':
      return 'Ready offline';
  }
}
