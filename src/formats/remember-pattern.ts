/**
 * Asks a pattern of one character once for each UTF-16 unit: a long text asks the same of a few hundred units a million times. What is
 * no unit (NaN, which charCodeAt says outside a text) is never like it.
 */
export function rememberPattern(pattern: RegExp): (unit: number) => boolean {
  const answers = new Uint8Array(0x10000);
  return (unit) => {
    if (!(unit >= 0)) return false;
    const known = answers[unit];
    if (known !== 0) return known === 2;
    const answer = pattern.test(String.fromCharCode(unit));
    answers[unit] = answer ? 2 : 1;
    return answer;
  };
}

/** Whether every unit of a part of a text is like this. */
export function isEveryUnit(
  text: string,
  start: number,
  end: number,
  isLike: (unit: number) => boolean,
): boolean {
  return countUnits(text, start, end, isLike) === Math.max(0, end - start);
}

/** How many units of a part of a text are like this. */
export function countUnits(
  text: string,
  start: number,
  end: number,
  isLike: (unit: number) => boolean,
): number {
  let count = 0;
  for (let index = start; index < end; index += 1) if (isLike(text.charCodeAt(index))) count += 1;
  return count;
}
