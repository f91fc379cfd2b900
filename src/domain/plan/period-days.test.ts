import { describe, expect, it } from 'vitest';
import { readPeriodDays } from './period-days.ts';

const span = (from: number, to: number) => ({ kind: 'span', from, to });
const length = (days: number) => ({ kind: 'length', days });

describe('a section’s period', () => {
  it.each([
    ['Month 1–2', span(0, 61)],
    ['Months 5 to 7', span(122, 213)],
    ['month 18', span(517, 548)],
    ['Week 3', span(14, 21)],
    ['Weeks 1-2', span(0, 14)],
    ['Week one', span(0, 7)],
    ['Week 1 - Week 4', span(0, 28)],
    ['Day 8–14', span(7, 14)],
    ['Sprint 2', span(14, 28)],
    ['Q1–Q2', span(0, 183)],
    ['Q3', span(183, 274)],
    ['Mes 2', span(30, 61)],
    ['Monat 1', span(0, 30)],
    ['Неделя 2', span(7, 14)],
    ['第1-2周', span(0, 14)],
    ['الشهر 2', span(30, 61)],
  ])('%s counts from the start', (text, expected) => {
    expect(readPeriodDays(text)).toEqual(expected);
  });

  it.each([
    ['2 weeks', length(14)],
    ['3-4 weeks', length(28)],
    ['1.5 months', length(46)],
    ['10 days', length(10)],
    ['2周', length(14)],
    ['3个月', length(91)],
    ['6 semanas', length(42)],
    ['1 year', length(365)],
    ['two weeks', length(14)],
  ])('%s is a length', (text, expected) => {
    expect(readPeriodDays(text)).toEqual(expected);
  });

  it.each([
    '40 hours',
    'Q1 2026',
    'May 2026',
    'Mon–Fri',
    'Month 3–1',
    'Month 0',
    'soon',
    '7',
    'Phase 2',
    '',
  ])('“%s” says nothing of days', (text) => {
    expect(readPeriodDays(text)).toBeUndefined();
  });
});
