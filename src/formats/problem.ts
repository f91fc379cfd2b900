/** Something an author can mend: what is wrong and what to do, with the line it is on, counted from 1. */
export interface Problem {
  readonly line: number;
  readonly message: string;
}
