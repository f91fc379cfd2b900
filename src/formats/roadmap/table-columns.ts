import { runsToText, type TableRow } from './blocks.ts';
import { isLevelName, readField, type Field } from './field-names.ts';
import { readDate } from './dates.ts';
import { readPeriod, withoutRemark } from './period.ts';
import { countWords, isListing, splitParts } from './split-parts.ts';

export interface Columns {
  /** What each column says; undefined for columns that are nothing the reader knows. */
  readonly fields: readonly (Field | undefined)[];
  /** The column whose cells name the topics; -1 where none does. */
  readonly topic: number;
  /** Whether topic cells often list several names; where one of many seems to, its commas are part of a name. */
  readonly areListed: boolean;
  /** Further columns that name topics, in a plan by days: "Day | Morning | Evening". */
  readonly more: readonly number[];
}

/** How the cells of a table relate: rows describe topics, or columns list them under their headings. */
export type TableShape =
  { readonly kind: 'rows'; readonly columns: Columns } | { readonly kind: 'columns' };

/** Finds out which column names the topics and what the others say of them. */
export function readTableShape(header: TableRow, rows: readonly TableRow[]): TableShape {
  const names = header.cells.map((cell) => runsToText(cell).trim());
  if (listsByColumn(names, rows)) return { kind: 'columns' };
  const fields: (Field | undefined)[] = names.map((name) => readField(name));
  // Whatever it is called, a column of nothing but times dates its rows.
  for (const [index, field] of fields.entries()) {
    if (field === undefined && isOfTimes(columnTexts(rows, index))) fields[index] = 'period';
  }
  // A level beside the topics says how well they are known; one before them groups them.
  for (const [index, field] of fields.entries()) {
    const isBehind = fields.slice(0, index).some((f) => f !== 'number' && f !== 'period');
    if (field === 'group' && isBehind) fields[index] = 'aside';
  }
  // "Skill | Beginner | Advanced": what to know of the skill at each level.
  if (names.slice(1).every((name) => isLevelName(name)) && names.length > 2)
    fields.fill('subtopics', 1);
  // "Module | Level" above 1, 2, 3.
  for (const [index, field] of fields.entries()) {
    if (field === 'group' && !hasNames(rows, index)) fields[index] = 'number';
  }
  groupSpanning(fields, rows);
  groupRepeated(fields, rows);
  splitListed(fields, rows);
  const topic = findTopicColumn(fields, rows);
  // A second column of topics lists what the first one names.
  for (const [index, field] of fields.entries()) {
    if (index !== topic && field === 'topic')
      fields[index] = tellsMore(rows, index) ? 'aside' : 'subtopics';
  }
  // In a plan by days the day comes first; a time behind the topic only dates it.
  const isByTime = fields.slice(0, topic).includes('period') && fields[topic] === undefined;
  const more = fields.flatMap((field, index) =>
    isByTime && field === undefined && index !== topic && listsNames(rows, index) ? [index] : [],
  );
  return { kind: 'rows', columns: { fields, topic, more, areListed: listOften(rows, topic) } };
}

function isOfTimes(texts: readonly string[]): boolean {
  const isTime = (text: string): boolean =>
    readPeriod(withoutRemark(text)) !== undefined || readDate(text) !== undefined;
  return texts.length > 1 && texts.every(isTime);
}

/** A column whose cells reach over several rows groups what a column behind it names in each of them. */
function groupSpanning(fields: (Field | undefined)[], rows: readonly TableRow[]): void {
  const isName = (column: number): boolean => {
    const field = fields[column];
    return (field === undefined || field === 'topic') && hasNames(rows, column);
  };
  const isSpanning = (column: number): boolean => rows.some((row) => row.continued?.has(column));
  const first = fields.findIndex((_, column) => isName(column));
  if (first < 0 || !isSpanning(first)) return;
  if (fields.some((_, column) => column > first && isName(column) && !isSpanning(column)))
    fields[first] = 'group';
}

/** Of two columns of topics the first groups the second where its names come again. */
function groupRepeated(fields: (Field | undefined)[], rows: readonly TableRow[]): void {
  const first = fields.indexOf('topic');
  const second = fields.indexOf('topic', first + 1);
  if (first < 0 || second < 0) return;
  const names = columnTexts(rows, first);
  const isRepeated = new Set(names).size <= names.length * 0.8;
  const others = columnTexts(rows, second);
  if (isRepeated && new Set(others).size > names.length * 0.8) fields[first] = 'group';
}

