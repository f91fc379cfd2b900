import type { CardId, StudyDay, TopicId } from '../ids.ts';
import { listCardsBelow } from '../roadmap-cards.ts';
import type { InterviewPlan } from './interview.ts';
import type { ForecastDay, SectionSpan } from './plan-forecast.ts';
import type { PlanGround } from './plan-ground.ts';
import type { SectionWindow } from './section-windows.ts';

/** The days with the reviews that only an interview asks for, which take `reviewMs` each. */
export function addExtras(
  days: readonly ForecastDay[],
  interview: InterviewPlan | undefined,
  reviewMs: number,
): ForecastDay[] {
  const extraByDay = new Map<StudyDay, number>();
  for (const { day } of interview?.extras ?? []) {
    extraByDay.set(day, (extraByDay.get(day) ?? 0) + 1);
  }
  return days.map((each) => {
    const extra = extraByDay.get(each.day) ?? 0;
    const minutes = each.minutes + Math.ceil((extra * reviewMs) / 60_000);
    return { ...each, extra, minutes };
  });
}

/** The day on which the last card left is introduced: today where none is; absent where one never is. */
export function findFinish(
  left: readonly CardId[],
  introductions: ReadonlyMap<CardId, StudyDay>,
  today: StudyDay,
): StudyDay | undefined {
  const last = Math.max(today, ...left.map((card) => introductions.get(card) ?? Infinity));
  return Number.isFinite(last) ? (last as StudyDay) : undefined;
}

/** Minutes a day, rounded up, in the busiest seven days on end. */
export function findBusiest(days: readonly ForecastDay[]): number {
  const span = Math.min(7, days.length);
  let sum = 0;
  let most = 0;
  days.forEach(({ minutes }, index) => {
    sum += minutes - (days[index - span]?.minutes ?? 0);
    most = Math.max(most, sum);
  });
  return Math.ceil(most / span);
}

/** When each section with cards left is begun and finished. */
export function spanSections(
  { roadmap, cardsByConcept }: PlanGround,
  left: readonly CardId[],
  introductions: ReadonlyMap<CardId, StudyDay>,
  windows: ReadonlyMap<TopicId, SectionWindow>,
): SectionSpan[] {
  const isLeft = new Set(left);
  return roadmap.sections.flatMap(({ id, title, topics }) => {
    const cards = listCardsBelow(topics, cardsByConcept).filter((card) => isLeft.has(card));
    if (cards.length === 0) return [];
    const days = cards.map((card) => introductions.get(card) ?? Infinity);
    const begun = Math.min(...days);
    const finished = Math.max(...days);
    const window = windows.get(id);
    return {
      id,
      title,
      cards: cards.length,
      ...(Number.isFinite(begun) && { begun: begun as StudyDay }),
      ...(Number.isFinite(finished) && { finished: finished as StudyDay }),
      ...(window !== undefined && { window }),
    };
  });
}
