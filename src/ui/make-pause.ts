/** Well below what is felt, and what a database that has answered would wait for. */
const longestTaskMs = 12;

/** Something to await between parts of long work: once it is time for that, lets all else go first. */
export function makePause(): () => Promise<void> {
  let startedAt = performance.now();
  return async () => {
    if (performance.now() - startedAt < longestTaskMs) return;
    await letOthersGo();
    startedAt = performance.now();
  };
}

/** Where tasks have no priority, a timer lets at least those go that wait already. */
function letOthersGo(): Promise<unknown> {
  if ('scheduler' in globalThis)
    return scheduler.postTask(() => undefined, { priority: 'background' });
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
