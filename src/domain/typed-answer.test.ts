import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeTyped } from './typed-answer.ts';

type Match = 'exact' | 'term';
const grade = (match: Match, answers: [string, ...string[]], input: string, others?: string[]) =>
  gradeTyped({ match, answers }, input, others);
const isRight = (...args: Parameters<typeof grade>) => grade(...args).right;

describe('an exact answer', () => {
  it('is trimmed and composed, nothing else', () => {
    expect(isRight('exact', ['git rebase -i'], '  git rebase -i\n')).toBe(true);
    expect(isRight('exact', ['café'], 'cafe\u0301')).toBe(true);
    expect(isRight('exact', ['git rebase -i'], 'git  rebase -i')).toBe(false);
    expect(isRight('exact', ['SIGTERM'], 'sigterm')).toBe(false);
    expect(isRight('exact', ['Content-Security-Policy'], 'Content-Security-Polic')).toBe(false);
  });

  it('may be any of the accepted ones', () => {
    expect(isRight('exact', ['-p', '--parents'], '--parents')).toBe(true);
  });
});

describe('a term', () => {
  it('folds case and spaces', () => {
    expect(isRight('term', ['Write-ahead log'], ' write-ahead   LOG ')).toBe(true);
    expect(isRight('term', ['Straße'], 'STRASSE')).toBe(true);
  });

  it('forgives one edit from six letters and two from ten', () => {
    expect(isRight('term', ['mutex'], 'mutx')).toBe(false);
    expect(isRight('term', ['kernel'], 'kernal')).toBe(true);
    expect(isRight('term', ['kernel'], 'kirnal')).toBe(false);
    expect(isRight('term', ['idempotent'], 'idenpotant')).toBe(true);
    expect(isRight('term', ['idempotent'], 'idenpatant')).toBe(false);
  });

  it('counts two swapped neighbours as one edit', () => {
    expect(isRight('term', ['kernel'], 'kenrel')).toBe(true);
  });

  it('counts letters, not signs', () => {
    expect(isRight('term', ['a/b-c.d'], 'a/b-c.e')).toBe(false);
  });

  it('forgives no digit', () => {
    expect(isRight('term', ['version 2'], 'version 3')).toBe(false);
    expect(isRight('term', ['version 2'], 'versoin 2')).toBe(true);
    expect(isRight('term', ['version 2'], 'version')).toBe(false);
  });

  it('is never what another card accepts', () => {
    expect(isRight('term', ['authorization'], 'authorisation', ['Authorisation'])).toBe(false);
    expect(isRight('term', ['unicast'], 'Unicast', ['unicast'])).toBe(true);
  });

  it('says when it forgave something', () => {
    expect(grade('term', ['kernel'], 'kernal')).toMatchObject({ right: true, forgiven: true });
    expect(grade('term', ['kernel'], 'Kernel')).toMatchObject({ right: true, forgiven: false });
  });
});

describe('the difference', () => {
  it('tells what is missing and what is too much, against the nearest answer', () => {
    const { answer, segments } = grade('exact', ['--hard', '--soft'], '--sofft');
    expect(answer).toBe('--soft');
    expect(segments).toEqual([
      { kind: 'same', text: '--sof' },
      { kind: 'extra', text: 'f' },
      { kind: 'same', text: 't' },
    ]);
    expect(grade('exact', ['404'], '44').segments).toEqual([
      { kind: 'same', text: '4' },
      { kind: 'missing', text: '0' },
      { kind: 'same', text: '4' },
    ]);
  });

  it('is the whole answer where nothing was typed', () => {
    expect(grade('exact', ['404'], '').segments).toEqual([{ kind: 'missing', text: '404' }]);
  });

  it('strikes an answer whole that has little in common with the right one', () => {
    expect(grade('term', ['idempotent'], 'atomic').segments).toEqual([
      { kind: 'extra', text: 'atomic' },
      { kind: 'missing', text: 'idempotent' },
    ]);
  });

  it('sees no difference in the case of a term', () => {
    expect(grade('term', ['Redis'], 'redis').segments).toEqual([{ kind: 'same', text: 'Redis' }]);
    expect(grade('exact', ['Redis'], 'redis').segments).toHaveLength(3);
  });

  it('always spells both sides', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ß', '😀', '1'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (answer, input) => {
        const { segments, right } = grade('exact', [answer], input);
        const spell = (left: 'extra' | 'missing') =>
          segments
            .filter(({ kind }) => kind !== left)
            .map((segment) => segment.text)
            .join('');
        expect(spell('extra')).toBe(answer);
        expect(spell('missing')).toBe(input);
        expect(right).toBe(answer === input);
      }),
      { numRuns: 150 },
    );
  });
});
