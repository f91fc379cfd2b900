import { append } from './append.ts';
import { applyFieldLine } from './apply-field.ts';
import { runsToText, splitLines, type Block, type BlockOf, type Run } from './blocks.ts';
import { readDiagram, repeatsOwner } from './diagram-topics.ts';
import type { Draft } from './draft.ts';
import { readDate } from './dates.ts';
import { readKind } from './kind-words.ts';
import {
  isMotto,
  isPartName,
  isPlainLabel,
  readLabel,
  readLabelLine,
  readSentenceLabel,
  surveyLabels,
  type LabelPlace,
} from './labels.ts';
import { isPathList } from './file-paths.ts';
import { findEntryParagraphs, isRemark, isSteps } from './paragraph-entries.ts';
import { readList } from './read-list.ts';
import { readTable } from './read-table.ts';
import { quote, warn } from './reading.ts';
import type { Scope } from './scope.ts';
import { splitKey } from './split-key.ts';
import { isEntryLine } from './short-lines.ts';
import { isListing, splitParts } from './split-parts.ts';
import { isAsideKey, partsToDrafts, readTopicText } from './topic-text.ts';
import { isBulleted, stripBullet } from './typed-bullets.ts';

const LABEL_END = /\s*[:：]\s*$/u;

/** Reads what stands under a heading or in a list item: labels, lists, tables and diagrams as topics, prose as nothing. */
export function readBody(blocks: readonly Block[], scope: Scope): Draft[] {
  return new BodyReader(scope, surveyLabels(blocks)).read(blocks);
}

class BodyReader {
  private readonly topics: Draft[] = [];
  private readonly base: Scope;
  private readonly place: LabelPlace;
  /** Where the next list goes and what holds for it; a label changes it, prose ends it. */
  private target: Draft[];
  private scope: Scope;
  /** The label under which lists are left out. */
  private aside: string | undefined;
  private readonly emphasis: Draft[] = [];
  private outer: Draft | undefined;
  private part: Draft | undefined;
  private lastGroup: Draft | undefined;
  private entries: ReadonlySet<Block> = new Set();
  private listsLater = false;

  constructor(scope: Scope, place: LabelPlace) {
    this.base = scope;
    this.scope = scope;
    this.place = place;
    this.target = this.topics;
  }

  read(blocks: readonly Block[]): Draft[] {
    this.entries = findEntryParagraphs(blocks, this.base.reading.isLenient);
    const lastList = blocks.findLastIndex(({ kind }) => kind === 'list' || kind === 'table');
    for (const [index, block] of blocks.entries()) {
      this.listsLater = index < lastList;
      this.readBlock(block, blocks[index + 1], index === 0);
    }
    // A line in bold that heads nothing was emphasis, unless such lines are how this place lists its topics.
    const empty = this.emphasis.filter((draft) => draft.topics.length === 0);
    const isDropped = (draft: Draft): boolean => empty.length < 3 && empty.includes(draft);
    return this.topics.filter((draft) => !isDropped(draft));
  }

  private readBlock(block: Block, next: Block | undefined, isFirst: boolean): void {
    switch (block.kind) {
      case 'paragraph':
        this.readParagraph(block, next, isFirst);
        break;
      case 'heading':
      case 'summary':
        this.startLabel(
          { name: runsToText(block.runs).trim(), isBold: true, hasColon: true },
          block.runs,
          block.line,
        );
        break;
      case 'list':
        if (!this.leaveOut(block.line)) append(this.target, readList(block, this.scope, readBody));
        break;
      case 'table':
        if (!this.leaveOut(block.line)) append(this.target, readTable(block, this.scope));
        break;
      case 'code':
        if (block.language === 'mermaid') this.addDiagram(block);
        break;
      default:
        this.endLabel();
    }
  }

  private addDiagram(block: BlockOf<'code'>): void {
    const { root, topics } = readDiagram(block.lines, block.line, this.base.reading);
    const { owner } = this.base;
    if (root && !repeatsOwner(root, owner)) this.target.push(root);
    else append(this.target, topics);
    if (root && owner.title === '') Object.assign(owner, { title: root.title, line: root.line });
  }

  private readParagraph(
    block: BlockOf<'paragraph'>,
    next: Block | undefined,
    isFirst: boolean,
  ): void {
    if (!/[\p{L}\p{N}]/u.test(runsToText(block.runs))) return;
    // A line in italics remarks on what is around it.
    if (isRemark(block.runs) || applyFieldLine(block.runs, this.base)) return;
    if (this.entries.has(block)) {
      this.addEntry(block);
      return;
    }
    const named = next?.kind === 'list' ? readSentenceLabel(block.runs) : undefined;
    if (named) {
      const name = runsToText(named).trim();
      this.startLabel({ name, isBold: true, hasColon: true }, named, block.line);
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
    const isGroup = this.place.plainLines > 1 && isPlainLabel(block, next);
    if (isGroup)
      this.startLabel(
        { name: text, isBold: false, hasColon: true },
        block.runs,
        block.line,
        isFirst,
      );
    else if (label && (leads || label.isBold))
      this.startLabel(label, block.runs, block.line, isFirst);
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
      if (hasHeading) this.startLabel(hasHeading, first.runs, block.line);
      if (this.aside !== undefined) return true;
      for (const { runs, offset } of bullets) this.addText(stripBullet(runs), block.line + offset);
      return true;
    }
    const keyed = lines.filter((line) => line.runs[0]?.bold && splitKey(line.runs)?.isMarked);
    if (keyed.length > 1 && keyed.length === lines.length) {
      for (const { runs, offset } of lines) {
        if (!this.readKeyLine(runs, block.line + offset, false))
          this.addText(runs, block.line + offset);
      }
      return true;
    }
    const texts = lines.map((line) => runsToText(line.runs));
    const headsBlock = next?.kind === 'list' || next?.kind === 'table';
    const entries = headsBlock ? texts : texts.map((text) => text.replace(LABEL_END, ''));
    const isList = lines.length > 2 || texts.every((text) => LABEL_END.test(text));
    if (isList && entries.every(isEntryLine)) {
      for (const { runs, offset } of lines) this.addText(runs, block.line + offset);
      return true;
    }
    const last = lines.at(-1);
    const label = last && readLabelLine(last.runs);
    if (!label || (next?.kind !== 'list' && next?.kind !== 'table')) return false;
    this.startLabel(label, last.runs, block.line + last.offset);
    return true;
  }

