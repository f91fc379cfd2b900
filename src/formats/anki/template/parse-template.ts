/** A template taken apart. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  /** `{{hint:text:Back}}`: the field `Back`, then the filters in the order in which they apply. */
  | { readonly kind: 'field'; readonly name: string; readonly filters: readonly string[] }
  /** Shown where the field has something in it, or where `isNegated` nothing. */
  | {
      readonly kind: 'section';
      readonly name: string;
      readonly isNegated: boolean;
      readonly children: readonly TemplateNode[];
    };

export type ParsedTemplate =
  { readonly nodes: readonly TemplateNode[] } | { readonly problem: string };

/** Templates of others come nested as deep as they like; deeper than this nobody writes. */
const deepest = 100;

interface OpenSection {
  readonly name: string;
  readonly isNegated: boolean;
  readonly children: TemplateNode[];
}

/**
 * Takes a template apart. Sections that are not closed, or closed in another order than they were
 * opened, give a problem in words for the card. Never throws, and takes time in proportion to the text.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const root: TemplateNode[] = [];
  const open: OpenSection[] = [];
  const add = (node: TemplateNode) => (open.at(-1)?.children ?? root).push(node);
  for (const token of cutTemplate(text)) {
    if (token.kind === 'text') {
      if (token.text !== '') add(token);
      continue;
    }
    const tag = readTag(token.inside);
    if (tag.kind === 'field') add(tag);
    else if (tag.kind === 'open') {
      if (open.length === deepest) {
        return { problem: `This template has more than ${deepest} sections inside each other.` };
      }
      open.push({ name: tag.name, isNegated: tag.isNegated, children: [] });
    } else {
      const section = open.pop();
      if (section?.name !== tag.name) return { problem: describeStray(tag.name, section) };
      add({ kind: 'section', ...section });
    }
  }
  const section = open.at(-1);
  if (section === undefined) return { nodes: root };
  return {
    problem: `This template opens {{${mark(section)}${section.name}}} and never closes it with {{/${section.name}}}.`,
  };
}

function mark({ isNegated }: Pick<OpenSection, 'isNegated'>): string {
  return isNegated ? '^' : '#';
}

function describeStray(name: string, section: OpenSection | undefined): string {
  if (section === undefined) {
    return `This template closes {{/${name}}} without having opened it with {{#${name}}}.`;
  }
  return `This template closes {{/${name}}} where {{/${section.name}}} is expected.`;
}

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly inside: string };

/** Comments are text, whatever stands in them; `{{=<% %>=}}` changes the marks from there on. */
function* cutTemplate(text: string): Generator<Token> {
  let [start, end] = ['{{', '}}'];
  let at = 0;
  let from = 0;
  while (at < text.length) {
    const tag = text.indexOf(start, at);
    if (tag < 0) break;
    const comment = text.indexOf('<!--', at);
    if (comment >= 0 && comment < tag) {
      const close = text.indexOf('-->', comment);
      if (close >= 0) {
        at = close + 3;
        continue;
      }
    }
    const close = text.indexOf(end, tag + start.length);
    if (close < 0) break;
    yield { kind: 'text', text: text.slice(from, tag) };
    const inside = text.slice(tag + start.length, close);
    const change = /^=\s*(\S{1,10})\s+(\S{1,10})\s*=$/.exec(inside);
    at = close + end.length;
    if (change?.[1] !== undefined && change[2] !== undefined) [start, end] = [change[1], change[2]];
    else yield { kind: 'tag', inside };
    // The third brace of `{{{Field}}}`, which elsewhere means "as it is"; here everything is.
    if (inside.startsWith('{') && text[at] === '}') at += 1;
    from = at;
  }
  yield { kind: 'text', text: text.slice(from) };
}

type Tag =
  | Extract<TemplateNode, { kind: 'field' }>
  | { readonly kind: 'open'; readonly name: string; readonly isNegated: boolean }
  | { readonly kind: 'close'; readonly name: string };

function readTag(inside: string): Tag {
  const text = inside.replace(/^\{/, '').trim().normalize('NFC');
  const name = text.slice(1).trim();
  if (text.startsWith('#')) return { kind: 'open', name, isNegated: false };
  if (text.startsWith('^')) return { kind: 'open', name, isNegated: true };
  if (text.startsWith('/')) return { kind: 'close', name };
  const parts = text.split(':');
  return {
    kind: 'field',
    name: parts.at(-1)?.trim() ?? '',
    filters: parts.slice(0, -1).reverse(),
  };
}
