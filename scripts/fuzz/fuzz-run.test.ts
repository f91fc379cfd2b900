import { describe, expect, it } from 'vitest';
import { fuzzKinds } from './fuzz-kinds.ts';
import { openFiles, tryFile, type Fault } from './fuzz-run.ts';

const runs = 200;
const seed = 2026;

describe('mutated files of each kind', () => {
  it.each(fuzzKinds)(
    'give a result that keeps its promises or a clear error: $name',
    async (kind) => {
      const makeFile = await openFiles(kind, seed);
      const faults: Fault[] = [];
      let results = 0;
      for (let run = 0; run < runs; run += 1) {
        const outcome = await tryFile(kind, run, await makeFile(run));
        if (typeof outcome === 'object') faults.push(outcome);
        else if (outcome !== 'error') results += 1;
      }
      expect(faults).toEqual([]);
      // Files that are all refused at the door would prove nothing of what is behind it.
      expect(results).toBeGreaterThan(runs / 20);
    },
  );

  it('come again from the same seed, and are others from another', async () => {
    for (const kind of fuzzKinds) {
      const [one, same, other] = await Promise.all([
        openFiles(kind, seed).then((makeFile) => makeFile(7)),
        openFiles(kind, seed).then((makeFile) => makeFile(7)),
        openFiles(kind, seed + 1).then((makeFile) => makeFile(7)),
      ]);
      expect(same).toEqual(one);
      expect(other).not.toEqual(one);
    }
  });
});
