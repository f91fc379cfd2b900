import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { StorageError, toStorageError, withStorageErrors } from './storage-error.ts';

const ofName = (name: string) => new DOMException('as the browser says', name);

describe('errors of the database in words for a learner', () => {
  it.each([
    ['a full disk', ofName('QuotaExceededError'), 'full'],
    ['a full disk inside an abort', new Dexie.AbortError(ofName('QuotaExceededError')), 'full'],
    ['a newer database', new Dexie.OpenFailedError(ofName('VersionError')), 'newer'],
    ['a closed database', new Dexie.DatabaseClosedError('closed'), 'closed'],
    ['a connection that is going away', ofName('InvalidStateError'), 'closed'],
    ['a browser without a database', new Dexie.MissingAPIError('none'), 'unavailable'],
    ['a window that may not store', ofName('SecurityError'), 'unavailable'],
    ['a failed opening', new Dexie.OpenFailedError('no reason'), 'unavailable'],
    ['anything else', new TypeError('a bug'), 'failed'],
    ['what is no error at all', 'a text', 'failed'],
    ['nothing', null, 'failed'],
  ] as const)('knows %s', (_, error, trouble) => {
    const translated = toStorageError(error);
    expect(translated.trouble).toBe(trouble);
    expect(translated.cause).toBe(error);
    expect(translated.message).not.toBe('');
  });

  it('leaves an error that was already put into words alone', () => {
    const error = new StorageError('blocked');
    expect(toStorageError(error)).toBe(error);
  });

  it('puts the failure of an act into words and hands on its result', async () => {
    expect(await withStorageErrors(() => Promise.resolve(7))).toBe(7);
    const failing = withStorageErrors(() => Promise.reject(ofName('QuotaExceededError')));
    await expect(failing).rejects.toMatchObject({ name: 'StorageError', trouble: 'full' });
  });

  it('does not go round in circles where an error names itself as its cause', () => {
    const error = { name: 'OddError', inner: null as unknown };
    error.inner = error;
    expect(toStorageError(error).trouble).toBe('failed');
  });
});
