import { append } from './append.ts';
import {
  runsToText,
  splitLines,
  type Block,
  type BlockOf,
  type ListItem,
  type Run,
} from './blocks.ts';
import { DEEPEST_LEVEL, type Draft } from './draft.ts';
import { readField } from './field-names.ts';
import { asksForKnowledge, isNeverSubject, readHeadingRole } from './heading-names.ts';
import { readKind } from './kind-words.ts';
import { firstRuns, isResourceItem, isResourceList } from './resource-items.ts';
import { quote, warn } from './reading.ts';
import { splitKey } from './split-key.ts';
import { countWords } from './split-parts.ts';
import { scopeBelow, type ReadBlocks, type Scope } from './scope.ts';
import { isAsideKey, readTopicText } from './topic-text.ts';

/** Shorter lists may be steps of a procedure. */
const FEWEST_CHAPTERS = 4;

/** Names that head no topics, in a list as over a section; "Introduction" and "Project structure" are lessons there. */
function listsNoTopics(name: string): boolean {
  const role = readHeadingRole(name);
  if (role === 'about') return isNeverSubject(name) || readField(name) === 'aside';
  return role === 'resources' || role === 'legend' || role === 'contents';
}

/** Reads a list as topics; what is nested in an item becomes its topics. */
export function readList(list: BlockOf<'list'>, scope: Scope, readBlocks: ReadBlocks): Draft[] {
  if (isNavigation(list)) {
    warn(scope.reading, list.line, 'This list leads to places in the document and was left out.');
    return [];
  }
  const isOfChapters = holdsChapters(list);
  const isResources = isResourceList(list.items, scope.level);
  const isBesideLabels = holdsTopicsUnderLabels(list.items);
  const isForm = list.items.some((item) => splitKey(firstRuns(item))?.isMarked === true);
  const topics: Draft[] = [];
  let resources = 0;
  for (const [index, item] of list.items.entries()) {
    if (isResourceItem(item, isResources || scope.level > 0, isResources || isBesideLabels)) {
      resources += 1;
      continue;
    }
    if (isForm && isEmptyField(item)) continue;
    const isChapter = isOfChapters && index === 0;
    const drafts = readItem(item, scope, readBlocks, isChapter);
    topics.push(...drafts);
    const label = findDanglingLabel(item);
    const owner = drafts.at(-1);
    if (label === undefined || !owner || index + 1 === list.items.length) continue;
    if (scope.level >= DEEPEST_LEVEL) continue;
    const following = { ...list, items: list.items.slice(index + 1) };
    owner.topics = owner.topics.concat(
      readLabelled(label, following, scopeBelow(scope, owner), readBlocks),
    );
    break;
  }
  if (resources > 0) {
    warn(scope.reading, list.line, `${resources} links to things to read or watch were left out.`);
  }
  return topics;
}

/** A numbered list whose items mostly have lists of their own: what comes first there is learned first, and no word to the reader. */
function holdsChapters({ ordered, items }: BlockOf<'list'>): boolean {
  const chapters = items.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'list'));
  return ordered && items.length >= FEWEST_CHAPTERS && chapters.length * 2 > items.length;
}

/** "Topics:" with a list below it beside links that lead away: what is learned stands under the labels, the links only help. */
function holdsTopicsUnderLabels(items: readonly ListItem[]): boolean {
  const others = items.filter((item) => !isResourceItem(item, true, true));
  const isLabel = (item: ListItem): boolean =>
    item.blocks.length > 1 && /[:：]\s*$/u.test(runsToText(firstRuns(item)));
  return others.length > 0 && others.every(isLabel);
}

/** "**Homework:**" with nothing behind it, where its neighbours are filled in. */
function isEmptyField(item: ListItem): boolean {
  const runs = firstRuns(item);
  const isMarked = runs.every((run) => run.bold ?? run.text.trim().length < 2);
  return item.blocks.length === 1 && isMarked && /[:：]\s*$/u.test(runsToText(runs));
}

/** The items after a last line "Compare:" belong to that line, though to Markdown they go on with the outer list. */
function readLabelled(
  label: string,
  list: BlockOf<'list'>,
  scope: Scope,
  readBlocks: ReadBlocks,
): Draft[] {
  return readList(list, scope, readBlocks).map((draft) => ({
    ...draft,
    title: `${label}: ${draft.title}`,
    text: `${label}: ${draft.text}`,
  }));
}

