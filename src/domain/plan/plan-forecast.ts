import type { StudyDay, TopicId } from '../ids.ts';
import type { InterviewPlan } from './interview.ts';
import type { PlanLimits } from './plan-limits.ts';
import type { PlanRequest } from './plan-request.ts';
import type { PlanStretch } from './plan.ts';
import type { SectionWindow } from './section-windows.ts';

/** Why a plan does not fit. */
export type Trouble =
  /** Not all cards are introduced in time; `cards` are those that are not. */
  | { readonly kind: 'late'; readonly cards: number }
  /** The busiest week takes more minutes a day than the learner wants to give. */
  | { readonly kind: 'long-days'; readonly minutes: number; readonly wanted: number }
  /** The limit of reviews a day holds cards back: so many on the worst day, the first time on `day`. */
  | {
      readonly kind: 'held';
      readonly day: StudyDay;
      readonly most: number;
      readonly needed: number;
    }
  /** Cards that will not have the recall asked for on the day of the interview. */
  | { readonly kind: 'short'; readonly cards: number };

/** One day of a forecast. */
export interface ForecastDay {
  readonly day: StudyDay;
  /** New cards of all followed decks. */
  readonly new: number;
  /** New cards of the plan. */
  readonly planned: number;
  readonly reviews: number;
  /** Reviews that only the interview asks for. */
  readonly extra: number;
  /** Due cards that the limit of reviews holds back. */
  readonly held: number;
  readonly minutes: number;
}

/** When a section is met; its days are absent where that is not within the forecast. */
export interface SectionSpan {
  readonly id: TopicId;
  readonly title: string;
  /** Cards of the plan that are still to be introduced. */
  readonly cards: number;
  readonly begun?: StudyDay;
  readonly finished?: StudyDay;
  /** The source's own days for it. */
  readonly window?: SectionWindow;
}

/** What a plan would come to. */
export interface PlanForecast {
  readonly request: PlanRequest;
  /** The most on any day. */
  readonly newPerDay: number;
  /** The plan's stretches: one where all its days are alike, none of a pace. */
  readonly stretches: readonly PlanStretch[];
  readonly limits: PlanLimits;
  /** Cards that are still to be introduced. */
  readonly left: number;
  /** The plan's last day; absent for a pace. */
  readonly until?: StudyDay;
  readonly days: readonly ForecastDay[];
  /** The day on which the last card is introduced: today where none is left; absent where that lies beyond the forecast. */
  readonly finish?: StudyDay;
  readonly sections: readonly SectionSpan[];
  /** Minutes a day in the busiest seven days on end. */
  readonly busiest: number;
  readonly interview?: InterviewPlan;
  /** Why it does not fit; empty where it does. */
  readonly troubles: readonly Trouble[];
}
