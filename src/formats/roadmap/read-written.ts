import type { FrontMatter } from '../front-matter.ts';
import { readStatusCell } from './apply-field.ts';
import { readDate } from './dates.ts';
import { readField } from './field-names.ts';
import type { Outline, OutlineSection, OutlineTopic } from './outline.ts';
import { readPriority } from './priority-words.ts';
import { makeReading, quote, warn, type Reading } from './reading.ts';
import { readBox } from './status-words.ts';
import { readTopicText } from './topic-text.ts';
import { takeNumber, takeRemarks, unescapeName, writtenForm } from './written-form.ts';

/** Whether a text says that it was written in the form `writeRoadmap` writes. */
export function isWritten({ data: { form } }: FrontMatter): boolean {
  return form === writtenForm;
}

/** A section or topic while what is below it is still to come. */
type Node = { -readonly [Key in keyof Omit<OutlineTopic, 'topics'>]: OutlineTopic[Key] } & {
  period?: string;
  /** Of a section -1, of a topic the column its list item begins in. */
  indent: number;
  topics: Node[];
};

/**
 * Reads a roadmap back that `writeRoadmap` wrote, names literally and statuses as a person may have
 * changed them since. A line that is none of the form's is passed over with a warning.
 */
export function readWritten({ data, body, bodyLine, problems }: FrontMatter): Outline {
  const reading = makeReading();
  const sections: Node[] = [];
  /** From the section down to where the next item may hang. */
  let open: Node[] = [];
  let columns: readonly string[] | undefined;
  let heading = '';
  for (const [index, text] of body.split(/\r\n|\n|\r/).entries()) {
    const line = bodyLine + index;
    const [section] = open;
    if (text.trim() === '') columns = undefined;
    else if (text.startsWith('# ')) heading = unescapeName(text.slice(2).trim());
    else if (text.startsWith('## ')) {
      const named = readName(text.slice(3).trim(), line);
      sections.push(named);
      open = [named];
    } else if (section === undefined) warn(reading, line, passedOver(text));
    else if (/^ *- /.test(text)) {
      const topic = readItem(text, line);
      open = open.filter(({ indent }) => indent < topic.indent);
      open.at(-1)?.topics.push(topic);
      open.push(topic);
    } else if (/^ *> /.test(text) && open.length > 1) {
      (open.at(-1) ?? section).text = unescapeName(text.trim().slice(2));
    } else if (text.startsWith('|')) {
      const cells = splitCells(text);
      if (columns === undefined) columns = cells;
      else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) {
        readRow(cells, { section, columns, line, reading });
      }
    } else if (!text.startsWith('**') || !readFields(text, section, reading)) {
      warn(reading, line, passedOver(text));
    }
  }
  const { title } = data;
  return {
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : heading,
    sections: sections.map(toSection),
    warnings: [...problems, ...reading.warnings],
  };
}

function passedOver(text: string): string {
  return `${quote(text)} is no part of the form this roadmap was written in, and was passed over.`;
}

function readItem(text: string, line: number): Node {
  const indent = text.indexOf('-');
  const [, mark, written = ''] = /^(?:\[(.)\] )?(.*)$/su.exec(text.slice(indent + 2).trim()) ?? [];
  const { name, remarks } = takeRemarks(written);
  const status = mark === undefined ? {} : { status: readBox(mark) };
  return { ...readName(name, line), ...remarks, ...status, indent };
}

/** A name with its number and link. */
function readName(written: string, line: number): Node {
  const { name, ...numbered } = takeNumber(written);
  const link = /^\[((?:\\.|[^\\\]])*)\]\(<((?:\\.|[^\\>])*)>\)$/su.exec(name);
  const title = unescapeName(link?.[1] ?? name);
  const text = numbered.number === undefined ? title : `${numbered.number} ${title}`;
  const target = link?.[2] === undefined ? {} : { link: unescapeName(link[2]) };
  return { title, text, line, ...numbered, ...target, indent: -1, topics: [] };
}

