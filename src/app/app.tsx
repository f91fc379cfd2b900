import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { ReviewPage } from '#src/features/review/review-page.tsx';
import { hasBank } from '#src/storage/bank.ts';
import { useStore } from '#src/storage/react.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { PictureSource } from '#src/ui/picture-source.ts';
import { FailureGuard } from './failure-page.tsx';
import { HomePage } from './home-page.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import type { InstallOffer } from './pwa/install-offer.ts';
import { OfflineStatus } from './pwa/offline-status.tsx';

// Only Review is in the first load: the rest comes when it is asked for, from this
// device once it is ready offline.
const RoadmapsPage = lazy(async () => ({
  default: (await import('#src/features/roadmap/roadmaps-page.tsx')).RoadmapsPage,
}));
const RoadmapPage = lazy(async () => ({
  default: (await import('#src/features/roadmap/roadmap-page.tsx')).RoadmapPage,
}));
const LibraryRoute = lazy(async () => ({
  default: (await import('./library-route.tsx')).LibraryRoute,
}));
const DeckPage = lazy(async () => ({
  default: (await import('#src/features/library/deck-page.tsx')).DeckPage,
}));
const EditorPage = lazy(async () => ({
  default: (await import('#src/features/library/editor-page.tsx')).EditorPage,
}));
const PlanPage = lazy(async () => ({
  default: (await import('#src/features/plan/plan-page.tsx')).PlanPage,
}));
const QuizPage = lazy(async () => ({
  default: (await import('#src/features/quiz/quiz-page.tsx')).QuizPage,
}));
const SittingPage = lazy(async () => ({
  default: (await import('#src/features/quiz/sitting-page.tsx')).SittingPage,
}));
const PlacementPage = lazy(async () => ({
  default: (await import('#src/features/quiz/placement-page.tsx')).PlacementPage,
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
  const store = useStore();
  const findPicture = useCallback(
    async (name: string) => (await import('#src/storage/media.ts')).findOwnMedia(store, name),
    [store],
  );
  return (
    <PictureSource value={findPicture}>
      <FailureGuard>
        <BrowserRouter basename={import.meta.env.BASE_URL}>
          <Suspense fallback={null}>
            <Routes>
              <Route path="/review" element={<ReviewPage />} />
              <Route path="/quiz/:sitting" element={<SittingPage />} />
              <Route element={<Layout />}>
                <Route
                  index
                  element={<HomePage installOffer={installOffer} bankFailure={bankFailure} />}
                />
                <Route path="/roadmaps" element={<RoadmapsPage />} />
                <Route path="/roadmaps/:id" element={<RoadmapPage />} />
                <Route path="/library" element={<LibraryRoute />} />
                <Route path="/library/:home" element={<DeckPage />} />
                <Route path="/library/:home/edit" element={<EditorPage />} />
                <Route path="/roadmaps/:id/plan" element={<PlanPage />} />
                <Route path="/quiz" element={<QuizPage />} />
                <Route path="/placement" element={<PlacementPage />} />
                <Route path="/settings" element={<SettingsPage offline={<OfflineStatus />} />} />
                {AuthoringRoute && <Route path="/authoring" element={<AuthoringRoute />} />}
                <Route path="*" element={<NotFoundPage />} />
              </Route>
            </Routes>
          </Suspense>
        </BrowserRouter>
      </FailureGuard>
    </PictureSource>
  );
}

/** Upkeep reads and writes the same store as the first question, which goes first. */
const restMs = 2000;

/**
 * Starts the upkeep: at once on the first start, which has nothing to show without the bank, else
 * when the first screen has long been there. Returns why the bank could not be had, if so.
 */
function useUpkeep(): string | undefined {
  const store = useStore();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      // No first screen waits for what it needs, so it comes when it is at work.
      import('./upkeep.ts')
        .then(({ runUpkeep }) => runUpkeep(store))
        .catch((error: unknown) => {
          setFailure(toMessage(error));
        });
    };
    hasBank(store).then(
      (isHeld) => {
        timer = setTimeout(start, isHeld ? restMs : 0);
      },
      // The screens tell what is wrong with the store.
      () => undefined,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [store]);
  return failure;
}
