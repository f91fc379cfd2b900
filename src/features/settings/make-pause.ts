/** A task of more than 50 ms is felt. */
const longestTaskMs = 40;

/** Something to await between parts of long work: lets the page do its own once it is time for that. */
export function makePause(): () => Promise<void> {
  let startedAt = performance.now();
  return async () => {
    if (performance.now() - startedAt < longestTaskMs) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    startedAt = performance.now();
  };
}