  private startLabel(
    line: NonNullable<ReturnType<typeof readLabelLine>>,
    runs: readonly Run[],
    sourceLine: number,
    isFirst = false,
  ): void {
    this.endLabel();
    const label = readLabel(line, runs, sourceLine, this.base, this.place);
    if (label.says === 'kind') this.scope = { ...this.scope, kind: label.kind };
    else if (label.says === 'priority') this.scope = { ...this.scope, priority: label.priority };
    else if (label.says === 'aside') this.aside = label.name;
    else if (
      label.says === 'group' &&
      !(isFirst && label.isEmphasis && isMotto(label.group, this.place))
    ) {
      if (label.isEmphasis) this.emphasis.push(label.group);
      this.addGroup(label.group);
      this.target = label.group.topics;
      this.scope = { ...this.base, owner: label.group, level: this.base.level + 1 };
    }
  }

  /** A line "Level 1" with nothing but further labels below it holds their groups. */
  private addGroup(group: Draft): void {
    const isPart = isPartName(group);
    this.part = isPart ? group : undefined;
    if (isPart) this.outer = undefined;
    else if (this.lastGroup?.topics.length === 0 && isPartName(this.lastGroup))
      this.outer = this.lastGroup;
    (this.outer?.topics ?? this.topics).push(group);
    this.lastGroup = group;
  }

  private endLabel(): void {
    // "**I. Basics**", then "**Topics:**": what follows is the part's own.
    this.target = this.part?.topics ?? this.topics;
    this.scope = this.part
      ? { ...this.base, owner: this.part, level: this.base.level + 1 }
      : this.base;
    this.aside = undefined;
  }

  /** "**Tools:** Git, Docker", "**Rule:** Never …", "**Framework:** NestJS". */
  private readKeyLine(runs: readonly Run[], line: number, leads: boolean): boolean {
    const keyed = splitKey(runs);
    if (!keyed) return false;
    const key = runsToText(keyed.key).trim();
    const value = runsToText(keyed.value);
    const isFact = isPathList(keyed.value) || readDate(value) !== undefined;
    if (isFact || isAsideKey(key, keyed.isMarked, value)) {
      this.endLabel();
      return keyed.isMarked;
    }
    const kind = readKind(key);
    const parts = splitParts(value);
    const isList = isListing(parts);
    // "**Focus:** Learn by reading" above lists sums up what they go through.
    if (kind === 'learn' && !isList && !leads && this.listsLater) return true;
    if (!(kind && isList) && !(keyed.isMarked && (kind || isList || leads))) return false;
    this.endLabel();
    const drafts =
      kind && isList
        ? partsToDrafts(keyed.value, parts, line, { ...this.base, kind })
        : readTopicText(runs, line, this.base);
    this.topics.push(...drafts);
    const [draft, ...others] = drafts;
    if (leads && draft && others.length === 0) {
      this.target = draft.topics;
      this.scope = {
        ...this.base,
        owner: draft,
        level: this.base.level + 1,
        ...(kind ? { kind } : {}),
      };
    }
    return drafts.length > 0;
  }

  /** After "**Rule:**" or "**Project:**" a short paragraph is the rule or project itself. */
  private readProse(block: BlockOf<'paragraph'>): void {
    const { kind } = this.scope;
    const text = runsToText(block.runs).trim();
    const isShort = text.length < 160 && !/[.!?]\s+\p{Lu}/u.test(text);
    if (
      (kind === 'rule' || kind === 'project' || kind === 'practice') &&
      isShort &&
      this.scope !== this.base
    ) {
      this.addText(block.runs, block.line);
    } else if (this.aside === undefined && this.scope.kind === undefined) this.endLabel();
  }

  private addEntry(block: BlockOf<'paragraph'>): void {
    if (this.aside !== undefined) return;
    if (!isSteps(block)) this.addText(block.runs, block.line);
    else {
      const parts = splitParts(runsToText(block.runs));
      this.target.push(...partsToDrafts(block.runs, parts, block.line, this.scope));
    }
  }

  private addText(runs: readonly Run[], line: number): void {
    this.target.push(...readTopicText(runs, line, this.scope));
  }

  private leaveOut(line: number): boolean {
    if (this.aside === undefined) return false;
    warn(
      this.base.reading,
      line,
      `What stands under ${quote(this.aside)} lists no topics and was left out.`,
    );
    return true;
  }
}
