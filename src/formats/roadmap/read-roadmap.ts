import { readFrontMatter } from '#src/formats/front-matter.ts';
import { repairMojibake } from '#src/formats/mojibake.ts';
import { assembleSections, mostlyGroups } from './assemble.ts';
import { findDateOrder } from './dates.ts';
import { draftToSection, type Draft } from './draft.ts';
import { buildHeadingTree } from './heading-tree.ts';
import { findLegend, hasStatusIcons } from './legend.ts';
import type { Outline, OutlineWarning } from './outline.ts';
import { quote, warn, type Reading } from './reading.ts';
import { readSource } from './read-source.ts';

export interface ReadRoadmapOptions {
  /** What the roadmap is called when its text does not say: a file's name. */
  readonly fallbackTitle?: string;
}

/**
 * Reads the text of any roadmap file into an outline: damaged encoding is repaired first, then front matter, Markdown, HTML and
 * Mermaid are read for what a careful reader would list. Never throws; a text without topics gives an outline without sections,
 * and what was left out or not understood is a warning with its line (counted from 1, in the text given).
 */
export function readRoadmap(text: string, options: ReadRoadmapOptions = {}): Outline {
  const warnings: OutlineWarning[] = [];
  const repaired = repair(text, warnings);
  const { data, body, bodyLine, problems } = readFrontMatter(repaired);
  warnings.push(...problems);
  const blocks = readSource(body.replace(/^\uFEFF/, ''), bodyLine, warnings);
  const legend = findLegend(blocks);
  const reading: Reading = {
    legend: legend.meanings,
    hasStatusIcons: hasStatusIcons(blocks.filter((block) => !legend.blocks.has(block))),
    dateOrder: findDateOrder(body) ?? 'day-first',
    warnings,
  };
  const root = buildHeadingTree(blocks.filter((block) => !legend.blocks.has(block)));
  const givenTitle =
    typeof data['title'] === 'string' && data['title'].trim() !== ''
      ? data['title'].trim()
      : undefined;
  const { title, sections } = assembleSections(root, givenTitle, reading);
  const promoted = promote(sections, title);
  if (promoted.length === 0) warn(reading, 1, 'No topics were found in this text.');
  const outlineTitle = title === '' ? (options.fallbackTitle ?? 'Untitled roadmap') : title;
  if (title === '')
    warn(reading, 1, `The roadmap has no title; it is called ${quote(outlineTitle)}.`);
  return {
    title: outlineTitle,
    sections: promoted.map((section) =>
      draftToSection(section.title === '' ? { ...section, title: outlineTitle } : section),
    ),
    warnings: [...warnings].sort((a, b) => a.line - b.line),
  };
}

/** A single section that holds groups, under a heading that is no subject, gives way to them; headings without any topics are topics. */
function promote(sections: readonly Draft[], title: string): Draft[] {
  const [only, ...others] = sections;
  if (only === undefined) return [];
  if (others.length === 0)
    return only.title === title && mostlyGroups(only.topics) ? only.topics : [only];
  if (sections.some((section) => section.topics.length > 0)) return [...sections];
  return [{ title, text: title, line: 1, topics: [...sections] }];
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
