/** Short enough that a key press in between is answered at once, on a slow phone too. */
const sliceMs = 25;

/**
 * Runs a generator to its end, handing the thread back every few milliseconds, so that the page goes
 * on answering. Rejects with the signal's reason once it is aborted.
 */
export async function runInSlices<Result>(
  run: Generator<unknown, Result>,
  signal: AbortSignal,
): Promise<Result> {
  for (;;) {
    signal.throwIfAborted();
    const end = performance.now() + sliceMs;
    do {
      const { done, value } = run.next();
      if (done === true) return value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
