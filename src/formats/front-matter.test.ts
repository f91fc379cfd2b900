import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from './front-matter.ts';

describe('readFrontMatter', () => {
  it('splits keys from the body and says on which line the body starts', () => {
    const result = readFrontMatter('---\ntitle: Git\ntags: [a, b]\n---\n# Body\n');
    expect(result).toEqual({
      data: { title: 'Git', tags: ['a', 'b'] },
      body: '# Body\n',
      bodyLine: 5,
      problems: [],
    });
  });

  it('reads keys that all stand on one line, as published notes have them', () => {
    expect(readFrontMatter('---\n{"publish":true,"title":"Git"}\n---\nBody')).toMatchObject({
      data: { publish: true, title: 'Git' },
      body: 'Body',
    });
  });

  it('accepts Windows line ends, a byte order mark and an empty block', () => {
    expect(readFrontMatter('\uFEFF---\r\ntitle: Git\r\n---\r\nBody').data).toEqual({
      title: 'Git',
    });
    expect(readFrontMatter('---\n---\nBody')).toMatchObject({
      data: {},
      body: 'Body',
      bodyLine: 3,
    });
  });

  it('leaves a text without front matter alone, a leading rule included', () => {
    for (const text of [
      '# Git\n',
      '',
      '---\n\n# Git\n\n---\n',
      '---\nsome words\n---\n',
      '---\n# x\n',
    ]) {
      expect(readFrontMatter(text)).toEqual({ data: {}, body: text, bodyLine: 1, problems: [] });
    }
  });

  it('reports a block that is never closed', () => {
    const result = readFrontMatter('---\ntitle: Git\n# Body\n');
    expect(result.problems).toEqual([
      { line: 1, message: 'The front matter is never closed. End it with a line "---".' },
    ]);
    expect(result.bodyLine).toBe(1);
  });

  it('reports YAML errors with the line in the whole text', () => {
    const result = readFrontMatter('---\ntitle: Git\nbad: [1, 2\n---\nBody');
    expect(result.data).toEqual({});
    expect(result.problems[0]?.line).toBeGreaterThanOrEqual(3);
    expect(result.body).toBe('Body');
  });

  it('survives aliases made to explode and YAML that is no map', () => {
    const layers = Array.from({ length: 12 }, (_, i) =>
      i === 0
        ? 'a0: &a0 [x]'
        : `a${i}: &a${i} [${Array(12)
            .fill(`*a${i - 1}`)
            .join(',')}]`,
    );
    expect(readFrontMatter(`---\n${layers.join('\n')}\n---\n`).problems).toHaveLength(1);
    expect(readFrontMatter('---\n"a": 1\n---\n').data).toEqual({ a: 1 });
  });

  it('passes over one that is longer than anyone writes', () => {
    const keys = Array.from({ length: 200_000 }, (_, index) => `key-${index}: 1\n`).join('');
    const result = readFrontMatter(`---\n${keys}---\nBody`);
    expect(result).toMatchObject({ data: {}, body: 'Body', bodyLine: 200_003 });
    expect(result.problems[0]?.message).toContain('longer than');
  });

  it('never throws and keeps the body inside the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (yaml, body) => {
        const text = `---\n${yaml}\n---\n${body}`;
        const result = readFrontMatter(text);
        expect(result.bodyLine).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
      }),
      { numRuns: 100 },
    );
  });
});
