/** What a roadmap that was saved on a day, ISO, is called as a file. */
export function toRoadmapFileName(title: string, date: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${slug}-${date}.md`;
}
