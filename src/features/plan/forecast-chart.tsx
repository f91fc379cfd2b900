import type { ForecastDay } from '#src/domain/plan/plan-forecast.ts';
import { writeDate } from '#src/ui/date-words.ts';
import { ForecastTable } from './forecast-table.tsx';

const height = 100;
const series = [
  { key: 'reviews', words: 'Reviews' },
  { key: 'extra', words: 'Extra reviews' },
  { key: 'new', words: 'New cards' },
] as const;

/** A bar for each day: reviews below, new cards above them; the limit a line where it comes near. */
export function ForecastChart({
  days,
  reviewLimit,
}: {
  days: readonly ForecastDay[];
  /** Of all cards a day. */
  reviewLimit: number;
}) {
  const most = Math.max(1, ...days.map((day) => day.reviews + day.extra + day.new));
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const shown = series.filter(({ key }) => days.some((day) => day[key] > 0));
  // A limit far above every bar would flatten them all, and says nothing.
  const isLimitNear = reviewLimit <= most * 1.5;
  const scale = height / Math.max(most, isLimitNear ? reviewLimit : 0);
  return (
    <figure className="plan-chart">
      <figcaption className="small">
        Cards a day, at most {most}
        {isLimitNear && `; the line is the limit of ${reviewLimit}`}
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {drawSeries(days, scale).map(({ key, path }) => (
          <path key={key} className="plan-bars" data-series={key} d={path} />
        ))}
        {isLimitNear && (
          <line
            className="plan-limit"
            x1={0}
            x2={days.length}
            y1={height - reviewLimit * scale}
            y2={height - reviewLimit * scale}
          />
        )}
      </svg>
      <div className="plan-axis small muted" aria-hidden="true">
        <span>{writeDate(first.day)}</span>
        <span>{writeDate(last.day)}</span>
      </div>
      <ul className="plan-legend small">
        {shown.map(({ key, words }) => (
          <li key={key}>
            <span className="plan-swatch" data-series={key} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
      <details>
        <summary>The same as a table</summary>
        <ForecastTable days={days} />
      </details>
    </figure>
  );
}

/** One path for each series, so that two years are drawn as quickly as a week. */
function drawSeries(days: readonly ForecastDay[], scale: number) {
  const tops = days.map(() => 0);
  // A narrow gap tells days apart as long as there is room for one.
  const width = days.length > 120 ? 1 : 0.86;
  return series.map(({ key }) => {
    const path = days
      .map((day, index) => {
        const from = tops[index] ?? 0;
        const to = from + day[key];
        tops[index] = to;
        if (to === from) return '';
        const bottom = height - from * scale;
        return `M${index} ${bottom}h${width}V${height - to * scale}h${-width}Z`;
      })
      .join('');
    return { key, path };
  });
}
