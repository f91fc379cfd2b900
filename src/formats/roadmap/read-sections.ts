import { append } from './append.ts';
import { captured } from './captured.ts';
import { runsToText, type Block } from './blocks.ts';
import type { Draft } from './draft.ts';
import { readField } from './field-names.ts';
import {
  isAmbiguousHeading,
  isLessonWhenNumbered,
  isNeverSubject,
  readHeadingRole,
} from './heading-names.ts';
import { listBlocks, type HeadingNode } from './heading-tree.ts';
import { readKind } from './kind-words.ts';
import { stripDecoration } from './names.ts';
import { isNumberedPart } from './ordinals.ts';
import { isPartHeading } from './part-words.ts';
import { parseName } from './parse-name.ts';
import { readBody } from './read-body.ts';
import { quote, warn, type Reading } from './reading.ts';
import { firstRuns, isLinkOnly } from './resource-items.ts';
import { readPriority } from './priority-words.ts';
import type { Scope } from './scope.ts';
import { countWords } from './split-parts.ts';

/** A heading as the reader took it: a subject with topics, or a passage that only lends its topics to what is around it. */
export interface ReadHeading {
  readonly draft: Draft;
  /** True for headings that name the roadmap itself ("Curriculum", "Topics"). */
  readonly isWrapper: boolean;
  /** Whether headings below it gave topics of their own. */
  readonly hasSubheadings: boolean;
  /** Whether most headings right below it tell when to study, or in which order: a calendar's weeks, the stages of a path. */
  readonly isCalendar: boolean;
  /** Whether nothing at all stands under it: several such headings are a list. */
  readonly isBare: boolean;
  /** Whether hardly anything stands under it. */
  readonly isBrief: boolean;
  /** Whether its list is numbered: links in an order are steps. */
  readonly hasSteps: boolean;
  /** Whether each heading below it only had links to things to read or watch. */
  readonly leadsAway: boolean;
}

/** Words that remark on a heading; more of them tell. */
const MOST_BRIEF = 8;

/** Commands that install or fetch the document's own website. */
const SETUP =
  /\b(?:git clone|npm (?:i|install|run|start)|yarn|pnpm|pip install|docker(?: compose)? (?:up|run)|bundle install)\b/;

/** Reads a heading with everything under it; undefined when it is about the document, or lists things to read. */
export function readHeading(
  node: HeadingNode,
  reading: Reading,
  level: number,
): ReadHeading | undefined {
  const parsed = parseName(node.runs, reading);
  const draft: Draft = { ...parsed, line: node.line, topics: [] };
  const role = roleOf(node, draft, reading);
  if (role === 'contents' && jumpsAround(node.blocks)) {
    warn(
      reading,
      node.line,
      `${quote(draft.title)} leads to places in the document and was left out.`,
    );
    return undefined;
  }
  if (role === 'about' || role === 'resources' || role === 'legend') {
    warn(reading, node.line, leftOut(draft.title, role));
    return undefined;
  }
  const kind = readKind(draft.title);
  const priority = level === 0 ? undefined : readPriority(draft.title);
  if (priority) draft.priority ??= priority;
  const scope: Scope = {
    reading,
    owner: draft,
    level,
    ...(kind && kind !== 'learn' && role !== 'wrapper' ? { kind } : {}),
  };
  append(draft.topics, readBody(node.blocks, scope));
  const below = node.children
    .map((child) => readHeading(child, reading, level + 1))
    .filter((child) => child !== undefined);
  for (const child of below) {
    if (child.isWrapper) append(draft.topics, child.draft.topics);
    else draft.topics.push(child.draft);
  }
  // A table under "Progress" or a heading "Goal: …" says something about the section; its topics are the section's.
  // "### Concepts" below "## Module 1" says of what kind its topics are.
  const isEmpty = node.blocks.length === 0 && node.children.length === 0;
  const isKind = kind !== undefined && level > 0 && draft.number === undefined && !isEmpty;
  const isWrapper =
    isKind ||
    role === 'wrapper' ||
    role === 'contents' ||
    readField(beforeColon(draft.text)) === 'aside';
  const timed = below.filter(
    ({ draft: part }) => part.period !== undefined || isNumberedPart(stripDecoration(part.text)),
  );
  return {
    draft,
    isWrapper,
    isCalendar: timed.length > 2 && timed.length >= below.length * 0.6,
    isBare: isEmpty,
    isBrief: node.children.length === 0 && isBrief(node.blocks),
    hasSteps: listBlocks(node).some((block) => block.kind === 'list' && block.ordered),
    leadsAway:
      node.children.length > 1 &&
      draft.topics.every((topic) => topic.topics.length === 0) &&
      node.children.every(({ blocks }) => blocks.some(isLinkList)) &&
      below.every((child) => child.draft.topics.length === 0),
    hasSubheadings: below.some((child) => child.draft.topics.length > 0 || !child.isWrapper),
  };
}

