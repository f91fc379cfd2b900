import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

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
