import { append } from './append.ts';
import { readFrontMatter } from '#src/formats/front-matter.ts';
import { repairMojibake } from '#src/formats/mojibake.ts';
import { assembleSections, mostlyGroups } from './assemble.ts';
import { findDateOrder } from './dates.ts';
import { draftToSection, withoutNameless, type Draft } from './draft.ts';
import { drawnTrees } from './drawn-tree.ts';
import { buildHeadingTree, type HeadingNode } from './heading-tree.ts';
import { headingsFromNumbers } from './numbered-lines.ts';
import { findFormFields } from './form-fields.ts';
import { findPartWords, isPartHeading } from './part-words.ts';
import { findLegend, hasStatusIcons } from './legend.ts';
import type { Outline, OutlineWarning } from './outline.ts';
import { quote, type Reading } from './reading.ts';
import { isWritten, readWritten } from './read-written.ts';
import { readSource } from './read-source.ts';

export interface ReadRoadmapOptions {
  /** What the roadmap is called when its text does not say: a file's name. */
  readonly fallbackTitle?: string;
  /** Whether damage by a wrong encoding is left alone, because a repair was offered before. */
  readonly keepsDamage?: boolean;
}

/**
 * Reads the text of any roadmap file into an outline: damaged encoding is repaired first unless it is to stay, then front matter, Markdown, HTML and
 * Mermaid are read for what a careful reader would list. Never throws; a text without topics gives an outline without sections,
 * and what was left out or not understood is a warning with its line (counted from 1, in the text given).
 */
export function readRoadmap(text: string, options: ReadRoadmapOptions = {}): Outline {
  const front = readFrontMatter(text);
  if (isWritten(front)) return readWritten(front);
  const warnings: OutlineWarning[] = [];
  const repaired = options.keepsDamage === true ? text : repair(text, warnings);
  const { data, body, bodyLine, problems } = readFrontMatter(repaired);
  warnings.push(...problems);
  const blocks = readSource(body.replace(/^\uFEFF/, ''), bodyLine, warnings);
  const legend = findLegend(blocks);
  const shown = blocks.filter((block) => !legend.blocks.has(block));
  const root = buildHeadingTree(headingsFromNumbers(shown));
  const givenTitle = readGivenTitle(data);
  const formFields = findFormFields(shown);
  const partWords = findPartWords(shown);
  const partCount = shown.filter(
    (block) => block.kind === 'heading' && isPartHeading(block.runs),
  ).length;
  const read = (from: HeadingNode, isLenient: boolean): ReadSections => {
    const reading: Reading = {
      legend: legend.meanings,
      hasStatusIcons: hasStatusIcons(shown),
      dateOrder: findDateOrder(body) ?? 'day-first',
      formFields,
      partWords,
      partCount,
      isLenient,
      warnings: [],
    };
    const { title, sections } = assembleSections(from, givenTitle, reading);
    const named = sections.map((section) => ({
      ...section,
      topics: withoutNameless(section.topics),
    }));
    const listsTopics = named.some((section) => section.topics.length > 0);
    return { title, sections: promote(named, title), listsTopics, reading };
  };
  // Where the usual reading finds nothing, headings it passes over are all there is; then drawings made of text.
  const usual = read(root, false);
  const second = usual.listsTopics ? usual : read(root, true);
  const lenient = usual.sections.length > 0 && !second.listsTopics ? usual : second;
  const hasTopics = ({ sections }: ReadSections): boolean =>
    sections.some((section) => section.topics.length > 0);
  const drawn = hasTopics(lenient) ? lenient : read(buildHeadingTree(drawnTrees(shown)), true);
  const best = hasTopics(drawn) ? drawn : lenient;
  const { title, sections: promoted, reading } = best.sections.length > 0 ? best : usual;
  append(warnings, reading.warnings);
  if (promoted.length === 0)
    warnings.push({ line: 1, message: 'No topics were found in this text.' });
  const outlineTitle = title === '' ? (options.fallbackTitle ?? 'Untitled roadmap') : title;
  if (title === '') {
    warnings.push({
      line: 1,
      message: `The roadmap has no title; it is called ${quote(outlineTitle)}.`,
    });
  }
  return {
    title: outlineTitle,
    sections: promoted.map((section) =>
      draftToSection(section.title === '' ? { ...section, title: outlineTitle } : section),
    ),
    warnings: [...warnings].sort((a, b) => a.line - b.line),
  };
}

interface ReadSections {
  readonly title: string;
  readonly sections: readonly Draft[];
  /** Whether anything stands under its headings; where nothing does, they are the topics. */
  readonly listsTopics: boolean;
  readonly reading: Reading;
}

function readGivenTitle(data: Record<string, unknown>): string | undefined {
  const { title } = data;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
}

/** A single section that holds groups, under a heading that is no subject, gives way to them; headings without any topics are topics. */
function promote(sections: readonly Draft[], title: string): Draft[] {
  const [only, ...others] = sections;
  if (only === undefined) return [];
  if (others.length === 0) return promoteOnly(only, title);
  if (sections.some((section) => section.topics.length > 0)) return [...sections];
  return [{ title, text: title, line: 1, topics: [...sections] }];
}

/** Everything hanging on one topic makes that topic another name of the roadmap. */
function promoteOnly(only: Draft, title: string): Draft[] {
  if (only.title !== title) return [only];
  const [topic, ...others] = only.topics;
  if (topic && others.length === 0 && topic.topics.length > 1) {
    return mostlyGroups(topic.topics) ? topic.topics : [topic];
  }
  return mostlyGroups(only.topics) ? only.topics : [only];
}

function repair(text: string, warnings: OutlineWarning[]): string {
  const { text: repaired, sequencesRepaired, lost } = repairMojibake(text);
  if (sequencesRepaired + lost.length === 0) return text;
  warnings.push({
    line: 1,
    message: `The text was UTF-8 read in a wrong encoding: ${sequencesRepaired} damaged sequences were repaired, ${lost.length} could not be.`,
  });
  for (const { line, found } of lost) {
    warnings.push({
      line,
      message: `${quote(found)} is what is left of a sign that cannot be restored.`,
    });
  }
  return repaired;
}
