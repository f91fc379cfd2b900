import { lazy, Suspense, useEffect, useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { ReviewPage } from '#src/features/review/review-page.tsx';
import { useStore } from '#src/storage/react.tsx';
import { FailureGuard } from './failure-page.tsx';
import { HomePage } from './home-page.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import type { InstallOffer } from './pwa/install-offer.ts';
import { OfflineStatus } from './pwa/offline-status.tsx';
import { runUpkeep } from './upkeep.ts';

// Only Today and Review are in the first load: the rest comes when it is asked for, from this
// device once it is ready offline.
const RoadmapsPage = lazy(async () => ({
  default: (await import('#src/features/roadmap/roadmaps-page.tsx')).RoadmapsPage,
}));
const RoadmapPage = lazy(async () => ({
  default: (await import('#src/features/roadmap/roadmap-page.tsx')).RoadmapPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('#src/features/settings/settings-page.tsx')).SettingsPage,
}));

// Not in the built app: there it is null, and the import is gone with it.
const AuthoringRoute = import.meta.env.DEV
  ? lazy(async () => ({ default: (await import('./authoring-route.tsx')).AuthoringRoute }))
  : null;

/** The routes, and the upkeep that starts behind the first screen. */
export function App({ installOffer }: { installOffer: InstallOffer }) {
  const bankFailure = useUpkeep();
  return (
    <FailureGuard>
      <BrowserRouter basename={import.meta.env.BASE_URL}>
        <Suspense fallback={null}>
          <Routes>
            <Route path="/review" element={<ReviewPage />} />
            <Route element={<Layout />}>
              <Route
                index
                element={<HomePage installOffer={installOffer} bankFailure={bankFailure} />}
              />
              <Route path="/roadmaps" element={<RoadmapsPage />} />
              <Route path="/roadmaps/:id" element={<RoadmapPage />} />
              <Route path="/settings" element={<SettingsPage offline={<OfflineStatus />} />} />
              {AuthoringRoute && <Route path="/authoring" element={<AuthoringRoute />} />}
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </Suspense>
      </BrowserRouter>
    </FailureGuard>
  );
}

/** Starts the upkeep once the first screen is painted. Returns why the bank could not be had, if so. */
function useUpkeep(): string | undefined {
  const store = useStore();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => {
      runUpkeep(store).catch((error: unknown) => {
        setFailure(error instanceof Error ? error.message : String(error));
      });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [store]);
  return failure;
}
