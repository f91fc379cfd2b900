import { Link } from 'react-router';
import { listPlansInForce } from '#src/storage/plans-in-force.ts';
import { useLive } from '#src/storage/react.tsx';
import { PlanStanding } from '#src/ui/plan-standing.tsx';

/** A line for each plan in force; nothing where there is none. */
export function PlanLines() {
  const plans = useLive(listPlansInForce);
  if (plans.state !== 'ready' || plans.value.length === 0) return null;
  return (
    <ul className="plan-lines" aria-label="Plans">
      {plans.value.map(({ roadmap, title, plan, progress }) => (
        <li key={roadmap}>
          <Link to={`/roadmaps/${roadmap}/plan`}>Plan for {title}</Link>:{' '}
          <PlanStanding plan={plan} progress={progress} />
        </li>
      ))}
    </ul>
  );
}
