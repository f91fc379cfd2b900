import { describe, expect, it } from 'vitest';
import { drawFigure, readFigure } from './read-figure.ts';

const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 280 100" font-size="12">';
const labels = '<title>Ring</title><desc>Three servers on a ring.</desc>';

/** A figure whose line 2 is the drawing. */
const figure = (drawing: string) => `${open}${labels}\n${drawing}\n</svg>\n`;

/** Problems as `line: message`. */
function refuse(source: string): string[] {
  const { figure: read, problems } = readFigure(source);
  expect(read === undefined).toBe(problems.length > 0);
  return problems.map(({ line, message }) => `${line}: ${message}`);
}

describe('readFigure', () => {
  it('reads what is allowed into a tree, without comments and white space', () => {
    const source = figure(`<!-- arrow -->
      <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
        <path d="M0 0 L8 4 L0 8 z"/></marker></defs>
      <g transform="translate(10 20) rotate(-45)" stroke='var(--accent)'>
        <line x1="0" y1="0" x2="20" y2=".5" marker-end="url(#tip)" stroke-dasharray="3 2"/>
        <text id="name" x="5" y="9" text-anchor="middle" stroke="none">a &lt; b <tspan dx="2">c</tspan></text>
      </g>`);
    const { figure: read, problems } = readFigure(source);
    expect(problems).toEqual([]);
    expect(drawFigure(read!, 'note-f1')).toEqual([
      'svg',
      {
        fill: 'currentColor',
        viewBox: '0 0 280 100',
        'font-size': '12',
        role: 'img',
        'aria-labelledby': 'note-f1-title note-f1-desc',
      },
      ['title', { id: 'note-f1-title' }, 'Ring'],
      ['desc', { id: 'note-f1-desc' }, 'Three servers on a ring.'],
      [
        'defs',
        null,
        [
          'marker',
          {
            id: 'note-f1-tip',
            viewBox: '0 0 8 8',
            refX: '7',
            refY: '4',
            markerWidth: '8',
            markerHeight: '8',
            orient: 'auto',
          },
          ['path', { d: 'M0 0 L8 4 L0 8 z' }],
        ],
      ],
      [
        'g',
        { transform: 'translate(10 20) rotate(-45)', stroke: 'var(--accent)' },
        [
          'line',
          {
            x1: '0',
            y1: '0',
            x2: '20',
            y2: '.5',
            'marker-end': 'url(#note-f1-tip)',
            'stroke-dasharray': '3 2',
          },
        ],
        [
          'text',
          { id: 'note-f1-name', x: '5', y: '9', 'text-anchor': 'middle', stroke: 'none' },
          'a < b ',
          ['tspan', { dx: '2' }, 'c'],
        ],
      ],
    ]);
  });

  it.each([
    ['<script>alert(1)</script>', 'A figure has no <script>.'],
    ['<foreignObject/>', 'A figure has no <foreignObject>.'],
    ['<image href="x.png"/>', 'A figure has no <image>.'],
    ['<use href="#a"/>', 'A figure has no <use>.'],
    ['<style>text { fill: red }</style>', 'A figure has no <style>.'],
    ['<a/>', 'A figure has no <a>.'],
    ['<animate/>', 'A figure has no <animate>.'],
    ['<svg viewBox="0 0 10 10"/>', 'A figure is one <svg>. Use <g> inside it.'],
    ['<circle onclick="x" r="1"/>', '<circle> of a figure has no onclick. Its attributes are: '],
    ['<circle style="fill: red" r="1"/>', '<circle> of a figure has no style.'],
    ['<circle class="a" r="1"/>', '<circle> of a figure has no class.'],
    ['<circle constructor="a" r="1"/>', '<circle> of a figure has no constructor.'],
    ['<defs id="a"/>', '<defs> of a figure has no id. Its attributes are: none.'],
    ['<rect fill="red"/>', 'fill="red" should be none, currentColor, or a colour'],
    ['<rect stroke="#fff"/>', 'stroke="#fff" should be none, currentColor, or a colour'],
    ['<rect fill="url(https://x.org/a)"/>', 'fill="url(https://x.org/a)" should be none'],
    ['<rect width="50%"/>', 'width="50%" should be a plain number, without a unit.'],
    ['<path d="M0 0; x"/>', 'd="M0 0; x" should be path data.'],
    ['<polyline points="1,2 a"/>', 'points="1,2 a" should be plain numbers.'],
    [
      '<g transform="scale(.5)"/>',
      'transform="scale(.5)" should be translate(…) and rotate(…) alone',
    ],
    ['<g opacity="2"/>', 'opacity="2" should be a number from 0 to 1.'],
    ['<text font-size="9">a</text>', 'font-size="9" should be a number of at least 11'],
    ['<text font-size="1em">a</text>', 'font-size="1em" should be a plain number'],
    ['<text text-anchor="left">a</text>', 'text-anchor="left" should be start, middle or end.'],
    ['<line marker-end="url(#tip)"/>', 'marker-end="url(#tip)" names no <marker> of this figure.'],
    ['<line marker-end="tip"/>', 'marker-end="tip" should be url(#id) of a <marker>'],
    ['<g id="A b"/>', 'id="A b" should be lower-case letters, digits and hyphens.'],
    ['<g id="a"/><g id="a"/>', 'The id "a" is taken by line 2. Choose another one.'],
    ['<g><title>a</title></g>', '<title> stands inside <g>. Put it into <svg>.'],
    ['<tspan>a</tspan>', '<tspan> stands inside <svg>. Put it into <text>.'],
    ['<text><rect/></text>', '<rect> stands inside <text>, which holds text alone.'],
    ['<g>a</g>', 'Text stands inside <g>. Put it into <text>.'],
    ['<title>Another</title>', 'A figure has one <title>. Keep one.'],
    [
      '<!DOCTYPE svg>',
      'A figure has no declarations, and this is one: <!DOCTYPE svg>. Take it out.',
    ],
    ['<![CDATA[a]]>', 'A figure has no declarations'],
    ['<rect width=5/>', 'This tag is not understood: <rect width=5/>. Write each attribute'],
    ['<rect x="1" x="2"/>', '"x" stands twice in this tag. Take one out.'],
    ['<text>a & b</text>', 'This "&" begins no known entity.'],
    ['<g id="&evil;"/>', 'This "&" begins no known entity.'],
    ['<g>', '</svg> stands where </g> should: <g> of line 2 is still open.'],
  ])('refuses %s', (drawing, message) => {
    const [first, ...others] = refuse(figure(drawing));
    expect(others).toEqual([]);
    expect(first?.replace(/^\d+: /, '')).toContain(message);
    expect(first).toMatch(drawing === '<g>' ? /^3: / : /^2: /);
  });

  it('tells every mistake of a file, each with its line', () => {
    const source = `<svg>\n<g\n  fill="red"\n  id="a"/>\n<text>a</text><b/>\n</svg>`;
    expect(refuse(source).map((text) => text.slice(0, 40))).toEqual([
      '1: This figure has no viewBox. Write vie',
      '1: This figure has no <title>. Write int',
      '1: This figure has no <desc>. Write into',
      '3: fill="red" should be none, currentCol',
      '5: This text has no font-size, nor has a',
      '5: A figure has no <b>. Its elements are',
    ]);
  });

  it('demands words for those who cannot see it', () => {
    expect(refuse(`${open}<title> </title><desc>d</desc></svg>`)).toEqual([
      '1: This figure has no <title>. Write into it what it shows, in a few words.',
    ]);
    expect(refuse(`${open}<title>t</title></svg>`)).toEqual([
      '1: This figure has no <desc>. Write into it what there is to see, for those who cannot.',
    ]);
  });

  it.each(['0 0 321 100', '0 0 100', '5 0 100 100', '0 0 0 10', '0 0 10 0'])(
    'refuses a viewBox that a phone cannot show: %s',
    (viewBox) => {
      expect(refuse(`<svg viewBox="${viewBox}">${labels}</svg>`)).toEqual([
        `1: viewBox="${viewBox}" should be "0 0 width height" with a width of at most 320, the width of a narrow phone.`,
      ]);
    },
  );

  it.each([
    ['', '1: This file holds no <svg>.'],
    ['<html/>', '1: A figure is an <svg>, and this is <html>.'],
    ['\nhello', '1: This text stands outside of <svg>. Take it out.'],
    [`${open}</svg>\n<g/>`, '2: A figure is one <svg>. Put this into a file of its own.'],
    [open, '1: <svg> is never closed. End it: </svg>.'],
    ['</svg>', '1: </svg> closes nothing. Take it out.'],
    [
      '<?xml version="1.0"?>',
      '1: A figure has no declarations, and this is one: <?xml version="1.0"?>. Take it out.',
    ],
    [
      '<!-- a -- b -->',
      '1: A figure has no declarations, and this is one: <!-- a -- b -->. Take it out.',
    ],
  ])('refuses a file that is no single <svg>: %j', (source, message) => {
    expect(refuse(source)).toEqual([message]);
  });

  it('reads a hostile file in a moment', () => {
    const started = process.hrtime.bigint();
    refuse('<a '.repeat(20_000));
    refuse(`<svg ${'a="b" '.repeat(5_000)}`);
    refuse('<!--'.repeat(20_000));
    expect(refuse('<g>'.repeat(20_000))[0]).toMatch(/^1: Elements stand more than 50 deep/);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(3_000);
  });
});
