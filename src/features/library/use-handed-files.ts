import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { readChosen } from './read-chosen.ts';
import type { ChosenFile } from './read-file.ts';

/** How a browser hands over files that were opened with the installed app. */
interface LaunchQueue {
  setConsumer(
    take: (launch: { readonly files: readonly { getFile(): Promise<File> }[] }) => void,
  ): void;
}

/** Gives the files that another app shared, each once; stable. */
export type TakeShared = () => Promise<File[]>;

/** Takes files that another app shared, and files opened with this one. */
export function useHandedFiles(
  takeShared: TakeShared,
  onFiles: (files: readonly ChosenFile[]) => void,
): void {
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
    // Taken once, even if the page is left meanwhile: they are kept nowhere else.
    void takeShared()
      .then(readChosen)
      .then((chosen) => {
        latest.current(chosen);
        setSearch({}, { replace: true });
      });
  }, [isShared, takeShared, setSearch]);
}
