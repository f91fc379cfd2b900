import type { Problem } from '../problem.ts';

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

export interface XmlText {
  readonly text: string;
  readonly line: number;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | XmlText)[];
  readonly line: number;
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | XmlText)[];
}

const attribute = /([\w:-]+)\s*=\s*("[^"<]*"|'[^'<]*')/g;
/** A comment, an end tag, a start tag, or text: whatever else begins with `<` is not read. */
const token =
  /<!--(?:(?!--)[^])*-->|<\/([\w:-]+)\s*>|<([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;

/**
 * Reads the plain part of XML: elements, attributes in quotes, text, comments and the five entities. What is
 * more than that (declarations, CDATA, entities of one's own) is refused, with its line, at the first place.
 */
export function parseXml(source: string): { readonly root: XmlElement } | Problem {
  const document: OpenElement = { name: '', attributes: [], children: [], line: 1 };
  const open: OpenElement[] = [document];
  let line = 1;
  token.lastIndex = 0;
  for (let at = 0; at < source.length; at = token.lastIndex) {
    const match = token.exec(source);
    if (match === null) return { line, message: describeUnread(source.slice(at)) };
    const [text, closed, opened, attributes = '', slash] = match;
    const parent = open.at(-1) ?? document;
    if (closed !== undefined) {
      if (parent.name !== closed || open.length === 1) {
        const message =
          parent === document
            ? `</${closed}> closes nothing. Take it out.`
            : `</${closed}> stands where </${parent.name}> should: <${parent.name}> of line ${parent.line} is still open.`;
        return { line, message };
      }
      open.pop();
    } else if (opened !== undefined) {
      const read = readAttributes(attributes, line);
      if ('message' in read) return read;
      const element = { name: opened, attributes: read.attributes, children: [], line };
      parent.children.push(element);
      if (slash === '') open.push(element);
      if (open.length > deepest) return { line, message: tooDeep };
    } else if (!text.startsWith('<')) {
      const decoded = decodeText(text);
      if (decoded === undefined) return { line, message: badEntity };
      parent.children.push({ text: decoded, line });
    }
    line += countLines(text);
  }
  const last = open.at(-1) ?? document;
  if (last !== document) {
    return { line: last.line, message: `<${last.name}> is never closed. End it: </${last.name}>.` };
  }
  return findRoot(document);
}

/** No drawing needs more, and whoever walks the tree may do so by recursion. */
const deepest = 50;
const tooDeep = `Elements stand more than ${deepest} deep in each other here. Take some of them out.`;
const badEntity = 'This "&" begins no known entity. Write &amp; for the sign itself.';

function findRoot({ children }: XmlElement): { readonly root: XmlElement } | Problem {
  let root: XmlElement | undefined;
  for (const child of children) {
    if ('text' in child) {
      if (child.text.trim() === '') continue;
      return { line: child.line, message: 'This text stands outside of <svg>. Take it out.' };
    }
    if (root !== undefined) {
      return {
        line: child.line,
        message: 'A figure is one <svg>. Put this into a file of its own.',
      };
    }
    root = child;
  }
  return root === undefined ? { line: 1, message: 'This file holds no <svg>.' } : { root };
}

function readAttributes(
  source: string,
  firstLine: number,
): { readonly attributes: readonly XmlAttribute[] } | Problem {
  const attributes: XmlAttribute[] = [];
  for (const { 1: name = '', 2: quoted = '', index } of source.matchAll(attribute)) {
    const line = firstLine + countLines(source.slice(0, index));
    const value = decodeText(quoted.slice(1, -1));
    if (value === undefined) return { line, message: badEntity };
    if (attributes.some((each) => each.name === name)) {
      return { line, message: `"${name}" stands twice in this tag. Take one out.` };
    }
    attributes.push({ name, value, line });
  }
  return { attributes };
}

function describeUnread(rest: string): string {
  const what = rest.split('\n', 1)[0]?.slice(0, 40) ?? '';
  return rest.startsWith('<!') || rest.startsWith('<?')
    ? `A figure has no declarations, and this is one: ${what}. Take it out.`
    : `This tag is not understood: ${what}. Write each attribute as name="value", and &lt; for the sign itself.`;
}

const characterByEntity: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Undefined where an entity is not one of the five. */
function decodeText(text: string): string | undefined {
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) return undefined;
  return text.replace(/&(\w+);/g, (_whole, name: string) => characterByEntity[name] ?? '');
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
