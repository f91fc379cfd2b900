/** The part of a topic's id that its title gives: lower-case letters and digits of any script, hyphens between. */
export function toSlug(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'topic' : slug;
}

/** Gives siblings their slugs in order: titles do repeat, and the second one gets `~2`. */
export function createSlugger(): (title: string) => string {
  const countBySlug = new Map<string, number>();
  return (title) => {
    const slug = toSlug(title);
    const count = (countBySlug.get(slug) ?? 0) + 1;
    countBySlug.set(slug, count);
    return count === 1 ? slug : `${slug}~${count}`;
  };
}
