import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './markdown.ts';

/** Kinds of the nodes at the top and one below, each once. */
function listKinds(text: string): string[] {
  const kinds = parseMarkdown(text).children.flatMap((node) => [
    node.type,
    ...('children' in node ? node.children.map(({ type }) => type) : []),
  ]);
  return [...new Set<string>(kinds)].sort();
}

describe('Markdown with more marks than anybody writes', () => {
  it.each(['<!--', '<![CDATA[', '<!A', '![](&a *a', '*a_', '<!--SR:!', 'a](b'])(
    'is text: %s twenty thousand times',
    (mark) => {
      expect(listKinds(`See ${mark.repeat(20_000)}`)).toEqual(['paragraph', 'text']);
    },
  );

  it.each(['> ', '> - ', '1. '])('has no lists in lists without end: %s', (mark) => {
    expect(listKinds(`${mark.repeat(20_000)}a`)).toEqual(['paragraph', 'text']);
  });

  it('has no list that a paragraph without end belongs to', () => {
    expect(listKinds(`- a\n${'b\n'.repeat(20_000)}`)).toEqual(['paragraph', 'text']);
    expect(listKinds(`- a\n${'b\n'.repeat(2000)}`)).toEqual(['list', 'listItem']);
    expect(parseMarkdown('b\n'.repeat(20_000)).children).toHaveLength(20_000);
    expect(parseMarkdown('b\n'.repeat(2000)).children).toHaveLength(1);
    expect(listKinds(`*a* ${'b '.repeat(20_000)}`)).toEqual(['paragraph', 'text']);
    expect(listKinds(`*a* ${'b '.repeat(5000)}`)).toEqual(['emphasis', 'paragraph', 'text']);
  });

  it('keeps its lines', () => {
    const { children } = parseMarkdown(`One\n\n${'*a_'.repeat(2000)}\nLast`);
    expect(children.map(({ position }) => position?.start.line)).toEqual([1, 3, 4]);
    expect(children[2]).toMatchObject({ children: [{ type: 'text', value: 'Last' }] });
  });

  it('is read as it stands otherwise, however long it is', () => {
    const list = Array.from({ length: 3000 }, (_, at) => `- [a${at}](https://a.example/)\n`);
    expect(listKinds(list.join(''))).toEqual(['list', 'listItem']);
    const parts = Array.from({ length: 3000 }, () => 'A *b* [c](d)\n\n');
    expect(listKinds(parts.join(''))).toEqual(['emphasis', 'link', 'paragraph', 'text']);
    expect(listKinds('> - > - a')).toEqual(['blockquote', 'list']);
  });
});
