import type { ForecastDay } from '#src/domain/plan/plan-forecast.ts';
import { writeShortDate } from '#src/ui/date-words.ts';

/** Longer than this, a row is a week. */
const mostRows = 31;

/** A forecast in numbers: by day, or where it is long by week. */
export function ForecastTable({ days }: { days: readonly ForecastDay[] }) {
  const isByWeek = days.length > mostRows;
  const rows = isByWeek ? toWeeks(days) : days;
  return (
    <div className="plan-table" role="group" aria-label="Forecast as a table" tabIndex={0}>
      <table>
        <caption className="visually-hidden">
          Cards and minutes {isByWeek ? 'by week' : 'by day'}
        </caption>
        <thead>
          <tr>
            <th scope="col">{isByWeek ? 'Week from' : 'Day'}</th>
            <th scope="col">New</th>
            <th scope="col">Reviews</th>
            <th scope="col">Extra</th>
            <th scope="col">Held back</th>
            <th scope="col">{isByWeek ? 'Minutes a day' : 'Minutes'}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.day}>
              <th scope="row">{writeShortDate(row.day)}</th>
              <td>{row.new}</td>
              <td>{row.reviews}</td>
              <td>{row.extra}</td>
              <td>{row.held}</td>
              <td>{row.minutes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Sums of seven days; what is held back is the most of them, as it waits from day to day. */
function toWeeks(days: readonly ForecastDay[]): Omit<ForecastDay, 'planned'>[] {
  const weeks: Omit<ForecastDay, 'planned'>[] = [];
  for (let start = 0; start < days.length; start += 7) {
    const [first, ...others] = days.slice(start, start + 7);
    if (first === undefined) break;
    const week = [first, ...others];
    const sum = (key: 'new' | 'reviews' | 'extra' | 'minutes') =>
      week.reduce((all, day) => all + day[key], 0);
    weeks.push({
      day: first.day,
      new: sum('new'),
      reviews: sum('reviews'),
      extra: sum('extra'),
      held: Math.max(...week.map(({ held }) => held)),
      minutes: Math.ceil(sum('minutes') / week.length),
    });
  }
  return weeks;
}
