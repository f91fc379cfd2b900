import type { CurvePoint } from '#src/domain/recall.ts';

const width = 600;
const height = 180;
const left = 44;
const bottom = 22;
const day = 86_400_000;

/** How recall fell and rose, drawn; the numbers beside it say the same in words. */
export function ForgettingCurve({
  spans,
  retention,
}: {
  spans: readonly (readonly CurvePoint[])[];
  retention: number;
}) {
  const points = spans.flat();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.at <= first.at) return null;
  const lowest = Math.min(retention, ...points.map(({ recall }) => recall));
  const floor = Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
  const toX = (at: number) => left + ((at - first.at) / (last.at - first.at)) * (width - left - 4);
  const toY = (recall: number) => 8 + ((1 - recall) / (1 - floor)) * (height - bottom - 8);
  const days = Math.round((last.at - first.at) / day);
  return (
    <figure className="forgetting-curve">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Recall over ${days} days, now ${Math.round(last.recall * 100)} %`}
      >
        {[1, floor].map((level) => (
          <g key={level}>
            <line className="curve-grid" x1={left} x2={width} y1={toY(level)} y2={toY(level)} />
            <text className="curve-label" x={left - 6} y={toY(level) + 4} textAnchor="end">
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
        {spans.map((span, index) => (
          <polyline
            key={index}
            className="curve-line"
            points={span.map(({ at, recall }) => `${toX(at)},${toY(recall)}`).join(' ')}
          />
        ))}
        {spans.map((span, index) => {
          const start = span[0];
          return start ? (
            <circle
              key={index}
              className="curve-review"
              cx={toX(start.at)}
              cy={toY(start.recall)}
              r={3.5}
            />
          ) : null;
        })}
        <text className="curve-label" x={left} y={height - 4}>
          {days} days ago
        </text>
        <text className="curve-label" x={width - 4} y={height - 4} textAnchor="end">
          now
        </text>
      </svg>
      <figcaption className="muted small">
        Recall since the first review. Dots are reviews; the dashed line is the retention you ask
        for, {Math.round(retention * 100)} %.
      </figcaption>
    </figure>
  );
}
