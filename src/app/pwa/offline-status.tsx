import type { OfflineState } from './service-worker-link.ts';
import { useServiceWorker } from './use-service-worker.tsx';

/**
 * Which version this is, and whether it works with the network off. Says "ready" only when nothing
 * is missing on the device.
 */
export function OfflineStatus() {
  const { offline } = useServiceWorker();
  return (
    <p role="status">
      Cairn {import.meta.env.VITE_APP_VERSION}. {describeOffline(offline)}
    </p>
  );
}

function describeOffline(offline: OfflineState): string {
  switch (offline.kind) {
    case 'unknown':
      return 'Checking whether it is ready offline…';
    case 'unsupported':
      return 'This browser does not keep it for use offline.';
    case 'caching':
      return `Saving it for use offline: ${offline.done} of ${offline.total} files.`;
    case 'incomplete':
      return (
        `Not ready offline yet: ${offline.total - offline.done} of ${offline.total} files are missing. ` +
        'Cairn tries again when the network is back.'
      );
    case 'ready':
      return 'Ready offline.';
  }
}
