import type { Block, ListItem, Run } from './blocks.ts';
import { decodeEntities, tokenizeHtml, type HtmlTag } from './html-tags.ts';
import { readSpan, toGrid, type SpanningCell, type SpanningRow } from './table-grid.ts';

/** Where Markdown or HTML content goes while an element is open. */
interface Frame {
  readonly name: string;
  readonly line: number;
  readonly blocks: Block[];
  readonly items?: ListItem[];
  readonly rows?: SpanningRow[];
  readonly cells?: SpanningCell[];
  /** How many rows and columns a cell takes. */
  readonly span?: Pick<SpanningCell, 'rows' | 'columns'>;
}

const LISTS = new Set(['ul', 'ol']);
const INLINE = new Set(['b', 'strong', 'i', 'em', 'u', 'a', 'span', 'code', 'kbd', 'font', 'small', 'sub', 'sup', 'mark', 'label', 'del', 's']); // prettier-ignore
const MARKDOWN_LIST = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/m;
const DEEPEST_ELEMENT = 60;

/**
 * Puts together the blocks of one container out of Markdown blocks and pieces of HTML, which GitHub lets people mix:
 * an element may open in one piece and close in another, with Markdown between.
 */
export class BlockBuilder {
  private readonly frames: Frame[];
  private runs: Run[] = [];
  private runsLine = 0;
  private marks: { name: string; bold?: true; code?: true; link?: string }[] = [];
  private readonly readMarkdown: (text: string, line: number) => Block[];

  /** `readMarkdown` reads text inside HTML that is Markdown all the same. */
  constructor(readMarkdown: (text: string, line: number) => Block[]) {
    this.readMarkdown = readMarkdown;
    this.frames = [{ name: '', line: 1, blocks: [] }];
  }

  /** Adds a block that was written in Markdown. */
  addBlock(block: Block): void {
    this.endText();
    this.target().push(block);
  }

  /** Adds a piece of HTML that starts on `line`. */
  addHtml(source: string, line: number): void {
    for (const token of tokenizeHtml(source, line)) {
      if (token.kind === 'tag') this.addTag(token.tag, token.line);
      else this.addText(token.text, token.line);
    }
  }

  /** Closes what is open and returns all blocks. */
  finish(): Block[] {
    this.endText();
    while (this.frames.length > 1) this.closeFrame();
    return this.target();
  }

  private addText(text: string, line: number): void {
    if (MARKDOWN_LIST.test(text) && this.runs.length === 0 && this.takesBlocks()) {
      for (const block of this.readMarkdown(text, line)) this.target().push(block);
      return;
    }
    if (this.runs.length === 0) {
      if (text.trim() === '') return;
      this.runsLine = line + (/^\s*/.exec(text)?.[0].split('\n').length ?? 1) - 1;
    }
    const { bold, code, link } = this.currentMarks();
    this.runs.push({
      text: decodeEntities(text.replace(/\s+/g, ' ')),
      ...(bold ? { bold } : {}),
      ...(code ? { code } : {}),
      ...(link === undefined ? {} : { link }),
    });
  }

  private currentMarks(): { bold?: boolean; code?: boolean; link?: string | undefined } {
    return {
      bold: this.marks.some((mark) => mark.bold),
      code: this.marks.some((mark) => mark.code),
      link: this.marks.findLast((mark) => mark.link !== undefined)?.link,
    };
  }

  private addTag(tag: HtmlTag, line: number): void {
    const { name, isClosing } = tag;
    if (name === 'br') this.addBreak();
    else if (name === 'input') this.addCheckbox(tag, line);
    else if (INLINE.has(name)) this.addMark(tag);
    else if (name === 'details') {
      this.endText();
      this.target().push(isClosing ? { kind: 'close', line } : { kind: 'open', line });
    } else if (isClosing) this.closeElement(name);
    else this.openElement(tag, line);
  }

  private addBreak(): void {
    // A break before any text parts nothing, and the text's line is its own.
    if (this.runs.length > 0) this.runs.push({ text: '\n', isInline: true });
  }

  private addCheckbox(tag: HtmlTag, line: number): void {
    if (this.runs.length === 0) this.runsLine = line;
    this.runs.push({ text: tag.attributes.has('checked') ? '☑ ' : '☐ ' });
  }

  private addMark(tag: HtmlTag): void {
    if (tag.isClosing) {
      const opened = this.marks.findLastIndex((mark) => mark.name === tag.name);
      if (opened >= 0) this.marks.splice(opened);
      return;
    }
    if (this.marks.length > DEEPEST_ELEMENT) return;
    const { name } = tag;
    if (name === 'b' || name === 'strong') this.marks.push({ name, bold: true });
    else if (name === 'code' || name === 'kbd') this.marks.push({ name, code: true });
    else if (name === 'a') {
      this.marks.push({ name, link: decodeEntities(tag.attributes.get('href') ?? '') });
    } else this.marks.push({ name });
  }

