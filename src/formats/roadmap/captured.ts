/** What a group of a regular expression captured; empty when the expression did not match or the group took no part. */
export function captured(
  match: readonly (string | undefined)[] | null | undefined,
  group: number,
): string {
  return match?.[group] ?? '';
}
