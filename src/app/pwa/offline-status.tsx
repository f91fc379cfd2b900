import type { OfflineState } from './service-worker-link.ts';
import { useServiceWorker } from './use-service-worker.tsx';

/**
 * Whether the app works with the network off, and which version it is. Says "ready" only when nothing
 * is missing on the device.
 */
export function OfflineStatus() {
  const { offline } = useServiceWorker();
  return (
    <>
      <p role="status">{describeOffline(offline)}</p>
      <p>Cairn {import.meta.env.VITE_APP_VERSION}</p>
    </>
  );
}

function describeOffline(offline: OfflineState): string {
  switch (offline.kind) {
    case 'unknown':
      return 'Checking whether Cairn is ready offline…';
    case 'unsupported':
      return 'This browser does not keep Cairn for use offline.';
    case 'caching':
      return `Saving for use offline: ${offline.done} of ${offline.total} files`;
    case 'incomplete':
      return (
        `Not ready offline yet: ${offline.total - offline.done} of ${offline.total} files are missing. ` +
        'Cairn tries again when the network is back.'
      );
    case 'ready':
      return 'Ready offline';
  }
}
