import type { PlanForecast, SectionSpan } from '#src/domain/plan/plan-forecast.ts';
import { writeDate } from '#src/ui/date-words.ts';
import { ForecastChart } from './forecast-chart.tsx';

/** What a plan would come to: in a sentence, as bars, and section by section. */
export function ForecastPart({ forecast }: { forecast: PlanForecast }) {
  const { days, limits, sections } = forecast;
  return (
    <section className="plan-part" aria-labelledby="forecast-title">
      <h2 id="forecast-title">What it would take</h2>
      <p role="status">{summarise(forecast)}</p>
      <ForecastChart days={days} reviewLimit={limits.reviewsPerDay} />
      {sections.length > 0 && <Sections sections={sections} />}
      <p className="muted small">
        A simulation of each day with your own limits, pace and grades, and the same memory model
        that schedules your cards. Days off are not in it.
      </p>
    </section>
  );
}

function summarise(forecast: PlanForecast): string {
  const { left, newPerDay, stretches, finish, busiest, days } = forecast;
  const mean = Math.ceil(days.reduce((sum, day) => sum + day.minutes, 0) / days.length);
  const load = `About ${count(mean, 'minute')} a day, ${busiest} in the busiest week.`;
  if (left === 0) return `Every card it takes in is started: only reviews are left. ${load}`;
  const cards = `${count(left, 'card')} to meet at ${stretches.length > 1 ? 'up to ' : ''}${newPerDay} a day`;
  const end =
    finish === undefined ? 'not all within two years' : `the last one on ${writeDate(finish)}`;
  return `${cards}, ${end}. ${load}`;
}

function Sections({ sections }: { sections: readonly SectionSpan[] }) {
  return (
    <details>
      <summary>When each section begins and ends</summary>
      <ul className="plan-sections">
        {sections.map((section) => (
          <li key={section.id}>
            <span>{section.title}</span>
            <span className="muted small">
              {count(section.cards, 'card')}, {describeSpan(section)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function describeSpan({ begun, finished, window }: SectionSpan): string {
  if (begun === undefined) return 'not begun in this time';
  const end = finished === undefined ? 'not finished in this time' : writeDate(finished);
  const own = window === undefined ? '' : `; the roadmap gives it until ${writeDate(window.to)}`;
  return `${writeDate(begun)} to ${end}${own}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
