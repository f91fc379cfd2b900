import type { BlockContent, DefinitionContent, List, Root, RootContent, Table } from 'mdast';
import { parseMarkdown } from '#src/formats/markdown.ts';
import { BlockBuilder } from './block-builder.ts';
import { runsToText, type Block, type BlockOf, type Run } from './blocks.ts';
import { readFencedCode } from './fenced-code.ts';
import { inlineToRuns, type Addresses } from './inline-runs.ts';
import { readPastedTable } from './pasted-table.ts';
import { splitParagraph } from './run-on-list.ts';

type Content = RootContent | BlockContent | DefinitionContent;

const LIST_LINE = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\S/;
const BOX_LINE = /^\s*\[[ xX✓✔✅~/-]\uFE0F?\]\s+\S/mu;
/** Blocks nested deeper are left out; the guard on the source keeps honest files far from it. */
const DEEPEST_BLOCK = 130;
/** HTML whose text is Markdown whose HTML holds Markdown again: twice is enough. */
const DEEPEST_HTML = 2;

/**
 * Reads a piece of Markdown into blocks whose lines count from `firstLine`.
 * Block quotes vanish and leave their content, but for quotes that are asides ("> [!NOTE]").
 */
export function readMarkdownBlocks(text: string, firstLine: number): Block[] {
  return readPiece(text, firstLine, 0);
}

function readPiece(text: string, firstLine: number, htmlLevel: number): Block[] {
  const root: Root = parseMarkdown(text);
  const addresses = readAddresses(root.children);
  return new BlockReader(text, firstLine - 1, htmlLevel, addresses).read(root.children, 0);
}

/** Where the same name is defined twice, the first definition holds. */
function readAddresses(nodes: readonly Content[]): Addresses {
  const definitions = nodes.filter((node) => node.type === 'definition');
  return new Map(definitions.reverse().map(({ identifier, url }) => [identifier, url]));
}

class BlockReader {
  private readonly source: string;
  private readonly lineOffset: number;
  private readonly htmlLevel: number;
  private readonly addresses: Addresses;

  constructor(source: string, lineOffset: number, htmlLevel: number, addresses: Addresses) {
    this.source = source;
    this.lineOffset = lineOffset;
    this.htmlLevel = htmlLevel;
    this.addresses = addresses;
  }

  read(nodes: readonly Content[], level: number): Block[] {
    const builder = new BlockBuilder((text, line) =>
      this.htmlLevel < DEEPEST_HTML ? readPiece(dedent(text), line, this.htmlLevel + 1) : [],
    );
    let above: { list: BlockOf<'list'>; column: number; endLine: number } | undefined;
    for (const node of nodes) {
      const isBelow = above?.endLine === this.lineOf(node) - 1;
      if (above && isBelow && level < DEEPEST_BLOCK && isItemsOwn(node, above.column)) {
        above.list.items.at(-1)?.blocks.push(...this.read([node], level + 1));
        above.endLine = this.lineOf(node) + heightOf(node);
      } else if (node.type === 'list' && level < DEEPEST_BLOCK) {
        const list = this.readList(node, this.lineOf(node), level);
        builder.addBlock(list);
        above = { list, column: columnOf(node), endLine: list.line + heightOf(node) };
      } else {
        this.addNode(builder, node, level);
        above = undefined;
      }
    }
    return builder.finish();
  }

  private addNode(builder: BlockBuilder, node: Content, level: number): void {
    const line = this.lineOf(node);
    switch (node.type) {
      case 'heading':
        builder.addBlock(this.readHeading(node, line));
        break;
      case 'paragraph':
        for (const block of readParagraph(inlineToRuns(node.children, this.addresses), line))
          builder.addBlock(block);
        break;
      case 'table':
        builder.addBlock(this.readTable(node, line));
        break;
      case 'code':
        if (
          !this.isFenced(node) &&
          (LIST_LINE.test(node.value) || BOX_LINE.test(node.value)) &&
          this.htmlLevel < DEEPEST_HTML
        ) {
          // A list indented by four or more is code to Markdown and a list to everyone else.
          const blocks = readPiece(dedent(node.value), line, this.htmlLevel + 1);
          for (const block of blocks) builder.addBlock(block);
          break;
        }
        // What is indented has no fence on the line before it.
        builder.addBlock(readFencedCode(node, this.isFenced(node) ? line : line - 1));
        break;
      case 'blockquote':
        if (level < DEEPEST_BLOCK && !isAside(node.children)) {
          for (const block of this.read(node.children, level + 1)) builder.addBlock(block);
        }
        break;
      case 'html':
        builder.addHtml(node.value, line);
        break;
      default:
        break;
    }
  }

  private readHeading(node: Extract<Content, { type: 'heading' }>, line: number): Block {
    const runs = inlineToRuns(node.children, this.addresses);
    const text = runsToText(runs);
    const isUnderlined = this.source.charAt(node.position?.start.offset ?? 0) !== '#';
    // A sentence or a label with a rule right below it is a heading to Markdown only.
    if (isUnderlined && node.depth === 2 && /[.!?…:：]$|(?:\S+\s+){11}/.test(text.trim())) {
      return { kind: 'paragraph', line, runs };
    }
    return { kind: 'heading', line, depth: node.depth, runs };
  }

  private readList(node: List, line: number, level: number): BlockOf<'list'> {
    const items = node.children.map((item) => ({
      line: this.lineOf(item),
      ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
      blocks: this.read(item.children, level + 1),
    }));
    return { kind: 'list', line, ordered: node.ordered === true, items };
  }

  private readTable(node: Table, line: number): Block {
    const rows = node.children.map((row) => ({
      line: this.lineOf(row),
      cells: row.children.map((cell) => inlineToRuns(cell.children, this.addresses)),
    }));
    return { kind: 'table', line, rows };
  }

  private isFenced(node: Content): boolean {
    return /^[`~]/.test(this.source.charAt(node.position?.start.offset ?? 0));
  }

  private lineOf(node: Content | List['children'][number] | Table['children'][number]): number {
    return (node.position?.start.line ?? 1) + this.lineOffset;
  }
}

function readParagraph(runs: Run[], line: number): Block[] {
  return readPastedTable(runs, line) ?? splitParagraph(runs, line);
}

function columnOf(node: Content): number {
  return node.position?.start.column ?? 1;
}

/** Lines from the first to the last of a node. */
function heightOf({ position }: Content): number {
  return position ? position.end.line - position.start.line : 0;
}

/** A quoted list, or a list a little further in, right below an item is the item's own, though Markdown ends the list there. */
function isItemsOwn(node: Content, column: number): boolean {
  if (node.type === 'list') return columnOf(node) > column + 1;
  return node.type === 'blockquote' && node.children[0]?.type === 'list';
}

/** GitHub's notes, tips and warnings talk to the reader; they list nothing. */
function isAside(nodes: readonly Content[]): boolean {
  const first = nodes[0];
  if (first?.type !== 'paragraph') return false;
  return /^\[!(?:note|tip|important|warning|caution|info)\]/i.test(
    runsToText(inlineToRuns(first.children, new Map())),
  );
}

/** Text inside HTML is often indented like the HTML, which Markdown would take for code. */
function dedent(text: string): string {
  const lines = text.split('\n');
  const indents = lines
    .filter((l) => l.trim() !== '')
    .map((l) => /^[ \t]*/.exec(l)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}
