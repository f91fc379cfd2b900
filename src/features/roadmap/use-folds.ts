import { useState } from 'react';
import type { CompiledRoadmap } from '#src/domain/content.ts';
import type { TopicId } from '#src/domain/ids.ts';
import type { Progress } from '#src/domain/progress.ts';

/** Which sections are open, as the learner left them in this visit. */
export interface Folds {
  readonly isOpen: (section: TopicId) => boolean;
  readonly onFold: (section: TopicId, isOpen: boolean) => void;
}

/**
 * Sections are open where something is under way, and where nothing is anywhere the first one is;
 * what the learner opens or closes stays so until the tab is closed.
 */
export function useFolds(
  { id, sections }: CompiledRoadmap,
  progress: ReadonlyMap<TopicId, Progress>,
): Folds {
  const key = `cairn-folds:${id}`;
  const [folds, setFolds] = useState(() => readFolds(key));
  const isUnderWay = (section: TopicId) => {
    const { cards = 0, started = 0, due = 0 } = progress.get(section) ?? {};
    return due > 0 || (started > 0 && started < cards);
  };
  const first = sections.some((section) => isUnderWay(section.id)) ? undefined : sections[0]?.id;
  return {
    isOpen: (section) => folds[section] ?? (section === first || isUnderWay(section)),
    onFold: (section, isOpen) => {
      const next = { ...folds, [section]: isOpen };
      setFolds(next);
      sessionStorage.setItem(key, JSON.stringify(next));
    },
  };
}

function readFolds(key: string): Readonly<Record<string, boolean>> {
  const kept = sessionStorage.getItem(key);
  return kept === null ? {} : (JSON.parse(kept) as Record<string, boolean>);
}
