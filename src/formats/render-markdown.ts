import type { AlignType, List, ListItem, Nodes, Root, RootContent, Table } from 'mdast';
import type { Rendered } from '#src/domain/content.ts';
import { cutAtMarks, isMark } from './card-file/cloze-marks.ts';
import { findFigureName, findLoneFigure } from './figure/figure-link.ts';
import { highlightCode, type CodeToken } from './highlight.ts';

/**
 * Draws a Markdown tree as the elements that cards may have. A figure is ['figure', {name}, its words], for the
 * compiler to put the drawing there, a picture of the learner's own ['img', {src, alt}, its words], and a formula
 * ['math', {shape: 'inline' or 'block'}, its TeX]. HTML and other pictures come out as their text, links that are not https as their words; the linter reports them.
 */
export function renderMarkdown(tree: Root): Rendered[] {
  return renderAll(tree.children);
}

function renderAll(nodes: readonly Nodes[]): Rendered[] {
  return joinStrings(nodes.flatMap(renderNode));
}

function renderNode(node: Nodes): Rendered[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [node.value];
    case 'paragraph': {
      const figure = findLoneFigure(node);
      if (figure === undefined) return [['p', null, ...renderAll(node.children)]];
      return [['figure', { name: findFigureName(figure) ?? '' }, figure.alt ?? '']];
    }
    case 'emphasis':
      return [['em', null, ...renderAll(node.children)]];
    case 'strong':
      return [['strong', null, ...renderAll(node.children)]];
    case 'delete':
      return [['del', null, ...renderAll(node.children)]];
    case 'inlineCode':
      return [['code', null, node.value]];
    case 'inlineMath':
      return [['math', { shape: isDisplayed(node) ? 'block' : 'inline' }, node.value]];
    case 'math':
      return [['math', { shape: 'block' }, node.value]];
    case 'code':
      return [renderCode(node.value, node.lang ?? 'text')];
    case 'heading':
      return [[node.depth <= 3 ? 'h3' : 'h4', null, ...renderAll(node.children)]];
    case 'blockquote':
      return [['blockquote', null, ...renderAll(node.children)]];
    case 'list':
      return [renderList(node)];
    case 'link':
      return isSafeLink(node.url)
        ? [['a', { href: node.url }, ...renderAll(node.children)]]
        : renderAll(node.children);
    case 'image':
      return [renderPicture(node.url, node.alt ?? '')];
    case 'break':
      return [['br', null]];
    case 'thematicBreak':
      return [['hr', null]];
    case 'table':
      return [renderTable(node)];
    // References to definitions elsewhere, footnotes among them: their words are what a card can show.
    default:
      return 'children' in node ? renderAll(node.children as RootContent[]) : [];
  }
}

/** Whether a formula stands between two dollars on each side: that many more characters than its own. */
function isDisplayed({ position, value }: Nodes & { readonly value: string }): boolean {
  const { start, end } = position ?? {};
  return (end?.offset ?? 0) - (start?.offset ?? 0) - value.length >= 4;
}

/** A file that the learner put into a note, by its hash; of any other picture its words. */
function renderPicture(address: string, words: string): Rendered {
  if (!/^[0-9a-f]{64}\.[a-z0-9]{1,5}$/.test(address)) return words;
  return ['img', { src: address, alt: words }, ...(words === '' ? [] : [words])];
}

/** Whether a link may be followed from a card. */
export function isSafeLink(url: string): boolean {
  return /^https:\/\/[^/\s]/.test(url);
}

/** A code block with its language and coloured tokens; marks of hidden parts stand between the tokens. */
function renderCode(marked: string, language: string): Rendered {
  const parts = cutAtMarks(marked);
  const code = parts.filter((part) => !isMark(part)).join('');
  const tokens = highlightCode(code, language);
  const children = parts.flatMap((part): Rendered[] =>
    isMark(part) ? [part] : takeTokens(tokens, part.length).map(renderToken),
  );
  return ['pre', { lang: language }, ...children];
}

/** Takes `length` characters' worth of tokens off the front, cutting the last one where needed. */
function takeTokens(tokens: CodeToken[], length: number): CodeToken[] {
  const taken: CodeToken[] = [];
  for (let left = length; left > 0;) {
    const token = tokens.shift();
    if (token === undefined) break;
    if (token.text.length > left) tokens.unshift({ ...token, text: token.text.slice(left) });
    taken.push({ ...token, text: token.text.slice(0, left) });
    left -= token.text.length;
  }
  return taken;
}

function renderToken({ text, class: name }: CodeToken): Rendered {
  return name === null ? text : ['span', { class: name }, text];
}

function renderList(list: List): Rendered {
  const isSpread = list.spread === true || list.children.some((item) => item.spread === true);
  const items = list.children.map((item) => renderItem(item, isSpread));
  if (list.ordered !== true) return ['ul', null, ...items];
  const start = list.start ?? 1;
  return ['ol', start === 1 ? null : { start: String(start) }, ...items];
}

function renderItem(item: ListItem, isSpread: boolean): Rendered {
  const children = item.children.flatMap((child): Rendered[] =>
    child.type === 'paragraph' && !isSpread && findLoneFigure(child) === undefined
      ? renderAll(child.children)
      : renderNode(child),
  );
  const tick = typeof item.checked !== 'boolean' ? [] : [item.checked ? '☑ ' : '☐ '];
  return ['li', null, ...joinStrings([...tick, ...children])];
}

function renderTable(table: Table): Rendered {
  const [head, ...rows] = table.children.map((row, index): Rendered => {
    const cells = row.children.map((cell, column): Rendered => {
      const align: AlignType = table.align?.[column] ?? null;
      const attributes = align === null ? null : { align };
      return [index === 0 ? 'th' : 'td', attributes, ...renderAll(cell.children)];
    });
    return ['tr', null, ...cells];
  });
  const body: Rendered[] = rows.length === 0 ? [] : [['tbody', null, ...rows]];
  return ['table', null, ['thead', null, ...(head === undefined ? [] : [head])], ...body];
}

function joinStrings(nodes: readonly Rendered[]): Rendered[] {
  const joined: Rendered[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + node;
    else if (node !== '') joined.push(node);
  }
  return joined;
}
