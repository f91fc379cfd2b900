import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { ServiceWorkerLink, ServiceWorkerState } from './service-worker-link.ts';

const LinkContext = createContext<ServiceWorkerLink | null>(null);

/** Gives everything below it the page's link to the service worker. */
export function ServiceWorkerProvider({
  link,
  children,
}: {
  link: ServiceWorkerLink;
  children: ReactNode;
}) {
  return <LinkContext value={link}>{children}</LinkContext>;
}

/** How far the app is on this device, whether a newer version is there, and how to switch to it. */
export function useServiceWorker(): ServiceWorkerState & Pick<ServiceWorkerLink, 'applyUpdate'> {
  const link = use(LinkContext);
  if (link === null) throw new Error('useServiceWorker needs a ServiceWorkerProvider above it.');
  const state = useSyncExternalStore(link.subscribe, link.getState);
  return { ...state, applyUpdate: link.applyUpdate };
}
