import type { PhrasingContent } from 'mdast';
import type { Run } from './blocks.ts';
import { decodeEntities, readTag } from './html-tags.ts';

type Marks = Omit<Run, 'text'>;

/** Deeper emphasis than this is noise; the cut keeps hostile nesting off the call stack. */
const DEEPEST_MARKS = 40;

/** Addresses by the identifier of their definition ("[ref]: https://…"). */
export type Addresses = ReadonlyMap<string, string>;

/** Flattens inline Markdown, inline HTML included. Images and comments vanish; `<br>` is a line break. */
export function inlineToRuns(nodes: readonly PhrasingContent[], addresses: Addresses): Run[] {
  const runs: Run[] = [];
  collect(nodes, {}, { runs, addresses }, 0);
  return runs;
}

interface Collected {
  readonly runs: Run[];
  readonly addresses: Addresses;
}

function collect(
  nodes: readonly PhrasingContent[],
  marks: Marks,
  into: Collected,
  level: number,
): void {
  const { runs, addresses } = into;
  // HTML marks ("<b>", "<a href>") open and close between siblings instead of wrapping them.
  const htmlMarks: { name: string; marks: Marks }[] = [];
  const current = (): Marks => htmlMarks.at(-1)?.marks ?? marks;
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        runs.push({ ...current(), text: node.value });
        break;
      case 'inlineCode':
        runs.push({ ...current(), code: true, text: node.value });
        break;
      case 'break':
        runs.push({ text: '\n' });
        break;
      case 'html':
        applyHtml(node.value, htmlMarks, current(), runs);
        break;
      case 'strong':
        descend(node.children, { ...current(), bold: true }, into, level);
        break;
      case 'link':
        descend(node.children, { ...current(), link: node.url }, into, level);
        break;
      case 'emphasis':
        descend(node.children, { ...current(), italic: true }, into, level);
        break;
      case 'linkReference': {
        const link = addresses.get(node.identifier);
        const marked = link === undefined ? current() : { ...current(), link };
        descend(node.children, marked, into, level);
        break;
      }
      case 'delete':
        descend(node.children, current(), into, level);
        break;
      default:
        break;
    }
  }
}

function descend(
  nodes: readonly PhrasingContent[],
  marks: Marks,
  into: Collected,
  level: number,
): void {
  if (level < DEEPEST_MARKS) collect(nodes, marks, into, level + 1);
}

function applyHtml(
  source: string,
  htmlMarks: { name: string; marks: Marks }[],
  current: Marks,
  runs: Run[],
): void {
  const tag = readTag(source);
  if (tag === undefined) return;
  if (tag.name === 'br') runs.push({ text: '\n', isInline: true });
  else if (tag.name === 'input') runs.push({ text: tag.attributes.has('checked') ? '☑ ' : '☐ ' });
  else if (tag.isClosing) {
    const opened = htmlMarks.findLastIndex((mark) => mark.name === tag.name);
    if (opened >= 0) htmlMarks.splice(opened);
  } else if (tag.name === 'b' || tag.name === 'strong') {
    htmlMarks.push({ name: tag.name, marks: { ...current, bold: true } });
  } else if (tag.name === 'code' || tag.name === 'kbd') {
    htmlMarks.push({ name: tag.name, marks: { ...current, code: true } });
  } else if (tag.name === 'a') {
    const link = decodeEntities(tag.attributes.get('href') ?? '');
    htmlMarks.push({ name: 'a', marks: link === '' ? current : { ...current, link } });
  }
}
