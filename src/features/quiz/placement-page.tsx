import { useCallback, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { RoadmapId } from '#src/domain/ids.ts';
import { leastPlacement, mostPlacement } from '#src/domain/quiz/placement-walk.ts';
import { mintSittingId } from '#src/domain/sitting-id.ts';
import { listRoadmaps } from '#src/storage/overview.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { startPlacement } from '#src/storage/start-quiz.ts';
import type { Store } from '#src/storage/store.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import './quiz.css';

/** What a placement is, and its beginning. */
export function PlacementPage() {
  const [search] = useSearchParams();
  const id = (search.get('roadmap') ?? '') as RoadmapId;
  const load = useCallback(
    async (store: Store) => (await listRoadmaps(store)).find((each) => each.id === id),
    [id],
  );
  const roadmap = useLive(load);
  if (roadmap.state === 'loading') return <Page title="Placement">{null}</Page>;
  if (roadmap.state === 'failed') {
    return (
      <Page title="Placement">
        <Notice tone="danger">{roadmap.error.message}</Notice>
      </Page>
    );
  }
  if (roadmap.value === undefined) {
    return (
      <Page title="No such roadmap">
        <p>
          This address names no roadmap that this device has. Choose one, and find out there what
          you know already.
        </p>
        <div className="row">
          <ButtonLink look="primary" to="/roadmaps">
            See all roadmaps
          </ButtonLink>
        </div>
      </Page>
    );
  }
  return <Introduction id={id} title={roadmap.value.title} />;
}

function Introduction({ id, title }: { id: RoadmapId; title: string }) {
  const store = useStore();
  const navigate = useNavigate();
  const [isStarting, setStarting] = useState(false);
  const [failure, setFailure] = useState<string>();
  const handleStart = () => {
    const sitting = mintSittingId(store.clock.randomBytes(10));
    setStarting(true);
    setFailure(undefined);
    startPlacement(store, sitting, id).then(
      (started) => {
        setStarting(false);
        if (started !== null) void navigate(`/quiz/${sitting}`);
        else setFailure('This roadmap has no cards to ask yet. Nothing was changed.');
      },
      (error: unknown) => {
        setStarting(false);
        setFailure(
          `${toMessage(error)} Nothing was changed. Try again when there is a connection.`,
        );
      },
    );
  };
  return (
    <Page
      title="What do you know already?"
      lead={`${title}: ${leastPlacement} to ${mostPlacement} questions, a few minutes.`}
    >
      <p>
        The questions walk the roadmap. What you know is skipped to its harder parts; where you do
        not know something, they go into detail. At the end you see, section by section, what could
        be taken as known, and nothing is until you confirm it.
      </p>
      <p>Say “I don’t know” rather than guess: a lucky guess only brings cards too late.</p>
      {failure !== undefined && <Notice tone="danger">{failure}</Notice>}
      <div className="row">
        <Button look="primary" large disabled={isStarting} onClick={handleStart}>
          Start the placement
        </Button>
        <ButtonLink look="quiet" to="/">
          Skip it and begin at the start
        </ButtonLink>
      </div>
    </Page>
  );
}
