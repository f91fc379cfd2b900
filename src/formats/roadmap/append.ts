/** Adds all of `more` to a list. Spread into `push` they would be arguments, of which a call takes a hundred thousand at most. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each);
}
