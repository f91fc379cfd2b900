import type { ImportProblem } from '../import/imported-deck.ts';

/** Problems that are told one by one. */
const mostTold = 1000;

/** Gathers what could not be taken as it stood; of very many it tells the first and how many more. */
export class ProblemList {
  readonly #told: ImportProblem[] = [];
  #untold = 0;

  /** `note` counts from 1 in the order of the package; absent where the package as a whole is meant. */
  report(message: string, note?: number): void {
    if (this.#told.length >= mostTold) this.#untold += 1;
    else this.#told.push(note === undefined ? { message } : { place: { note }, message });
  }

  list(): readonly ImportProblem[] {
    if (this.#untold === 0) return this.#told;
    return [...this.#told, { message: `There are ${this.#untold} more problems like these.` }];
  }
}
