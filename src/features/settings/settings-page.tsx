import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { defaultHomeSettings } from '#src/domain/settings.ts';
import { bankHome } from '#src/storage/bank.ts';
import { loadDeviceSettings } from '#src/storage/device-settings.ts';
import { listRoadmaps } from '#src/storage/overview.ts';
import { useLive } from '#src/storage/react.tsx';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { DataPart } from './data-part.tsx';
import { DayPart } from './day-part.tsx';
import { DevicePart } from './device-part.tsx';
import { OrderPart } from './order-part.tsx';
import { SavingProvider } from './saving.tsx';
import { SchedulingPart } from './scheduling-part.tsx';
import './settings.css';

const loadAll = async (store: Store) => {
  const [settings, device, roadmaps] = await Promise.all([
    loadSettings(store.db),
    loadDeviceSettings(store),
    listRoadmaps(store),
  ]);
  return { settings, device, roadmaps };
};
const tables = ['kept', 'bank'] as const;

/** Loads the page anew, from an address of this app. */
function restart(address: string): void {
  // Going to an address that differs in nothing but its hash would not load anything.
  history.replaceState(null, '', address);
  location.reload();
}

/** Every setting, each saved as soon as it is changed, and the learner's data. */
export function SettingsPage({
  onRestart = restart,
  offline,
}: {
  /** Whether the app works with the network off, in words: shown with the rest about the data. */
  offline?: ReactNode;
  /** What is to happen once the data was replaced or erased: the page starts again there. */
  onRestart?: (address: string) => void;
}) {
  const live = useLive(loadAll, tables);
  useSectionFocus(live.state !== 'loading');
  return (
    <SavingProvider>
      <Page title="Settings" lead="Every change is saved at once and can be undone.">
        {live.state === 'failed' && <Notice tone="danger">{live.error.message}</Notice>}
        {live.state === 'ready' && (
          <>
            <DayPart settings={live.value.settings} roadmaps={live.value.roadmaps} />
            <OrderPart settings={live.value.settings.learner} />
            <SchedulingPart
              settings={live.value.settings.homes.get(bankHome) ?? defaultHomeSettings}
            />
            <DevicePart settings={live.value.device} />
          </>
        )}
        {live.state !== 'loading' && <DataPart onRestart={onRestart} offline={offline} />}
      </Page>
    </SavingProvider>
  );
}

/** Goes to the section an address names, once it is there: the browser looked for it too early. */
function useSectionFocus(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    const section = isThere ? document.getElementById(hash.slice(1)) : null;
    section?.scrollIntoView();
    section?.querySelector('h2')?.focus({ preventScroll: true });
  }, [hash, isThere]);
}
