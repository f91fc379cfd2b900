/** What happened to the store, in the words that decide what the learner is told. */
export type StorageTrouble = 'full' | 'blocked' | 'closed' | 'newer' | 'unavailable' | 'failed';

const advice: Readonly<Record<StorageTrouble, string>> = {
  full: 'The device has no room left. Nothing shown as saved is lost. Free some space, then try again.',
  blocked:
    'Another tab holds an older version of Cairn open. Close the other tabs of Cairn, then reload this one.',
  closed:
    'The connection to the stored data was lost. What was shown as saved is safe. Reload to go on.',
  newer:
    'The data on this device was written by a newer version of Cairn. Nothing was changed. Reload to update the app.',
  unavailable:
    'This browser does not let Cairn store anything here, as in some private windows. Open Cairn in a normal window.',
  failed: 'Saving did not work. What was shown as saved is safe. Try again, or reload.',
};

/** A failure of the store with what a person needs to know: what happened, what was kept, what to do. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly trouble: StorageTrouble;

  constructor(trouble: StorageTrouble, options?: ErrorOptions) {
    super(advice[trouble], options);
    this.trouble = trouble;
  }
}

const troubleByName: Readonly<Record<string, StorageTrouble>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  MissingAPIError: 'unavailable',
  OpenFailedError: 'unavailable',
  SecurityError: 'unavailable',
  BlockedError: 'blocked',
};

/** Any error of IndexedDB or Dexie as a `StorageError`; the causes inside it decide which. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  for (const name of namesOf(error, 0)) {
    const trouble = troubleByName[name];
    if (trouble !== undefined) return new StorageError(trouble, { cause: error });
  }
  return new StorageError('failed', { cause: error });
}

/** Innermost first: Dexie wraps a full disk in an abort, and an old version in a failed opening. */
function namesOf(error: unknown, depth: number): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const inner = 'inner' in error ? namesOf(error.inner, depth + 1) : [];
  return 'name' in error && typeof error.name === 'string' ? [...inner, error.name] : inner;
}

/** Runs a storage act and gives its failure a learner's words. */
export async function withStorageErrors<Result>(act: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw toStorageError(error);
  }
}
