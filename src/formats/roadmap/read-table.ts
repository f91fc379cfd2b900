import { append } from './append.ts';
import { readDateCell, readStatusCell } from './apply-field.ts';
import { runsToText, splitLines, type BlockOf, type Run, type TableRow } from './blocks.ts';
import type { Draft } from './draft.ts';
import { findMeaning, signsIn } from './name-tags.ts';
import { leadingDecoration, normalizeName } from './names.ts';
import { remarkOnTable } from './passing-tables.ts';
import { readPeriod } from './period.ts';
import { readPriority } from './priority-words.ts';
import { warn } from './reading.ts';
import type { Scope } from './scope.ts';
import { isListing, splitParts } from './split-parts.ts';
import { readTableShape, type Columns } from './table-columns.ts';
import { nameToDraft, partsToDrafts } from './topic-text.ts';

/** Reads a table as topics. Rows that only name something (a level, a phase) group the rows below them. */
export function readTable(table: BlockOf<'table'>, scope: Scope): Draft[] {
  const [header, ...rows] = table.rows;
  if (header === undefined) return [];
  const remark = remarkOnTable(header, rows);
  if (remark !== undefined) {
    warn(scope.reading, table.line, `This table ${remark} and was left out.`);
    return [];
  }
  const shape = readTableShape(header, rows);
  if (shape.kind === 'columns') return readColumns(header, rows, scope);
  const { columns } = shape;
  const topics: Draft[] = [];
  let group: Draft | undefined;
  let above: Draft | undefined;
  const unnamed: TableRow[] = [];
  // Where every row looks like a heading, none is.
  const areHeadings = rows.every((row) => readGroupRow(row, columns, scope) !== undefined);
  for (const row of rows) {
    if (isRule(row) || isSameRow(row, header)) continue;
    const heading = areHeadings ? undefined : readGroupRow(row, columns, scope);
    if (heading) {
      // "| Beginner | | |" again under a heading of levels goes on with the same group.
      group = topics.find((topic) => topic.title === heading.title) ?? heading;
      if (group === heading) topics.push(heading);
      continue;
    }
    const named = readGroupCell(row, columns, scope);
    if (named && named.title !== group?.title) {
      group = topics.find((topic) => topic.title === named.title) ?? named;
      if (group === named) topics.push(named);
    }
    const drafts = readRow(row, header, columns, scope, group);
    if (drafts.length === 0 && row.cells.some(hasWords)) unnamed.push(row);
    // A name that reaches over several rows is one topic, and what each of them lists is its own.
    if (row.continued?.has(columns.topic) && above)
      append(
        above.topics,
        drafts.flatMap((draft) => draft.topics),
      );
    else {
      append(group?.topics ?? topics, drafts);
      above = drafts.at(-1);
    }
  }
  warnOfRows(unnamed, scope);
  return topics;
}

function warnOfRows(rows: readonly TableRow[], { reading }: Scope): void {
  const [first] = rows;
  if (first === undefined) return;
  const what = rows.length === 1 ? 'This row' : `${rows.length} rows`;
  const verb = rows.length === 1 ? 'names no topic and was' : 'name no topic and were';
  warn(reading, first.line, `${what} of the table ${verb} left out.`);
}

function readColumns(header: TableRow, rows: readonly TableRow[], scope: Scope): Draft[] {
  return header.cells.map((cell, column): Draft => {
    const group = nameToDraft(cell, header.line, scope);
    const topics = rows.flatMap((row) => readCellTopics(row.cells[column] ?? [], row.line, scope));
    return { ...group, topics };
  });
}

/** A row with one filled cell, where the table has more columns. */
function readGroupRow(row: TableRow, columns: Columns, scope: Scope): Draft | undefined {
  const filled = row.cells.filter(
    (cell, index) =>
      hasText(cell) && (columns.fields[index] !== 'number' || /\p{L}/u.test(runsToText(cell))),
  );
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || columns.fields.length < 2) return undefined;
  const isBold = only.every((run) => run.bold === true || run.text.trim() === '');
  const isFirst = only === row.cells[0];
  const others = columns.fields.filter(
    (field, index) => index !== columns.topic && field !== 'number',
  );
  const isGroupCell = columns.fields[row.cells.indexOf(only)] === 'group';
  if (!isBold && !isGroupCell && !(isFirst && others.length > 0 && columns.topic !== 0))
    return undefined;
  return nameToDraft(only, row.line, scope);
}

function readGroupCell(row: TableRow, columns: Columns, scope: Scope): Draft | undefined {
  const column = columns.fields.findIndex(
    (field, index) => field === 'group' && index !== columns.topic,
  );
  const cell = row.cells[column];
  return cell && hasText(cell) ? nameToDraft(cell, row.line, scope) : undefined;
}

