import { useMemo, useState } from 'react';
import type { CardId, StudyDay } from '#src/domain/ids.ts';
import { findMoment, type CardPast } from '#src/domain/moment.ts';
import type { RoadmapMeasure } from '#src/domain/roadmap-progress.ts';
import type { RoadmapProgress } from '#src/storage/overview.ts';
import { useStore } from '#src/storage/react.tsx';
import { loadRoadmapPast } from '#src/storage/roadmap-past.ts';
import { toMessage } from '#src/ui/error-message.ts';

/** As far as the forgetting curve is drawn on. */
const daysAhead = 30;

/** The day a roadmap is seen from, and what is seen. */
export interface TimeTravel extends RoadmapMeasure {
  /** Days from today, negative for the past. */
  readonly days: number;
  readonly earliest: number;
  readonly latest: number;
  /** The past is being read: what is shown is today's meanwhile. */
  readonly isReading: boolean;
  readonly failure: string | undefined;
  readonly onMove: (days: number) => void;
  /** Called when the learner is about to move in time: the past is read once, then. */
  readonly onTouch: () => void;
}

/** Lets a roadmap be seen as it was and, without review, as it will be. */
export function useTimeTravel(found: RoadmapProgress): TimeTravel {
  const store = useStore();
  const [days, setDays] = useState(0);
  const [past, setPast] = useState<ReadonlyMap<CardId, CardPast>>();
  const [isAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { present, measureAt } = found;
  const isSeen = days >= 0 || past !== undefined;
  const seen = useMemo(() => {
    const day = (present.today + (isSeen ? days : 0)) as StudyDay;
    return day === present.today ? found : measureAt(findMoment(day, present, past ?? new Map()));
  }, [found, present, measureAt, days, isSeen, past]);
  const handleTouch = () => {
    if (isAsked) return;
    setAsked(true);
    loadRoadmapPast(store, found.roadmap.id).then(setPast, (error: unknown) => {
      setAsked(false);
      setFailure(toMessage(error));
    });
  };
  return {
    ...{ progress: seen.progress, whole: seen.whole, days, failure },
    ...{ earliest: findEarliest(found), latest: daysAhead, isReading: !isSeen },
    onMove: (next) => {
      handleTouch();
      setDays(next);
    },
    onTouch: handleTouch,
  };
}

/** The day the first of the cards was begun, as today's schedules tell without reading the log. */
function findEarliest({ present: { states, today } }: RoadmapProgress): number {
  let earliest = 0;
  for (const { schedule } of states.values()) {
    if (schedule !== undefined) earliest = Math.min(earliest, schedule.introduced - today);
  }
  return earliest;
}
