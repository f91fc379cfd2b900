import { runsToText, type Run } from './blocks.ts';
import { readDate } from './dates.ts';
import { readField } from './field-names.ts';
import { findMeaning, signsIn } from './name-tags.ts';
import { leadingDecoration, normalizeName } from './names.ts';
import type { TopicStatus } from './outline.ts';
import { readPeriod, withoutRemark } from './period.ts';
import { readPriority } from './priority-words.ts';
import { warn, quote, type Reading } from './reading.ts';
import type { Scope } from './scope.ts';
import { splitKey } from './split-key.ts';
import { readBox, readStatus, readStatusColour } from './status-words.ts';

const PLACEHOLDER = /^(?:[x?_.*\s/\\–—-]*|tbd|tba|n\/?a|none|null|dd.mm.yyyy|yyyy.mm.dd)$/iu;

/** Words in names like "Time needed for this chapter". */
const TIME =
  /\b(?:time|duration|temps|durée|tiempo|duración|tempo|duração|zeit|dauer|durata)\b|врем|длительн|süre|时间|時間|시간|المدة|الوقت/iu;

/** Sets what "Status: done", "Duration: 2 weeks" or "Start: 09.02.2026" says on the owner; false when the line is none of these. */
export function applyField(key: string, value: string, { owner, reading }: Scope): boolean {
  if (reading.formFields.has(normalizeName(key))) {
    const period = readPeriod(withoutRemark(value));
    if (period !== undefined) owner.period ??= period;
    return true;
  }
  switch (readField(key)) {
    case 'status': {
      const status = readStatusCell(value, reading);
      if (status !== undefined) owner.status = status;
      return status !== undefined;
    }
    case 'priority': {
      const priority = readPriority(value);
      if (priority !== undefined) owner.priority ??= priority;
      return priority !== undefined;
    }
    case 'period': {
      const period = readPeriod(value);
      if (period !== undefined) owner.period ??= period;
      return period !== undefined;
    }
    case 'started':
    case 'finished': {
      const isStart = readField(key) === 'started';
      const date = readDate(value, reading.dateOrder);
      if (date !== undefined) owner[isStart ? 'started' : 'finished'] ??= date;
      return date !== undefined || isPlaceholder(value);
    }
    default: {
      const period = TIME.test(key) ? readPeriod(value) : undefined;
      if (period !== undefined) owner.period ??= period;
      return period !== undefined;
    }
  }
}

/** Reads a paragraph that consists of such lines, "|" between them; false when any part of it is something else. */
export function applyFieldLine(runs: readonly Run[], scope: Scope): boolean {
  const chunks = splitAtBars(runs);
  const keyed = chunks.map((chunk) => splitKey(chunk));
  if (keyed.length === 0 || keyed.some((entry) => entry === undefined)) return false;
  let applied = 0;
  for (const entry of keyed) {
    if (entry && applyField(runsToText(entry.key).trim(), runsToText(entry.value).trim(), scope))
      applied += 1;
  }
  // "**Level:** Beginner | **Duration:** 2 weeks": one field that counts among others makes it a line of fields.
  const { formFields } = scope.reading;
  const isFields = keyed.every((entry) => {
    const key = runsToText(entry?.key ?? []);
    return formFields.has(normalizeName(key)) || readField(key) !== undefined;
  });
  return applied > 0 && isFields;
}

/** The status in a cell: its words, else what the legend says of its icon, else the usual meaning of icon or colour. */
export function readStatusCell(cell: string, reading: Reading): TopicStatus | undefined {
  const status = readStatus(cell);
  const words = /[\p{L}\p{N}]/u.test(cell);
  if (status !== undefined && words) return status;
  for (const sign of signsIn(leadingDecoration(cell.trim()))) {
    const meant = findMeaning(sign, reading)?.status ?? status ?? readStatusColour(sign);
    if (meant !== undefined) return meant;
  }
  const box = /^\[([ xX~/-]?)\]$/.exec(cell.trim())?.[1];
  return box === undefined ? undefined : readBox(box);
}

/** The date in a cell; a warning when something is there that is neither a date nor a placeholder for one. */
export function readDateCell(cell: string, line: number, reading: Reading): string | undefined {
  const date = readDate(cell, reading.dateOrder);
  if (date === undefined && !isPlaceholder(cell)) {
    warn(reading, line, `${quote(cell)} is not understood as a date.`);
  }
  return date;
}

function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}

function splitAtBars(runs: readonly Run[]): Run[][] {
  const chunks: Run[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split(/[|\n·•]/).entries()) {
      if (index > 0) chunks.push([]);
      if (text !== '') chunks.at(-1)?.push({ ...run, text });
    }
  }
  return chunks.filter((chunk) => runsToText(chunk).trim() !== '').map(trimStart);
}

function trimStart(chunk: Run[]): Run[] {
  const firstFilled = chunk.findIndex((run) => run.text.trim() !== '');
  return chunk
    .slice(firstFilled)
    .map((run, i) => (i === 0 ? { ...run, text: run.text.trimStart() } : run));
}
