import { useCallback, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { HomeId, RoadmapId } from '#src/domain/ids.ts';
import type { PlanForecast } from '#src/domain/plan/plan-forecast.ts';
import type { PlanGround } from '#src/domain/plan/plan-ground.ts';
import type { Plan } from '#src/domain/plan/plan.ts';
import { layOutPeriods } from '#src/domain/plan/section-windows.ts';
import { defaultDeckSettings } from '#src/domain/settings.ts';
import { bringForwardExtras, choosePlan } from '#src/storage/choose-plan.ts';
import { loadPlanGround } from '#src/storage/load-plan-ground.ts';
import { listRoadmaps, type RoadmapSummary } from '#src/storage/overview.ts';
import { listHomeTitles } from '#src/storage/library.ts';
import { listPlansInForce, type PlanInForce } from '#src/storage/plans-in-force.ts';
import { useLive } from '#src/storage/react.tsx';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { DoneBar, useDone, type RunAct } from './done-bar.tsx';
import { ForecastPart } from './forecast-part.tsx';
import { InterviewPart } from './interview-part.tsx';
import { LimitsPart } from './limits-part.tsx';
import { fillDraft, readDraft, startDraft } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanInForcePart } from './plan-in-force.tsx';
import { TroublesPart } from './troubles-part.tsx';
import { useForecast } from './use-forecast.ts';
import './plan.css';

interface Found {
  readonly ground: PlanGround;
  readonly inForce: PlanInForce | undefined;
  readonly followed: readonly RoadmapId[];
  readonly roadmaps: readonly RoadmapSummary[];
  readonly homes: ReadonlyMap<HomeId, string>;
}

/** A plan for a roadmap: what it would take, shown before it is chosen. */
export function PlanPage() {
  const { id = '' } = useParams();
  const load = useCallback((store: Store) => findPlan(store, id as RoadmapId), [id]);
  const found = useLive(load);
  if (found.state === 'failed') {
    return (
      <Page title="Plan">
        <Notice tone="danger">{found.error.message}</Notice>
      </Page>
    );
  }
  if (found.state === 'loading') return <Page title="Plan">{null}</Page>;
  if (found.value === undefined) {
    return (
      <Page title="No such roadmap">
        <p>This address names no roadmap that this device has.</p>
        <ButtonLink to="/roadmaps">See all roadmaps</ButtonLink>
      </Page>
    );
  }
  return <Planning found={found.value} />;
}

async function findPlan(store: Store, id: RoadmapId): Promise<Found | undefined> {
  const [ground, plans, settings, roadmaps, homes] = await Promise.all([
    loadPlanGround(store, id),
    listPlansInForce(store),
    loadSettings(store.db),
    listRoadmaps(store),
    listHomeTitles(store),
  ]);
  if (ground === undefined) return undefined;
  const inForce = plans.find(({ roadmap }) => roadmap === id);
  return { ground, inForce, followed: settings.learner.roadmaps, roadmaps, homes };
}

function Planning({ found: { ground, inForce, followed, roadmaps, homes } }: { found: Found }) {
  const { roadmap, study } = ground;
  const { today } = study;
  const [draft, setDraft] = useState(() =>
    startDraft(today, inForce?.plan ?? null, usualPace(ground)),
  );
  const reading = useMemo(() => readDraft(draft, today), [draft, today]);
  const request = 'request' in reading ? reading.request : undefined;
  const { forecast, ways, simulated, isCurrent } = useForecast(ground, request);
  const { done, run, bar } = useDone();
  const hasPeriods = layOutPeriods(roadmap.sections, today).size > 0;
  return (
    <Page
      title="Plan"
      lead={
        <>
          For <Link to={`/roadmaps/${roadmap.id}`}>{roadmap.title}</Link>
        </>
      }
    >
      <DoneBar done={done} bar={bar} onRun={run} />
      {inForce !== undefined && <PlanInForcePart inForce={inForce} onRun={run} />}
      <PlanForm
        draft={draft}
        reading={reading}
        sections={roadmap.sections}
        hasPeriods={hasPeriods}
        hasPriorities={hasMandatory(ground)}
        onChange={setDraft}
      />
      <p className="plan-busy muted">
        {request !== undefined &&
          !isCurrent &&
          `Working out the forecast…${simulated > 0 ? ` ${simulated} days simulated so far` : ''}`}
      </p>
      {forecast !== undefined && request !== undefined && (
        <div className="plan-result" aria-busy={!isCurrent}>
          <ForecastPart forecast={forecast} />
          {forecast.interview !== undefined && (
            <InterviewPart ground={ground} interview={forecast.interview} />
          )}
          <TroublesPart
            forecast={forecast}
            ways={ways}
            onTake={(taken) => {
              setDraft(fillDraft(draft, taken));
            }}
          />
          <LimitsPart ground={ground} forecast={forecast} {...{ followed, roadmaps, homes }} />
          <Choice
            ground={ground}
            forecast={forecast}
            plan={inForce?.plan ?? null}
            isReady={isCurrent}
            onRun={run}
          />
        </div>
      )}
    </Page>
  );
}

/** Chooses the plan shown, or brings forward what the one in force now asks for. */
function Choice({
  ground,
  forecast,
  plan,
  isReady,
  onRun,
}: {
  ground: PlanGround;
  forecast: PlanForecast;
  plan: Plan | null;
  isReady: boolean;
  onRun: RunAct;
}) {
  const fits = forecast.troubles.length === 0;
  const next = forecast.interview?.extras.filter(({ isNext }) => isNext) ?? [];
  const isOfPlan = plan?.kind === 'interview' && forecast.until === plan.until;
  return (
    <div className="row">
      <Button
        look={fits ? 'primary' : 'plain'}
        disabled={!isReady}
        onClick={() => {
          // The plan's own panel, which comes up with it, has its undo.
          onRun('Chosen: the limits are set, and the count begins today.', async (store) => {
            await choosePlan(store, ground, forecast);
            return null;
          });
        }}
      >
        {fits ? 'Choose this plan' : 'Choose it as it is'}
      </Button>
      {isOfPlan && next.length > 0 && (
        <Button
          disabled={!isReady}
          onClick={() => {
            onRun('The reviews are brought forward.', (store) =>
              bringForwardExtras(store, ground, forecast),
            );
          }}
        >
          Bring {next.length} reviews forward
        </Button>
      )}
    </div>
  );
}

function usualPace({ deck, study }: PlanGround): number {
  const { learner, decks } = study.settings;
  return (decks.get(deck) ?? defaultDeckSettings).newPerDay ?? learner.newPerDay;
}

function hasMandatory({ roadmap }: PlanGround): boolean {
  const isMarked = (topics: PlanGround['roadmap']['sections'][number]['topics']): boolean =>
    topics.some(({ priority, topics: parts = [] }) => priority === 'mandatory' || isMarked(parts));
  return roadmap.sections.some(
    ({ priority, topics }) => priority === 'mandatory' || isMarked(topics),
  );
}
