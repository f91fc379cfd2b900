import { createContext, use, useCallback, type ReactNode } from 'react';
import type { TopicStatus } from '#src/domain/content.ts';
import type { RoadmapId, TopicId } from '#src/domain/ids.ts';
import type { TopicWait } from '#src/domain/introduction.ts';
import { previewIntroduction, type IntroductionPreview } from '#src/domain/preview-introduction.ts';
import type { DeckSettings } from '#src/domain/settings.ts';
import { loadIntroduction, type Introduction } from '#src/storage/introductions.ts';
import { useLive } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { loadStatuses } from '#src/storage/topic-statuses.ts';

/** What a roadmap's screens share beside its progress: statuses, and which new cards come. */
interface RoadmapState {
  readonly statuses: ReadonlyMap<TopicId, TopicStatus>;
  readonly introduction: Introduction;
  readonly settings: DeckSettings;
  /** Under the settings in force. */
  readonly preview: IntroductionPreview;
  readonly waitByTopic: ReadonlyMap<TopicId, TopicWait>;
}

const RoadmapContext = createContext<RoadmapState | null>(null);

/** Loads a roadmap's statuses and order of new cards for everything below, which shows before they are there. */
export function RoadmapStateProvider({ id, children }: { id: RoadmapId; children: ReactNode }) {
  const load = useCallback((store: Store) => loadState(store, id), [id]);
  const live = useLive(load);
  return (
    <RoadmapContext value={live.state === 'ready' ? (live.value ?? null) : null}>
      {children}
    </RoadmapContext>
  );
}

/** Null until it is loaded. */
export function useRoadmapState(): RoadmapState | null {
  return use(RoadmapContext);
}

async function loadState(store: Store, id: RoadmapId): Promise<RoadmapState | undefined> {
  const [statuses, introduction] = await Promise.all([
    loadStatuses(store, id),
    loadIntroduction(store, id),
  ]);
  if (introduction === undefined) return undefined;
  const { settings, input } = introduction;
  const preview = previewIntroduction(input, settings);
  const waitByTopic = new Map(
    preview.waits.filter(({ cards }) => cards.length > 0).map((wait) => [wait.topic, wait]),
  );
  return { statuses, introduction, settings, preview, waitByTopic };
}
