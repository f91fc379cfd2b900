import { drawPlace } from '#src/domain/shuffle.ts';
import { Chance } from './chance.ts';
import { fuzzKinds, type FuzzKind } from './fuzz-kinds.ts';
import type { Outcome } from './read-file.ts';

/** A file that was read in a way that is promised not to happen. */
export interface Fault {
  readonly kind: string;
  readonly run: number;
  readonly message: string;
}

/** The kind of that name. Throws where there is none. */
export function getKind(name: string): FuzzKind {
  const kind = fuzzKinds.find((each) => each.name === name);
  if (kind === undefined) {
    const names = fuzzKinds.map((each) => each.name).join(', ');
    throw new Error(`There is no kind ${name}; there are ${names}.`);
  }
  return kind;
}

/** Makes the files of one kind: which one comes of a run follows from seed, kind and number alone. */
export async function openFiles(
  kind: FuzzKind,
  seed: number,
): Promise<(run: number) => Promise<Uint8Array>> {
  const samples = await kind.loadSamples();
  return (run) => {
    const chance = new Chance(drawPlace(seed, `${kind.name}/${run}`));
    return kind.mutate(chance.pick(samples), chance, samples);
  };
}

/** Reads one file: what became of it, or the fault. Never rejects. */
export async function tryFile(
  kind: FuzzKind,
  run: number,
  bytes: Uint8Array,
): Promise<Outcome | Fault> {
  try {
    return await kind.read(bytes);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: kind.name, run, message };
  }
}