function readItem(
  item: ListItem,
  scope: Scope,
  readBlocks: ReadBlocks,
  isChapter: boolean,
): Draft[] {
  const [first, ...rest] = item.blocks;
  if (first === undefined) return [];
  if (first.kind !== 'paragraph' && first.kind !== 'heading' && first.kind !== 'summary') {
    return readBlocks(item.blocks, scope);
  }
  const runs = withoutDanglingLabel(first.runs, rest);
  const announced = /^(.*?)\s*[:：]$/su.exec(runsToText(runs).trim())?.[1];
  const mayStay = isChapter && asksForKnowledge(runsToText(runs));
  if (!mayStay && announced !== undefined && rest.length > 0 && isAsideKey(announced, true, '')) {
    warn(scope.reading, item.line, `${quote(announced)} lists no topics and was left out.`);
    return [];
  }
  const drafts = readLines(runs, first.line, scope);
  const draft = drafts.at(-1);
  if (draft === undefined) return readBlocks(rest, scope);
  if (!mayStay && rest.length > 0 && listsNoTopics(draft.title)) {
    warn(scope.reading, item.line, `${quote(draft.title)} lists no topics and was left out.`);
    return [];
  }
  if (item.checked !== undefined) draft.status = item.checked ? 'completed' : 'not-started';
  const kind = announced === undefined ? undefined : readKind(announced);
  if (kind) draft.kind = scope.kind ?? kind;
  const below = scopeBelow(scope, draft);
  const topics = readBlocks(rest, kind ? { ...below, kind } : below);
  if (scope.level < DEEPEST_LEVEL) append(draft.topics, topics);
  else append(drafts, topics);
  return drafts;
}

/** A first line in bold or a link that has a line to itself is the name; what stands below explains it. */
function readLines(runs: readonly Run[], line: number, scope: Scope): Draft[] {
  const [first, ...others] = splitLines(runs);
  const isName =
    first?.runs.every((run) => run.bold ?? run.link ?? run.text.trim() === '') === true ||
    isBrokenOff(first?.runs, others[0]?.runs);
  if (first && others.length > 0 && isKeyedBelow(first.runs, others)) {
    const [draft, ...more] = readTopicText(first.runs, line, scope);
    if (!draft) return [];
    const below = scopeBelow(scope, draft);
    for (const { runs: own, offset } of others)
      draft.topics.push(...readTopicText(own, line + offset, below));
    return [draft, ...more];
  }
  if (first === undefined || others.length === 0 || !isName) {
    return readTopicText(joinLines(runs), line, scope);
  }
  const [draft, ...more] = readTopicText(first.runs, line, scope);
  if (!draft) return [];
  const explanation = others.map((other) => runsToText(other.runs).trim()).join(' ');
  return [
    {
      ...draft,
      text: `${draft.text} ${explanation}`,
      details: [...(draft.details ?? []), explanation],
    },
    ...more,
  ];
}

/** A short line that ends before it is full, with a new sentence below it. */
function isBrokenOff(first: readonly Run[] = [], next: readonly Run[] = []): boolean {
  const name = runsToText(first).trim();
  return (
    name.length < 50 &&
    !/[,;:：(、，]$/u.test(name) &&
    /^[\s"'“(]*[\p{Lu}\p{Lo}]/u.test(runsToText(next))
  );
}

/** A name, then lines that each name a part and say more about it ("Arrays: how they …"). */
function isKeyedBelow(first: readonly Run[], others: readonly { runs: readonly Run[] }[]): boolean {
  const name = runsToText(first).trim();
  if (splitKey(first) !== undefined || /[.,;。，]$/u.test(name) || countWords(name) > 12)
    return false;
  return others.every(({ runs }) => {
    const keyed = splitKey(runs);
    if (keyed === undefined || keyed.isDash) return false;
    const key = runsToText(keyed.key).trim();
    return countWords(key) <= 6 && !/^\p{Ll}/u.test(key);
  });
}

function joinLines(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ') }));
}

/** The last line of an item's text when it is a label with nothing below it. */
function findDanglingLabel(item: ListItem): string | undefined {
  let blocks: readonly Block[] = item.blocks;
  for (;;) {
    const last = blocks.at(-1);
    if (last?.kind === 'list') blocks = last.items.at(-1)?.blocks ?? [];
    else return last?.kind === 'paragraph' ? danglingLabel(last.runs) : undefined;
  }
}

function danglingLabel(runs: readonly Run[]): string | undefined {
  const lines = splitLines(runs);
  const text = runsToText(lines.at(-1)?.runs ?? []).trim();
  return lines.length > 1 && /^\p{Lu}[^:.]{0,38}:$/u.test(text) ? text.slice(0, -1) : undefined;
}

function withoutDanglingLabel(runs: readonly Run[], rest: readonly Block[]): readonly Run[] {
  if (rest.length > 0 || danglingLabel(runs) === undefined) return runs;
  return splitLines(runs)
    .slice(0, -1)
    .flatMap((line, index) => (index > 0 ? [{ text: '\n' }, ...line.runs] : line.runs));
}

/** A table of contents: every item is a jump inside the document. */
function isNavigation(list: BlockOf<'list'>): boolean {
  const links = list.items.map((item) => {
    const first = item.blocks[0];
    return first?.kind === 'paragraph' && first.runs.some((run) => run.link?.startsWith('#'));
  });
  return links.length > 0 && links.filter(Boolean).length >= links.length * 0.8;
}
