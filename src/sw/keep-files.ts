import { isKeepable } from './keepable.ts';
import type { KeepingReport } from './messages.ts';

/** Enough to use a fast line, few enough that a page's own requests are not starved. */
const atOnce = 4;

/**
 * Fetches and keeps the files that the cache does not hold yet, each for itself: one that fails
 * leaves the others kept, and the next call goes on where this one ended.
 * @param files - absolute addresses whose content never changes under the same address
 * @returns `KEPT_ALL` only where every file is in the cache, else `KEPT_SOME`
 */
export async function keepFiles(
  cache: Cache,
  files: readonly string[],
  onProgress: (report: KeepingReport) => void,
): Promise<KeepingReport> {
  const held = new Set((await cache.keys()).map((request) => request.url));
  const missing = files.filter((file) => !held.has(file));
  const total = files.length;
  let done = total - missing.length;

  const keepInTurn = async () => {
    for (let file = missing.pop(); file !== undefined; file = missing.pop()) {
      if (!(await keepFile(cache, file))) continue;
      done += 1;
      onProgress({ type: 'KEEPING', done, total });
    }
  };
  missing.reverse();
  await Promise.all(Array.from({ length: atOnce }, keepInTurn));
  return { type: done === total ? 'KEPT_ALL' : 'KEPT_SOME', done, total };
}

async function keepFile(cache: Cache, file: string): Promise<boolean> {
  try {
    const response = await fetch(file);
    if (!isKeepable(response)) return false;
    await cache.put(file, response);
    return true;
  } catch {
    // No network, or no room on the disk: the page hears that something is missing.
    return false;
  }
}
