import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { readChosen } from './read-chosen.ts';
import type { ChosenFile } from './read-file.ts';
import { takeShared } from './take-shared.ts';

/** How a browser hands over files that were opened with the installed app. */
interface LaunchQueue {
  setConsumer(
    take: (launch: { readonly files: readonly { getFile(): Promise<File> }[] }) => void,
  ): void;
}

/** Takes files that another app shared, and files opened with this one. */
export function useHandedFiles(onFiles: (files: readonly ChosenFile[]) => void): void {
  const [search, setSearch] = useSearchParams();
  const isShared = search.has('shared');
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
    launchQueue?.setConsumer(({ files }) => {
      void Promise.all(files.map((file) => file.getFile()))
        .then(readChosen)
        .then((chosen) => {
          latest.current(chosen);
        });
    });
  }, []);
  useEffect(() => {
    if (!isShared) return;
    const scope = new URL(import.meta.env.BASE_URL, location.href).href;
    // Taken once, even if the page is left meanwhile: they are kept nowhere else.
    void takeShared(caches, scope)
      .then(readChosen)
      .then((chosen) => {
        latest.current(chosen);
        setSearch({}, { replace: true });
      });
  }, [isShared, setSearch]);
}
