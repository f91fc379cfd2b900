import { sharedName } from './messages.ts';

/**
 * Keeps what another app shared, each under an address of its own below `folder`: the files, or where
 * there are none the text. What was shared before and never taken goes.
 */
export async function keepShared(cache: Cache, folder: string, form: FormData): Promise<void> {
  for (const request of await cache.keys()) await cache.delete(request);
  const files = form.getAll('files').filter((entry) => entry instanceof File);
  const said = ['title', 'text', 'url'].flatMap((name) => form.get(name) ?? []);
  const text = said
    .flatMap((part) => (typeof part === 'string' && part.trim() !== '' ? [part] : []))
    .join('\n');
  if (files.length === 0 && text !== '') files.push(new File([text], 'Shared text'));
  for (const [index, file] of files.entries()) {
    const headers = { [sharedName]: encodeURIComponent(file.name) };
    await cache.put(`${folder}${String(index)}`, new Response(file, { headers }));
  }
}
