import { describe, expect, it } from 'vitest';
import { findDateOrder, readDate } from './dates.ts';
import { splitNumber } from './ordinals.ts';
import { readPeriod, splitPeriod } from './period.ts';
import { readPriority } from './priority-words.ts';
import { readStatus } from './status-words.ts';

describe('readDate', () => {
  it.each([
    ['09.02.2026', '2026-02-09'],
    ['2026-02-09', '2026-02-09'],
    ['2026/2/9', '2026-02-09'],
    ['09.02.26', '2026-02-09'],
    ['02/13/2026', '2026-02-13'],
    ['2026-02-09T10:00:00Z', '2026-02-09'],
    ['2026年2月9日', '2026-02-09'],
    ['2026년 2월', '2026-02'],
    ['2026-02', '2026-02'],
    ['9 Feb 2026', '2026-02-09'],
    ['February 9th, 2026', '2026-02-09'],
    ['9 de fevereiro de 2026', '2026-02-09'],
    ['9. März 2026', '2026-03-09'],
    ['9 февраля 2026', '2026-02-09'],
    ['Mayıs 2026', '2026-05'],
    ['Oct 2026', '2026-10'],
    ['xx.xx.xx', undefined],
    ['TBD', undefined],
    ['', undefined],
    ['31.02.2026', undefined],
    ['13.13.2026', undefined],
    ['123.1.2026', undefined],
    ['2026', undefined],
    ['in 2026 some day soon', undefined],
    ['45 Feb 2026', undefined],
  ])('reads %s as %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it('reads days and months in the order the other dates of a text tell', () => {
    expect(findDateOrder('01/02/2026 and 01/15/2026')).toBe('month-first');
    expect(findDateOrder('01/02/2026 and 15/01/2026')).toBe('day-first');
    expect(findDateOrder('01/02/2026')).toBeUndefined();
    expect(readDate('03/04/2026', 'month-first')).toBe('2026-03-04');
    expect(readDate('13/04/2026', 'month-first')).toBe('2026-04-13');
  });
});

describe('readPeriod', () => {
  it.each([
    'Month 1–2',
    'Weeks 3 to 4',
    '2 weeks',
    '3-6 months',
    'Q1 2026',
    '2026 Q2',
    'Jan – Mar 2026',
    'Semana 1',
    'Неделя 2',
    '第1-2周',
    '3주차',
    'Day 1-30',
    '1 месяц',
    '40+ hours',
  ])('reads %s whole', (text) => {
    expect(readPeriod(text)).toBe(text);
  });

  it('drops what introduces a period and takes nothing else for one', () => {
    expect(readPeriod('⏱️ Duration: ~2 weeks')).toBe('2 weeks');
    for (const text of ['Marketing', 'Maybe', 'basics', 'Month', 'x'.repeat(80), '2026'])
      expect(readPeriod(text)).toBeUndefined();
  });

  it('splits a period off either end of a title', () => {
    expect(splitPeriod('Week 1-2: Git')).toEqual({ title: 'Git', period: 'Week 1-2' });
    expect(splitPeriod('Git – 2 weeks')).toEqual({ title: 'Git', period: '2 weeks' });
    expect(splitPeriod('Marketing: SEO')).toEqual({ title: 'Marketing: SEO' });
    expect(splitPeriod('x'.repeat(400))).toEqual({ title: 'x'.repeat(400) });
  });
});

describe('splitNumber', () => {
  it.each([
    ['1. Git', 'Git', '1'],
    ['2.1.1 DNS', 'DNS', '2.1.1'],
    ['PHASE 0 — Mindset', 'Mindset', '0'],
    ['Phase One: Start', 'Start', '1'],
    ['Part II - Data', 'Data', 'II'],
    ['II. Data', 'Data', 'II'],
    ['第二章 网络', '网络', '2'],
    ['3단계: 웹', '웹', '3'],
    ['Phase 1', 'Phase 1', '1'],
    ['Level 1 (Easy)', 'Level 1 (Easy)', '1'],
    ['3 - Git', 'Git', '3'],
    ['(4) Git', 'Git', '4'],
    ['b. Loops', 'Loops', 'b'],
    ['B) Loops', 'Loops', 'B'],
    ['C. elegans', 'C. elegans', undefined],
    ['12-Factor App', '12-Factor App', undefined],
    ['2FA', '2FA', undefined],
    ['100 days', '100 days', undefined],
    ['Modules', 'Modules', undefined],
  ])('splits %s', (text, title, number) => {
    expect(splitNumber(text)).toEqual(number === undefined ? { title } : { title, number });
  });
});

describe('readStatus and readPriority', () => {
  it('let words win over icons and read percentages', () => {
    expect(
      [
        '✅ In Progress',
        '✅',
        '0%',
        '100 %',
        '35%',
        'Завершено',
        '进行中',
        'لم يبدأ',
        'Docker',
        '🔴',
      ].map(readStatus),
    ).toEqual([
      'in-progress',
      'completed',
      'not-started',
      'completed',
      'in-progress',
      'completed',
      'in-progress',
      'not-started',
      undefined,
      undefined,
    ]);
  });

  it('read class names and words in any language', () => {
    expect(
      ['goodToLearn', 'must_know', 'General', 'İsteğe bağlı', '必须', 'Non-Negotiable'].map(
        readPriority,
      ),
    ).toEqual(['good', 'mandatory', 'general', 'optional', 'mandatory', undefined]);
  });
});
