/** How this device can have Cairn as an app of its own. */
export type InstallWay =
  /** The browser asks, at our word. */
  | 'prompt'
  /** By hand, from Safari's share menu. */
  | 'ios'
  /** It is one already, or the browser has no way. */
  | 'none';

/** Chromium's event; not in the DOM's types because no other browser has it. */
interface BeforeInstallPromptEvent extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

export interface InstallOffer {
  readonly getWay: () => InstallWay;
  readonly subscribe: (listener: () => void) => () => void;
  /** Lets the browser ask. Does nothing unless the way is `prompt`. */
  readonly ask: () => Promise<void>;
}

/**
 * Watches for the ways to install. To be made before the app is drawn: the browser offers once,
 * early, and whoever listens later has missed it.
 */
export function createInstallOffer(page: Window): InstallOffer {
  const listeners = new Set<() => void>();
  let offer: BeforeInstallPromptEvent | undefined;
  const setOffer = (next: BeforeInstallPromptEvent | undefined) => {
    offer = next;
    for (const listener of listeners) listener();
  };
  page.addEventListener('beforeinstallprompt', (event) => {
    // The browser's own bar would cover the grades.
    event.preventDefault();
    setOffer(event as BeforeInstallPromptEvent);
  });
  page.addEventListener('appinstalled', () => {
    setOffer(undefined);
  });
  return {
    getWay: () => {
      if (offer !== undefined) return 'prompt';
      return isIos(page.navigator) && !isInstalled(page) ? 'ios' : 'none';
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: async () => {
      const asked = offer;
      // An offer serves once, whatever the answer.
      setOffer(undefined);
      await asked?.prompt();
    },
  };
}

function isIos(navigator: Navigator): boolean {
  // An iPad calls itself a Mac; no Mac has a touch screen.
  const isIpad = navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1;
  return /iPhone|iPad|iPod/.test(navigator.userAgent) || isIpad;
}

function isInstalled(page: Window): boolean {
  return page.matchMedia('(display-mode: standalone)').matches;
}