function readRow(
  row: TableRow,
  header: TableRow,
  columns: Columns,
  scope: Scope,
  group: Draft | undefined,
): Draft[] {
  const cell = row.cells[columns.topic] ?? [];
  const periodColumn = columns.fields.indexOf('period');
  const period = readPeriodCell(row.cells[periodColumn], header.cells[periodColumn]);
  const names = readCellTopics(cell, row.line, scope);
  if (names.length === 0 && columns.more.length === 0) return [];
  const hasSubtopics = columns.fields.some(
    (field, i) => field === 'subtopics' && i !== columns.topic,
  );
  let [topic] = names;
  let drafts = names;
  const isWeek = period !== undefined && columns.areListed && !hasSubtopics;
  if (isWeek && names.length > 1 && group?.line !== row.line) {
    // "| Week 1 | HTML, CSS |": the week is what holds them together.
    topic = { title: period, text: period, line: row.line, period, topics: names };
    drafts = [topic];
  } else if (names.length > 1 && group && columns.fields[columns.topic] === 'subtopics') {
    topic = group;
  } else if (names.length > 1 && !isBroken(cell)) {
    topic = nameToDraft(cell, row.line, scope);
    topic.details = splitParts(topic.title).map((part) => part.text);
    drafts = [topic];
  }
  const more = columns.more.flatMap((column) =>
    readCellTopics(row.cells[column] ?? [], row.line, scope),
  );
  if (topic?.topics === names) names.push(...more);
  else drafts = [...drafts, ...more];
  topic ??= more[0];
  if (topic === undefined) return [];
  const target = topic;
  for (const draft of drafts) if (period !== undefined) draft.period ??= period;
  for (const [index, field] of columns.fields.entries()) {
    const value = row.cells[index] ?? [];
    if (index === columns.topic || !hasContent(value)) continue;
    if (isList(field) && row.continued?.has(index)) continue;
    for (const draft of isList(field) ? [target] : drafts) {
      applyCell(draft, field, value, row.line, scope);
    }
  }
  return drafts;
}

function applyCell(
  draft: Draft,
  field: Columns['fields'][number],
  cell: readonly Run[],
  line: number,
  scope: Scope,
): void {
  const { reading } = scope;
  const text = runsToText(cell).trim();
  if (field === 'status') {
    const status = readStatusCell(text, reading);
    if (status) draft.status = status;
  } else if (field === 'started' || field === 'finished') {
    const date = readDateCell(text, line, reading);
    if (date !== undefined) draft[field] = date;
  } else if (field === 'priority') {
    const [sign] = signsIn(leadingDecoration(text));
    const priority = readPriority(text) ?? findMeaning(sign ?? '', reading)?.priority;
    if (priority) draft.priority = priority;
  } else if (field === 'number') {
    if (/^\d+(?:\.\d+)*\.?$/.test(text)) draft.number ??= text.replace(/\.$/, '');
  } else if (field === 'link') {
    const links = new Set(cell.map((run) => run.link).filter((link) => link?.startsWith('http')));
    const [link] = links;
    if (links.size === 1 && link !== undefined) draft.link ??= link;
  } else if (field === 'subtopics') {
    draft.topics.push(...readCellTopics(cell, line, scope));
  } else if (field === 'tools') {
    draft.topics.push(...readCellTopics(cell, line, { ...scope, kind: 'tool' }));
  } else if (field === 'project' && !isNone(text)) {
    draft.topics.push({ ...nameToDraft(cell, line, scope), kind: 'project' });
  }
}

/** Columns whose cells list topics below the row's. */
function isList(field: Columns['fields'][number]): boolean {
  return field === 'subtopics' || field === 'project' || field === 'tools';
}

/** The names in a cell: one a line, one a bullet, or the parts of an enumeration; else the whole cell. */
function readCellTopics(cell: readonly Run[], line: number, scope: Scope): Draft[] {
  if (isNone(runsToText(cell))) return [];
  if (isBroken(cell)) {
    return splitLines(cell)
      .map((part) => nameToDraft(stripBullet(part.runs), line, scope))
      .filter((draft) => draft.title !== '');
  }
  const parts = splitParts(runsToText(cell));
  const drafts =
    parts.length > 1 && isListing(parts) ? partsToDrafts(cell, parts, line, scope) : [];
  const whole = drafts.length > 1 ? drafts : [nameToDraft(cell, line, scope)];
  return whole.filter((draft) => draft.title !== '');
}

function readPeriodCell(
  cell: readonly Run[] | undefined,
  header: readonly Run[] | undefined,
): string | undefined {
  const text = runsToText(cell ?? []).trim();
  if (text === '') return undefined;
  const bare = /^\d+(?:\s*[-–—]\s*\d+)?$/.test(text);
  const unit = runsToText(header ?? [])
    .replace(/\s*\(.*\)|s?\s*(?:no|number|#)\.?$/gi, '')
    .trim();
  return readPeriod(bare ? `${unit} ${text}` : text) ?? (bare ? undefined : readPeriod(text));
}

function stripBullet(runs: readonly Run[]): Run[] {
  return runs.map((run, index) =>
    index === 0 ? { ...run, text: run.text.replace(/^\s*(?:[-*•·]|\d+[.)])\s+/, '') } : run,
  );
}

function isBroken(cell: readonly Run[]): boolean {
  return splitLines(cell).filter((part) => runsToText(part.runs).trim() !== '').length > 1;
}

function hasText(cell: readonly Run[]): boolean {
  return /[\p{L}\p{N}]/u.test(runsToText(cell));
}

function hasWords(cell: readonly Run[]): boolean {
  return /\p{L}{2}/u.test(runsToText(cell));
}

function hasContent(cell: readonly Run[]): boolean {
  return runsToText(cell).trim() !== '';
}

function isNone(text: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    /^\d{1,3}$/.test(text.trim()) ||
    /^(?:n\/a|none|tbd|keine|нет|无|なし|없음)$/i.test(text.trim())
  );
}

function isRule(row: TableRow): boolean {
  return row.cells.every((cell) => !/[\p{L}\p{N}]/u.test(runsToText(cell)));
}

function isSameRow(row: TableRow, header: TableRow): boolean {
  const names = (cells: TableRow): string =>
    cells.cells.map((cell) => normalizeName(runsToText(cell))).join('|');
  return names(row) === names(header);
}
