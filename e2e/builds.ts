import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileDecksFolder, writeDecks } from '../scripts/compile-decks-folder.ts';

/** The build that `npm run build` makes, which the journeys are about. */
export const mainBuild = 'dist';

/** Refuses to test nothing, where journeys are started without the build before them. */
export function requireMainBuild(): void {
  if (existsSync(`${mainBuild}/index.html`)) return;
  throw new Error('There is no build to test. Run "npm run build" first, or "npm test" for both.');
}

/**
 * Builds the app as `npm run build` does, into a folder of its own.
 * @param change - another base path, or another version, as the next release would have it
 * @returns the folder
 */
export function buildVariant(
  name: string,
  change: { readonly base?: string; readonly version?: string },
): string {
  const folder = `.cache/builds/${name}`;
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--import', 'tsx', createRequire(import.meta.url).resolve('../scripts/build.ts')],
      ...['--out', folder, '--base', change.base ?? '/'],
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(change.version === undefined ? {} : { VITE_APP_VERSION: change.version }),
      },
    },
  );
  if (status !== 0) throw new Error(`The build "${name}" failed.`);
  return folder;
}

/**
 * The main build with other decks in it, as a host has after cards were changed and nothing else.
 * @param change - edits a copy of the decks' sources in the folder it is given
 * @returns the build's folder
 */
export function buildWithDecks(name: string, change: (decks: string) => void): string {
  const folder = `.cache/builds/${name}`;
  const decks = `.cache/decks-${name}`;
  for (const stale of [folder, decks]) rmSync(stale, { recursive: true, force: true });
  cpSync(mainBuild, folder, { recursive: true });
  cpSync('decks', decks, { recursive: true });
  change(decks);
  const { files, summary } = compileDecksFolder(decks, 'accepted');
  if (summary.problems.length > 0) throw new Error(JSON.stringify(summary.problems));
  writeDecks(files, `${folder}/decks`);
  return folder;
}
