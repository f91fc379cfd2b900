import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { MapLayout, PlacedNode } from '#src/domain/map/map-layout.ts';

/** Where the map is too large to be read whole, it begins at this size. */
export const startZoom = 0.9;
const leastZoom = 0.15;
const mostZoom = 2.5;
/** As much of the map stays in sight, in pixels, however far it is moved. */
const kept = 96;
/** A press that moves further is a drag and opens nothing. */
const dragFrom = 5;

interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What can be done with the window that looks on the map. */
export interface MapPort {
  readonly port: RefObject<HTMLDivElement | null>;
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly moveBy: (x: number, y: number) => void;
  /** Zooms by a factor, keeping the middle where it is. */
  readonly zoomBy: (factor: number) => void;
  readonly showAll: () => void;
  /** Moves no further than it must for the node to be seen; `centre` puts it into the middle. */
  readonly reveal: (node: PlacedNode, centre?: boolean) => void;
}

/**
 * Moves and zooms the map without React: a move is one transform of one layer that the compositor
 * has drawn already, at most once a frame. Only a zoom draws the map anew, so that text stays sharp.
 */
export function useMapPort(layout: MapLayout): MapPort {
  const port = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const view = useRef<View>({ x: 0, y: 0, zoom: 1 });
  const frame = useRef(0);

  const draw = () => {
    frame.current = 0;
    const drawing = layer.current?.firstElementChild;
    if (layer.current === null || !(drawing instanceof SVGElement)) return;
    const { x, y, zoom } = view.current;
    layer.current.style.transform = `translate3d(${Math.round(x)}px, ${Math.round(y)}px, 0)`;
    drawing.style.width = `${layout.width * zoom}px`;
    drawing.style.height = `${layout.height * zoom}px`;
  };
  const put = (next: View) => {
    const size = sizeOf(port.current);
    const clamp = (at: number, length: number, room: number) =>
      Math.min(room - kept, Math.max(kept - length * next.zoom, at));
    view.current = {
      x: clamp(next.x, layout.width, size.x),
      y: clamp(next.y, layout.height, size.y),
      zoom: next.zoom,
    };
    if (frame.current === 0) frame.current = requestAnimationFrame(draw);
  };
  const moveBy = (x: number, y: number) => {
    put({ ...view.current, x: view.current.x + x, y: view.current.y + y });
  };
  const zoomAt = (factor: number, at: Spot) => {
    const { x, y, zoom } = view.current;
    const next = Math.min(mostZoom, Math.max(leastZoom, zoom * factor));
    const ratio = next / zoom;
    put({ x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio, zoom: next });
  };
  const showAll = () => {
    const size = sizeOf(port.current);
    const fit = Math.min(size.x / layout.width, size.y / layout.height, 1);
    const zoom = Math.max(leastZoom, fit);
    put({
      x: (size.x - layout.width * zoom) / 2,
      y: Math.max(0, (size.y - layout.height * zoom) / 2),
      zoom,
    });
  };
  const reveal = (node: PlacedNode, centre = false) => {
    const { x, y, zoom } = view.current;
    const size = sizeOf(port.current);
    const shift = (at: number, from: number, length: number, room: number) => {
      const start = at + from * zoom;
      const end = start + length * zoom;
      if (centre) return room / 2 - (start + end) / 2;
      if (start < 24) return 24 - start;
      return end > room - 24 ? room - 24 - end : 0;
    };
    moveBy(shift(x, node.x, node.width, size.x), shift(y, node.y, node.height, size.y));
  };

  const actions = useRef({ moveBy, zoomAt });
  useLayoutEffect(() => {
    actions.current = { moveBy, zoomAt };
  });
  useLayoutEffect(() => {
    // The whole map where its words can be read then, else its beginning.
    const size = sizeOf(port.current);
    const fit = Math.min(size.x / layout.width, size.y / layout.height, 1);
    view.current =
      fit >= 0.7
        ? { x: (size.x - layout.width * fit) / 2, y: 0, zoom: fit }
        : { x: 0, y: 0, zoom: startZoom };
    draw();
    return () => {
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a map laid out anew, as after each change in the store, is the same map while its size is
  }, [layout.width, layout.height]);
  useEffect(() => {
    const element = port.current;
    return element === null ? undefined : listenToHands(element, actions);
  }, []);

  return {
    ...{ port, layer, moveBy, showAll, reveal },
    zoomBy: (factor) => {
      const size = sizeOf(port.current);
      zoomAt(factor, { x: size.x / 2, y: size.y / 2 });
    },
  };
}

function sizeOf(element: HTMLElement | null): Spot {
  return { x: element?.clientWidth ?? 0, y: element?.clientHeight ?? 0 };
}

interface Hands {
  readonly moveBy: (x: number, y: number) => void;
  readonly zoomAt: (factor: number, at: Spot) => void;
}

/** Drags with one pointer, zooms with two or with the wheel and Control; returns how to stop. */
function listenToHands(element: HTMLElement, actions: RefObject<Hands>): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const pointers = new Map<number, Spot>();
  let travelled = 0;
  const toSpot = ({ clientX, clientY }: MouseEvent): Spot => {
    const box = element.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };
  const handleMove = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = toSpot(event);
    pointers.set(event.pointerId, now);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (travelled < dragFrom) return;
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      actions.current.moveBy(now.x - before.x, now.y - before.y);
      return;
    }
    const spread = (spot: Spot) => Math.max(1, Math.hypot(spot.x - other.x, spot.y - other.y));
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    actions.current.zoomAt(spread(now) / spread(before), middle);
  };
  const handleEnd = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      if (pointers.size === 0) travelled = 0;
      pointers.set(event.pointerId, toSpot(event));
    },
    { signal },
  );
  element.addEventListener('pointermove', handleMove, { signal });
  element.addEventListener('pointerup', handleEnd, { signal });
  element.addEventListener('pointercancel', handleEnd, { signal });
  element.addEventListener(
    'click',
    (event) => {
      // What ends a drag is no press on what lies below.
      if (travelled >= dragFrom) event.stopPropagation();
    },
    { signal, capture: true },
  );
  element.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      actions.current.zoomAt(Math.exp(-event.deltaY / 300), toSpot(event));
    },
    { signal, passive: false },
  );
  return () => {
    stop.abort();
  };
}
