/** Where the ids of the pages that still run an older version are kept, since a worker forgets. */
const recordName = 'old-clients.json';

/** Notes every page open at the moment a new version takes over: all of them run older code. */
export async function rememberOldClients(
  cache: Cache,
  scope: string,
  open: readonly { readonly id: string }[],
): Promise<void> {
  await cache.put(scope + recordName, Response.json(open.map((client) => client.id)));
}

/**
 * Deletes what only older versions need, unless a page of an older version is still open: its lazy
 * parts would be gone from the server as well.
 * @param files - absolute addresses of everything this version keeps
 * @returns the number of files deleted
 */
export async function dropOldFiles(
  cache: Cache,
  scope: string,
  files: readonly string[],
  open: readonly { readonly id: string }[],
): Promise<number> {
  const record = await cache.match(scope + recordName);
  const old = new Set(record === undefined ? [] : ((await record.json()) as string[]));
  if (open.some((client) => old.has(client.id))) return 0;
  const wanted = new Set([...files, scope + recordName]);
  const unwanted = (await cache.keys()).filter((request) => !wanted.has(request.url));
  await Promise.all(unwanted.map((request) => cache.delete(request)));
  return unwanted.length;
}
