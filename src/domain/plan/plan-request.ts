import type { StudyDay, TopicId } from '../ids.ts';

interface RequestBase {
  /** Whether topics that the roadmap does not call mandatory are left for later. */
  readonly mandatoryOnly: boolean;
  /** The most minutes a day the learner wants to give, as a mean of the busiest week; null for no such wish. */
  readonly minutes: number | null;
  /** A higher limit of reviews that the plan shall set; null leaves it as it is. */
  readonly reviewsPerDay: number | null;
}

/** What a learner asks of a plan, before it is chosen. */
export type PlanRequest = RequestBase &
  (
    | { readonly kind: 'pace'; readonly newPerDay: number }
    | { readonly kind: 'finish'; readonly until: StudyDay }
    | { readonly kind: 'periods' }
    | {
        readonly kind: 'interview';
        readonly until: StudyDay;
        readonly sections: readonly TopicId[];
        readonly recall: number;
      }
  );
