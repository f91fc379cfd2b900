import type { Page } from '@playwright/test';
import type { KeepingReport, WorkerRequest } from '#src/sw/messages.ts';

/**
 * Waits until the service worker has everything on the device, as the app does before it says
 * "Ready offline". Rejects where a file cannot be kept.
 */
export async function waitUntilReadyOffline(page: Page): Promise<void> {
  const report = await page.evaluate(async (): Promise<KeepingReport> => {
    const registration = await navigator.serviceWorker.ready;
    const done = new Promise<KeepingReport>((resolve) => {
      navigator.serviceWorker.addEventListener('message', (event) => {
        const report = event.data as KeepingReport;
        if (report.type !== 'KEEPING') resolve(report);
      });
    });
    const request: WorkerRequest = { type: 'KEEP_ALL' };
    registration.active?.postMessage(request);
    return done;
  });
  if (report.type === 'KEPT_ALL') return;
  throw new Error(`Only ${report.done} of ${report.total} files could be kept.`);
}
