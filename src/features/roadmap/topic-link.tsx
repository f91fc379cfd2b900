import type { ReactNode } from 'react';
import { Link, useLocation, type Location } from 'react-router';
import type { TopicId } from '#src/domain/ids.ts';

/** The address of a topic's panel on the page of its roadmap. */
export function toTopicSearch(id: TopicId): string {
  return `?topic=${encodeURIComponent(id)}`;
}

/** What a step in the history holds that opened a panel: closing it goes back then. */
export const openedHere = { isTopicOpened: true };

/** Opens a topic's panel; from one panel to another there is nothing to go back to in between. */
export function TopicLink({ id, children }: { id: TopicId; children: ReactNode }) {
  const { search, state } = useLocation() as Location<unknown>;
  const isOpen = new URLSearchParams(search).has('topic');
  return (
    <Link
      to={{ search: toTopicSearch(id) }}
      replace={isOpen}
      state={isOpen ? state : openedHere}
      preventScrollReset
    >
      {children}
    </Link>
  );
}
