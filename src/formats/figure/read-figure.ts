import type { Rendered, RenderedElement } from '#src/domain/content.ts';
import type { Problem } from '../problem.ts';
import { figureElements } from './figure-attributes.ts';
import { parseXml, type XmlElement, type XmlText } from './parse-xml.ts';

/** A checked figure. Its ids are as written: `drawFigure` makes them unique on a page. */
export interface Figure {
  readonly attributes: Readonly<Record<string, string>>;
  readonly title: string;
  readonly description: string;
  readonly drawing: readonly Rendered[];
}

/**
 * Reads an SVG file as a figure of the bank. Everything that is not on the list of elements and attributes is a
 * problem with its line, all of them at once; with a problem there is no figure.
 */
export function readFigure(source: string): {
  readonly figure?: Figure;
  readonly problems: readonly Problem[];
} {
  const parsed = parseXml(source);
  if ('message' in parsed) return { problems: [parsed] };
  const { root } = parsed;
  if (root.name !== 'svg') {
    return {
      problems: [{ line: root.line, message: `A figure is an <svg>, and this is <${root.name}>.` }],
    };
  }
  const reader = new FigureReader();
  const figure = reader.read(root);
  const problems = reader.problems.sort((a, b) => a.line - b.line);
  return problems.length === 0 ? { figure, problems } : { problems };
}

/** Draws a figure with ids that begin with `prefix`, which is unlike that of any other on the page. */
export function drawFigure(figure: Figure, prefix: string): RenderedElement {
  const { attributes, title, description, drawing } = figure;
  const labels = [`${prefix}-title`, `${prefix}-desc`] as const;
  return [
    'svg',
    // What names no colour is drawn in that of the text around it, never in SVG's own black.
    { fill: 'currentColor', ...attributes, role: 'img', 'aria-labelledby': labels.join(' ') },
    ['title', { id: labels[0] }, title],
    ['desc', { id: labels[1] }, description],
    ...drawing.map((node) => renameIds(node, prefix)),
  ];
}

function renameIds(node: Rendered, prefix: string): Rendered {
  if (typeof node === 'string') return node;
  const [tag, attributes, ...children] = node;
  const renamed = Object.entries(attributes ?? {}).map(([name, value]) => {
    if (name === 'id') return [name, `${prefix}-${value}`];
    return [name, name === 'marker-end' ? value.replace('#', `#${prefix}-`) : value];
  });
  return [
    tag,
    attributes && (Object.fromEntries(renamed) as Record<string, string>),
    ...children.map((child) => renameIds(child, prefix)),
  ];
}

/** Which elements may stand only inside one other. */
const parentByElement: Readonly<Record<string, string>> = {
  title: 'svg',
  desc: 'svg',
  defs: 'svg',
  marker: 'defs',
  tspan: 'text',
};
const textElements = ['text', 'tspan', 'title', 'desc'];
/** Read and checked, but `drawFigure` writes its own. */
const rewritten = ['xmlns', 'role', 'aria-labelledby', 'id'];

class FigureReader {
  readonly problems: Problem[] = [];
  readonly #lineById = new Map<string, number>();
  readonly #markers = new Set<string>();

