import {
  startTransition,
  useEffect,
  useMemo,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { TopicId } from '#src/domain/ids.ts';
import type { MapLayout } from '#src/domain/map/map-layout.ts';
import { findNextNode, type MapDirection } from '#src/domain/map/move-on-map.ts';
import { Button } from '#src/ui/button.tsx';
import { RecallLegend } from '#src/ui/recall-mark.tsx';
import type { TopicLook } from './describe-topic.ts';
import { MapDrawing } from './map-drawing.tsx';
import { startZoom, useMapPort } from './use-map-port.ts';
import './map.css';

const directions: Readonly<Record<string, MapDirection>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const steps: Readonly<Record<MapDirection, readonly [x: number, y: number]>> = {
  up: [0, 80],
  down: [0, -80],
  left: [80, 0],
  right: [-80, 0],
};
const zoomStep = 1.25;

type Shown = TopicId | undefined;

/** The roadmap drawn, in a window that is moved, zoomed and walked through by mouse, touch and keys. */
export function RoadmapMap({
  title,
  layout,
  looks,
  lit,
  shown,
  open,
  onOpen,
}: {
  title: string;
  layout: MapLayout;
  looks: ReadonlyMap<TopicId, TopicLook>;
  lit: ReadonlySet<TopicId>;
  /** The topic to bring into view: what the address names, or the search stands on. */
  shown: Shown;
  open: TopicId | undefined;
  onOpen: (id: TopicId) => void;
}) {
  const [walked, setWalked] = useState({ to: layout.nodes[0]?.id, shown: undefined as Shown });
  // Whatever is brought into view is also where the keys go on from.
  const active = walked.shown === shown || !looks.has(shown as TopicId) ? walked.to : shown;
  const drawn = useFirstViewFirst(layout, shown);
  const { port, layer, moveBy, zoomBy, showAll, reveal } = useMapPort(layout);
  const findElement = (id: TopicId) =>
    [...(layer.current?.querySelectorAll<SVGElement>('.map-node') ?? [])].find(
      (node) => node.dataset.id === id,
    );
  const nodeOf = (id: TopicId | undefined) => layout.nodes.find((node) => node.id === id);

  useEffect(() => {
    const node = nodeOf(shown);
    if (node === undefined) return;
    reveal(node, true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- brought into view once each time another is shown
  }, [shown]);

  const handleFocus = (event: { target: Element }) => {
    const node = nodeOf(toId(event.target));
    if (node === undefined) return;
    setWalked({ to: node.id, shown });
    reveal(node);
  };
  const handleClick = ({ target }: MouseEvent) => {
    const id = toId(target as Element);
    if (id !== undefined) onOpen(id);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    if (direction !== undefined && event.shiftKey) moveBy(...steps[direction]);
    else if (direction !== undefined) {
      const next = active === undefined ? undefined : findNextNode(layout, active, direction);
      if (next !== undefined) findElement(next.id)?.focus({ preventScroll: true });
    } else if (event.key === '+' || event.key === '=') zoomBy(zoomStep);
    else if (event.key === '-') zoomBy(1 / zoomStep);
    else if (event.key === '0') showAll();
    else if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) onOpen(active);
    else return;
    event.preventDefault();
  };

  return (
    <div className="map-view">
      <div className="map-head">
        <RecallLegend />
        <div className="map-zoom" role="group" aria-label="Zoom">
          <Button
            aria-label="Zoom in"
            onClick={() => {
              zoomBy(zoomStep);
            }}
          >
            +
          </Button>
          <Button
            aria-label="Zoom out"
            onClick={() => {
              zoomBy(1 / zoomStep);
            }}
          >
            −
          </Button>
          <Button onClick={showAll}>Whole map</Button>
        </div>
      </div>
      <div
        ref={port}
        className="map-port"
        role="group"
        aria-label={`Map of ${title}`}
        aria-describedby="map-keys"
        onFocus={handleFocus}
        onClick={handleClick}
        onKeyDown={handleKeyDown}
      >
        <div ref={layer} className="map-layer">
          <MapDrawing layout={drawn} looks={looks} highlights={{ active, open, lit }} />
        </div>
      </div>
      <p id="map-keys" className="muted small map-keys">
        Drag to move, Ctrl and wheel to zoom. By keyboard: arrows go from topic to topic, Enter
        opens one, Shift and arrows move the map, + − 0 zoom.
      </p>
    </div>
  );
}

/**
 * The map without the nodes that its first view cannot show; with them right after that is painted.
 * Text takes long to lay out, and a learner should not wait for what is out of sight.
 */
function useFirstViewFirst(layout: MapLayout, shown: Shown): MapLayout {
  const [isWhole, setWhole] = useState(shown !== undefined);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      startTransition(() => {
        setWhole(true);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, []);
  return useMemo(() => {
    if (isWhole) return layout;
    const [right, bottom] = [innerWidth / startZoom, innerHeight / startZoom];
    return { ...layout, nodes: layout.nodes.filter(({ x, y }) => x < right && y < bottom) };
  }, [layout, isWhole]);
}

function toId(element: Element): TopicId | undefined {
  const node = element.closest<SVGElement>('[data-id]');
  return node?.dataset.id as TopicId | undefined;
}
