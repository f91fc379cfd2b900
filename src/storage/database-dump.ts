/** A store of a database as plain JSON: how it was declared, and its records with their keys. */
export interface DumpedStore {
  readonly keyPath: string | readonly string[] | null;
  readonly indexes: Readonly<Record<string, string | readonly string[]>>;
  readonly records: readonly unknown[];
}

/** A whole database as plain JSON, for keeping what a released version wrote. */
export interface DatabaseDump {
  /** The browser's version number: Dexie's times ten. */
  readonly version: number;
  readonly stores: Readonly<Record<string, DumpedStore>>;
}

function settle<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error('The database refused.', { cause: request.error }));
    };
  });
}

/** Everything a database holds; it must exist. */
export async function dumpDatabase(name: string): Promise<DatabaseDump> {
  const db = await settle(indexedDB.open(name));
  const stores: Record<string, DumpedStore> = {};
  for (const storeName of db.objectStoreNames) {
    const store = db.transaction(storeName).objectStore(storeName);
    const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath]);
    const { keyPath } = store;
    const records = (await settle(store.getAll())).map((record) => toJson(record));
    stores[storeName] = { keyPath, records, indexes: Object.fromEntries(indexes) as never };
  }
  const { version } = db;
  db.close();
  return { version, stores };
}

/** Makes a database that is as the dumped one was. */
export async function restoreDump(name: string, dump: DatabaseDump): Promise<void> {
  const request = indexedDB.open(name, dump.version);
  request.onupgradeneeded = () => {
    for (const [storeName, { keyPath, indexes, records }] of Object.entries(dump.stores)) {
      const options = { keyPath: keyPath as string | string[] | null };
      const store = request.result.createObjectStore(storeName, options);
      for (const [index, path] of Object.entries(indexes)) {
        store.createIndex(index, path as string | string[]);
      }
      for (const record of records) store.put(fromJson(record));
    }
  };
  (await settle(request)).close();
}

/** Maps and typed arrays as JSON, each under a name of its own. */
function toJson(value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value].map((entry) => toJson(entry)) };
  if (value instanceof Int32Array) return { $int32: [...value] };
  if (value instanceof Float64Array) return { $float64: [...value] };
  if (value instanceof Uint8Array) return { $bytes: [...value] };
  if (Array.isArray(value)) return value.map((item) => toJson(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
}

function fromJson(json: unknown): unknown {
  if (Array.isArray(json)) return json.map((item) => fromJson(item));
  if (typeof json !== 'object' || json === null) return json;
  if ('$map' in json) return new Map(fromJson(json.$map) as [unknown, unknown][]);
  if ('$int32' in json) return Int32Array.from(json.$int32 as number[]);
  if ('$float64' in json) return Float64Array.from(json.$float64 as number[]);
  if ('$bytes' in json) return Uint8Array.from(json.$bytes as number[]);
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, fromJson(item)]));
}
