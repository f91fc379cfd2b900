import { toIsoDate } from '#src/domain/day.ts';
import type { StudyDay, TopicId } from '#src/domain/ids.ts';
import type { PlanRequest } from '#src/domain/plan/plan-request.ts';
import type { Plan } from '#src/domain/plan/plan.ts';

/** What stands in the fields of the form, valid or not. */
export interface PlanDraft {
  readonly kind: PlanRequest['kind'];
  /** As a date field writes it. */
  readonly until: string;
  readonly newPerDay: string;
  readonly sections: readonly TopicId[];
  readonly recallPercent: string;
  readonly mandatoryOnly: boolean;
  /** Empty for no wish. */
  readonly minutes: string;
  /** Set by a way out alone. */
  readonly reviewsPerDay: number | null;
}

/** A draft as a request, or why it is none and at which field. */
export type DraftReading =
  | { readonly request: PlanRequest }
  | {
      readonly problem: string;
      readonly field: 'until' | 'newPerDay' | 'sections' | 'recallPercent' | 'minutes';
    };

const dayMs = 86_400_000;
const furthestDays = 720;
const usualDays = 90;
const usualRecall = '90';

/** What the form starts from: the plan in force, else three months. */
export function startDraft(today: StudyDay, plan: Plan | null, newPerDay: number): PlanDraft {
  const until = (today + usualDays - 1) as StudyDay;
  const draft: PlanDraft = {
    kind: 'finish',
    until: toIsoDate(until),
    newPerDay: String(newPerDay),
    sections: [],
    recallPercent: usualRecall,
    mandatoryOnly: false,
    minutes: '',
    reviewsPerDay: null,
  };
  if (plan === null) return draft;
  const { kind, mandatoryOnly } = plan;
  const known = { ...draft, kind, mandatoryOnly, newPerDay: String(plan.newPerDay) };
  if (plan.kind === 'pace' || plan.until < today) return known;
  const dated = { ...known, until: toIsoDate(plan.until) };
  if (plan.kind !== 'interview') return dated;
  return { ...dated, sections: plan.sections, recallPercent: writePercent(plan.recall) };
}

/** The draft with what a way out asks for. */
export function fillDraft(draft: PlanDraft, request: PlanRequest): PlanDraft {
  const { mandatoryOnly, minutes, reviewsPerDay } = request;
  const changed = {
    ...draft,
    mandatoryOnly,
    reviewsPerDay,
    minutes: minutes === null ? '' : String(minutes),
  };
  if (request.kind === 'pace') return { ...changed, newPerDay: String(request.newPerDay) };
  return request.kind === 'periods' ? changed : { ...changed, until: toIsoDate(request.until) };
}

/** Reads the fields that the draft's kind has. */
export function readDraft(draft: PlanDraft, today: StudyDay): DraftReading {
  const { mandatoryOnly, reviewsPerDay } = draft;
  const minutes = draft.minutes.trim() === '' ? null : readWhole(draft.minutes, 1, 1440);
  if (minutes === undefined) {
    return { field: 'minutes', problem: 'Write minutes from 1 to 1440, or leave it empty.' };
  }
  const base = { mandatoryOnly, minutes, reviewsPerDay };
  if (draft.kind === 'periods') return { request: { ...base, kind: 'periods' } };
  if (draft.kind === 'pace') {
    const newPerDay = readWhole(draft.newPerDay, 1, 999);
    if (newPerDay !== undefined) return { request: { ...base, kind: 'pace', newPerDay } };
    return { field: 'newPerDay', problem: 'Write a whole number from 1 to 999.' };
  }
  const until = readDay(draft.until);
  const first = draft.kind === 'interview' ? today + 1 : today;
  if (until === undefined || until < first || until > today + furthestDays) {
    const last = toIsoDate((today + furthestDays) as StudyDay);
    const problem = `Choose a day from ${draft.kind === 'interview' ? 'tomorrow' : 'today'} to ${last}.`;
    return { field: 'until', problem };
  }
  if (draft.kind === 'finish') return { request: { ...base, kind: 'finish', until } };
  const percent = readWhole(draft.recallPercent, 70, 99);
  if (percent === undefined) {
    return { field: 'recallPercent', problem: 'Write a whole number from 70 to 99.' };
  }
  const { sections } = draft;
  if (sections.length === 0) {
    return { field: 'sections', problem: 'Choose at least one section.' };
  }
  return { request: { ...base, kind: 'interview', until, sections, recall: percent / 100 } };
}

function readWhole(text: string, least: number, most: number): number | undefined {
  const digits = text.trim();
  const value = /^\d{1,6}$/.test(digits) ? Number(digits) : NaN;
  return value >= least && value <= most ? value : undefined;
}

function readDay(iso: string): StudyDay | undefined {
  const ms = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00Z`) : NaN;
  return Number.isNaN(ms) ? undefined : (Math.round(ms / dayMs) as StudyDay);
}

function writePercent(share: number): string {
  return String(Math.round(share * 100));
}
