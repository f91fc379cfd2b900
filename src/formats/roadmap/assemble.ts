import { captured } from './captured.ts';
import { listDrafts, type Draft } from './draft.ts';
import { readField } from './field-names.ts';
import { namesTheWhole, readHeadingRole } from './heading-names.ts';
import type { HeadingNode } from './heading-tree.ts';
import { isOverview } from './overview.ts';
import { stripDecoration } from './names.ts';
import { parseName } from './parse-name.ts';
import { dropLinkSections, type LinkSections } from './link-sections.ts';
import { dropPassingSections } from './passing-sections.ts';
import { readBody } from './read-body.ts';
import { readHeading, type ReadHeading } from './read-sections.ts';
import { makeReading, quote, warn, type Reading } from './reading.ts';
import { splitKey } from './split-key.ts';
import { isOrdinal } from './topic-text.ts';
import { runsToText, splitLines } from './blocks.ts';

/** Fewer headings with nothing below them may have lost it. */
const FEWEST_BARE = 3;

export interface Assembled {
  title: string;
  sections: Draft[];
}

/** Puts title and sections together from the tree of headings. `givenTitle` is what the front matter says. */
export function assembleSections(
  root: HeadingNode,
  givenTitle: string | undefined,
  reading: Reading,
): Assembled {
  const { titleNode, others } = findTitle(root, givenTitle !== undefined);
  const parsed = titleNode && parseName(titleNode.runs, reading);
  const owner: Draft = {
    title: givenTitle ?? parsed?.title ?? '',
    text: '',
    line: titleNode?.line ?? 1,
    topics: [],
  };
  const blocks = [...root.blocks, ...(titleNode?.blocks ?? [])];
  const preface = blocks.filter((block) => !isFactSheet(block, others.length > 0));
  const early = readBody(withoutFirstLine(preface, owner), { reading, owner, level: 0 });
  const headings = others
    .map((node) => readHeading(node, reading, 0))
    .filter((heading) => heading !== undefined);
  const sections = toSections(headings, early, reading);
  const title = owner.title;
  const hasDiagram = preface.some((block) => block.kind === 'code' && block.language === 'mermaid');
  const kept = keepPreface(early, sections, owner, hasDiagram, reading);
  return { title, sections: [...kept, ...sections] };
}

/** "**Trainer**: Ada\n**Place**: Rouen" right below the title: facts about the course. */
function isFactSheet(block: HeadingNode['blocks'][number], isBeforeOthers: boolean): boolean {
  if (block.kind !== 'paragraph') return false;
  const lines = splitLines(block.runs).filter((line) => runsToText(line.runs).trim() !== '');
  const keys = lines.map((line) => splitKey(line.runs)?.key);
  const fields = keys.filter((key) => key && readField(runsToText(key)) !== undefined);
  const isForm = isBeforeOthers || fields.length * 2 >= lines.length;
  return lines.length > 1 && isForm && keys.every((key) => key && !isOrdinal(runsToText(key)));
}

/** The title is the one heading above all others, or the first of several that has nothing of its own under it. */
function findTitle(
  root: HeadingNode,
  hasGivenTitle: boolean,
): { titleNode?: HeadingNode; others: HeadingNode[] } {
  const highest = root.children.reduce((least, child) => Math.min(least, child.depth), Infinity);
  const tops = root.children.filter((child) => child.depth === highest);
  const [first, ...rest] = tops;
  if (first === undefined) return { others: [] };
  const before = root.children.slice(0, root.children.indexOf(first));
  // Where the front matter names the roadmap, a single lower heading is its only section.
  if (rest.length === 0 && !(hasGivenTitle && highest > 1)) {
    const after = root.children.slice(root.children.indexOf(first) + 1);
    return { titleNode: first, others: [...before, ...first.children, ...after] };
  }
  const text = runsToText(first.runs);
  const namesAll =
    /road ?map|roteiro|学习路线|路线图|ロードマップ|로드맵|дорожная карта|yol haritası|hoja de ruta|feuille de route/iu.test(
      text,
    ) && readHeadingRole(text) !== 'about';
  const isOnlyOne = !rest.some((node) => /road ?map/iu.test(runsToText(node.runs)));
  const [lead] = before;
  // A lower heading before all others that lists nothing names the roadmap too.
  if (lead && before.length === 1 && !hasGivenTitle && listsNothing(lead))
    return { titleNode: lead, others: tops };
  if (highest === 1 && !hasGivenTitle && (listsNothing(first) || (namesAll && isOnlyOne))) {
    return {
      titleNode: first,
      others: [...first.children, ...root.children.filter((child) => child !== first)],
    };
  }
  return { others: [...root.children] };
}

