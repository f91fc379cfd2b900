import type {
  CompiledRoadmap,
  CompiledSection,
  CompiledTopic,
  ProgressColumn,
} from '#src/domain/content.ts';
import { toIsoDate } from '#src/domain/day.ts';
import type { StudyDay, TopicId } from '#src/domain/ids.ts';
import type { DatedStatus } from '#src/domain/topic-status.ts';
import { foldWords } from '../fold-words.ts';
import {
  boxMarks,
  emptyCell,
  escapeName,
  priorityNames,
  statusNames,
  writeNumber,
  writeRemarks,
  writtenForm,
} from './written-form.ts';

/** As a list of boxes, or as progress tables with the columns of the source. */
export type RoadmapForm = 'checklist' | 'tables';

type StatusById = ReadonlyMap<TopicId, DatedStatus>;
type Named = CompiledSection | CompiledTopic;

/**
 * A roadmap as Markdown, with the learner's statuses and dates; one without a status is written
 * without. `readRoadmap` gives the same sections, topics, statuses and dates back. A roadmap that did
 * not come as tables is a checklist in either form, and so is a section that no table can hold.
 */
export function writeRoadmap(
  roadmap: CompiledRoadmap,
  statuses: StatusById,
  form: RoadmapForm,
): string {
  const { id, title, sections, table } = roadmap;
  const columns = form === 'tables' ? table : undefined;
  const parts = sections.map((section) => {
    const isTable = columns !== undefined && fitsTable(section.topics);
    return [
      `## ${writeNumber(section.number)}${writeTitle(section)}`,
      writeFields(section, statuses.get(section.id)),
      isTable
        ? writeTable(section.topics, columns, statuses)
        : section.topics.map((topic) => writeItem(topic, statuses, '')).join('\n'),
    ];
  });
  const front = [
    '---',
    `id: ${writeYaml(id)}`,
    `title: ${writeYaml(title)}`,
    `form: ${writtenForm}`,
    '---',
  ];
  return `${[front.join('\n'), `# ${escapeName(title)}`, ...parts.flat()]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

/** Several plain words, or a word longer than those YAML gives a meaning, are themselves; anything else is quoted. */
function writeYaml(text: string): string {
  const isPlain = /^(?:\p{L}+(?:[ -]\p{L}[\p{L}\p{N}]*)+|[a-z]{6,})$/u.test(text);
  return isPlain ? text : JSON.stringify(text);
}

function writeTitle({ title, link }: Named): string {
  const name = escapeName(title);
  return link === undefined ? name : `[${name}](<${link.replace(/[\\<>|]/g, '\\$&')}>)`;
}

function writeFields(section: CompiledSection, dated: DatedStatus | undefined): string {
  const { priority, period } = section;
  const fields = [
    ...(dated === undefined ? [] : [['Overall status', statusNames[dated.status]]]),
    ...writeDates(dated).map(([field, date]) => [field === 'started' ? 'Start' : 'Finish', date]),
    ...(priority === undefined ? [] : [['Priority', priorityNames[priority]]]),
    ...(period === undefined ? [] : [['Period', escapeName(period)]]),
  ];
  return fields.map(([name = '', value = '']) => `**${name}:** ${value}`).join(' | ');
}

function writeDates(dated: DatedStatus | undefined): ['started' | 'finished', string][] {
  if (dated === undefined) return [];
  const write = (day: StudyDay | null) => (day === null ? [] : [toIsoDate(day)]);
  return [
    ...write(dated.started).map((date) => ['started', date] as ['started', string]),
    ...write(dated.finished).map((date) => ['finished', date] as ['finished', string]),
  ];
}

function writeItem(topic: CompiledTopic, statuses: StatusById, indent: string): string {
  const dated = statuses.get(topic.id);
  const box = dated === undefined ? '' : `[${boxMarks[dated.status]}] `;
  const { priority, kind } = topic;
  const remarks = writeRemarks({
    ...(priority && { priority }),
    ...(kind && { kind }),
    ...Object.fromEntries(writeDates(dated)),
  });
  const text = findLongText(topic);
  return [
    `${indent}- ${box}${writeNumber(topic.number)}${writeTitle(topic)}${remarks}`,
    ...(text === undefined ? [] : [`${indent}  > ${escapeName(text)}`]),
    ...(topic.topics ?? []).map((part) => writeItem(part, statuses, `${indent}  `)),
  ].join('\n');
}

/** The source's text where it says more than number and title do. */
function findLongText({ text, title, number }: CompiledTopic): string | undefined {
  const said = [foldWords(title), foldWords(`${number ?? ''} ${title}`)];
  return said.includes(foldWords(text)) ? undefined : text;
}

/** A table has rows for topics and, in bold, for groups; it cannot end a group or hold one in another. */
function fitsTable(topics: readonly CompiledTopic[]): boolean {
  const firstGroup = topics.findIndex((topic) => topic.topics !== undefined);
  if (firstGroup < 0) return topics.length > 0;
  return topics
    .slice(firstGroup)
    .every(({ topics: parts }) => parts?.every((part) => part.topics === undefined) ?? false);
}

function writeTable(
  topics: readonly CompiledTopic[],
  columns: readonly ProgressColumn[],
  statuses: StatusById,
): string {
  const rows = [
    columns.map(({ name }) => escapeName(name)),
    ...topics
      .flatMap((topic) => [topic, ...(topic.topics ?? [])])
      .map((topic) =>
        columns.map(({ field }) => writeCell(topic, field, columns, statuses.get(topic.id))),
      ),
  ];
  const widths = columns.map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [header = [], ...others] = rows;
  const rule = widths.map((width) => '-'.repeat(width));
  return [header, rule, ...others].map(line).join('\n');
}

function writeCell(
  topic: CompiledTopic,
  field: ProgressColumn['field'],
  columns: readonly ProgressColumn[],
  dated: DatedStatus | undefined,
): string {
  switch (field) {
    case 'topic':
      return writeTopicCell(topic, columns, dated);
    case 'number':
      return escapeName(topic.number ?? '');
    case 'priority':
      return topic.priority === undefined ? emptyCell : priorityNames[topic.priority];
    case 'status':
      return dated === undefined ? emptyCell : statusNames[dated.status];
    case 'started':
    case 'finished':
      return Object.fromEntries(writeDates(dated))[field] ?? emptyCell;
  }
}

/** The name with what has no column of its own. */
function writeTopicCell(
  topic: CompiledTopic,
  columns: readonly ProgressColumn[],
  dated: DatedStatus | undefined,
): string {
  const has = (field: ProgressColumn['field']) => columns.some((column) => column.field === field);
  const { priority, kind, number } = topic;
  const remarks = writeRemarks({
    ...(!has('priority') && priority && { priority }),
    ...(kind && { kind }),
    ...Object.fromEntries(writeDates(dated).filter(([field]) => !has(field))),
  });
  const name = `${has('number') ? '' : writeNumber(number)}${writeTitle(topic)}`;
  const text = findLongText(topic);
  const more = text === undefined ? '' : `<br>${escapeName(text)}`;
  return `${topic.topics === undefined ? name : `**${name}**`}${remarks}${more}`;
}
