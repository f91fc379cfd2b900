import { applyFieldLine } from './apply-field.ts';
import { isAddressLine, warnOfAddress, withoutAddressLines } from './addresses.ts';
import { runsToText, splitLines, type Block, type BlockOf, type Run } from './blocks.ts';
import { readDiagram, repeatsOwner } from './diagram-topics.ts';
import type { Draft } from './draft.ts';
import { readDate } from './dates.ts';
import { readKind } from './kind-words.ts';
import { isPlainLabel, readLabelLine, readLeadingPart, readSentenceLabel } from './labels.ts';
import { isLanguageBar, isPathList } from './file-paths.ts';
import { findEntryParagraphs, isRemark, isSteps } from './paragraph-entries.ts';
import { readList } from './read-list.ts';
import { readTable } from './read-table.ts';
import { warn } from './reading.ts';
import type { Scope } from './scope.ts';
import { splitKey } from './split-key.ts';
import { isEntryLine } from './short-lines.ts';
import { isListing, splitParts } from './split-parts.ts';
import { TopicTarget } from './topic-target.ts';
import { isAsideKey, partsToDrafts, readTopicText } from './topic-text.ts';
import { isBulleted, stripBullet } from './typed-bullets.ts';

/** Languages drawings are written in. */
const DRAWING =
  /^(?:plantuml|puml|dot|graphviz|gv|d2|ditaa|nomnoml|vega|wavedrom|markmap|mermaid.+|xmind|drawio|ascii-?art|diagram|tree|chart)$/;
/** Boxes, branches and arrows of a drawing made of letters. */
const ARROWS = /[─│├└┌┐┬▼→↓]|-->|==>|\+--/u;
const LABEL_END = /\s*[:：]\s*$/u;

/** Reads what stands under a heading or in a list item: labels, lists, tables and diagrams as topics, prose as nothing. */
export function readBody(blocks: readonly Block[], scope: Scope): Draft[] {
  return new BodyReader(new TopicTarget(scope, blocks)).read(blocks);
}

class BodyReader {
  private readonly base: Scope;
  private readonly target: TopicTarget;
  private entries: ReadonlySet<Block> = new Set();
  private listsLater = false;

  constructor(target: TopicTarget) {
    this.base = target.base;
    this.target = target;
  }

  read(blocks: readonly Block[]): Draft[] {
    this.entries = findEntryParagraphs(blocks, this.base.reading.isLenient);
    const lastList = blocks.findLastIndex(({ kind }) => kind === 'list' || kind === 'table');
    for (const [index, block] of blocks.entries()) {
      this.listsLater = index < lastList;
      this.readBlock(block, blocks[index + 1], index === 0);
    }
    return this.target.finish();
  }

  private readBlock(block: Block, next: Block | undefined, isFirst: boolean): void {
    switch (block.kind) {
      case 'paragraph':
        this.readParagraph(this.withoutAddresses(block), next, isFirst);
        break;
      case 'heading':
      case 'summary':
        this.target.startNamed(block.runs, block.line);
        break;
      case 'list':
        if (!this.target.leaveOut(block.line))
          this.target.addList(readList(block, this.target.scope, readBody));
        break;
      case 'table':
        if (!this.target.leaveOut(block.line)) this.target.add(readTable(block, this.target.scope));
        break;
      case 'code':
        if (block.language === 'mermaid') this.addDiagram(block);
        else this.warnOfDrawing(block);
        break;
      default:
        this.target.endLabel();
    }
  }

  private addDiagram(block: BlockOf<'code'>): void {
    const { root, topics } = readDiagram(block.lines, block.line, this.base.reading);
    const { owner } = this.base;
    this.target.add(root && !repeatsOwner(root, owner) ? [root] : topics);
    if (root && owner.title === '') Object.assign(owner, { title: root.title, line: root.line });
  }

  /** Samples of code list nothing, and that needs no word; a drawing may hold all there is to learn. */
  private warnOfDrawing({ language, lines, line }: BlockOf<'code'>): void {
    if (!DRAWING.test(language) && (language !== '' || !lines.some((each) => ARROWS.test(each))))
      return;
    warn(this.base.reading, line, 'This drawing is not read; only Mermaid diagrams are.');
  }

  private withoutAddresses(block: BlockOf<'paragraph'>): BlockOf<'paragraph'> {
    const runs = withoutAddressLines(block.runs);
    if (runs === block.runs) return block;
    const found = splitLines(block.runs).find((line) => isAddressLine(line.runs));
    warnOfAddress(found?.runs ?? [], block.line + (found?.offset ?? 0), this.base.reading);
    return { ...block, runs: [...runs] };
  }