/** "Module | Topic" with several names in every topic cell: the modules are topics, and these are theirs. */
function splitListed(fields: (Field | undefined)[], rows: readonly TableRow[]): void {
  const group = fields.indexOf('group');
  const topic = fields.findIndex((field) => field === 'topic' || field === 'subtopics');
  if (group < 0 || topic < 0) return;
  const names = columnTexts(rows, group);
  const listed = columnTexts(rows, topic).filter((text) => {
    const parts = splitParts(text);
    return parts.length > 1 && isListing(parts);
  });
  if (names.length < rows.length || new Set(names).size < names.length) return;
  if (listed.length <= rows.length / 2) return;
  fields[group] = 'topic';
  fields[topic] = 'subtopics';
}

/** "Topic | Task" with a sentence in most task cells: they say what to do with the topic. */
function tellsMore(rows: readonly TableRow[], column: number): boolean {
  const texts = columnTexts(rows, column);
  return texts.filter((text) => !isListing(splitParts(text))).length > texts.length / 2;
}

function listOften(rows: readonly TableRow[], column: number): boolean {
  const texts = columnTexts(rows, column);
  const listed = texts.filter((text) => splitParts(text).length > 1);
  return listed.length * 4 > texts.length;
}

function columnTexts(rows: readonly TableRow[], column: number): string[] {
  return rows
    .map((row) => runsToText(row.cells[column] ?? []).trim())
    .filter((text) => text !== '');
}

function findTopicColumn(
  fields: readonly (Field | undefined)[],
  rows: readonly TableRow[],
): number {
  const listed = fields.indexOf('subtopics');
  for (const wanted of ['topic', undefined, 'subtopics', 'group', 'tools', 'project'] as const) {
    const index = fields.findIndex((field, column) => field === wanted && hasNames(rows, column));
    // Before "Topics" stands what has them, after it a remark.
    const isRemark = wanted === undefined && listed >= 0 && index > listed;
    if (index >= 0 && !isRemark) return index;
  }
  // Dates, rooms and numbers alone name nothing.
  return fields[0] !== 'period' && hasNames(rows, 0) ? 0 : -1;
}

/** Whether some cell of a column says more than "A1" or "5". */
function hasNames(rows: readonly TableRow[], column: number): boolean {
  return rows.some((row) =>
    /\p{L}{2}|\p{L}[+#]|^\p{L}$/u.test(runsToText(row.cells[column] ?? []).trim()),
  );
}

/** Whether a column names something in each of its cells and does not count it: "11 (exercises)". */
function listsNames(rows: readonly TableRow[], column: number): boolean {
  const texts = columnTexts(rows, column).filter((text) => /\p{L}/u.test(text));
  return hasNames(rows, column) && !texts.every((text) => /^\d+ ?\([^()]*\)$/u.test(text));
}

/** Whether a column says something of its rows: addresses, numbers or ever the same word ("here") are nobody's list. */
function isOfRows(texts: readonly string[]): boolean {
  const isSame = texts.length > 2 && new Set(texts).size === 1;
  return isSame || texts.every(isAddress) || texts.every((text) => /^\P{L}+$/u.test(text));
}

/** "example.org/learn", with or without its protocol. */
function isAddress(text: string): boolean {
  return /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.test(text);
}

/** "Beginner | Intermediate | Advanced" or "Frontend | Backend" above short names. */
function listsByColumn(names: readonly string[], rows: readonly TableRow[]): boolean {
  if (names.length < 2 || rows.length === 0) return false;
  if (names.every((name) => isLevelName(name))) return true;
  if (names.some((name) => name === '' || readField(name) !== undefined)) return false;
  if (names.some((_, column) => isOfRows(columnTexts(rows, column)))) return false;
  const cells = rows.flatMap((row) => row.cells.map((cell) => runsToText(cell).trim()));
  const filled = cells.filter((cell) => /\p{L}/u.test(cell));
  const short = filled.filter((cell) =>
    splitParts(cell).every((part) => countWords(part.text) <= 4),
  );
  return (
    rows.length > 1 && filled.length > cells.length * 0.6 && short.length > filled.length * 0.9
  );
}
