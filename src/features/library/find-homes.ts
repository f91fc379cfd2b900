import type { ImportedDeck } from '#src/formats/import/imported-deck.ts';
import type { ImportedHome } from '#src/storage/held-deck.ts';
import { measureOverlap, sureOverlap } from './note-keys.ts';

/** The deck a file is a newer one of, where name and notes agree; and those where only one does. */
export function findHomes(deck: ImportedDeck, homes: readonly ImportedHome[]) {
  const keys = deck.notes.map(({ key }) => key);
  const said = deck.homes?.[0]?.home;
  const rated = homes
    .map((home) => ({
      home,
      isNamesake: home.origin.title === deck.title || home.home === said,
      overlap: measureOverlap(home, keys),
    }))
    .filter(({ isNamesake, overlap }) => isNamesake || overlap >= sureOverlap)
    .sort((one, other) => other.overlap - one.overlap);
  const [best] = rated;
  const isSure = best !== undefined && best.isNamesake && best.overlap >= sureOverlap;
  return { sure: isSure ? best.home : undefined, candidates: rated.map(({ home }) => home) };
}