  private openElement(tag: HtmlTag, line: number): void {
    const { name } = tag;
    this.endText();
    if (name === 'li') this.closeUpTo('li', LISTS);
    if (name === 'tr') this.closeUpTo('tr', new Set(['table']));
    if (name === 'td' || name === 'th') {
      this.closeUpTo('td', new Set(['tr']));
      this.closeUpTo('th', new Set(['tr']));
    }
    if (this.frames.length > DEEPEST_ELEMENT) return;
    if (LISTS.has(name)) this.frames.push({ name, line, blocks: [], items: [] });
    else if (name === 'table') this.frames.push({ name, line, blocks: [], rows: [] });
    else if (name === 'tr' && this.top().rows)
      this.frames.push({ name, line, blocks: [], cells: [] });
    else if (name === 'td' || name === 'th')
      this.frames.push({ name, line, blocks: [], span: readSpan(tag) });
    else if (/^(?:li|summary|h[1-6])$/.test(name)) this.frames.push({ name, line, blocks: [] });
  }

  private closeElement(name: string): void {
    this.endText();
    const opened = this.frames.findLastIndex((frame) => frame.name === name);
    if (opened < 1) return;
    while (this.frames.length > opened) this.closeFrame();
  }

  /** HTML lets people leave out `</li>`, `</td>` and `</tr>`: the next one ends it. */
  private closeUpTo(name: string, boundary: ReadonlySet<string>): void {
    const opened = this.frames.findLastIndex((frame) => frame.name === name);
    const fence = this.frames.findLastIndex((frame) => boundary.has(frame.name));
    if (opened > fence) while (this.frames.length > opened) this.closeFrame();
  }

  private closeFrame(): void {
    this.endText();
    const frame = this.frames.pop();
    const parent = this.top();
    if (frame === undefined) return;
    const { name, line, blocks } = frame;
    if (frame.items) {
      const list: Block = { kind: 'list', line, ordered: name === 'ol', items: frame.items };
      // A list straight inside a list, beside its items, is the last item's own.
      (parent.items?.at(-1)?.blocks ?? parent.blocks).push(list);
    } else if (frame.rows) {
      parent.blocks.push({ kind: 'table', line, rows: toGrid(frame.rows) });
    } else if (frame.cells) {
      parent.rows?.push({ line, cells: frame.cells });
    } else if (frame.span) {
      parent.cells?.push({ runs: blocksToRuns(blocks), ...frame.span });
    } else if (name === 'li') {
      this.addItem(parent, { line, blocks });
    } else {
      const runs = blocksToRuns(blocks);
      if (name === 'summary') parent.blocks.push({ kind: 'summary', line, runs });
      else parent.blocks.push({ kind: 'heading', line, depth: Number(name.slice(1)), runs });
    }
  }

  /** `<li>` outside `<ul>` and `<ol>` is a bullet to everyone who sees it. */
  private addItem({ items, blocks }: Frame, item: ListItem): void {
    const last = blocks.at(-1);
    if (items) items.push(item);
    else if (last?.kind === 'list' && !last.ordered) last.items.push(item);
    else blocks.push({ kind: 'list', line: item.line, ordered: false, items: [item] });
  }

  private endText(): void {
    const runs = this.runs;
    this.runs = [];
    if (runs.some((run) => run.text.trim() !== '')) {
      this.target().push({ kind: 'paragraph', line: this.runsLine, runs: trimRuns(runs) });
    }
  }

  /** Names and cells hold text only: "<summary>1. Basics</summary>" is no list. */
  private takesBlocks(): boolean {
    const isName = /^(?:summary|h[1-6])$/.test(this.top().name);
    return this.marks.length === 0 && !isName && this.frames.every((frame) => !frame.cells);
  }

  private top(): Frame {
    // The first frame is never closed.
    return this.frames.at(-1) as Frame;
  }

  /** Text straight inside `<ul>` or `<table>` has no place of its own: it joins what is around the element. */
  private target(): Block[] {
    const frame = this.frames.findLast((f) => !f.items && !f.rows && !f.cells);
    return (frame as Frame).blocks;
  }
}

function trimRuns(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => {
    const start = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === runs.length - 1 ? start.trimEnd() : start };
  });
}

/** The runs of everything in a cell, heading or summary, a line break between blocks. */
function blocksToRuns(blocks: readonly Block[]): Run[] {
  const parts = blocks.map((block): Run[] => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return block.runs;
    if (block.kind === 'list') {
      return block.items.flatMap((item) => [
        { text: '\n', isInline: true },
        ...blocksToRuns(item.blocks),
      ]);
    }
    return [];
  });
  return trimRuns(
    parts.flatMap((runs, index) => (index > 0 ? [{ text: '\n', isInline: true }, ...runs] : runs)),
  );
}
