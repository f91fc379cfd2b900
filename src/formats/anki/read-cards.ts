import type { Instant, StudyDay } from '#src/domain/ids.ts';
import { stabilityRange } from '#src/domain/schedule.ts';
import type { ImportedSchedule } from '../import/imported-deck.ts';
import type { SqliteDatabase, SqlRow } from '../sqlite.ts';
import { toJsonObject } from './json-values.ts';
import { packageLimits } from './package-limits.ts';
import type { ProblemList } from '../import/problem-list.ts';
import { toText, toWhole } from './sql-values.ts';

/** A row of `cards` that can be used. */
export interface CardRow {
  readonly id: number;
  readonly note: number;
  /** Its own deck, where a filtered one has it now. */
  readonly deck: number;
  /** From 0. */
  readonly template: number;
  readonly isSuspended: boolean;
  readonly isBuried: boolean;
  readonly flag: number;
  readonly changedAt: Instant;
  readonly position: number | undefined;
  readonly schedule: ImportedSchedule | undefined;
}

const columns =
  'id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, odue, odid, flags, mod, data';
/** Nearer to 1970 a due value counts days or places, later it is a moment. */
const firstMoment = 1_000_000_000;
const furthestDay = 1_000_000;
const longestDays = 36_500;

/** The rows of all cards, by note. `dayZero` is the study day from which the collection counts. */
export function readCards(
  db: SqliteDatabase,
  dayZero: StudyDay,
  problems: ProblemList,
): ReadonlyMap<number, readonly CardRow[]> {
  const rowsByNote = new Map<number, CardRow[]>();
  let count = 0;
  for (const row of db.rows(`SELECT ${columns} FROM cards`)) {
    count += 1;
    if (count > packageLimits.cards) {
      problems.report(`Only the first ${packageLimits.cards} cards were taken.`);
      break;
    }
    const card = readCard(row, dayZero, problems);
    if (card === undefined) continue;
    const rows = rowsByNote.get(card.note);
    if (rows === undefined) rowsByNote.set(card.note, [card]);
    else rows.push(card);
  }
  for (const rows of rowsByNote.values()) rows.sort((one, other) => one.template - other.template);
  return rowsByNote;
}

function readCard(row: SqlRow, dayZero: StudyDay, problems: ProblemList): CardRow | undefined {
  const [id, note, deck, template, type, queue, due, ivl, factor, reps, lapses] = row.map(toWhole);
  const [odue, odid, flags, mod] = row.slice(11, 15).map(toWhole);
  if (id === undefined || note === undefined || template === undefined || template < 0) {
    problems.report(`A card’s row is damaged (${toText(row[0])}). The card was left out.`);
    return undefined;
  }
  const isFiltered = odid !== undefined && odid !== 0;
  const phase = toPhase(type, queue);
  // What was answered in a filtered deck waits for its step there; all else has its place kept apart.
  const isStepping = phase !== 'review' && due !== undefined && due >= firstMoment;
  const ownDue = isFiltered && odue !== undefined && odue !== 0 && !isStepping ? odue : due;
  const numbers = { due: ownDue, interval: ivl, factor, reps, lapses };
  const schedule =
    phase === undefined || phase === 'new'
      ? undefined
      : toSchedule(id, phase, numbers, row[15], dayZero, problems);
  if (phase === undefined) {
    problems.report(`Card ${id} does not say what it waits for. It was taken as new.`);
  }
  return {
    id,
    note,
    deck: (isFiltered ? odid : deck) ?? 0,
    template,
    isSuspended: queue === -1,
    isBuried: queue === -2 || queue === -3,
    flag: (flags ?? 0) & 7,
    changedAt: (Math.max(0, mod ?? 0) * 1000) as Instant,
    position: phase === 'new' && ownDue !== undefined && ownDue >= 0 ? ownDue : undefined,
    schedule,
  };
}

type Phase = 'new' | ImportedSchedule['phase'];

/** The first scheduler kept a lapsed card of type 2 in the queues of steps. */
function toPhase(type: number | undefined, queue: number | undefined): Phase | undefined {
  if (type === 2 && (queue === 1 || queue === 3)) return 'relearning';
  return ([...phases] as const)[type ?? -1];
}

const phases: readonly Phase[] = ['new', 'learning', 'review', 'relearning'];

interface Numbers {
  readonly due: number | undefined;
  readonly interval: number | undefined;
  readonly factor: number | undefined;
  readonly reps: number | undefined;
  readonly lapses: number | undefined;
}

function toSchedule(
  id: number,
  phase: ImportedSchedule['phase'],
  { due, interval, factor, reps, lapses }: Numbers,
  data: SqlRow[number] | undefined,
  dayZero: StudyDay,
  problems: ProblemList,
): ImportedSchedule | undefined {
  const when = due === undefined ? undefined : toDue(due, dayZero);
  if (when === undefined) {
    problems.report(`Card ${id} is due at a time that makes no sense. It was taken as new.`);
    return undefined;
  }
  const memory = readMemory(toText(data), () => {
    problems.report(`What FSRS kept of card ${id} cannot be read. Its interval counts instead.`);
  });
  const ease = (factor ?? 0) / 1000;
  const kept = {
    reps: Math.max(0, reps ?? 0),
    lapses: Math.max(0, lapses ?? 0),
    ...(memory !== undefined && { memory }),
    ...(memory === undefined && ease >= 1.3 && ease <= 10 && { ease }),
  };
  if (phase !== 'review') return { phase, due: when, ...kept };
  const intervalDays = Math.min(longestDays, Math.max(1, interval ?? 1));
  const day = 'day' in when ? when : { day: Math.floor(when.at / 86_400_000) as StudyDay };
  return { phase, intervalDays, due: day, ...kept };
}

function toDue(due: number, dayZero: StudyDay): ImportedSchedule['due'] | undefined {
  if (due >= firstMoment) {
    return due < firstMoment * 7 ? { at: (due * 1000) as Instant } : undefined;
  }
  const day = dayZero + due;
  return Math.abs(day) <= furthestDay ? { day: day as StudyDay } : undefined;
}

function readMemory(data: string, report: () => void): ImportedSchedule['memory'] {
  if (data === '' || data === '{}') return undefined;
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    report();
    return undefined;
  }
  const { s: stability, d: difficulty } = toJsonObject(json);
  if (stability === undefined && difficulty === undefined) return undefined;
  if (typeof stability !== 'number' || typeof difficulty !== 'number' || !(stability > 0)) {
    report();
    return undefined;
  }
  return {
    stability: Math.min(stabilityRange.most, Math.max(stabilityRange.least, stability)),
    difficulty: Math.min(10, Math.max(1, difficulty)),
  };
}
