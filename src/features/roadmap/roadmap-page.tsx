import { useCallback } from 'react';
import { useParams } from 'react-router';
import type { RoadmapId } from '#src/domain/ids.ts';
import { loadDeviceSettings } from '#src/storage/device-settings.ts';
import { loadRoadmap } from '#src/storage/overview.ts';
import { useLive } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { ButtonLink } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { RoadmapScreen } from './roadmap-screen.tsx';
import { RoadmapStateProvider } from './roadmap-state.tsx';
import './order.css';
import './roadmap.css';

const deviceTables = ['kept'] as const;

/** One roadmap: its sections and topics with what is remembered of each now. */
export function RoadmapPage() {
  const { id = '' } = useParams();
  const load = useCallback((store: Store) => loadRoadmap(store, id as RoadmapId), [id]);
  const found = useLive(load);
  const device = useLive(loadDeviceSettings, deviceTables);
  // Not before it is known how: a map that turned into a list would jump.
  if (found.state === 'loading' || device.state === 'loading')
    return <Page title="Roadmap">{null}</Page>;
  if (found.state === 'failed') {
    return (
      <Page title="Roadmap">
        <Notice tone="danger">{found.error.message}</Notice>
      </Page>
    );
  }
  if (found.value === undefined) {
    return (
      <Page title="No such roadmap">
        <p>
          This address names no roadmap that this device has. It may have been renamed, or its decks
          are not loaded yet.
        </p>
        <ButtonLink to="/roadmaps">See all roadmaps</ButtonLink>
      </Page>
    );
  }
  const view = device.state === 'ready' ? device.value.roadmapView : 'map';
  return (
    <RoadmapStateProvider key={id} id={found.value.roadmap.id}>
      <RoadmapScreen found={found.value} preferred={view} />
    </RoadmapStateProvider>
  );
}
