import { useCallback } from 'react';
import { findPlanAct } from '#src/storage/choose-plan.ts';
import type { PlanInForce } from '#src/storage/plans-in-force.ts';
import { useLive } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import type { Store } from '#src/storage/store.ts';
import { undoAct } from '#src/storage/undo.ts';
import { Button } from '#src/ui/button.tsx';
import { writeDate } from '#src/ui/date-words.ts';
import { PlanStanding } from '#src/ui/plan-standing.tsx';
import type { RunAct } from './done-bar.tsx';

/** The plan that was chosen: where it stands, and how to take it back or leave it. */
export function PlanInForcePart({ inForce, onRun }: { inForce: PlanInForce; onRun: RunAct }) {
  const { deck, plan, progress } = inForce;
  const load = useCallback((from: Store) => findPlanAct(from, deck), [deck]);
  const act = useLive(load);
  const chosen = act.state === 'ready' ? act.value : undefined;
  return (
    <section className="panel" aria-labelledby="in-force-title">
      <h2 id="in-force-title">Your plan</h2>
      <p>
        {describePlan(inForce)}: <PlanStanding plan={plan} progress={progress} />.
      </p>
      <div className="row">
        {chosen !== undefined && (
          <Button
            onClick={() => {
              onRun('Undone: limits, order and due days are as they were.', async (store) => {
                await undoAct(store, chosen);
                return null;
              });
            }}
          >
            Undo the choice
          </Button>
        )}
        <Button
          onClick={() => {
            onRun('Left. Limits, order and due days stay as they are.', (store) =>
              setSettings(store, [{ key: 'plan', deck, value: null }]),
            );
          }}
        >
          Leave the plan
        </Button>
      </div>
      <p className="muted small">
        {chosen !== undefined && 'Undo puts limits, order and due days back as they were. '}
        Leaving ends the count only: limits, order and due days stay as they are, and can be changed
        in the settings.
      </p>
    </section>
  );
}

function describePlan({ plan }: PlanInForce): string {
  const pace = `${plan.newPerDay} new a day`;
  switch (plan.kind) {
    case 'pace':
      return pace;
    case 'finish':
      return `Finish by ${writeDate(plan.until)}, ${pace}`;
    case 'periods':
      return `The roadmap’s own periods until ${writeDate(plan.until)}, up to ${pace}`;
    case 'interview':
      return `Interview on ${writeDate(plan.until)}, ${pace}`;
  }
}
