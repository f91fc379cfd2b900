import { buildPackage, type PackageShape } from './build-package.ts';
import { clozeType, type Generation } from './write-facts.ts';

const shape: PackageShape = {
  decks: [
    [1, 'Default'],
    [7, 'Outer::Inner'],
  ],
  notes: [
    { tags: ' one two ', flds: 'Front <b>of</b> it\u001f[sound:a.mp3] <img src="b.png">' },
    {
      id: 2,
      guid: 'guid-2',
      mid: clozeType.id,
      flds: 'A {{c1::hidden {{c2::part}}::hint}}\u001f\\(x\\)',
    },
  ],
  cards: [
    {
      type: 2,
      queue: 2,
      due: 40,
      ivl: 30,
      factor: 2500,
      reps: 2,
      flags: 1,
      data: '{"s":31,"d":5}',
    },
    { id: 12, nid: 2, did: 7, type: 1, queue: 1, due: 1_700_000_600 },
    { id: 13, nid: 2, did: 7, ord: 1, queue: -1 },
  ],
  log: [
    { ivl: -600, type: 0 },
    { id: 1_700_000_700_000, ivl: 30, type: 0 },
    { id: 1_700_000_800_000, cid: 12, ivl: -60, ease: 1, type: 0 },
  ],
  media: { 'a.mp3': 'sound', 'b.png': 'picture' },
};

/** Small whole packages of each generation, from which mutations can start. */
export const samplePackages: readonly {
  readonly name: string;
  readonly build: () => Promise<Uint8Array>;
}[] = (['anki2', 'anki21', 'anki21b'] satisfies Generation[]).map((generation) => ({
  name: `package with collection.${generation}`,
  build: () => buildPackage({ ...shape, generation }),
}));
