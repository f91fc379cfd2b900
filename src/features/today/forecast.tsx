import type { StudyDay } from '#src/domain/ids.ts';
import { describeDay, nameWeekday } from './day-words.ts';

/** The next days as bars, each with its number. */
export function Forecast({ counts, today }: { counts: readonly number[]; today: StudyDay }) {
  const most = Math.max(1, ...counts);
  if (counts.every((count) => count === 0)) return null;
  // A bar is its share of what the two lines of text leave.
  return (
    <section aria-labelledby="forecast-title" className="forecast">
      <h2 id="forecast-title">Next fourteen days</h2>
      <ol>
        {counts.map((count, index) => {
          const day = (today + index) as StudyDay;
          return (
            <li key={day}>
              <span className="forecast-count" aria-hidden="true">
                {count > 0 ? count : ''}
              </span>
              <span
                className="forecast-bar"
                aria-hidden="true"
                style={{ blockSize: `calc((100% - 2rem) * ${count / most})` }}
              />
              <span className="forecast-day" aria-hidden="true">
                {nameWeekday(day)}
              </span>
              <span className="visually-hidden">
                {index === 0 ? 'Today' : describeDay(day)}: {count} due
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
