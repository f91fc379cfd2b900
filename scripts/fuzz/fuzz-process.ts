import { getKind, openFiles, tryFile } from './fuzz-run.ts';
import type { ProcessMessage } from './watch-kind.ts';

// Reads the files of one kind and tells of each, so that the watchdog knows which one is next.

const [name = '', seed, from, to] = process.argv.slice(2);
const kind = getKind(name);
const makeFile = await openFiles(kind, Number(seed));
process.send?.('ready' satisfies ProcessMessage);
for (let run = Number(from); run < Number(to); run += 1) {
  const outcome = await tryFile(kind, run, await makeFile(run));
  process.send?.({ run, outcome } satisfies ProcessMessage);
}
process.disconnect();
