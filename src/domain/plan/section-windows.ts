import type { CompiledSection } from '../content.ts';
import type { StudyDay, TopicId } from '../ids.ts';
import { readPeriodDays } from './period-days.ts';

/** The days that the source gives to a section, both included. */
export interface SectionWindow {
  readonly from: StudyDay;
  readonly to: StudyDay;
}

/**
 * The source's own periods laid out from `start` on: "Month 3" where it says so, "2 weeks" after the
 * section before. A section without a period that can be read has no window.
 */
export function layOutPeriods(
  sections: readonly CompiledSection[],
  start: StudyDay,
): Map<TopicId, SectionWindow> {
  const windows = new Map<TopicId, SectionWindow>();
  let next = 0;
  for (const { id, period } of sections) {
    const days = period === undefined ? undefined : readPeriodDays(period);
    if (days === undefined) continue;
    const from = days.kind === 'span' ? days.from : next;
    const to = days.kind === 'span' ? days.to : next + days.days;
    windows.set(id, { from: (start + from) as StudyDay, to: (start + to - 1) as StudyDay });
    next = to;
  }
  return windows;
}
