import type { Instant, StudyDay } from '#src/domain/ids.ts';
import { stabilityRange } from '#src/domain/schedule.ts';
import type { ImportedSchedule } from '../import/imported-deck.ts';

const commentPattern = /<!--SR:([^<>]*)-->/g;
const dayMs = 86_400_000;
/** The plugin's own sign for a card that waits beside one that was reviewed. */
const neverReviewed = '2000-01-01';

/** A text without its scheduling comments, and what they say: one entry a card, in the order of the cards. */
export function takeSchedules(text: string): {
  readonly text: string;
  /** Undefined for a card that is new, or of which the entry cannot be read. */
  readonly schedules: readonly (ImportedSchedule | undefined)[];
  readonly unreadable: readonly string[];
} {
  const schedules: (ImportedSchedule | undefined)[] = [];
  const unreadable: string[] = [];
  const plain = text.replace(commentPattern, (_whole, entries: string) => {
    for (const entry of entries.split('!')) {
      if (entry.trim() === '') continue;
      const schedule = readEntry(entry.trim());
      schedules.push(schedule === 'new' || schedule === 'unreadable' ? undefined : schedule);
      if (schedule === 'unreadable') unreadable.push(entry.trim());
    }
    return '';
  });
  return { text: plain, schedules, unreadable };
}

function readEntry(entry: string): ImportedSchedule | 'new' | 'unreadable' {
  return entry.startsWith('fsrs,') ? readFsrs(entry) : readSm2(entry);
}

/** `date,interval,ease`: days, and ease in percent. How often it was reviewed is not kept; once at least. */
function readSm2(entry: string): ImportedSchedule | 'new' | 'unreadable' {
  const [date = '', interval, ease] = entry.split(',').map((part) => part.trim());
  const day = readDay(date);
  const intervalDays = Math.round(Number(interval));
  const percent = Number(ease);
  if (date === neverReviewed) return 'new';
  if (day === undefined || !(intervalDays >= 0 && intervalDays <= 36_500) || !(percent >= 1)) {
    return 'unreadable';
  }
  return {
    phase: 'review',
    intervalDays: Math.max(1, intervalDays),
    due: { day },
    reps: 1,
    lapses: 0,
    ease: Math.max(1.3, percent / 100),
  };
}

/** `fsrs,due,interval,stability,difficulty,state,reps,lapses,step,last review`, as the plugin writes it since version 1.14. */
function readFsrs(entry: string): ImportedSchedule | 'new' | 'unreadable' {
  const [, due = '', interval, stability, difficulty, state, reps, lapses] = entry
    .split(',')
    .map((part) => part.trim());
  if (state === '0') return 'new';
  const at = Date.parse(due);
  const day = readDay(due.slice(0, 10));
  const numbers = [interval, stability, difficulty, reps, lapses].map(Number);
  const [days = NaN, memory = NaN, hardness = NaN, repsCount = NaN, lapsesCount = NaN] = numbers;
  const isSound =
    days >= 0 &&
    days <= 36_500 &&
    memory > 0 &&
    memory <= stabilityRange.most &&
    hardness >= 1 &&
    hardness <= 10;
  const areCounts = [repsCount, lapsesCount].every((n) => Number.isSafeInteger(n) && n >= 0);
  if (Number.isNaN(at) || day === undefined || !isSound || !areCounts) return 'unreadable';
  const base = {
    reps: repsCount,
    lapses: lapsesCount,
    memory: { stability: Math.max(stabilityRange.least, memory), difficulty: hardness },
  };
  if (state === '2') {
    return { ...base, phase: 'review', intervalDays: Math.max(1, Math.round(days)), due: { day } };
  }
  if (state !== '1' && state !== '3') return 'unreadable';
  return { ...base, phase: state === '1' ? 'learning' : 'relearning', due: { at: at as Instant } };
}

/** Days since 1970 of an ISO date; undefined where there is no such date between 1970 and 2200. */
function readDay(date: string): StudyDay | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  const day = at / dayMs;
  return day >= 0 && day < 84_000 ? (day as StudyDay) : undefined;
}
