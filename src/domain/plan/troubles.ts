import type { PlanForecast, Trouble } from './plan-forecast.ts';

/** What keeps a forecast from fitting what was asked. */
export function findTroubles(forecast: Omit<PlanForecast, 'troubles'>): Trouble[] {
  const { request, days, busiest, interview } = forecast;
  const troubles: Trouble[] = [];
  const late = countLate(forecast);
  if (late > 0) troubles.push({ kind: 'late', cards: late });
  if (request.minutes !== null && busiest > request.minutes) {
    troubles.push({ kind: 'long-days', minutes: busiest, wanted: request.minutes });
  }
  const held = days.filter((each) => each.held > 0);
  const [first] = held;
  if (first !== undefined) {
    const most = Math.max(...held.map((each) => each.held));
    const needed = Math.max(...held.map((each) => each.new + each.reviews + each.held));
    troubles.push({ kind: 'held', day: first.day, most, needed });
  }
  if (interview !== undefined && interview.short.length > 0) {
    troubles.push({ kind: 'short', cards: interview.short.length });
  }
  return troubles;
}

/** Cards introduced after the plan's last day, or after the last day of their section's period. */
function countLate({ request, until, left, days, sections }: Omit<PlanForecast, 'troubles'>) {
  if (until === undefined) return 0;
  if (request.kind === 'periods') {
    const late = sections.filter(
      ({ finished = Infinity, window }) => finished > (window?.to ?? until),
    );
    return late.reduce((sum, { cards }) => sum + cards, 0);
  }
  const last = request.kind === 'interview' ? until - 1 : until;
  const inTime = days.filter(({ day }) => day <= last);
  return left - inTime.reduce((sum, { planned }) => sum + planned, 0);
}
