import { sharedName, toSharedCache } from '#src/sw/messages.ts';

/** Takes the files that the service worker kept when they were shared with the app: none stays. */
export async function takeShared(): Promise<File[]> {
  const scope = new URL(import.meta.env.BASE_URL, location.href).href;
  const name = toSharedCache(scope);
  const cache = await caches.open(name);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const kept = await cache.match(request);
    if (kept === undefined) continue;
    const title = decodeURIComponent(kept.headers.get(sharedName) ?? 'Shared file');
    files.push(new File([await kept.blob()], title));
  }
  await caches.delete(name);
  return files;
}
