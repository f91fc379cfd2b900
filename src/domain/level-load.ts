/**
 * How much to pour on each day so that the fullest filled day is as low as it can be; `planned` is what
 * each day holds already and names at least one day. What the last level holds is less than a day each:
 * the earlier days take it.
 */
export function levelLoad(planned: readonly number[], amount: number): number[] {
  const capacityBelow = (level: number) =>
    planned.reduce((sum, load) => sum + Math.max(0, level - load), 0);
  let low = 0;
  let high = Math.max(...planned) + amount;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (capacityBelow(middle) >= amount) high = middle;
    else low = middle + 1;
  }
  let left = amount;
  const whole = planned.map((load) => {
    const room = Math.max(0, low - 1 - load);
    left -= room;
    return room;
  });
  return whole.map((room, index) => {
    if (left === 0 || (planned[index] as number) >= low) return room;
    left -= 1;
    return room + 1;
  });
}
