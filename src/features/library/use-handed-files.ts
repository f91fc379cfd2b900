import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

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
  onFiles: (files: readonly File[]) => void,
): void {
  const [search, setSearch] = useSearchParams();
  const isShared = search.has('shared');
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  // What cannot be handed over is told as what did not arrive.
  const handOver = useCallback(async (files: Promise<readonly File[]>) => {
    latest.current(await files.catch(() => []));
  }, []);
  useEffect(() => {
    const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
    launchQueue?.setConsumer(({ files }) => {
      void handOver(Promise.all(files.map((file) => file.getFile())));
    });
  }, [handOver]);
  useEffect(() => {
    if (!isShared) return;
    // Taken once, even if the page is left meanwhile: they are kept nowhere else.
    void handOver(takeShared()).then(() => {
      setSearch({}, { replace: true });
    });
  }, [isShared, takeShared, setSearch, handOver]);
}
