// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { figureElements } from '#src/formats/figure/figure-attributes.ts';
import { drawFigure, readFigure } from '#src/formats/figure/read-figure.ts';
import { figureTags, toFigureProps } from './figure-parts.ts';
import { RenderedContent } from './rendered.tsx';

const svg = `<svg viewBox="0 0 280 60" font-size="12"><title>Ring</title><desc>Three servers.</desc>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" orient="auto"><path d="M0 0L8 4z"/></marker></defs>
<line x1="0" y1="0" x2="9" y2="9" stroke="currentColor" stroke-width="2" marker-end="url(#tip)"/>
<text x="3" y="4" text-anchor="middle">a</text></svg>`;

describe('a drawn figure', () => {
  it('is a picture with a name and a description, and its marks find each other', () => {
    const complain = vi.spyOn(console, 'error');
    const tree = drawFigure(readFigure(svg).figure!, 'a-f1');
    const { container } = render(<RenderedContent content={[tree]} />);
    const picture = screen.getByRole('img', { name: 'Ring Three servers.' });
    expect(picture.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(picture.getAttribute('viewBox')).toBe('0 0 280 60');
    const line = container.querySelector('line');
    expect(line?.getAttribute('stroke-width')).toBe('2');
    const target = line?.getAttribute('marker-end')?.replace(/^url\((.*)\)$/, '$1') ?? '';
    expect(container.querySelector(target)?.tagName).toBe('marker');
    expect(container.querySelector('text')?.getAttribute('text-anchor')).toBe('middle');
    expect(complain).not.toHaveBeenCalled();
  });

  it('takes no attribute that is not on the list', () => {
    const { container } = render(
      <RenderedContent
        content={[['svg', { onload: 'x', style: 'x', href: 'x', viewBox: '0 0 1 1' }]]}
      />,
    );
    expect(container.querySelector('svg')?.getAttributeNames()).toEqual(['viewBox']);
  });

  it('may have all that the compiler lets through', () => {
    expect([...figureTags].sort()).toEqual([...figureElements.keys()].sort());
    const names = [...figureElements.values()].flatMap((checks) => Object.keys(checks));
    const dropped = [...new Set(names)].filter(
      (name) => Object.keys(toFigureProps({ [name]: '' })).length === 0,
    );
    expect(dropped).toEqual(['xmlns']);
  });
});
