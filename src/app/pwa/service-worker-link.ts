import type { KeepingReport, WorkerRequest } from '#src/sw/messages.ts';

/** How far the app is on this device without a network. */
export type OfflineState =
  | { readonly kind: 'unknown' }
  /** No service worker here: private mode of some browsers, or development. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'caching'; readonly done: number; readonly total: number }
  /** Some files could not be fetched; tried again when the network or the page comes back. */
  | { readonly kind: 'incomplete'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' };

export interface ServiceWorkerState {
  readonly offline: OfflineState;
  /** A newer version is on the device and waits for a word, or another tab has switched to it. */
  readonly update: boolean;
}

/** The page's side of the service worker. */
export interface ServiceWorkerLink {
  readonly getState: () => ServiceWorkerState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Registers the worker and asks it to keep everything. Never rejects; call it after first paint. */
  readonly start: () => Promise<void>;
  /** Switches to the newer version and reloads this tab only. */
  readonly applyUpdate: () => void;
}

/** A page left open for days learns of a new version within this time of being looked at. */
const updateCheckMs = 60 * 60 * 1000;

/**
 * @param address - of the worker's script; undefined where there is none, as in development
 * @param scope - the app's base path
 */
export function createServiceWorkerLink(
  address: string | undefined,
  scope: string,
): ServiceWorkerLink {
  let state: ServiceWorkerState = { offline: { kind: 'unknown' }, update: false };
  const listeners = new Set<() => void>();
  const setState = (change: Partial<ServiceWorkerState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  let reloadOnChange = false;
  let applyWaiting: (() => void) | undefined;

  async function start(): Promise<void> {
    if (address === undefined || !('serviceWorker' in navigator)) {
      setState({ offline: { kind: 'unsupported' } });
      return;
    }
    const container = navigator.serviceWorker;
    watchTakeover(container, () => {
      if (reloadOnChange) location.reload();
      // Another tab switched: nothing waits any more, a reload alone gets the new version.
      applyWaiting = undefined;
      setState({ update: true });
    });
    try {
      // Not in the initial scripts: nothing a person sees waits for it.
      const { Workbox } = await import('workbox-window');
      const workbox = new Workbox(address, { scope });
      workbox.addEventListener('waiting', () => {
        applyWaiting = () => {
          workbox.messageSkipWaiting();
        };
        setState({ update: true });
      });
      const registration = await workbox.register({ immediate: true });
      if (registration !== undefined) watchKeeping(container, registration);
    } catch {
      setState({ offline: { kind: 'unsupported' } });
    }
  }

  function watchKeeping(
    container: ServiceWorkerContainer,
    registration: ServiceWorkerRegistration,
  ) {
    const ask = () => {
      const request: WorkerRequest = { type: 'KEEP_ALL' };
      registration.active?.postMessage(request);
      // A version that waits prepares itself, so that switching to it works offline too.
      registration.waiting?.postMessage(request);
    };
    container.addEventListener('message', (event) => {
      if (event.source !== registration.active) return;
      setState({ offline: toOfflineState(event.data as KeepingReport) });
    });
    let checkedAt = performance.now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') return;
      if (state.offline.kind === 'incomplete') ask();
      if (performance.now() - checkedAt < updateCheckMs) return;
      checkedAt = performance.now();
      // Offline is no news: the next look tries again.
      registration.update().catch(() => undefined);
    });
    window.addEventListener('online', ask);
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', ask);
    });
    void container.ready.then(ask);
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    applyUpdate: () => {
      reloadOnChange = true;
      if (applyWaiting === undefined) location.reload();
      else applyWaiting();
    },
  };
}

/** Calls back when a newer worker takes over this page; the first one to control it is not news. */
function watchTakeover(container: ServiceWorkerContainer, onTakeover: () => void): void {
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (controlled) onTakeover();
    controlled = true;
  });
}

function toOfflineState({ type, done, total }: KeepingReport): OfflineState {
  if (type === 'KEPT_ALL') return { kind: 'ready' };
  return { kind: type === 'KEEPING' ? 'caching' : 'incomplete', done, total };
}
