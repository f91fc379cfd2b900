import type { PlanForecast, Trouble } from '#src/domain/plan/plan-forecast.ts';
import type { PlanRequest } from '#src/domain/plan/plan-request.ts';
import type { WayOut } from '#src/domain/plan/ways-out.ts';
import { Button } from '#src/ui/button.tsx';
import { writeDate } from '#src/ui/date-words.ts';

/** Whether the plan fits; where it does not, why, and what could give. */
export function TroublesPart({
  forecast,
  ways,
  onTake,
}: {
  forecast: PlanForecast;
  /** Absent while they are looked for. */
  ways: readonly WayOut[] | undefined;
  onTake: (request: PlanRequest) => void;
}) {
  const { troubles } = forecast;
  if (troubles.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="troubles-title">
      <h2 id="troubles-title">It does not fit</h2>
      <ul className="plan-troubles">
        {troubles.map((trouble) => (
          <li key={trouble.kind}>{describeTrouble(trouble, forecast)}</li>
        ))}
      </ul>
      {ways === undefined && <p className="muted">Looking for what could give…</p>}
      {ways?.length === 0 && <p>No single change makes it fit. Ask for less of it.</p>}
      {ways !== undefined && ways.length > 0 && (
        <>
          <h3>What could give</h3>
          <ul className="plan-ways">
            {ways.map((way) => (
              <li key={way.kind}>
                <Button
                  onClick={() => {
                    onTake(way.request);
                  }}
                >
                  {nameWay(way)}
                </Button>
                <span className="muted small">{describeOutcome(way)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function describeTrouble(trouble: Trouble, { left, interview, request }: PlanForecast): string {
  switch (trouble.kind) {
    case 'late':
      return `${trouble.cards} of ${left} cards would not be met in time.`;
    case 'long-days':
      return `The busiest week takes ${trouble.minutes} minutes a day; you wanted ${trouble.wanted} at most.`;
    case 'held':
      return `From ${writeDate(trouble.day)} on the limit of reviews holds cards back, up to ${trouble.most} on a day.`;
    case 'short': {
      const wanted = request.kind === 'interview' ? Math.round(request.recall * 100) : 0;
      const unmet = interview?.short.filter(({ recall }) => recall === 0).length ?? 0;
      const new_ = unmet > 0 ? ` ${unmet} of them would not even be met by then.` : '';
      return `${trouble.cards} cards would stay below ${wanted} % on the day, whatever is reviewed.${new_}`;
    }
  }
}

function nameWay({ kind, request, forecast }: WayOut): string {
  switch (kind) {
    case 'more-days':
      return forecast.until === undefined
        ? 'Take more days'
        : `Take until ${writeDate(forecast.until)}`;
    case 'fewer-new':
      return `${forecast.newPerDay} new cards a day`;
    case 'more-minutes':
      return `Give ${request.minutes ?? forecast.busiest} minutes a day`;
    case 'more-reviews':
      return `Allow ${forecast.limits.reviewsPerDay} reviews a day`;
    case 'mandatory-only':
      return 'Only mandatory topics';
  }
}

function describeOutcome({ forecast }: WayOut): string {
  const { left, newPerDay, finish, busiest, troubles } = forecast;
  const end = finish === undefined ? '' : ` until ${writeDate(finish)}`;
  const fits = troubles.length === 0 ? '' : '; not all of it fits yet';
  return `${left} cards at ${newPerDay} a day${end}, ${busiest} minutes in the busiest week${fits}`;
}
