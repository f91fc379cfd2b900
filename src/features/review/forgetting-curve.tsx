import { dayMs } from '#src/domain/day.ts';
import type { Instant } from '#src/domain/ids.ts';
import type { CurvePoint } from '#src/domain/recall.ts';

/** As wide as a phone's dialog, where its words are then as large as those around it. */
const width = 340;
const height = 150;
const left = 44;
const right = 4;
const top = 8;
const bottom = 24;

/** How recall fell and rose, drawn; the facts beside it say the same in words. None before a day has passed. */
export function ForgettingCurve({
  spans,
  now,
  retention,
}: {
  /** From the first review to now, or to the day the card comes due. */
  spans: readonly (readonly CurvePoint[])[];
  now: Instant;
  retention: number;
}) {
  const points = spans.flat();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.at - first.at < dayMs) return null;
  const lowest = Math.min(retention, ...points.map(({ recall }) => recall));
  const floor = Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
  const toX = (at: number) =>
    left + ((at - first.at) / (last.at - first.at)) * (width - left - right);
  const toY = (recall: number) => top + ((1 - recall) / (1 - floor)) * (height - bottom - top);
  const isAhead = last.at > now;
  const daysAgo = Math.round((now - first.at) / dayMs);
  return (
    <figure className="forgetting-curve">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={describe(daysAgo, Math.round((last.at - now) / dayMs), last.recall)}
      >
        {[1, floor].map((level) => (
          <g key={level}>
            <line className="curve-grid" x1={left} x2={width} y1={toY(level)} y2={toY(level)} />
            <text className="curve-label" x={left - 8} y={toY(level) + 4} textAnchor="end">
              {Math.round(level * 100)} %
            </text>
          </g>
        ))}
        <line
          className="curve-wanted"
          x1={left}
          x2={width}
          y1={toY(retention)}
          y2={toY(retention)}
        />
        {isAhead && (
          <line className="curve-now" x1={toX(now)} x2={toX(now)} y1={top} y2={height - bottom} />
        )}
        {spans.map((span) => (
          <polyline
            key={span[0]?.at}
            className="curve-line"
            points={span.map(({ at, recall }) => `${toX(at)},${toY(recall)}`).join(' ')}
          />
        ))}
        {spans.map(([start]) =>
          start === undefined ? null : (
            <circle
              key={start.at}
              className="curve-review"
              cx={toX(start.at)}
              cy={toY(start.recall)}
              r={4}
            />
          ),
        )}
        <text className="curve-label" x={left} y={height - 4}>
          {daysAgo === 0 ? 'today' : `${daysAgo} d ago`}
        </text>
        <text className="curve-label" x={width - right} y={height - 4} textAnchor="end">
          {isAhead ? 'due' : 'now'}
        </text>
      </svg>
      <figcaption className="muted small">
        Recall since the first review{isAhead ? ', and on to the due day' : ''}. Dots are reviews;
        the dashed line is the retention you ask for, {Math.round(retention * 100)} %.
      </figcaption>
    </figure>
  );
}

function describe(daysAgo: number, daysAhead: number, recall: number): string {
  const percent = `${Math.round(recall * 100)} %`;
  const end =
    daysAhead > 0 ? `${percent} when it is due in ${countDays(daysAhead)}` : `now ${percent}`;
  const start = daysAgo === 0 ? 'today' : `${countDays(daysAgo)} ago`;
  return `Recall since the first review ${start}: ${end}`;
}

function countDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
