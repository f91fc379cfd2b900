import type { DateOrder } from './dates.ts';
import type { TopicPriority, TopicStatus, OutlineWarning } from './outline.ts';

/** What an icon or colour stands for in one roadmap. Nothing at all is a meaning too: decoration, a level of difficulty. */
export interface SignMeaning {
  readonly priority?: TopicPriority;
  readonly status?: TopicStatus;
}

/** What is known of the whole document while its parts are read. */
export interface Reading {
  /** Meaning by icon ("🔴") and by lower-case word ("red"), from the document's legend. */
  readonly legend: ReadonlyMap<string, SignMeaning>;
  /** Whether ✅ and the like before topics tell their status; where every topic has one they are bullets. */
  readonly hasStatusIcons: boolean;
  readonly dateOrder: DateOrder;
  /** Names of what sections say about themselves by a form: "Workload", "Exit check". */
  readonly formFields: ReadonlySet<string>;
  /** Words its parts are counted by: "aula", "lektion". */
  readonly partWords: ReadonlySet<string>;
  /** How many of its headings name a stage, a week or a day. */
  readonly partCount: number;
  /** Whether headings that usually head no topics are read all the same, because nothing else has any. */
  readonly isLenient: boolean;
  readonly warnings: OutlineWarning[];
}

/** The reading of a single line, of whose document nothing is known. */
export function makeReading(): Reading {
  return {
    legend: new Map(),
    hasStatusIcons: false,
    dateOrder: 'day-first',
    formFields: new Set(),
    partWords: new Set(),
    partCount: 0,
    isLenient: false,
    warnings: [],
  };
}

/** Notes something that was left out or not understood. */
export function warn(reading: Reading, line: number, message: string): void {
  reading.warnings.push({ line, message });
}

/** A piece of the source as a warning quotes it. */
export function quote(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim();
  return `"${short.length > 60 ? `${short.slice(0, 57)}…` : short}"`;
}
