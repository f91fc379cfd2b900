import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Fault } from './fuzz-run.ts';
import type { Outcome } from './read-file.ts';

/** The runs of one kind from `from` up to, but not including, `to`. */
export interface FuzzRange {
  readonly kind: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** What a process tells: that the first file comes next, then what became of each. */
export type ProcessMessage = 'ready' | { readonly run: number; readonly outcome: Outcome | Fault };

/** What became of the files of one kind. */
export interface KindReport {
  readonly outcomes: Map<Outcome, number>;
  readonly faults: Fault[];
}

const lookEveryMs = 500;
/** Loading all readers takes a while where the machine is busy. */
const startMs = 120_000;
const processPath = fileURLToPath(new URL('./fuzz-process.ts', import.meta.url));

/**
 * Reads the files of one kind in a process of its own. A file that takes longer than `mostMs`, or
 * brings the process down, is a fault: the process is ended, and another one reads the files after it.
 * Throws where a process does not come to its first file.
 */
export async function watchKind(range: FuzzRange, mostMs: number): Promise<KindReport> {
  const report: KindReport = { outcomes: new Map(), faults: [] };
  for (let from = range.from; from < range.to;) {
    const { next, trouble } = await readOn({ ...range, from }, mostMs, report);
    from = next;
    if (trouble === undefined) continue;
    report.faults.push({ kind: range.kind, run: next, message: trouble });
    from += 1;
  }
  return report;
}

interface Reached {
  /** The first run that was not read. */
  readonly next: number;
  /** Why the process did not go on. */
  readonly trouble?: string;
}

function readOn(
  { kind, seed, from, to }: FuzzRange,
  mostMs: number,
  { outcomes, faults }: KindReport,
): Promise<Reached> {
  return new Promise((resolve, reject) => {
    const child = fork(processPath, [kind, String(seed), String(from), String(to)], {
      execArgv: ['--import', 'tsx'],
    });
    let isReady = false;
    let next = from;
    let trouble: string | undefined;
    let heardAt = performance.now();
    const watch = setInterval(() => {
      if (performance.now() - heardAt <= (isReady ? mostMs : startMs)) return;
      trouble = `It was not read after ${mostMs / 1000} seconds.`;
      child.kill('SIGKILL');
    }, lookEveryMs);
    child.on('message', (message) => {
      const told = message as ProcessMessage;
      heardAt = performance.now();
      isReady = true;
      if (told === 'ready') return;
      const { run, outcome } = told;
      next = run + 1;
      if (typeof outcome === 'object') faults.push(outcome);
      else outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    });
    child.on('close', (code, signal) => {
      clearInterval(watch);
      const end = signal ?? String(code);
      if (next < to) trouble ??= `The process that read it ended with ${end}.`;
      if (!isReady) reject(new Error(`The process that reads ${kind} did not start: ${end}.`));
      else resolve({ next, ...(trouble !== undefined && { trouble }) });
    });
  });
}
