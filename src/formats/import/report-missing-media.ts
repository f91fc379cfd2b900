import type { NoteSource } from '#src/domain/note-source.ts';
import type { DeckBuilder } from './deck-builder.ts';

const mostNamed = 10;

/** Tells once which pictures and sounds the notes name: a text file brings none of them along. */
export function reportMissingMedia(builder: DeckBuilder, sources: readonly NoteSource[]): void {
  const names = new Set<string>();
  for (const { fields } of sources) {
    for (const text of Object.values(fields))
      for (const name of findMediaNames(text)) names.add(name);
  }
  if (names.size === 0) return;
  const listed = [...names].slice(0, mostNamed).join(', ');
  const more = names.size > mostNamed ? ` and ${names.size - mostNamed} more` : '';
  builder.report(
    `The cards name ${names.size === 1 ? 'a file' : `${names.size} files`} that are not in this one: ${listed}${more}. They show without.`,
  );
}

/** The names of files of the deck's own that an HTML text shows or plays: no addresses on the net, no data. */
export function findMediaNames(html: string): string[] {
  const names: string[] = [];
  for (const [, name = ''] of html.matchAll(/\[sound:([^\]\n]{1,255})\]/g)) names.push(name);
  for (const [, , quoted, bare] of html.matchAll(
    /<img\b[^<>]*?\bsrc\s*=\s*(?:(["'])([^"'<>]{1,255})\1|([^\s"'<>]{1,255}))/gi,
  )) {
    names.push(quoted ?? bare ?? '');
  }
  return names.filter((name) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(name));
}
