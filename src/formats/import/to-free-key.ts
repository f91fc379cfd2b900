/**
 * The key, or where it is taken the key with the number of the note that wants it: `key~2`. A note's own key may look
 * like that too. `countByKey` says how often each was wanted so far, and takes this one.
 */
export function toFreeKey(wanted: string, countByKey: Map<string, number>): string {
  let count = (countByKey.get(wanted) ?? 0) + 1;
  let free = count === 1 ? wanted : `${wanted}~${count}`;
  while (free !== wanted && countByKey.has(free)) {
    count += 1;
    free = `${wanted}~${count}`;
  }
  countByKey.set(wanted, count);
  if (free !== wanted) countByKey.set(free, 1);
  return free;
}
