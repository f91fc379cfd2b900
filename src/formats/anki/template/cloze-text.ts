/** A field with hidden parts taken apart; parts may lie inside each other. */
export type ClozeNode = string | ClozePart;

export interface ClozePart {
  /** Nearly always one. */
  readonly numbers: readonly number[];
  readonly children: readonly ClozeNode[];
  readonly hint?: string;
}

interface OpenPart {
  readonly numbers: readonly number[];
  readonly children: ClozeNode[];
  /** As written, for a part that is never closed. */
  readonly opening: string;
}

const deepest = 50;
/** Anki's own limit. */
const highestNumber = 500;

/** Takes `{{c1::hidden::hint}}` apart. What is never closed is text. Never throws. */
export function parseCloze(text: string): ClozeNode[] {
  const root: ClozeNode[] = [];
  const open: OpenPart[] = [];
  const add = (node: ClozeNode) => (open.at(-1)?.children ?? root).push(node);
  let from = 0;
  for (const match of text.matchAll(/\{\{c(\d{1,4}(?:,\d{1,4}){0,20})::|\}\}/gi)) {
    const [token, digits] = match;
    if (digits === undefined ? open.length === 0 : open.length === deepest) continue;
    if (match.index > from) add(text.slice(from, match.index));
    from = match.index + token.length;
    if (digits !== undefined) {
      open.push({ numbers: digits.split(',').map(Number), children: [], opening: token });
      continue;
    }
    const part = open.pop();
    if (part !== undefined) add(closePart(part));
  }
  if (from < text.length) add(text.slice(from));
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const node of [part.opening, ...part.children]) add(node);
  }
  return root;
}

/** The numbers of a text's hidden parts, ascending, each once. */
export function listClozeNumbers(text: string): number[] {
  const numbers = new Set<number>();
  const visit = (nodes: readonly ClozeNode[]) => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      node.numbers.forEach((number) => numbers.add(number));
      visit(node.children);
    }
  };
  visit(parseCloze(text));
  return [...numbers]
    .filter((number) => number >= 1 && number <= highestNumber)
    .sort((one, other) => one - other);
}

/** The first `::` of the part's own text begins its hint. */
function closePart({ numbers, children }: OpenPart): ClozePart {
  const index = children.findIndex((node) => typeof node === 'string' && node.includes('::'));
  const text = children[index];
  if (typeof text !== 'string') return { numbers, children };
  const at = text.indexOf('::');
  const kept = [...children.slice(0, index), text.slice(0, at)].filter((node) => node !== '');
  const rest = [text.slice(at + 2), ...children.slice(index + 1)];
  const hint = rest.filter((node) => typeof node === 'string').join('');
  return { numbers, children: kept, hint };
}
