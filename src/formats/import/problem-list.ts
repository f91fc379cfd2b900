import { importLimits } from './import-limits.ts';
import type { ImportProblem } from './imported-deck.ts';

/** Longer only where a file's own words in it are. */
const longestMessage = 500;

/** Gathers what could not be taken as it stood; of very many it tells the first and how many more. */
export class ProblemList {
  readonly #told: ImportProblem[] = [];
  #untold = 0;

  /** `place` may be a note's number, from 1 in the order of the file; absent where the file as a whole is meant. */
  report(message: string, place?: ImportProblem['place'] | number): void {
    if (this.#told.length >= importLimits.problems) {
      this.#untold += 1;
      return;
    }
    const told = { message: shorten(message) };
    if (place === undefined) this.#told.push(told);
    else this.#told.push({ place: typeof place === 'number' ? { note: place } : place, ...told });
  }

  /** `last` is told also where there are too many others. */
  list(last: readonly string[] = []): readonly ImportProblem[] {
    const more = this.#untold > 0 ? [`There are ${this.#untold} more problems like these.`] : [];
    return [...this.#told, ...[...last, ...more].map((message) => ({ message }))];
  }
}

function shorten(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage - 1)}…` : message;
}
