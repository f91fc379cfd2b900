import type { Rendered } from '#src/domain/content.ts';
import { escapeHtml } from './escape-html.ts';

const emptyTags: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** How a hidden part of a cloze is written; without it, its content stands open. */
export type WriteCloze = (number: string, hint: string | undefined, content: string) => string;

/**
 * Writes what a card shows as HTML for other programs, every text escaped. A figure becomes its
 * words, a formula TeX between the marks that Anki draws; a name that no element or attribute could have is left out, its content kept.
 */
export function renderedToHtml(nodes: readonly Rendered[], writeCloze?: WriteCloze): string {
  return nodes.map((node) => writeNode(node, writeCloze)).join('');
}

function writeNode(node: Rendered, writeCloze: WriteCloze | undefined): string {
  if (typeof node === 'string') return escapeHtml(node);
  const [tag, attributes, ...children] = node;
  const content = renderedToHtml(children, writeCloze);
  switch (tag) {
    case 'cloze':
      return writeCloze?.(attributes?.n ?? '1', attributes?.hint, content) ?? content;
    case 'figure':
      return `<p>${content}</p>`;
    case 'math':
      return attributes?.shape === 'block' ? `\\[${content}\\]` : `\\(${content}\\)`;
    case 'pre':
      return `<pre><code data-lang="${escapeHtml(attributes?.lang ?? 'text')}">${content}</code></pre>`;
    case 'th':
    case 'td': {
      const align = attributes?.align;
      const style = align === undefined ? '' : ` style="text-align: ${escapeHtml(align)}"`;
      return `<${tag}${style}>${content}</${tag}>`;
    }
  }
  if (!/^[a-z][a-z0-9]*$/.test(tag)) return content;
  const written = Object.entries(attributes ?? {})
    .filter(([name]) => /^[a-z][a-z-]*$/.test(name))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const start = `<${tag}${written.join('')}>`;
  return emptyTags.has(tag) ? start : `${start}${content}</${tag}>`;
}
