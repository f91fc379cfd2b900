import { parseCloze, type ClozeNode, type ClozePart } from './cloze-text.ts';
import { escapeHtml } from '../../escape-html.ts';
import { readOcclusion, toOcclusionHtml } from './occlusion.ts';
import { stripTags } from './plain-text.ts';

/** Which hidden part a card asks for, and which side is drawn. */
export interface ClozeSide {
  readonly asked: number;
  readonly isShown: boolean;
}

/**
 * A field with its hidden parts drawn for one card: `span.cloze` is the card's own, as `[hint]` on the
 * front, `span.cloze-inactive` another's. '' where the field has no part of this card. Hidden areas
 * of an image become empty `div.cairn-occlusion` that carry the shape.
 */
export function renderClozeField(html: string, side: ClozeSide): string {
  const nodes = parseCloze(html);
  if (!asksFor(nodes, side.asked)) return '';
  return renderNodes(nodes, side, findMath(html));
}

/** Only what the card's own parts hide, parted by commas: what has to be typed. */
export function listHidden(html: string, asked: number): string[] {
  const found: string[] = [];
  const visit = (nodes: readonly ClozeNode[]) => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      if (node.numbers.includes(asked)) found.push(toText(node.children));
      else visit(node.children);
    }
  };
  visit(parseCloze(html));
  return found;
}

function toText(nodes: readonly ClozeNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : toText(node.children))).join('');
}

function asksFor(nodes: readonly ClozeNode[], asked: number): boolean {
  return nodes.some(
    (node) =>
      typeof node !== 'string' && (node.numbers.includes(asked) || asksFor(node.children, asked)),
  );
}

/** Whether a piece of text opens or closes a formula, in which no element may stand. */
interface MathState {
  isInside: boolean;
}

function findMath(html: string): MathState | null {
  return /\\[([]/.test(html) ? { isInside: false } : null;
}

function renderNodes(nodes: readonly ClozeNode[], side: ClozeSide, math: MathState | null): string {
  return nodes
    .map((node) => {
      if (typeof node !== 'string') return renderPart(node, side, math);
      if (math !== null) followMath(node, math);
      return node;
    })
    .join('');
}

function followMath(text: string, math: MathState): void {
  for (const [sign] of text.matchAll(/\\[()[\]]/g))
    math.isInside = sign === '\\(' || sign === '\\[';
}

function renderPart(part: ClozePart, side: ClozeSide, math: MathState | null): string {
  const isAsked = part.numbers.includes(side.asked);
  const [only] = part.children;
  const shape = typeof only === 'string' ? readOcclusion(only) : undefined;
  if (shape !== undefined) return toOcclusionHtml(shape, part.numbers, isAsked, side.isShown);
  const wasInside = math?.isInside === true;
  const content = renderNodes(part.children, side, math);
  const ordinal = part.numbers.join(',');
  if (isAsked && !side.isShown) {
    const hint = part.hint === undefined || part.hint === '' ? '...' : part.hint;
    // The words as such: in a formula no element could stand.
    if (wasInside) return `[${stripTags(hint)}]`;
    return `<span class="cloze" data-ordinal="${ordinal}" data-cloze="${escapeHtml(stripTags(content))}">[${hint}]</span>`;
  }
  if (wasInside) return content;
  const name = isAsked ? 'cloze' : 'cloze-inactive';
  return `<span class="${name}" data-ordinal="${ordinal}">${content}</span>`;
}