  read(root: XmlElement): Figure {
    this.#collectMarkers(root);
    const attributes = this.#readAttributes(root);
    if (attributes.viewBox === undefined) {
      this.#report(
        root,
        'This figure has no viewBox. Write viewBox="0 0 320 200" with its own size.',
      );
    }
    const hasSize = 'font-size' in attributes;
    const drawing = root.children.flatMap((child) => {
      const isLabel = 'name' in child && (child.name === 'title' || child.name === 'desc');
      const drawn = this.#readNode(child, root, hasSize);
      return isLabel ? [] : drawn;
    });
    const kept = Object.entries(attributes).filter(([name]) => !rewritten.includes(name));
    return {
      attributes: Object.fromEntries(kept),
      title: this.#findLabel(root, 'title', 'what it shows, in a few words'),
      description: this.#findLabel(root, 'desc', 'what there is to see, for those who cannot'),
      drawing,
    };
  }

  #report({ line }: { readonly line: number }, message: string): void {
    this.problems.push({ line, message });
  }

  #collectMarkers(element: XmlElement): void {
    for (const child of element.children) {
      if ('text' in child) continue;
      const id = child.attributes.find(({ name }) => name === 'id');
      if (child.name === 'marker' && id !== undefined) this.#markers.add(id.value);
      this.#collectMarkers(child);
    }
  }

  #findLabel(root: XmlElement, name: 'title' | 'desc', what: string): string {
    const found = root.children.filter((child) => 'name' in child && child.name === name);
    const words = found.map((child) => ('children' in child ? toWords(child) : ''));
    const [first, second] = found;
    if (first === undefined || words[0] === '') {
      this.#report(first ?? root, `This figure has no <${name}>. Write into it ${what}.`);
    }
    if (second !== undefined) this.#report(second, `A figure has one <${name}>. Keep one.`);
    return words[0] ?? '';
  }

  #readNode(node: XmlElement | XmlText, parent: XmlElement, hasSize: boolean): Rendered[] {
    if ('text' in node) return this.#readText(node, parent, hasSize);
    if (!figureElements.has(node.name)) {
      const allowed = [...figureElements.keys()].join(', ');
      this.#report(node, `A figure has no <${node.name}>. Its elements are: ${allowed}.`);
      return [];
    }
    const wanted = parentByElement[node.name];
    if (node.name === 'svg') this.#report(node, 'A figure is one <svg>. Use <g> inside it.');
    else if (wanted !== undefined && wanted !== parent.name) {
      this.#report(node, `<${node.name}> stands inside <${parent.name}>. Put it into <${wanted}>.`);
    } else if (textElements.includes(parent.name) && wanted === undefined) {
      this.#report(node, `<${node.name}> stands inside <${parent.name}>, which holds text alone.`);
    }
    const attributes = this.#readAttributes(node);
    const sized = hasSize || 'font-size' in attributes;
    const children = node.children.flatMap((child) => this.#readNode(child, node, sized));
    const own = Object.keys(attributes).length === 0 ? null : attributes;
    return [[node.name, own, ...children]];
  }

  #readText(node: XmlText, parent: XmlElement, hasSize: boolean): Rendered[] {
    const text = node.text.replace(/\s+/g, ' ');
    if (text.trim() === '') return [];
    if (!textElements.includes(parent.name)) {
      this.#report(node, `Text stands inside <${parent.name}>. Put it into <text>.`);
    } else if (!hasSize && (parent.name === 'text' || parent.name === 'tspan')) {
      this.#report(node, 'This text has no font-size, nor has anything around it. Give it one.');
    }
    return [text];
  }

  #readAttributes({ name: element, attributes }: XmlElement): Record<string, string> {
    const checks = figureElements.get(element) ?? {};
    const read: Record<string, string> = {};
    for (const { name, value, line } of attributes) {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      if (check === undefined) {
        const allowed = Object.keys(checks).join(', ') || 'none';
        this.#report(
          { line },
          `<${element}> of a figure has no ${name}. Its attributes are: ${allowed}.`,
        );
        continue;
      }
      const wanted = check(value);
      if (wanted !== undefined) this.#report({ line }, `${name}="${value}" should be ${wanted}.`);
      else if (name === 'id') this.#checkId(value, line);
      else if (name === 'marker-end' && !this.#markers.has(value.slice('url(#'.length, -1))) {
        this.#report({ line }, `${name}="${value}" names no <marker> of this figure.`);
      }
      read[name] = value;
    }
    return read;
  }

  #checkId(id: string, line: number): void {
    const first = this.#lineById.get(id);
    if (first === undefined) this.#lineById.set(id, line);
    else this.#report({ line }, `The id "${id}" is taken by line ${first}. Choose another one.`);
  }
}

function toWords({ children }: XmlElement): string {
  return children
    .map((child) => ('text' in child ? child.text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
