import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { loadDeviceSettings, saveDeviceSettings } from '#src/storage/device-settings.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { FailurePage } from './failure-page.tsx';
import type { InstallOffer } from './pwa/install-offer.ts';
import { hasBegun } from '#src/storage/today.ts';

// Which of the two it is shows only once the store was asked; the other is never loaded.
const TodayRoute = lazy(async () => ({
  default: (await import('./today-route.tsx')).TodayRoute,
}));
const WelcomePage = lazy(async () => ({
  default: (await import('#src/features/welcome/welcome-page.tsx')).WelcomePage,
}));
const InstallHint = lazy(async () => ({
  default: (await import('./pwa/install-hint.tsx')).InstallHint,
}));

const loadHome = async (store: Store) => {
  const [begun, device] = await Promise.all([hasBegun(store), loadDeviceSettings(store)]);
  return { begun, wantsHint: !device.installHintDismissed };
};

/** Today, or on the first run the choice of what to learn. */
export function HomePage({
  installOffer,
  bankFailure,
}: {
  installOffer: InstallOffer;
  bankFailure: string | undefined;
}) {
  const store = useStore();
  const navigate = useNavigate();
  const home = useLive(loadHome);
  if (home.state === 'failed') return <FailurePage message={home.error.message} />;
  if (home.state === 'loading') return null;
  const { begun, wantsHint } = home.value;
  const hint = wantsHint && (
    <Suspense fallback={null}>
      <InstallHint
        offer={installOffer}
        hasReviews={begun}
        onSaveCopy={() => void navigate('/settings#data')}
        onDismiss={() => void saveDeviceSettings(store, { installHintDismissed: true })}
      />
    </Suspense>
  );
  return begun ? (
    <TodayRoute>{hint}</TodayRoute>
  ) : (
    <WelcomePage bankFailure={bankFailure}>{hint}</WelcomePage>
  );
}
