import { useLocation, useNavigate, type Location } from 'react-router';
import type { TopicId } from '#src/domain/ids.ts';
import { openedHere, toTopicSearch } from './topic-link.tsx';

/** Which topic's panel is open, as the address says, and how to open and close one. */
export interface OpenPanel {
  readonly topic: TopicId | undefined;
  readonly onOpen: (id: TopicId) => void;
  readonly onClose: () => void;
}

/** The panel is a step in the history: back closes it, and closing it goes back where it was opened here. */
export function useTopicPanel(): OpenPanel {
  const { search, state } = useLocation() as Location<unknown>;
  const navigate = useNavigate();
  const topic = new URLSearchParams(search).get('topic') ?? undefined;
  const wasOpenedHere = (state as Partial<typeof openedHere> | null)?.isTopicOpened === true;
  return {
    topic: topic as TopicId | undefined,
    onOpen: (id) => {
      const isOpen = topic !== undefined;
      void navigate(
        { search: toTopicSearch(id) },
        {
          replace: isOpen,
          state: isOpen ? state : openedHere,
          preventScrollReset: true,
        },
      );
    },
    onClose: () => {
      if (wasOpenedHere) void navigate(-1);
      else void navigate({ search: '' }, { replace: true });
    },
  };
}
