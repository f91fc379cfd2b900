import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { listBuiltFiles } from './built-files.ts';

/**
 * Builds what a static host serves: compiles the decks, builds the page for the base path, then the
 * service worker, which is told every file of the build. Exits 1 where a step fails.
 */
async function buildApp(base: string, folder: string): Promise<void> {
  const decks = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/decks.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (decks.status !== 0) process.exit(1);
  await build({ base, logLevel: 'warn', build: { outDir: folder } });

  const { shell, rest } = listBuiltFiles(folder, base);
  await build({
    configFile: 'vite.sw.config.ts',
    base,
    logLevel: 'warn',
    define: {
      SHELL_FILES: JSON.stringify(shell.map((file) => toPrecacheEntry(folder, file))),
      REST_FILES: JSON.stringify(rest),
    },
    build: { outDir: folder },
  });
  // Hosts such as GitHub Pages answer an unknown path, and so every deep link, with this file.
  copyFileSync(join(folder, 'index.html'), join(folder, '404.html'));
  console.log(`Built ${folder} for ${base}: ${String(shell.length + rest.length)} files.`);
}

/** A hashed name is its own version; a stable one needs its content's hash beside it. */
function toPrecacheEntry(folder: string, file: string): { url: string; revision: string | null } {
  if (file.startsWith('assets/')) return { url: file, revision: null };
  const hash = createHash('sha256').update(readFileSync(join(folder, file)));
  return { url: file, revision: hash.digest('hex').slice(0, 16) };
}

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: '/' },
    out: { type: 'string', default: 'dist' },
  },
});
if (!/^\/(?:[^/]+\/)*$/.test(values.base)) {
  console.error(`--base ${values.base} must begin and end with a slash, like /cairn/.`);
  process.exit(1);
}
await buildApp(values.base, values.out);