function isBrief(blocks: readonly Block[]): boolean {
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? runsToText(block.runs) : ''));
  return texts.every((text) => text !== '') && countWords(texts.join(' ')) <= MOST_BRIEF;
}

function isLinkList(block: Block): boolean {
  return block.kind === 'list' && block.items.every((item) => isLinkOnly(firstRuns(item)));
}

/** A table of contents: a third or more of its lines are jumps inside the document, broken ones included. */
function jumpsAround(blocks: readonly Block[]): boolean {
  const lines = blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .flatMap((item) => item.blocks)
    .filter((block) => block.kind === 'paragraph');
  const jumps = lines.filter(
    ({ runs }) =>
      runs.some((run) => run.link?.startsWith('#')) || /\]\(#|^#-?\p{L}/u.test(runsToText(runs)),
  );
  return jumps.length > 0 && jumps.length * 3 >= lines.length;
}

function roleOf(
  node: HeadingNode,
  draft: Draft,
  reading: Reading,
): ReturnType<typeof readHeadingRole> {
  const role = readHeadingRole(draft.title);
  if (reading.isLenient && !isNeverSubject(draft.title))
    return role === 'wrapper' ? role : 'subject';
  if (role === 'about' && (isPlanWithParts(node, draft, reading) || holdsMostParts(node, reading)))
    return 'wrapper';
  const isNumbered = draft.number !== undefined || draft.period !== undefined;
  if (role === 'about' && isNumbered && isLessonWhenNumbered(draft.title)) return 'subject';
  // "Stage 7: Contributing" is a stage like the others, "12:00 – Lunch" none.
  const isStage = isPartHeading(node.runs) && !/\d[h:.]\d/.test(draft.period ?? '');
  if (role === 'about' && reading.partCount > 2 && isStage) return 'subject';
  // "Week 11: Graphs" is about graphs.
  if (role === 'wrapper' && isNumbered && !/\s/.test(draft.title) && draft.title !== draft.period)
    return 'subject';
  if (isAmbiguousHeading(draft.title) && !isNumbered && talksAboutItself(listBlocks(node)))
    return 'about';
  if (
    role === 'legend' &&
    listBlocks(node).some((block) => block.kind === 'code' && block.language === 'mermaid')
  )
    return 'wrapper';
  return role;
}

/** "My progress" with headings "Phase 1", "Phase 2" below it is the roadmap itself. */
function isPlanWithParts(node: HeadingNode, draft: Draft, reading: Reading): boolean {
  if (!/progress|plan|schedule|status/i.test(draft.title)) return false;
  const parts = node.children.filter((child) => {
    const { number, period } = parseName(child.runs, reading);
    return number !== undefined || period !== undefined;
  });
  return parts.length > 1;
}

/** Whatever it is called, what holds most stages, weeks or days of a text is the roadmap itself. */
function holdsMostParts({ children }: HeadingNode, { partCount }: Reading): boolean {
  const parts = children.filter(({ runs }) => isPartHeading(runs));
  return parts.length > 2 && parts.length * 2 > partCount;
}

function talksAboutItself(blocks: readonly Block[]): boolean {
  const hasLists = blocks.some((block) => block.kind === 'list' || block.kind === 'table');
  if (!hasLists) return true;
  return blocks.some((block) => {
    if (block.kind === 'code') return SETUP.test(block.lines.join('\n'));
    const items = block.kind === 'list' ? block.items : [];
    return items.some((item) =>
      item.blocks.some((part) =>
        part.kind === 'code'
          ? SETUP.test(part.lines.join('\n'))
          : part.kind === 'paragraph' &&
            /\b(?:clone|fork|star) (?:this|the) repo|this (?:repo|roadmap|guide)\b/i.test(
              runsToText(part.runs),
            ),
      ),
    );
  });
}

function beforeColon(text: string): string {
  return captured(/^([^:：]{2,30})[:：]\s*\S/u.exec(text), 1);
}

function leftOut(title: string, role: 'about' | 'resources' | 'legend'): string {
  if (role === 'resources')
    return `${quote(title)} lists things to read or watch and was left out.`;
  if (role === 'legend') return `${quote(title)} explains signs and was left out.`;
  return `${quote(title)} is about the document, not a subject, and was left out.`;
}
