import { writeFileSync } from 'node:fs';
import { compileDecksFolder, writeDecks } from './compile-decks-folder.ts';
import { formatDeckTable, toDeckReport } from './deck-report.ts';

const usage =
  'Usage: npm run decks [-- --check | --lock | --report json]\n' +
  '  --check        compile and report, write nothing\n' +
  '  --lock         also add new ids to decks/ids.lock\n' +
  '  --report json  print the report as JSON instead of the table; write nothing';

const options = ['--check', '--lock', '--report', 'json'];
const words = process.argv.slice(2);
const isReport = words.includes('--report');
if (words.some((word) => !options.includes(word)) || isReport !== words.includes('json')) {
  console.error(usage);
  process.exit(2);
}

const started = performance.now();
if (words.includes('--lock')) writeFileSync('decks/ids.lock', compileDecksFolder('decks').lock);
const { files, summary } = compileDecksFolder('decks');
const compileMs = Math.round(performance.now() - started);

if (isReport) console.log(JSON.stringify(toDeckReport(summary), null, 2));
else {
  if (!words.includes('--check')) writeDecks(files, 'public/decks');
  console.log(formatDeckTable(summary, compileMs));
  for (const { path, line, message } of summary.problems) {
    console.error(`${path}:${line} ${message}`);
  }
}
if (summary.problems.length > 0) process.exitCode = 1;
