/** What a page asks of the service worker. */
export type WorkerRequest =
  /** Take over from the version before, which waits for a person to agree. */
  | { readonly type: 'SKIP_WAITING' }
  /** Fetch what is still missing for work with the network off. */
  | { readonly type: 'KEEP_ALL' };

/** What the service worker tells the page that asked it to keep everything. */
export interface KeepingReport {
  readonly type: 'KEEPING' | 'KEPT_ALL' | 'KEPT_SOME';
  /** Files on the device, of all the files outside the shell. */
  readonly done: number;
  readonly total: number;
}

/** The cache that holds what was shared with an app of this scope until its page takes it. */
export function toSharedCache(scope: string): string {
  return `cairn-shared-${scope}`;
}

/** The header that holds a shared file's name, as `encodeURIComponent` writes it. */
export const sharedName = 'x-name';
