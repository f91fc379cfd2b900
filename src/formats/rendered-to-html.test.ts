import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';
import { renderedToHtml } from './rendered-to-html.ts';
import { parseCardMarkdown } from './markdown.ts';

const toHtml = (markdown: string) => renderedToHtml(renderMarkdown(parseCardMarkdown(markdown)));

describe('a card written as HTML', () => {
  it('has its formatting', () => {
    expect(toHtml('**a** `b`\n\n1. c\n2. d')).toBe(
      '<p><strong>a</strong> <code>b</code></p><ol><li>c</li><li>d</li></ol>',
    );
    expect(toHtml('a\\\nb\n\n---')).toBe('<p>a<br>b</p><hr>');
    expect(toHtml('|a|b|\n|:-:|-|\n|c|d|')).toContain(
      '<th style="text-align: center">a</th><th>b</th>',
    );
    expect(toHtml('[x](https://a.b/?c&d)')).toBe('<p><a href="https://a.b/?c&amp;d">x</a></p>');
    expect(toHtml('```js\nlet a\n```')).toMatch(
      /^<pre><code data-lang="js">.*let.*<\/code><\/pre>$/,
    );
    expect(toHtml('$a<b$')).toBe('<p>\\(a&lt;b\\)</p>');
    expect(toHtml('$$a$$')).toBe('<p>\\[a\\]</p>');
    expect(toHtml('![words](figure:a)')).toContain('words');
  });

  it('has every text escaped, and no name that could be another', () => {
    expect(toHtml('a < "&\'')).toBe('<p>a &lt; &quot;&amp;&#39;</p>');
    expect(
      renderedToHtml([
        ['a b', null, 'x'],
        ['p', { 'on x': '1', class: '"' }, 'y'],
      ]),
    ).toBe('x<p class="&quot;">y</p>');
    expect(
      renderedToHtml([
        ['figure', { name: 'a' }, 'words'],
        ['pre', null, 'c'],
      ]),
    ).toBe('<p>words</p><pre><code data-lang="text">c</code></pre>');
  });

  it('has hidden parts as it is told to, else open', () => {
    const tree = [['cloze', { n: '2', hint: 'h' }, 'x']] as const;
    expect(renderedToHtml(tree)).toBe('x');
    expect(renderedToHtml(tree, (n, hint, content) => `${n}${hint ?? ''}${content}`)).toBe('2hx');
    expect(renderedToHtml([['cloze', null, 'x']], (n) => n)).toBe('1');
  });
});
