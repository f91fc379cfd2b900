import { repairMojibake } from '../mojibake.ts';

/** A repair that a person can judge before it is made. */
export interface TextRepair {
  /** The whole text, repaired. */
  readonly text: string;
  readonly sequencesRepaired: number;
  /** How many signs could not be restored; U+FFFD stands for each. */
  readonly lost: number;
  /** The first lines that change. Lines count from 1. */
  readonly samples: readonly {
    readonly line: number;
    readonly before: string;
    readonly after: string;
  }[];
}

const mostSamples = 5;

/** What would change if this text is UTF-8 that was once read in a wrong encoding; undefined where it looks fine. */
export function offerRepair(text: string): TextRepair | undefined {
  const { text: repaired, sequencesRepaired, lost } = repairMojibake(text);
  if (sequencesRepaired + lost.length === 0) return undefined;
  const after = repaired.split('\n');
  const samples = text
    .split('\n')
    .flatMap((before, index) => {
      const line = after[index] ?? '';
      return line === before ? [] : [{ line: index + 1, before, after: line }];
    })
    .slice(0, mostSamples);
  return { text: repaired, sequencesRepaired, lost: lost.length, samples };
}
