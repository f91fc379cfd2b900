import { useState } from 'react';
import type { TopicId } from '#src/domain/ids.ts';

/**
 * What is being written on a topic; undefined while nothing is. It is kept until the tab is closed,
 * so that words survive a panel closed by mistake.
 */
export function useNoteDraft(
  id: TopicId,
): readonly [draft: string | undefined, setDraft: (text: string | undefined) => void] {
  const key = `cairn-note:${id}`;
  const [draft, setDraft] = useState(() => sessionStorage.getItem(key) ?? undefined);
  return [
    draft,
    (text) => {
      setDraft(text);
      if (text === undefined) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
    },
  ];
}
