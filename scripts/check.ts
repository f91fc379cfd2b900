import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { steps, type Step, type StepResult } from './check/steps.ts';
import { addCounts, formatCounts, noCounts, parseCounts } from './check/counts.ts';

// Runs the named steps of the gate, or all of them; with --except, all but the named ones. A step
// that fails does not hide what the later ones would say; only what it should have made is missed.
// Where CHECK_TALLY names a file, its counts are added to those of this run and written back.

interface StepRecord extends StepResult {
  readonly name: string;
  readonly seconds: number;
}

const { values, positionals } = parseArgs({
  options: { except: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}.`,
  );
  process.exit(1);
}
const chosen = steps.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name) !== values.except,
);

mkdirSync('.cache', { recursive: true });
const records: StepRecord[] = [];
for (const step of chosen) records.push(await runStep(step));

console.log('');
for (const { name, isGood, seconds } of records) {
  console.log(
    `${isGood ? 'ok    ' : 'FAILED'}  ${name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} s`,
  );
}
const total = records.map(countRecord).reduce(addCounts, readTally());
writeTally(formatCounts(total));
console.log(formatCounts(total));
process.exit(records.every((record) => record.isGood) ? 0 : 1);

async function runStep(step: Step): Promise<StepRecord> {
  const missing = records.find((record) => record.name === step.needs && !record.isGood);
  if (missing !== undefined) {
    console.log(`\n── ${step.name}: not run, because ${missing.name} failed`);
    return { name: step.name, isGood: false, counts: noCounts, seconds: 0 };
  }
  console.log(`\n── ${step.name}`);
  const startedAt = performance.now();
  const result = await step.run();
  return { name: step.name, ...result, seconds: (performance.now() - startedAt) / 1000 };
}

/** A step that fails without a failed test, such as a budget, counts as one failure. */
function countRecord({ isGood, counts }: StepRecord) {
  return isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function readTally() {
  const path = process.env.CHECK_TALLY;
  if (path === undefined || !existsSync(path)) return noCounts;
  return parseCounts(readFileSync(path, 'utf8')) ?? noCounts;
}

function writeTally(line: string): void {
  const path = process.env.CHECK_TALLY;
  if (path !== undefined) writeFileSync(path, `${line}\n`);
}
