import { describe, expect, it } from 'vitest';
import { readHeadingRole } from './heading-names.ts';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

describe('headings that speak to the reader', () => {
  it.each([
    '팁',
    '단기 합격 필수 팁',
    'טיפים',
    'Hasznos tippek',
    'Tipy',
    'Συμβουλές',
    'Поради',
    'Porady',
    'Consigli utili',
  ])('head tips: %s', (title) => {
    expect(readHeadingRole(title)).toBe('about');
  });

  it.each([
    'Offene Punkte (bitte klären)',
    'Open questions',
    'Questions ouvertes',
    'Открытые вопросы',
    '待解决问题',
    '미해결 질문',
  ])('head what is still open: %s', (title) => {
    expect(readHeadingRole(title)).toBe('about');
  });

  it.each([
    'How to download this course',
    '🔰 Hogyan töltsd le ezt a tananyagot?',
    'Как скачать',
    'Wie lade ich das herunter?',
    'Mit hol találsz',
  ])('head how to get or find it: %s', (title) => {
    expect(readHeadingRole(title)).toBe('about');
  });

  it.each([
    'Maintenance Log',
    'Version history',
    '🔗 Related notes',
    '🎯 أهداف المشروع',
    'كيفية استخدام المستودع',
  ])('head the story and use of the document: %s', (title) => {
    expect(readHeadingRole(title)).toBe('about');
  });

  it.each(['Referensi', 'Referensi Utama', 'Daftar referensi'])(
    'head what to read: %s',
    (title) => {
      expect(readHeadingRole(title)).toBe('resources');
    },
  );

  it.each([
    'Version control',
    'Logs',
    'أهداف التنمية',
    '파이썬 팁',
    'Offene Netze',
    'Open questions in number theory',
    'How to download files with curl',
    'Tippek és trükkök Pythonban',
    'Rady Europy',
  ])('are none where they name a subject: %s', (title) => {
    expect(readHeadingRole(title)).toBe('subject');
  });

  it('stay where they are a stage among others', () => {
    const stages = ['Web', 'Data', 'Tippek'].map(
      (name, index) => `## Week ${index + 1}: ${name}\n- x${index}\n`,
    );
    expect(sketch(readRoadmap(`# T\n${stages.join('')}`))).toContain('  x2');
    expect(sketch(readRoadmap(`# T\n${stages.join('')}## Tippek\n- rest\n`))).not.toContain(
      '  rest',
    );
  });
});
