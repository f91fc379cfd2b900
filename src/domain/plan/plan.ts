import type { StudyDay, TopicId } from '../ids.ts';

/** So many new cards a day, from the day after the stretch before up to this one's last day. */
export interface PlanStretch {
  readonly until: StudyDay;
  readonly newPerDay: number;
}

interface PlanBase {
  /** The study day on which it was chosen: its first day. */
  readonly start: StudyDay;
  /** The most on any day. */
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
    | { readonly kind: 'finish'; readonly until: StudyDay }
    /** The source's own periods: each stretch ends with one of them. */
    | {
        readonly kind: 'periods';
        readonly until: StudyDay;
        readonly stretches: readonly PlanStretch[];
      }
    /** `until`: the day of the interview; on it each card of the sections shall be recalled with that probability. */
    | {
        readonly kind: 'interview';
        readonly until: StudyDay;
        readonly sections: readonly TopicId[];
        readonly recall: number;
      }
  );

/** The plan's new cards on one of its days; undefined where it does not tell the day apart. */
export function findPlannedNew(plan: Plan, day: StudyDay): number | undefined {
  if (plan.kind !== 'periods' || day < plan.start) return undefined;
  return plan.stretches.find(({ until }) => day <= until)?.newPerDay;
}

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
  const wanted = Math.min(plan.cards, sumPlanned(plan, gone));
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

/** What was to be introduced on the plan's first so many days. */
function sumPlanned(plan: Plan, days: number): number {
  if (plan.kind !== 'periods') return days * plan.newPerDay;
  let sum = 0;
  let from: number = plan.start;
  for (const { until, newPerDay } of plan.stretches) {
    const to = Math.min(until + 1, plan.start + days);
    sum += Math.max(0, to - from) * newPerDay;
    from = Math.max(from, until + 1);
  }
  return sum;
}
