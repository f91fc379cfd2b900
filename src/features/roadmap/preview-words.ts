import type { IntroductionPreview } from '#src/domain/preview-introduction.ts';

/** "212 of 412 new cards remain wanted; next: Linux basics, Shell scripting." */
export function describePreview({ fresh, wanted, next }: IntroductionPreview): string {
  const count =
    fresh === 0
      ? 'No new card is left'
      : `${wanted} of ${fresh} new ${fresh === 1 ? 'card' : 'cards'} ${wanted === 1 ? 'remains' : 'remain'} wanted`;
  if (next.length === 0) return wanted === 0 ? `${count}.` : `${count}; none comes now.`;
  return `${count}; next: ${next.map(({ title }) => title).join(', ')}.`;
}
