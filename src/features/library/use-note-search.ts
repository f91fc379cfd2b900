import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { toNoteId, type CardId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { loadNoteSources } from '#src/storage/home-sources.ts';
import { useStore } from '#src/storage/react.tsx';

/**
 * The first cards of the notes that have every word of the query in their fields or tags, in their
 * order; undefined while the texts, which only a search reads, are on their way.
 */
export function useNoteSearch(
  home: HomeId,
  firstCards: readonly CardId[],
  query: string,
): readonly CardId[] | undefined {
  const store = useStore();
  const words = useDeferredValue(query);
  const isSearching = query.trim() !== '';
  const [texts, setTexts] = useState<ReadonlyMap<NoteId, string>>();
  useEffect(() => {
    if (!isSearching) return;
    let isCurrent = true;
    loadNoteSources(store, home).then(
      (sources) => {
        if (isCurrent) setTexts(toTexts(sources));
      },
      // The page itself tells what is wrong with the store.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
    // Other cards: a note was changed, and its text with it.
  }, [store, home, isSearching, firstCards]);
  return useMemo(() => {
    const wanted = fold(words)
      .split(/\s+/)
      .filter((word) => word !== '');
    if (wanted.length === 0) return firstCards;
    return (
      texts &&
      firstCards.filter((card) => {
        const text = texts.get(toNoteId(card)) ?? '';
        return wanted.every((word) => text.includes(word));
      })
    );
  }, [texts, firstCards, words]);
}

function toTexts(sources: ReadonlyMap<NoteId, NoteSource>): ReadonlyMap<NoteId, string> {
  return new Map(
    [...sources].map(([note, { fields, tags }]) => [
      note,
      fold([...Object.values(fields), ...tags].join(' ').replace(/<[^>]*>/g, ' ')),
    ]),
  );
}

/** Case and accents make no difference to who searches. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
