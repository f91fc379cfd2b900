import type { Plan, PlanProgress } from '#src/domain/plan/plan.ts';

/** Where a plan stands, in a line: `day 12 of 90, 3 cards behind`. */
export function PlanStanding({ plan, progress }: { plan: Plan; progress: PlanProgress }) {
  return <>{describeStanding(plan, progress)}</>;
}

function describeStanding({ kind, cards }: Plan, progress: PlanProgress): string {
  const { day, days, introduced, behind, isDone, isOver } = progress;
  const end = kind === 'interview' ? 'the interview’s day has passed' : 'its last day has passed';
  const when = isOver ? end : days === undefined ? `day ${day}` : `day ${day} of ${days}`;
  if (isDone) return `${when}, every card met`;
  const met = `${introduced} of ${cards} cards met`;
  if (behind === 0) return `${when}, ${met}, on time`;
  return `${when}, ${met}, ${behind} ${behind === 1 ? 'card' : 'cards'} behind`;
}