function listsNothing({ children, blocks }: HeadingNode): boolean {
  const isListing = (kind: string): boolean => /^(?:list|table|code)$/.test(kind);
  return children.length === 0 && !blocks.some((block) => isListing(block.kind));
}

/** Without a title, a first short line names the roadmap; in bold also where more is said below it or headings follow. */
function withoutFirstLine(blocks: HeadingNode['blocks'], owner: Draft): HeadingNode['blocks'] {
  const [first, ...rest] = blocks;
  if (owner.title !== '' || first?.kind !== 'paragraph') return blocks;
  const [head, ...below] = splitLines(first.runs);
  const runs = head?.runs ?? [];
  const text = runsToText(runs).trim();
  const isBold = runs.every((run) => run.bold ?? run.text.trim() === '');
  if (!isBold && (rest.length === 0 || below.length > 0)) return blocks;
  if (text.length > 80 || /[.:：!?]$/u.test(text)) return blocks;
  owner.title = parseName(runs, makeReading()).title;
  owner.line = first.line;
  return rest;
}

/** Headings that only announce the roadmap step back behind what is under them. */
function toSections(
  headings: readonly ReadHeading[],
  before: readonly Draft[],
  reading: Reading,
): Draft[] {
  const filled = headings.filter((heading) => heading.draft.topics.length > 0);
  const isLone = filled.length === 1 || filled.every((heading) => heading.isWrapper);
  const calendar = findCalendar(headings);
  const unwrapped = headings.flatMap((heading): Draft[] => {
    const { draft, isWrapper, hasSubheadings } = heading;
    if (heading === calendar || (isWrapper && hasSubheadings)) return splitWrapper(draft);
    if (isWrapper && isLone && mostlyGroups(draft.topics)) return draft.topics;
    return isWrapper && draft.topics.length === 0 ? [] : [draft];
  });
  const draftsWhere = (isLike: (heading: ReadHeading) => boolean) =>
    new Set(headings.filter(isLike).map(({ draft }) => draft));
  const bare = draftsWhere(({ isBare }) => isBare);
  const brief = draftsWhere(({ isBrief }) => isBrief);
  const grouped = draftsWhere(({ hasSubheadings }) => hasSubheadings);
  const links: LinkSections = {
    ordered: draftsWhere(({ hasSteps }) => hasSteps),
    away: draftsWhere(({ leadsAway }) => leadsAway),
    before,
  };
  const own = dropLinkSections(unwrapped, links, reading);
  const kept = dropEmpty(dropPassingSections(own, grouped, reading), { bare, brief }, reading);
  const [only, ...more] = kept.filter((section) => section.topics.length > 0);
  // What is left of several sections holds the roadmap, whatever it is called.
  const isLeft = only && more.length === 0 && unwrapped.length > 1 && mostlyGroups(only.topics);
  const isWhole = (section: Draft): boolean =>
    namesTheWhole(section.title) || (section === only && section.number === undefined);
  return isLeft && kept.every(isWhole) ? only.topics : kept;
}

/** The one heading whose weeks or days are the roadmap; undefined where others have such parts too, or are some themselves. */
function findCalendar(headings: readonly ReadHeading[]): ReadHeading | undefined {
  const [calendar, ...others] = headings.filter((heading) => heading.isCalendar);
  const isPart = ({ draft }: ReadHeading): boolean => (draft.number ?? draft.period) !== undefined;
  return others.length === 0 && !headings.some(isPart) ? calendar : undefined;
}