  private readParagraph(
    block: BlockOf<'paragraph'>,
    next: Block | undefined,
    isFirst: boolean,
  ): void {
    if (!/[\p{L}\p{N}]/u.test(runsToText(block.runs))) return;
    // A line in italics remarks on what is around it.
    if (isRemark(block.runs) || isLanguageBar(block.runs)) return;
    if (applyFieldLine(block.runs, this.base)) return;
    if (this.entries.has(block)) {
      this.addEntry(block);
      return;
    }
    const named =
      next?.kind === 'list'
        ? (readSentenceLabel(block.runs) ?? readLeadingPart(block.runs))
        : undefined;
    if (named) {
      this.target.startNamed(named, block.line);
      return;
    }
    const lines = splitLines(block.runs).filter((line) => runsToText(line.runs).trim() !== '');
    if (lines.length > 1 && this.readLines(block, lines, next)) return;
    const label = readLabelLine(block.runs);
    const leads = next !== undefined && next.kind !== 'paragraph' && next.kind !== 'heading';
    const key = splitKey(block.runs)?.key;
    const isKind = key !== undefined && readKind(runsToText(key)) !== undefined;
    // "**Project:** Build a shop with:" names the project and leads on to its parts.
    if (isKind && this.readKeyLine(block.runs, block.line, leads)) return;
    const text = runsToText(block.runs).trim();
    const isGroup = this.target.place.plainLines > 1 && isPlainLabel(block, next);
    if (isGroup)
      this.target.startLabel(
        { name: text, isBold: false, hasColon: true },
        block.runs,
        block.line,
        {
          isFirst,
        },
      );
    else if (label && (leads || label.isBold))
      this.target.startLabel(label, block.runs, block.line, { isFirst });
    else if (!this.readKeyLine(block.runs, block.line, leads)) this.readProse(block);
  }

  /** Lines of one paragraph that are entries of their own. */
  private readLines(
    block: BlockOf<'paragraph'>,
    lines: readonly { runs: Run[]; offset: number }[],
    next: Block | undefined,
  ): boolean {
    const bullets = lines.filter((line) => isBulleted(runsToText(line.runs)));
    const first = lines[0];
    const hasHeading = first && bullets.length === lines.length - 1 && readLabelLine(first.runs);
    if (bullets.length > 1 && (bullets.length === lines.length || hasHeading)) {
      if (hasHeading) this.target.startLabel(hasHeading, first.runs, block.line);
      if (this.target.isAside) return true;
      for (const { runs, offset } of bullets)
        this.target.addText(stripBullet(runs), block.line + offset);
      return true;
    }
    const keyed = lines.filter((line) => line.runs[0]?.bold && splitKey(line.runs)?.isMarked);
    if (keyed.length > 1 && keyed.length === lines.length) {
      for (const { runs, offset } of lines) {
        if (!this.readKeyLine(runs, block.line + offset, false))
          this.target.addText(runs, block.line + offset);
      }
      return true;
    }
    const texts = lines.map((line) => runsToText(line.runs));
    const headsBlock = next?.kind === 'list' || next?.kind === 'table';
    const entries = headsBlock ? texts : texts.map((text) => text.replace(LABEL_END, ''));
    const isList = lines.length > 2 || texts.every((text) => LABEL_END.test(text));
    if (isList && entries.every(isEntryLine)) {
      for (const { runs, offset } of lines) this.target.addText(runs, block.line + offset);
      return true;
    }
    const last = lines.at(-1);
    const label = last && readLabelLine(last.runs);
    if (!label || (next?.kind !== 'list' && next?.kind !== 'table')) return false;
    this.target.startLabel(label, last.runs, block.line + last.offset);
    return true;
  }

  /** "**Tools:** Git, Docker", "**Rule:** Never …", "**Framework:** NestJS". */
  private readKeyLine(runs: readonly Run[], line: number, leads: boolean): boolean {
    const keyed = splitKey(runs);
    if (!keyed) return false;
    const key = runsToText(keyed.key).trim();
    const value = runsToText(keyed.value);
    const isFact = isPathList(keyed.value) || readDate(value) !== undefined;
    if (isFact || isAsideKey(key, keyed.isMarked, value)) {
      this.target.endLabel();
      return keyed.isMarked;
    }
    const kind = readKind(key);
    const parts = splitParts(value);
    const isList = isListing(parts);
    // "**Focus:** Learn by reading" above lists sums up what they go through.
    if (kind === 'learn' && !isList && !leads && this.listsLater) return true;
    if (!(kind && isList) && !(keyed.isMarked && (kind || isList || leads))) return false;
    this.target.endLabel();
    const drafts =
      kind && isList
        ? partsToDrafts(keyed.value, parts, line, { ...this.base, kind })
        : readTopicText(runs, line, this.base);
    this.target.addBeside(drafts);
    const [draft, ...others] = drafts;
    if (leads && draft && others.length === 0) {
      this.target.enter(draft, kind ?? this.base.kind);
    }
    return drafts.length > 0;
  }

  /** After "**Rule:**" or "**Project:**" a short paragraph is the rule or project itself. */
  private readProse(block: BlockOf<'paragraph'>): void {
    const { scope } = this.target;
    const { kind } = scope;
    const text = runsToText(block.runs).trim();
    const isShort = text.length < 160 && !/[.!?]\s+\p{Lu}/u.test(text);
    if (
      (kind === 'rule' || kind === 'project' || kind === 'practice') &&
      isShort &&
      scope !== this.base
    ) {
      this.target.addText(block.runs, block.line);
    } else if (!this.target.isAside && kind === undefined) this.target.endLabel();
  }

  private addEntry(block: BlockOf<'paragraph'>): void {
    if (this.target.isAside) return;
    if (!isSteps(block)) this.target.addText(block.runs, block.line);
    else {
      const parts = splitParts(runsToText(block.runs));
      this.target.add(partsToDrafts(block.runs, parts, block.line, this.target.scope));
    }
  }
}
