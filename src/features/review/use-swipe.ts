import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';

/** Nearer than this to the edge of the screen a swipe belongs to the system: back, or the drawer. */
const edgePx = 24;
const leastPx = 64;
/** A finger that moves less than this has tapped. */
const tapPx = 10;
/** A finger that rests longer is selecting words. */
const tapMs = 500;

export interface SwipeHandlers {
  readonly onLeft: () => void;
  readonly onRight: () => void;
  readonly onTap: () => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
  /** In milliseconds. */
  readonly at: number;
}

interface Start extends Point {
  readonly id: number;
}

/** What a finger's way over the card means; undefined for a scroll or a slip. */
export function readSwipe(start: Point, end: Point) {
  const across = end.x - start.x;
  const down = end.y - start.y;
  if (Math.hypot(across, down) < tapPx) return end.at - start.at < tapMs ? 'tap' : undefined;
  if (Math.abs(across) < leastPx || Math.abs(across) < 2 * Math.abs(down)) return undefined;
  return across < 0 ? 'left' : 'right';
}

/**
 * Pointer handlers for `card`, which must stay the same element. A swipe never starts at the screen's
 * edge or where code scrolls.
 */
export function useSwipe(
  card: RefObject<HTMLElement | null>,
  { onLeft, onRight, onTap }: SwipeHandlers,
) {
  const start = useRef<Start>(null);
  useEffect(() => {
    const element = card.current;
    // Left to the browser a swipe ends in a fling, which swallows the tap on what comes next.
    const handleMove = (event: TouchEvent) => {
      const begun = start.current;
      const [finger, another] = event.touches;
      if (begun === null || finger === undefined || another !== undefined) return;
      const across = Math.abs(finger.clientX - begun.x);
      const down = Math.abs(finger.clientY - begun.y);
      if (event.cancelable && across > 2 * down) event.preventDefault();
    };
    element?.addEventListener('touchmove', handleMove, { passive: false });
    return () => {
      element?.removeEventListener('touchmove', handleMove);
    };
  }, [card]);
  return {
    onPointerDown: (event: PointerEvent) => {
      start.current = null;
      if (event.pointerType === 'mouse' || !event.isPrimary) return;
      const { clientX: x, clientY: y, pointerId: id, timeStamp: at } = event;
      const isAtEdge = x < edgePx || x > document.documentElement.clientWidth - edgePx;
      if (!isAtEdge && !startsOnControl(event.target)) start.current = { id, x, y, at };
    },
    onPointerUp: (event: PointerEvent) => {
      const begun = start.current;
      start.current = null;
      if (begun?.id !== event.pointerId) return;
      const { clientX: x, clientY: y, timeStamp: at } = event;
      const swipe = readSwipe(begun, { x, y, at });
      if (swipe === 'left') onLeft();
      if (swipe === 'right') onRight();
      if (swipe === 'tap') onTap();
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}

function startsOnControl(target: EventTarget): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('button, a, input, label, textarea') !== null) return true;
  const scrolling = target.closest('.rendered-scroll');
  return scrolling !== null && scrolling.scrollWidth > scrolling.clientWidth;
}
