import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { deviceClock } from './app/device-clock.ts';
import { FailurePage } from './app/failure-page.tsx';
import { createInstallOffer } from './app/pwa/install-offer.ts';
import { watchMissingParts } from './app/pwa/missing-part.ts';
import { createServiceWorkerLink } from './app/pwa/service-worker-link.ts';
import { ServiceWorkerProvider } from './app/pwa/use-service-worker.tsx';
import { noteFormats } from './features/library/note-formats.ts';
import { applyTheme } from './features/settings/apply-theme.ts';
import { makeDeckFetcher } from './storage/deck-files.ts';
import { loadDeviceSettings } from './storage/device-settings.ts';
import { StoreProvider } from './storage/react.tsx';
import { StorageError, toStorageError } from './storage/storage-error.ts';
import { openStore } from './storage/store.ts';
import './ui/base.css';

const base = import.meta.env.BASE_URL;
const serviceWorker = createServiceWorkerLink(
  import.meta.env.PROD ? `${base}sw.js` : undefined,
  base,
);
const installOffer = createInstallOffer(window);
watchMissingParts();

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no element with the id "root".');
const root = createRoot(element);

const fail = (error: StorageError) => {
  root.render(<FailurePage message={error.message} />);
};

openStore({
  clock: deviceClock,
  fetchDeckFile: makeDeckFetcher(base),
  noteFormats,
  onLost: (trouble) => {
    fail(new StorageError(trouble));
  },
}).then(
  (store) => {
    // Kept in the store, so known a moment after it is open; until then the system's theme shows.
    loadDeviceSettings(store).then(
      ({ theme }) => {
        applyTheme(theme);
      },
      // The screens tell what is wrong with the store.
      () => undefined,
    );
    root.render(
      <StrictMode>
        <ServiceWorkerProvider link={serviceWorker}>
          <StoreProvider store={store}>
            <App installOffer={installOffer} />
          </StoreProvider>
        </ServiceWorkerProvider>
      </StrictMode>,
    );
  },
  (error: unknown) => {
    fail(toStorageError(error));
  },
);

// After the first paint: the first screen's own requests come first.
requestAnimationFrame(() => setTimeout(() => void serviceWorker.start()));
