import { useCallback, useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import type { RoadmapId } from '#src/domain/ids.ts';
import { meanRecall } from '#src/domain/progress.ts';
import { loadRoadmap, type RoadmapProgress } from '#src/storage/overview.ts';
import { useLive } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { ButtonLink } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { RecallLegend } from '#src/ui/recall-mark.tsx';
import { FollowButton } from './follow-button.tsx';
import { NewCardsPart } from './new-cards-part.tsx';
import { RoadmapStateProvider } from './roadmap-state.tsx';
import { SaveRoadmap } from './save-roadmap.tsx';
import { SectionPart } from './section-part.tsx';
import './order.css';
import './roadmap.css';

/** One roadmap: its sections and topics with what is remembered of each now. */
export function RoadmapPage() {
  const { id = '' } = useParams();
  const load = useCallback((store: Store) => loadRoadmap(store, id as RoadmapId), [id]);
  const found = useLive(load);
  if (found.state === 'loading') return <Page title="Roadmap">{null}</Page>;
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
  return (
    <RoadmapStateProvider id={found.value.roadmap.id}>
      <Found found={found.value} />
    </RoadmapStateProvider>
  );
}

/** Brings the topic that the address names into view, once it is there. */
function useAimedTopic() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    const row = document.querySelector<HTMLElement>('.topic[aria-current]');
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [hash]);
}

function Found({ found }: { found: RoadmapProgress }) {
  const { roadmap, progress, whole } = found;
  const recall = meanRecall(whole);
  useAimedTopic();
  return (
    <Page
      title={roadmap.title}
      lead={
        <>
          {whole.started} of {whole.cards} cards started
          {recall !== undefined && `, ${Math.round(recall * 100)} % recall now`}
          {whole.due > 0 && `, ${whole.due} due`}
        </>
      }
    >
      <div className="row">
        {whole.cards > 0 && (
          <ButtonLink look="primary" to={`/review?deck=roadmap:${roadmap.id}`}>
            Review this roadmap
          </ButtonLink>
        )}
        <FollowButton id={roadmap.id} />
        {whole.cards > 0 && <ButtonLink to={`/roadmaps/${roadmap.id}/plan`}>Plan</ButtonLink>}
        <SaveRoadmap roadmap={roadmap} />
      </div>
      <NewCardsPart />
      <RecallLegend />
      <div className="sections">
        {roadmap.sections.map((section) => (
          <SectionPart key={section.id} section={section} progress={progress} />
        ))}
      </div>
    </Page>
  );
}