/** Lists straight under a wrapper stay together under its name; its headings become sections. */
function splitWrapper(draft: Draft): Draft[] {
  const groups = draft.topics.filter((topic) => topic.topics.length > 0);
  const loose = draft.topics.filter((topic) => topic.topics.length === 0);
  // Headings without lists beside headings with lists are sections too, by their lines in between.
  if (loose.length === 0 || groups.length >= draft.topics.length * 0.6) return draft.topics;
  return groups.length === 0 ? [draft] : [{ ...draft, topics: loose }, ...groups];
}

/** Headings without topics are sections where they are numbered or named like the others, are `bare` like many, or `brief` and between others; else they are prose. */
function dropEmpty(
  sections: readonly Draft[],
  { bare, brief }: Readonly<Record<'bare' | 'brief', ReadonlySet<Draft>>>,
  reading: Reading,
): Draft[] {
  const filled = sections.filter((section) => section.topics.length > 0);
  if (filled.length === 0) return [...sections];
  const numbered = filled.filter(
    (section) => section.number !== undefined || section.period !== undefined,
  );
  const isNumbered = numbered.length * 2 >= filled.length;
  const sharedWord = findSharedWord(filled);
  const firstFilled = sections.findIndex((section) => section.topics.length > 0);
  const lastFilled = sections.findLastIndex((section) => section.topics.length > 0);
  return sections.filter((section, index) => {
    if (section.topics.length > 0 || (bare.has(section) && bare.size >= FEWEST_BARE)) return true;
    const hasNumber = section.number !== undefined || section.period !== undefined;
    const isBetween = index > firstFilled && index < lastFilled;
    const isKept = isNumbered
      ? hasNumber
      : isBetween && (brief.has(section) || firstWord(section) === sharedWord);
    if (!isKept)
      warn(reading, section.line, `${quote(section.title)} lists no topics and was left out.`);
    return isKept;
  });
}

/** The word most sections begin with: "Chapter" in "Chapter JSON" and "Chapter Tools". */
function findSharedWord(sections: readonly Draft[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of sections.map(firstWord)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].find(([word, n]) => word !== '' && n * 2 > sections.length)?.[0];
}

function firstWord({ text }: Draft): string {
  return captured(/^\p{L}+(?=\s)/u.exec(stripDecoration(text)), 0);
}

/** Topics before the first section: the whole roadmap when there are no sections, else kept only if they are more than an introduction. */
function keepPreface(
  early: readonly Draft[],
  sections: readonly Draft[],
  owner: Draft,
  hasDiagram: boolean,
  reading: Reading,
): Draft[] {
  if (early.length === 0) return [];
  const isWhole = sections.every((section) => section.topics.length === 0);
  if (isWhole) {
    return mostlyGroups(early) ? [...early] : [{ ...owner, text: owner.title, topics: [...early] }];
  }
  const titles = sections.flatMap((section) => [
    section.title,
    ...section.topics.map((topic) => topic.title),
  ]);
  const count = listDrafts(early).length;
  const isProgress = early.some((topic) => topic.status !== undefined);
  const isRoadmap = !isOverview(early, titles) && (isProgress || hasDiagram || count >= 8);
  const isGroups = mostlyGroups(early) || early.every((topic) => topic.topics.length > 0);
  if (isRoadmap)
    return isGroups ? [...early] : [{ ...owner, text: owner.title, topics: [...early] }];
  warn(
    reading,
    early[0]?.line ?? 1,
    'What is listed before the first section introduces the roadmap and was left out.',
  );
  return [];
}

/** Whether topics read as sections: most of them hold topics. */
export function mostlyGroups(topics: readonly Draft[]): boolean {
  const groups = topics.filter((topic) => topic.topics.length > 0);
  return topics.length > 1 && groups.length >= topics.length * 0.6;
}
