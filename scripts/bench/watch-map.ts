/**
 * Bundled and run in the page, before the app: notes, on the page's own clock, how long each press
 * on a link took to the frame with a map's nodes, and the times between frames. Knows the screen by
 * what it shows, not by hooks in it.
 */
export interface MapWatch {
  /** From each press to the first frame that shows nodes of a map. */
  readonly paintMs: number[];
  /** From each press to the frame in which `nodes` nodes are drawn. */
  readonly wholeMs: number[];
  nodes: number;
  /** Between frames since it was last emptied. */
  frameMs: number[];
}

declare global {
  var cairnMapWatch: MapWatch;
}

function watchMap(): void {
  const watch: MapWatch = { paintMs: [], wholeMs: [], nodes: Infinity, frameMs: [] };
  globalThis.cairnMapWatch = watch;
  let pressedAt = 0;
  let last = performance.now();
  /** What is still waited for since the press. */
  const waiting: { nodes: number; times: number[] }[] = [];

  const look = () => {
    const nodes = document.querySelectorAll('.map-node').length;
    while (waiting[0] !== undefined && nodes >= waiting[0].nodes) {
      const { times } = waiting[0];
      waiting.shift();
      requestAnimationFrame(() => {
        // A message is handled after the frame that this callback belongs to is drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          times.push(performance.now() - pressedAt);
        };
        port2.postMessage(null);
      });
    }
  };
  const noteFrame = (now: number) => {
    watch.frameMs.push(now - last);
    last = now;
    requestAnimationFrame(noteFrame);
  };

  addEventListener(
    'click',
    (event) => {
      pressedAt = event.timeStamp;
      waiting.push({ nodes: 1, times: watch.paintMs });
      waiting.push({ nodes: watch.nodes, times: watch.wholeMs });
    },
    { capture: true },
  );
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  requestAnimationFrame(noteFrame);
}

watchMap();
