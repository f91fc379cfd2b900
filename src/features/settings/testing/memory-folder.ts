import type { FileHandle, FolderHandle } from '#src/storage/backup-folder.ts';

/** A folder as the browser hands it out, with its files in memory. */
export class MemoryFolder implements FolderHandle {
  readonly name = 'Backups';
  readonly files = new Map<string, Blob>();
  permission: PermissionState = 'granted';
  /** What asking the learner comes to. */
  answer: PermissionState = 'granted';
  /** Where it is set, writing fails with it. */
  failure: Error | undefined;

  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle> {
    if (!this.files.has(name)) {
      if (options?.create !== true) {
        return Promise.reject(new DOMException('There is no such file.', 'NotFoundError'));
      }
      this.files.set(name, new Blob());
    }
    return Promise.resolve({ createWritable: () => Promise.resolve(this.#write(name)) });
  }

  #write(name: string) {
    let written = new Blob();
    return {
      write: (content: Blob) => {
        if (this.failure !== undefined) return Promise.reject(this.failure);
        written = content;
        return Promise.resolve();
      },
      close: () => {
        this.files.set(name, written);
        return Promise.resolve();
      },
      abort: () => Promise.resolve(),
    };
  }

  removeEntry(name: string): Promise<void> {
    this.files.delete(name);
    return Promise.resolve();
  }

  queryPermission(): Promise<PermissionState> {
    return Promise.resolve(this.permission);
  }

  requestPermission(): Promise<PermissionState> {
    this.permission = this.answer;
    return Promise.resolve(this.permission);
  }
}

/** Lets databases keep folders as browsers do, which clone the handle and not what is behind it. */
export function keepFoldersByHandle(): void {
  const clone = globalThis.structuredClone;
  globalThis.structuredClone = <T>(value: T): T => {
    const row = value as { value?: { handle?: unknown } } | undefined;
    if (!(row?.value?.handle instanceof MemoryFolder)) return clone(value);
    const { handle } = row.value;
    const cloned = clone({ ...row, value: { ...row.value, handle: null } });
    return { ...cloned, value: { ...cloned.value, handle } } as T;
  };
}
