import type { StudyDay, TopicId } from '../ids.ts';

interface PlanBase {
  /** The study day on which it was chosen: its first day. */
  readonly start: StudyDay;
  readonly newPerDay: number;
  /** Cards that were still to be introduced when it was chosen. */
  readonly cards: number;
  /** How many of the plan's cards had a schedule by then. */
  readonly started: number;
  /** Whether it takes in topics that the roadmap calls mandatory and no others. */
  readonly mandatoryOnly: boolean;
}

/** What a learner set out to do with a roadmap; a setting of its deck. */
export type Plan = PlanBase &
  (
    | { readonly kind: 'pace' }
    /** `until`: the day on which the last card shall have been introduced. */
    | { readonly kind: 'finish' | 'periods'; readonly until: StudyDay }
    /** `until`: the day of the interview; on it each card of the sections shall be recalled with that probability. */
    | {
        readonly kind: 'interview';
        readonly until: StudyDay;
        readonly sections: readonly TopicId[];
        readonly recall: number;
      }
  );

/** Where a plan stands on a day. */
export interface PlanProgress {
  /** 1 on the first day. */
  readonly day: number;
  /** Absent where the plan has no last day. */
  readonly days?: number;
  /** Cards introduced since the plan began. */
  readonly introduced: number;
  /** How many that were to be by now and are not: today's own cards are not late before tomorrow. */
  readonly behind: number;
  readonly isDone: boolean;
  /** Whether its last day has passed. */
  readonly isOver: boolean;
}

/**
 * How far a plan has come, given how many of its cards have a schedule. The first day's share counts
 * as due by the second, and so on.
 */
export function measurePlan(plan: Plan, today: StudyDay, started: number): PlanProgress {
  const gone = Math.max(0, today - plan.start);
  const introduced = Math.max(0, started - plan.started);
  const wanted = Math.min(plan.cards, gone * plan.newPerDay);
  const until = plan.kind === 'pace' ? undefined : plan.until;
  return {
    day: gone + 1,
    ...(until !== undefined && { days: until - plan.start + 1 }),
    introduced,
    behind: Math.max(0, wanted - introduced),
    isDone: introduced >= plan.cards,
    isOver: until !== undefined && today > until,
  };
}
