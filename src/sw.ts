import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { keepFiles } from './sw/keep-files.ts';
import { keepShared } from './sw/keep-shared.ts';
import { toSharedCache, type KeepingReport, type WorkerRequest } from './sw/messages.ts';
import { dropOldFiles, rememberOldClients } from './sw/old-clients.ts';
import { answerFromCacheFirst, answerFromNetworkFirst } from './sw/responses.ts';

// The story in order: a new version installs by fetching the shell, then waits. A page asks it to
// take over, or it does so when the last old page is gone. Every page that starts asks it to keep
// the rest, one file at a time; only when nothing is missing is the app "ready offline".

declare const self: ServiceWorkerGlobalScope;
/** Both written by the build, with addresses relative to this script. */
declare const SHELL_FILES: { url: string; revision: string | null }[];
declare const REST_FILES: readonly string[];

const { scope } = self.registration;
const restFiles = REST_FILES.map((file) => new URL(file, scope).href);
const manifest = new URL('decks/manifest.json', scope).href;
// One origin may serve several builds under different paths.
const openRest = () => caches.open(`cairn-rest-${scope}`);
const listPages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

precacheAndRoute(SHELL_FILES);
cleanupOutdatedCaches();

registerRoute(
  ({ url }) => url.href === manifest,
  async ({ request }) => answerFromNetworkFirst(await openRest(), request),
);
registerRoute(
  ({ url }) => url.href.startsWith(`${scope}assets/`) || url.href.startsWith(`${scope}decks/`),
  async ({ request }) => answerFromCacheFirst(await openRest(), request),
);
registerRoute(({ url }) => url.href === `${scope}library`, takeShared, 'POST');
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

/** Keeps what another app shared, and shows the page that takes it up. */
async function takeShared({ request }: { request: Request }): Promise<Response> {
  const name = toSharedCache(scope);
  try {
    await keepShared(await caches.open(name), `${scope}shared/`, await request.formData());
  } catch {
    // The device is full, or what came is no form: the page says that nothing arrived.
    await caches.delete(name);
  }
  return Response.redirect(`${scope}library?shared`, 303);
}

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

async function takeOver(): Promise<void> {
  await rememberOldClients(await openRest(), scope, await listPages());
  // A first visit is served by this worker at once, so that it can go offline without a reload.
  await self.clients.claim();
}

self.addEventListener('message', (event) => {
  const request = event.data as WorkerRequest;
  if (request.type === 'SKIP_WAITING') {
    event.waitUntil(self.skipWaiting());
    return;
  }
  const page = event.source;
  if (page !== null)
    event.waitUntil(
      keepRest((report) => {
        page.postMessage(report);
      }),
    );
});

/** One run for all pages that ask while it goes on. */
const listeners = new Set<(report: KeepingReport) => void>();
let running: Promise<KeepingReport> | undefined;

async function keepRest(listener: (report: KeepingReport) => void): Promise<void> {
  listeners.add(listener);
  running ??= keepAndDrop()
    // Where the browser refuses its cache altogether, nothing is kept, and that is what to say.
    .catch((): KeepingReport => ({ type: 'KEPT_SOME', done: 0, total: restFiles.length }))
    .finally(() => {
      running = undefined;
    });
  const report = await running;
  listeners.delete(listener);
  listener(report);
}

async function keepAndDrop(): Promise<KeepingReport> {
  const cache = await openRest();
  // The manifest kept from an older version names decks that are about to be dropped.
  await answerFromNetworkFirst(cache, new Request(manifest));
  const report = await keepFiles(cache, restFiles, (progress) => {
    for (const listener of listeners) listener(progress);
  });
  // A version that waits keeps its files in the same cache; they are not old.
  const { installing, waiting } = self.registration;
  const isNewest = installing === null && waiting === null;
  if (report.type === 'KEPT_ALL' && isNewest) {
    await dropOldFiles(cache, scope, restFiles, await listPages());
  }
  return report;
}