function readFields(text: string, section: Node, reading: Reading): boolean {
  const fields = text.split(/ \| (?=\*\*)/).map((part) => /^\*\*(.+?):\*\* (.*)$/.exec(part));
  for (const field of fields) {
    const value = unescapeName(field?.[2]?.trim() ?? '');
    setField(section, readField(field?.[1] ?? ''), value, { line: section.line, reading });
  }
  return fields.every((field) => field !== null);
}

interface Place {
  readonly line: number;
  readonly reading: Reading;
}

function setField(
  node: Node,
  field: ReturnType<typeof readField>,
  value: string,
  { line, reading }: Place,
): void {
  if (!/[\p{L}\p{N}]/u.test(value) && field !== 'status') return;
  if (field === 'status') {
    const status = readStatusCell(value, reading);
    if (status !== undefined) node.status = status;
  } else if (field === 'started' || field === 'finished') {
    const date = readDate(value);
    if (date === undefined) warn(reading, line, `${quote(value)} is not understood as a date.`);
    else node[field] = date;
  } else if (field === 'priority') {
    const priority = readPriority(value);
    if (priority !== undefined) node.priority = priority;
  } else if (field === 'number') node.number = value;
  else if (field === 'period') node.period = value;
}

/** The cells of a row, a bar within a name left where it is. */
function splitCells(row: string): string[] {
  const cells =
    row
      .trim()
      .slice(1)
      .match(/(?:\\.|[^\\|])*\|?/gsu) ?? [];
  return cells.filter((cell) => cell !== '').map((cell) => cell.replace(/\|$/, '').trim());
}

interface RowPlace extends Place {
  readonly section: Node;
  readonly columns: readonly string[];
}

/** A row is a topic; one in bold is a group, to which the rows below it belong. */
function readRow(cells: readonly string[], { section, columns, line, reading }: RowPlace): void {
  const fields = columns.map((name) => readField(unescapeName(name)));
  const [whole, more] = splitBreak(cells[fields.indexOf('topic')] ?? '');
  const { name, remarks } = takeRemarks(whole);
  const bold = /^\*\*(.*)\*\*$/su.exec(name)?.[1];
  const topic: Node = { ...readName(bold ?? name, line), ...remarks };
  for (const [index, field] of fields.entries()) {
    setField(topic, field, unescapeName(cells[index] ?? ''), { line, reading });
  }
  if (topic.number !== undefined) topic.text = `${topic.number} ${topic.title}`;
  if (more !== undefined) topic.text = unescapeName(more);
  const group = section.topics.findLast(({ indent }) => indent === 0);
  if (bold !== undefined) section.topics.push({ ...topic, indent: 0 });
  else (group ?? section).topics.push(topic);
}

function splitBreak(cell: string): [string, string?] {
  const [, before, after] = /^((?:\\.|[^\\])*?)<br>(.*)$/su.exec(cell) ?? [];
  return before === undefined || after === undefined ? [cell] : [before, after];
}

function toSection({ text: _text, indent: _indent, topics, ...section }: Node): OutlineSection {
  return { ...section, topics: topics.map(toTopic) };
}

function toTopic({ indent: _indent, period: _period, topics, ...topic }: Node): OutlineTopic {
  if (topics.length > 0) return { ...topic, topics: topics.map(toTopic) };
  const details = findDetails(topic);
  return { ...topic, ...(details && { details }) };
}

/** The parts of a topic's text, found as in any roadmap. */
function findDetails({ text, line }: Pick<Node, 'text' | 'line'>): readonly string[] | undefined {
  const owner = { title: '', text: '', line, topics: [] };
  const [draft, ...others] = readTopicText([{ text }], line, {
    reading: makeReading(),
    owner,
    level: 1,
  });
  return others.length === 0 && draft?.topics.length === 0 ? draft.details : undefined;
}
