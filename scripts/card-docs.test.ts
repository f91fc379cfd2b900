import { readFileSync } from 'node:fs';
import type { Nodes, TableCell } from 'mdast';
import { describe, expect, it } from 'vitest';
import { compileDecks } from '#src/formats/compile/compile-decks.ts';
import type { DeckSource } from '#src/formats/compile/read-deck-sources.ts';
import { figureElements } from '#src/formats/figure/figure-attributes.ts';
import { parseMarkdown } from '#src/formats/markdown.ts';

const head = (title: string) => `---\ntitle: ${title}\nsources: [https://example.org/]\n---\n`;

function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

function readNodes(path: string): Nodes[] {
  return [...walk(parseMarkdown(readFileSync(path, 'utf8')))];
}

function listProblems(files: readonly string[], sources: readonly DeckSource[] = []): string[] {
  const cards = files.map((content, index) => ({
    path: `decks/cards/docs/file-${index}.md`,
    content,
  }));
  const { summary } = compileDecks([...sources, ...cards], (text) => `${text.length}`, 'accepted');
  return summary.problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
}

describe('the documentation of cards', () => {
  it.each(['docs/card-format.md', 'docs/writing-cards.md'])(
    'has only examples that compile: %s',
    (path) => {
      const examples = readNodes(path).flatMap((node) =>
        node.type === 'code' && node.lang === 'md' ? [node.value] : [],
      );
      expect(examples.length).toBeGreaterThan(0);
      const files = examples.map((text, index) =>
        text.startsWith('---') ? text : head(`Example ${index}`) + text,
      );
      const mastery = 'decks/roadmaps/mastery.md';
      const roadmap = { path: mastery, content: readFileSync(mastery, 'utf8') };
      expect(listProblems(files, [roadmap])).toEqual([]);
    },
  );

  it('names the elements that figures may have', () => {
    const text = readFileSync('docs/card-format.md', 'utf8');
    const [, named = ''] = /\*\*Elements\*\*: ([a-z, ]+)\./.exec(text) ?? [];
    expect(named.split(', ').sort()).toEqual([...figureElements.keys()].sort());
  });

  it('shows for linter rules what they do refuse', () => {
    const rows = readNodes('docs/writing-cards.md').filter((node) => node.type === 'tableRow');
    const codeOf = (cell: TableCell | undefined) =>
      cell?.children.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : [])) ?? [];
    const refused = rows.flatMap(({ children: [rule, , example] }) =>
      codeOf(example).map((line) => ({ rule: codeOf(rule)[0] ?? '', line })),
    );
    expect(refused.length).toBeGreaterThan(4);
    for (const { rule, line } of refused) {
      const question = line.startsWith('Q:') ? line : 'Q: Why does Redis fork?';
      const note = line.startsWith('Text:')
        ? `## cloze example · use\n${line}\n`
        : `## basic example · use\n${question}\nA: Because.\n${line === question ? '' : line}\n`;
      expect(listProblems([head('Example') + note])).toEqual([
        expect.stringMatching(`\\[${rule}\\]$`),
      ]);
    }
  });
});
