import { append } from './append.ts';
import { captured } from './captured.ts';
import { findDateOrder, readDate } from './dates.ts';
import type { Attributes, Draft } from './draft.ts';
import { notUnderstood, splitStatements, type Statement } from './mermaid-statements.ts';
import { parseName } from './parse-name.ts';
import { readPeriod } from './period.ts';
import { warn, type Reading } from './reading.ts';

const SETTING =
  /^(?:gantt|timeline|journey|title|dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|inclusiveEndDates|topAxis|displayMode|acc(?:Title|Descr)|click|LR|TD)(?:\s|:|$)/;

/** Reads a Mermaid "gantt", "timeline" or "journey": its sections hold its tasks, which may say status, dates and how long they take. */
export function readTimeChart(
  kind: string,
  lines: readonly string[],
  firstLine: number,
  reading: Reading,
): Draft[] {
  const topics: Draft[] = [];
  let section: Draft | undefined;
  let last: Draft | undefined;
  for (const statement of splitStatements(lines, firstLine)) {
    const { text, line } = statement;
    if (SETTING.test(text)) continue;
    const target: Draft[] = section?.topics ?? topics;
    if (/^section\s/.test(text)) {
      section = toDraft(text.slice('section'.length), line, reading);
      topics.push(section);
      last = undefined;
    } else if (kind === 'timeline') {
      const made = readEvents(text, line, last, reading);
      if (made === undefined) reading.warnings.push(notUnderstood(statement));
      if (made && made !== last) target.push(made);
      last = made ?? last;
    } else target.push(...readTask(statement, kind, reading));
  }
  return topics;
}

/** "Week 1 : HTML : CSS"; ": CSS" goes on with the line above. A time with one event is that event's period. */
function readEvents(
  text: string,
  line: number,
  last: Draft | undefined,
  reading: Reading,
): Draft | undefined {
  const [time = '', ...events] = text.split(/\s*:(?:\s+|$)/);
  const topics = events
    .filter((event) => event.trim() !== '')
    .map((event) => toDraft(event, line, reading));
  if (time.trim() === '' && last) {
    append(last.topics, topics);
    return last;
  }
  const draft = toDraft(time, line, reading);
  if (draft.title === '') return undefined;
  const period = readPeriod(time);
  if (period !== undefined) draft.period = period;
  append(draft.topics, topics);
  return draft;
}

/** "Name :done, id, 2026-01-01, 7d". A milestone is a day, not a topic. */
function readTask(statement: Statement, kind: string, reading: Reading): Draft[] {
  const { text, line } = statement;
  const [, name = '', meta = ''] = /^([^:]+?)\s*:(.*)$/s.exec(text) ?? [];
  if (name === '') {
    reading.warnings.push(notUnderstood(statement));
    return [];
  }
  const draft = toDraft(name, line, reading);
  const parts = meta.split(',').map((part) => part.trim());
  if (kind === 'journey') return [draft];
  if (parts.includes('milestone')) {
    warn(reading, line, `The milestone "${draft.title}" is no topic and was left out.`);
    return [];
  }
  return [{ ...draft, ...readMeta(parts) }];
}

function readMeta(parts: readonly string[]): Attributes {
  const order = findDateOrder(parts.join(' ')) ?? 'day-first';
  const dates = parts.map((part) => readDate(part, order)).filter((date) => date !== undefined);
  const period = parts
    .map((part) => captured(/^\d+(?:\.\d+)?(?:ms|[smhdwMy])$/.exec(part), 0))
    .find(Boolean);
  const [started, finished] = dates;
  return {
    ...(parts.includes('done') ? { status: 'completed' } : {}),
    ...(parts.includes('active') ? { status: 'in-progress' } : {}),
    ...(started === undefined ? {} : { started }),
    ...(finished === undefined ? {} : { finished }),
    ...(period === undefined ? {} : { period }),
  };
}

function toDraft(name: string, line: number, reading: Reading): Draft {
  return { ...parseName([{ text: name.replace(/<br\s*\/?>/gi, ' ') }], reading), line, topics: [] };
}
