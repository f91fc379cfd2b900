import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listInitialScripts } from './built-files.ts';

/** What a start of the app may cost in scripts, in kilobytes of 1024 bytes after gzip. */
const budgetKb = 160;

const folder = 'dist';
if (!existsSync(join(folder, 'index.html'))) {
  console.error(`${folder} holds no build to weigh. Run "npm run build" first.`);
  process.exit(1);
}
const sizes = listInitialScripts(folder, '/').map((file) => ({
  file,
  kb: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1024,
}));
const totalKb = sizes.reduce((sum, { kb }) => sum + kb, 0);

for (const { file, kb } of sizes) console.log(`${kb.toFixed(1).padStart(7)} KB  ${file}`);
console.log(
  `${totalKb.toFixed(1).padStart(7)} KB  of initial scripts after gzip; ${String(budgetKb)} KB are allowed`,
);
if (sizes.length === 0) {
  console.error(`${folder}/index.html loads no script. Run "npm run build" without --base first.`);
  process.exit(1);
}
if (totalKb > budgetKb) {
  console.error('Load what a first screen does not need lazily, or leave it out.');
  process.exit(1);
}
