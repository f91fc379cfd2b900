import { isKeepable } from './keepable.ts';

/** Long enough for a slow line, short enough that a dead one is not felt as a hang. */
const patienceMs = 5000;

/** A file whose address holds its hash: from the cache, else from the network and then kept. */
export async function answerFromCacheFirst(cache: Cache, request: Request): Promise<Response> {
  const kept = await cache.match(request.url);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (isKeepable(response)) await keepQuietly(cache, request, response);
  return response;
}

/**
 * The decks' manifest, whose address stays while its content changes: from the network and then
 * kept; where the network fails, is too slow or answers with something else, the last one kept.
 */
export async function answerFromNetworkFirst(cache: Cache, request: Request): Promise<Response> {
  try {
    const response = await fetch(request.url, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (isKeepable(response)) {
      await keepQuietly(cache, request, response);
      return response;
    }
    return (await cache.match(request.url)) ?? response;
  } catch {
    return (await cache.match(request.url)) ?? Response.error();
  }
}

/** A full disk must not keep the answer from the page that waits for it. */
async function keepQuietly(cache: Cache, request: Request, response: Response): Promise<void> {
  await cache.put(request.url, response.clone()).catch(() => undefined);
}
