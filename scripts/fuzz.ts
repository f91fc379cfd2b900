import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzzKinds } from './fuzz/fuzz-kinds.ts';
import { getKind, openFiles } from './fuzz/fuzz-run.ts';
import { watchKind } from './fuzz/watch-kind.ts';

// Reads mutated files of every kind, each of which must give something that can be used or an error
// in words. `--seed N` repeats a run, `--runs N` says how many files of each kind, `--only KIND,KIND`
// which kinds, `--from N` the first file, `--seconds N` how long one file may take. Files with a fault
// are kept in .cache/fuzz. Exit 1 where there is one.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 32)) },
    runs: { type: 'string', default: '10000' },
    only: { type: 'string', default: fuzzKinds.map(({ name }) => name).join(',') },
    from: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '5' },
  },
});
const seed = Number(values.seed);
const from = Number(values.from);
const to = from + Number(values.runs);
if (![seed, from, to].every(Number.isSafeInteger)) {
  console.error('--seed, --runs and --from are whole numbers.');
  process.exit(1);
}
const folder = '.cache/fuzz';

console.log(`seed ${seed}`);
let faults = 0;
for (const kind of values.only.split(',').map(getKind)) {
  const startedAt = performance.now();
  const range = { kind: kind.name, seed, from, to };
  const report = await watchKind(range, Number(values.seconds) * 1000);
  const counts = [...report.outcomes].map(([what, count]) => `${count} ${what}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `${kind.name.padEnd(16)} ${to - from} files, ${report.faults.length} faults (${counts.join(', ')}) in ${seconds} s`,
  );
  const makeFile = await openFiles(kind, seed);
  mkdirSync(folder, { recursive: true });
  for (const { run, message } of report.faults) {
    const path = `${folder}/${kind.name}-${seed}-${run}`;
    writeFileSync(path, await makeFile(run));
    console.error(`FAULT ${kind.name}, seed ${seed}, run ${run} (${path}): ${message}`);
  }
  faults += report.faults.length;
}
process.exit(faults === 0 ? 0 : 1);
