import { describe, expect, it } from 'vitest';
import { markClozes } from './card-file/cloze-marks.ts';
import { parseCardMarkdown, parseMarkdown } from './markdown.ts';
import { renderCloze } from './render-cloze.ts';
import { isSafeLink, renderMarkdown } from './render-markdown.ts';

const render = (text: string) => renderMarkdown(parseMarkdown(text));

describe('renderMarkdown', () => {
  it('draws inline formatting', () => {
    expect(render('a *b* **c** ~~d~~ `e`  \nf')).toEqual([
      [
        'p',
        null,
        'a ',
        ['em', null, 'b'],
        ' ',
        ['strong', null, 'c'],
        ' ',
        ['del', null, 'd'],
        ' ',
        ['code', null, 'e'],
        ['br', null],
        'f',
      ],
    ]);
  });

  it('draws formulas in a line or as a block, with Markdown’s own marks left alone in them', () => {
    const renderCard = (text: string) => renderMarkdown(parseCardMarkdown(text));
    expect(renderCard('So $a_1 * b_2$ holds.')).toEqual([
      ['p', null, 'So ', ['math', { shape: 'inline' }, 'a_1 * b_2'], ' holds.'],
    ]);
    const block = ['math', { shape: 'block' }, 'x^2'];
    expect(renderCard('$$x^2$$')).toEqual([['p', null, block]]);
    expect(renderCard('$$\nx^2\n$$')).toEqual([block]);
    expect(renderCard('$5 and *$6*')).toEqual([['p', null, '$5 and ', ['em', null, '$6']]]);
  });

  it('follows https links only and shows the words of others', () => {
    expect(render('[a](https://x.org/b) [c](javascript:alert) [d](http://x.org)')).toEqual([
      ['p', null, ['a', { href: 'https://x.org/b' }, 'a'], ' c d'],
    ]);
    expect([isSafeLink('https://x.org'), isSafeLink('https:'), isSafeLink('//x.org')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('shows pictures of the learner’s own, which are called by their hash', () => {
    const name = `${'0a'.repeat(32)}.png`;
    expect(render(`![A cat](${name}) ![](${name})`)).toEqual([
      [
        'p',
        null,
        ['img', { src: name, alt: 'A cat' }, 'A cat'],
        ' ',
        ['img', { src: name, alt: '' }],
      ],
    ]);
  });

  it('shows HTML and other pictures as their text', () => {
    expect(render('<b onclick="x">a</b> ![alt](x.png) ![](y.png)')).toEqual([
      ['p', null, '<b onclick="x">a</b> alt '],
    ]);
    expect(render('![alt][x]\n\n[x]: y.png')).toEqual([['p', null]]);
  });

  it('draws lists tightly or loosely as they are written, with start and boxes', () => {
    expect(render('- a\n- [x] b\n- [ ] c')).toEqual([
      ['ul', null, ['li', null, 'a'], ['li', null, '☑ b'], ['li', null, '☐ c']],
    ]);
    expect(render('3. a\n\n   b\n4. c')).toEqual([
      [
        'ol',
        { start: '3' },
        ['li', null, ['p', null, 'a'], ['p', null, 'b']],
        ['li', null, ['p', null, 'c']],
      ],
    ]);
    expect(render('1. a\n   - b')).toEqual([
      ['ol', null, ['li', null, 'a', ['ul', null, ['li', null, 'b']]]],
    ]);
  });

  it('draws headings, quotes, rules and tables', () => {
    expect(render('### a\n\n#### b\n\n> c\n\n---')).toEqual([
      ['h3', null, 'a'],
      ['h4', null, 'b'],
      ['blockquote', null, ['p', null, 'c']],
      ['hr', null],
    ]);
    expect(render('| a | b |\n| - | :-: |\n| c | d |')).toEqual([
      [
        'table',
        null,
        ['thead', null, ['tr', null, ['th', null, 'a'], ['th', { align: 'center' }, 'b']]],
        ['tbody', null, ['tr', null, ['td', null, 'c'], ['td', { align: 'center' }, 'd']]],
      ],
    ]);
    expect(render('| a |\n| - |')).toEqual([
      ['table', null, ['thead', null, ['tr', null, ['th', null, 'a']]]],
    ]);
  });

  it('colours code by its language and leaves code without one plain', () => {
    expect(render('```sql\nSELECT 1\n```')).toEqual([
      [
        'pre',
        { lang: 'sql' },
        ['span', { class: 'hl-keyword' }, 'SELECT'],
        ' ',
        ['span', { class: 'hl-number' }, '1'],
      ],
    ]);
    expect(render('```\na\n```')).toEqual([['pre', { lang: 'text' }, 'a']]);
  });

  it('shows the words of references and footnotes', () => {
    expect(render('[a][x] b[^1]\n\n[x]: https://x.org\n\n[^1]: note')).toEqual([
      ['p', null, 'a b'],
      ['p', null, 'note'],
    ]);
  });
});

describe('renderCloze', () => {
  const renderText = (source: string) => {
    const { text, clozes } = markClozes(source);
    return renderCloze(parseMarkdown(text), clozes);
  };

  it('hides text, code and formatting', () => {
    expect(renderText('A {{c1::b}}, {{c2::`c`::hint}} and **{{c1::d}}**.')).toEqual([
      [
        'p',
        null,
        'A ',
        ['cloze', { n: '1' }, 'b'],
        ', ',
        ['cloze', { n: '2', hint: 'hint' }, ['code', null, 'c']],
        ' and ',
        ['strong', null, ['cloze', { n: '1' }, 'd']],
        '.',
      ],
    ]);
  });

  it('hides a part of a line of code and of a coloured block', () => {
    expect(renderText('`SET k v {{c1::NX}}`')).toEqual([
      ['p', null, ['code', null, 'SET k v ', ['cloze', { n: '1' }, 'NX']]],
    ]);
    expect(renderText('```sql\nSEL{{c1::ECT 1}};\n```')).toEqual([
      [
        'pre',
        { lang: 'sql' },
        ['span', { class: 'hl-keyword' }, 'SEL'],
        [
          'cloze',
          { n: '1' },
          ['span', { class: 'hl-keyword' }, 'ECT'],
          ' ',
          ['span', { class: 'hl-number' }, '1'],
        ],
        ';',
      ],
    ]);
  });

  it('cannot hide what starts inside some formatting and ends outside of it', () => {
    expect(renderText('{{c1::a **b}} c**')).toBeNull();
    expect(renderText('**a {{c1::b** c}}')).toBeNull();
    expect(renderText('a `{{c1::b` c}}')).toBeNull();
  });

  it('cannot hide one part inside another', () => {
    const marked = '\uE000\uE100a\uE000\uE101b\uE001\uE001';
    expect(renderCloze(parseMarkdown(marked), [{ n: 1 }, { n: 2 }])).toBeNull();
    expect(renderCloze(parseMarkdown('\uE001'), [])).toBeNull();
    expect(renderCloze(parseMarkdown('\uE000\uE100a\uE001'), [])).toBeNull();
  });
});
