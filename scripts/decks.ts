import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileDecksFolder, writeDecks } from './compile-decks-folder.ts';
import { formatCoverage, formatDeckTable, toDeckReport } from './deck-report.ts';

const usage = `Usage: npm run decks [-- OPTION]
  --check        compile and report, write nothing
  --lock         add new ids to decks/ids.lock: from then on they are promises
  --draft        do not ask for new ids to be locked
  --coverage     print for each topic what covers it instead of the table, write nothing
  --report json  print the report as JSON instead of the table, write nothing`;

const started = performance.now();
const options = readOptions();
const { files, summary, coverage, lock } = compileDecksFolder(
  'decks',
  options.lock || options.draft ? 'accepted' : 'refused',
);
const compileMs = Math.round(performance.now() - started);

if (options.lock) writeFileSync('decks/ids.lock', lock);
if (options.report !== undefined) console.log(JSON.stringify(toDeckReport(summary), null, 2));
else if (options.coverage) console.log(formatCoverage(coverage));
else {
  if (!options.check) writeDecks(files, 'public/decks');
  console.log(formatDeckTable(summary, compileMs));
  for (const { path, line, message } of summary.problems) {
    console.error(`${path}:${line} ${message}`);
  }
}
if (summary.problems.length > 0) process.exitCode = 1;

/** Exits with the usage where the words make no sense. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        lock: { type: 'boolean', default: false },
        coverage: { type: 'boolean', default: false },
        draft: { type: 'boolean', default: false },
        report: { type: 'string' },
      },
    });
    if (values.report === undefined || values.report === 'json') return values;
  } catch {
    // Told below.
  }
  console.error(usage);
  return process.exit(2);
}
