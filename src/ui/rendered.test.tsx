// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Rendered } from '#src/domain/content.ts';
import { PictureSource } from './picture-source.ts';
import { RenderedContent } from './rendered.tsx';

function draw(...content: Rendered[]): HTMLElement {
  return render(<RenderedContent content={content} />).container.firstElementChild as HTMLElement;
}

/** The elements of a tree and its text, as `p(one,em(two))`. */
function outline(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? '';
  return `${node.tagName.toLowerCase()}(${[...node.childNodes].map(outline).join(',')})`;
}

describe('drawn content', () => {
  it('draws paragraphs, emphasis, lists and quotes', () => {
    const drawn = draw(
      [
        'p',
        null,
        'A ',
        ['em', null, 'b'],
        ['strong', null, 'c'],
        ['br', null],
        ['code', null, 'd'],
      ],
      ['ol', { start: '3' }, ['li', null, 'three']],
      ['blockquote', null, ['p', null, 'said']],
      ['hr', null],
    );
    expect(outline(drawn)).toBe(
      'div(p(A ,em(b),strong(c),br(),code(d)),ol(li(three)),blockquote(p(said)),hr())',
    );
    expect(drawn.querySelector('ol')?.start).toBe(3);
  });

  it('draws formulas as MathML, and leaves what is none as it is written', async () => {
    const drawn = draw(
      ['p', null, ['math', { shape: 'inline' }, 'x^2'], ['math', { shape: 'inline' }, '\\no{']],
      ['math', { shape: 'block' }, 'y'],
      ['math', { shape: 'inline' }, 'z=', ['cloze', { n: '1' }, '1']],
    );
    expect(await screen.findByRole('group', { name: 'Formula' })).toBeTruthy();
    expect(drawn.querySelectorAll('math')).toHaveLength(2);
    expect(drawn.querySelector('math msup')).not.toBeNull();
    expect(drawn.textContent).toContain('\\no{');
    expect(drawn.textContent).toContain('z=1');
  });

  it('draws formulas with macros of their own, but none that multiply', async () => {
    const short = '\\newcommand{\\half}{\\frac12}\\half';
    const long = `\\def\\a{${'x'.repeat(50_000)}}${'\\a'.repeat(900)}`;
    const doubling = `\\def\\a{x}${'\\edef\\a{\\a\\a}'.repeat(25)}\\a`;
    const often = `\\def\\a{x}${'\\a'.repeat(100)}`;
    const drawn = draw(
      ...[short, long, doubling, often].map((tex): Rendered => ['math', { shape: 'block' }, tex]),
    );
    expect(await screen.findAllByRole('group', { name: 'Formula' })).toHaveLength(4);
    expect(drawn.querySelectorAll('math')).toHaveLength(1);
    expect(drawn.querySelector('math mfrac')).not.toBeNull();
    for (const tex of [long, doubling, often]) expect(drawn.textContent).toContain(tex);
  });

  it('colours code, and lets it take the focus to be scrolled', () => {
    draw(['pre', { lang: 'sql' }, ['span', { class: 'hl-keyword' }, 'SELECT'], ' 1']);
    const block = screen.getByLabelText('Code, sql');
    expect(block.tabIndex).toBe(0);
    expect(block.querySelector('.hl-keyword')?.textContent).toBe('SELECT');
  });

  it('aligns the cells of a table', () => {
    draw([
      'table',
      null,
      ['thead', null, ['tr', null, ['th', { align: 'right' }, 'n']]],
      ['tbody', null, ['tr', null, ['td', null, '1']]],
    ]);
    expect(screen.getByRole('columnheader').style.textAlign).toBe('right');
    expect(screen.getByRole('cell').textContent).toBe('1');
  });

  it('follows https links only, in a tab of their own', () => {
    draw(['a', { href: 'https://example.org/' }, 'in'], ['a', { href: 'javascript:1' }, 'out']);
    const [link, ...others] = screen.getAllByRole('link');
    expect(others).toEqual([]);
    expect(link?.getAttribute('rel')).toBe('noreferrer');
    expect(link?.getAttribute('target')).toBe('_blank');
  });

  it('draws a picture of the learner’s own, and its words where it is missing', async () => {
    URL.createObjectURL = () => 'blob:test';
    URL.revokeObjectURL = () => undefined;
    const find = (name: string) =>
      Promise.resolve(name === 'a.png' ? new Uint8Array([1]) : undefined);
    const picture = (src: string, alt: string): Rendered => ['img', { src, alt }, alt];
    render(
      <PictureSource value={find}>
        <RenderedContent content={[picture('a.png', 'A cat'), picture('b.png', 'A dog')]} />
      </PictureSource>,
    );
    const image = await screen.findByRole('img', { name: 'A cat' });
    expect(image.getAttribute('src')).toBe('blob:test');
    expect(await screen.findByText('A dog (not on this device)')).toBeTruthy();
  });

  it('draws what it does not know as its text alone', () => {
    const drawn = draw(
      ['script', { src: 'x' }, 'alert(1)'],
      ['img', { onerror: 'x' }],
      ['span', { class: 'button', style: 'x' }, 'plain'],
    );
    expect(drawn.childElementCount).toBe(0);
    expect(drawn.textContent).toBe('alert(1)plain');
  });

  it('shows all parts of a cloze where none is asked for', () => {
    expect(draw(['cloze', { n: '1' }, 'open']).textContent).toBe('open');
  });
});
