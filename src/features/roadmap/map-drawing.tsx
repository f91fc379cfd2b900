import { memo } from 'react';
import type { TopicId } from '#src/domain/ids.ts';
import { mapMeasures, type MapLayout, type PlacedNode } from '#src/domain/map/map-layout.ts';
import { toRecallLevel } from '#src/domain/progress.ts';
import type { TopicLook } from './describe-topic.ts';

/** What of the map stands out now. */
export interface MapHighlights {
  /** The node that the Tab key comes to. */
  readonly active: TopicId | undefined;
  /** The topic whose panel is open. */
  readonly open: TopicId | undefined;
  /** What the search found. */
  readonly lit: ReadonlySet<TopicId>;
}

const { barWidth, padding, lineHeight } = mapMeasures;

/** The map itself: paths, then nodes that can be focused and pressed. Its size is set by who shows it. */
export function MapDrawing({
  layout,
  looks,
  highlights,
}: {
  layout: MapLayout;
  looks: ReadonlyMap<TopicId, TopicLook>;
  highlights: MapHighlights;
}) {
  return (
    <svg
      className="map-drawing"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      data-searched={highlights.lit.size > 0 || undefined}
    >
      <MapLinks layout={layout} />
      {layout.nodes.map((node) => {
        const look = looks.get(node.id);
        if (look === undefined) return null;
        return (
          <MapNode
            key={node.id}
            node={node}
            {...look}
            isActive={highlights.active === node.id}
            isOpen={highlights.open === node.id}
            isLit={highlights.lit.has(node.id)}
          />
        );
      })}
    </svg>
  );
}

const MapLinks = memo(function MapLinks({ layout }: { layout: MapLayout }) {
  return layout.links.map(({ kind, path }) => (
    <path key={path} className="map-link" data-kind={kind} d={path} />
  ));
});

interface NodeProps extends TopicLook {
  readonly node: PlacedNode;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly isLit: boolean;
}

/** Remembers what it drew: hundreds of them stand still while one changes. */
const MapNode = memo(function MapNode(props: NodeProps) {
  const { node, look, facts, marks, due, heard, isActive, isOpen, isLit } = props;
  const { id, x, y, width, height, lines, side } = node;
  const level = Math.round(height * toRecallLevel(look));
  const below = height - padding - 4;
  // What is heard begins with what is seen, so that a voice can ask for it.
  const seen = [lines.join(' '), facts, marks, due > 0 ? `${due} due` : ''];
  const label = seen.filter((words) => words !== '').join(' ');
  return (
    <g
      className="map-node"
      role="button"
      tabIndex={isActive ? 0 : -1}
      aria-label={`${label}, ${heard}`}
      aria-pressed={isOpen}
      data-id={id}
      data-side={side}
      data-recall={look}
      data-lit={isLit || undefined}
      transform={`translate(${x} ${y})`}
    >
      <rect className="map-box" width={width} height={height} rx={8} />
      {level > 0 && (
        <rect className="map-bar" y={height - level} width={barWidth} height={level} rx={3} />
      )}
      <text className="map-title">
        {lines.map((line, index) => (
          <tspan key={index} x={barWidth + padding} y={padding + 15 + index * lineHeight}>
            {line}{' '}
          </tspan>
        ))}
      </text>
      <text className="map-facts" x={barWidth + padding} y={below}>
        {facts}
      </text>
      {marks !== '' && (
        <text className="map-facts map-marks" x={width - padding} y={below}>
          {` ${marks}`}
        </text>
      )}
      {due > 0 && <DueBadge due={due} right={width + 8} />}
    </g>
  );
});

function DueBadge({ due, right }: { due: number; right: number }) {
  const width = 16 + String(due).length * 8;
  return (
    <>
      <rect className="map-due" x={right - width} y={-8} width={width} height={22} rx={11} />
      <text className="map-due-count" x={right - 8} y={8}>
        {` ${due}`}
      </text>
    </>
  );
}
