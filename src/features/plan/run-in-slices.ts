/** Short enough that a key press in between is answered at once, on a slow phone too. */
const sliceMs = 25;

/**
 * Runs a generator to its end, handing the thread back every few milliseconds, so that the page goes
 * on answering; tells how many steps it took each time. Rejects with the signal's reason once aborted.
 */
export async function runInSlices<Result>(
  run: Generator<unknown, Result>,
  signal: AbortSignal,
  onSteps?: (steps: number) => void,
): Promise<Result> {
  let steps = 0;
  for (;;) {
    signal.throwIfAborted();
    const end = performance.now() + sliceMs;
    do {
      const { done, value } = run.next();
      if (done === true) return value;
      steps += 1;
    } while (performance.now() < end);
    onSteps?.(steps);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
