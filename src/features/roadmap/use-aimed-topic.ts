import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { TopicId } from '#src/domain/ids.ts';

/**
 * The topic that the address names after its `#`, brought into view with the focus, in the map or
 * the list. What a search stands on is brought into view alone: the focus is in the search.
 */
export function useAimedTopic(
  view: 'map' | 'list',
  found: TopicId | undefined,
): TopicId | undefined {
  const { hash } = useLocation();
  const aimed = hash === '' ? undefined : (decodeTopic(hash.slice(1)) as TopicId | undefined);
  useEffect(() => {
    if (aimed === undefined) return;
    const place = findPlace(aimed);
    if (view === 'list') place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [aimed, view]);
  useEffect(() => {
    if (found === undefined) return;
    if (view === 'list') findPlace(found)?.scrollIntoView({ block: 'center' });
  }, [found, view]);
  return aimed;
}

/** A topic's row in the list or node on the map. */
function findPlace(id: TopicId): HTMLElement | SVGElement | undefined {
  const places = document.querySelectorAll<HTMLElement | SVGElement>(
    '.sections [data-topic], .map-node',
  );
  return [...places].find(({ dataset }) => (dataset.topic ?? dataset.id) === id);
}

/** Undefined for what somebody wrote into the address that is no encoded text. */
function decodeTopic(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
