import { describe, expect, it } from 'vitest';
import { toIsoDate } from '#src/domain/day.ts';
import type { StudyDay, TopicId } from '#src/domain/ids.ts';
import type { Plan } from '#src/domain/plan/plan.ts';
import { fillDraft, readDraft, startDraft } from './plan-draft.ts';

const today = 20_521 as StudyDay;
const toDay = (days: number) => (today + days) as StudyDay;
const draft = startDraft(today, null, 12);

describe('the fields of a plan', () => {
  it('start at three months from today', () => {
    expect(readDraft(draft, today)).toEqual({
      request: {
        kind: 'finish',
        until: toDay(89),
        mandatoryOnly: false,
        minutes: null,
        reviewsPerDay: null,
      },
    });
  });

  it('start at the plan in force', () => {
    const base = { start: toDay(-3), newPerDay: 4, cards: 50, started: 0, mandatoryOnly: true };
    const sections = ['backend/redis' as TopicId];
    const plan: Plan = { ...base, kind: 'interview', until: toDay(20), sections, recall: 0.93 };
    expect(readDraft(startDraft(today, plan, 12), today)).toEqual({
      request: {
        kind: 'interview',
        until: toDay(20),
        sections,
        recall: 0.93,
        mandatoryOnly: true,
        minutes: null,
        reviewsPerDay: null,
      },
    });
    const past: Plan = { ...base, kind: 'finish', until: toDay(-1) };
    expect(startDraft(today, past, 12).until).toBe(draft.until);
    const pace: Plan = { ...base, kind: 'pace' };
    expect(startDraft(today, pace, 12)).toMatchObject({ kind: 'pace', newPerDay: '4' });
  });

  it('take over what a way out asks for', () => {
    const base = { mandatoryOnly: true, minutes: 25, reviewsPerDay: 300 };
    const later = fillDraft(draft, { ...base, kind: 'finish', until: toDay(200) });
    expect(readDraft(later, today)).toEqual({
      request: { ...base, kind: 'finish', until: toDay(200) },
    });
    const pace = { ...draft, kind: 'pace' } as const;
    const slower = fillDraft(pace, { ...base, kind: 'pace', newPerDay: 2 });
    expect(readDraft(slower, today)).toEqual({ request: { ...base, kind: 'pace', newPerDay: 2 } });
    const periods = { ...draft, kind: 'periods' } as const;
    const filled = fillDraft(periods, { ...base, kind: 'periods' });
    expect(readDraft(filled, today)).toEqual({ request: { ...base, kind: 'periods' } });
  });

  it.each([
    [{ until: '' }, 'until'],
    [{ until: toIsoDate(toDay(-1)) }, 'until'],
    [{ until: '9999-01-01' }, 'until'],
    [{ kind: 'interview', sections: ['a'], until: toIsoDate(today) }, 'until'],
    [{ kind: 'interview' }, 'sections'],
    [{ kind: 'interview', sections: ['a'], recallPercent: '100' }, 'recallPercent'],
    [{ kind: 'pace', newPerDay: '0' }, 'newPerDay'],
    [{ kind: 'pace', newPerDay: 'many' }, 'newPerDay'],
    [{ minutes: '-5' }, 'minutes'],
  ])('say where %j is wrong', (changes, field) => {
    expect(readDraft({ ...draft, ...(changes as Partial<typeof draft>) }, today)).toMatchObject({
      field,
    });
  });
});
