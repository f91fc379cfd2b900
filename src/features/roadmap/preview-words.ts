import type { IntroductionPreview } from '#src/domain/preview-introduction.ts';

/** "212 of 412 new cards wanted; next: Linux basics, Shell scripting." */
export function describePreview({ fresh, wanted, next }: IntroductionPreview): string {
  const count = countWanted(fresh, wanted);
  if (next.length === 0) return wanted === 0 ? `${count}.` : `${count}; none comes now.`;
  return `${count}; next: ${next.map(({ title }) => title).join(', ')}.`;
}

function countWanted(fresh: number, wanted: number): string {
  if (fresh === 0) return 'No new card is left';
  const cards = fresh === 1 ? 'new card' : 'new cards';
  return wanted === fresh ? `${fresh} ${cards} to come` : `${wanted} of ${fresh} ${cards} wanted`;
}
