/** What a topic waits for, as the domain tells it. */
interface Waited {
  readonly predecessor: { readonly title: string };
  readonly stabilityDays: number;
  readonly neededDays: number;
}

/** Why a topic waits: "until Linux basics is steadier: 9 of 21 days". */
export function describeWait({ predecessor, stabilityDays, neededDays }: Waited): string {
  // Never rounded up to what is needed: it would read as if there were nothing to wait for.
  const days = Math.floor(stabilityDays);
  return `until ${predecessor.title} is steadier: ${days} of ${neededDays} days`;
}

/** "1 card waits", "12 cards wait". */
export function countWaiting(cards: number): string {
  return cards === 1 ? '1 new card waits' : `${cards} new cards wait`;
}
