import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

/** What a first paint needs, and everything else that a device keeps to work with the network off. */
export interface BuiltFiles {
  /** `index.html` first; the others in no particular order. Paths relative to the build's folder. */
  readonly shell: readonly string[];
  readonly rest: readonly string[];
}

/** Never fetched by a running app: the copy of the page for hosts without a fallback, and the worker itself. */
const notKept = new Set(['404.html', 'sw.js']);

/**
 * Sorts the files of a build: the shell is the page, all scripts its module graph loads statically,
 * the styles it links, and the files with a stable name (icons, the manifest); the rest is lazy
 * chunks, wasm and decks.
 * @param folder - the build's folder
 * @param base - the base path it was built for, with slashes at both ends
 */
export function listBuiltFiles(folder: string, base: string): BuiltFiles {
  const initial = new Set(['index.html', ...listInitialFiles(folder, base)]);
  const others = listFiles(folder).filter((file) => !notKept.has(file) && !initial.has(file));
  const isShell = (file: string) => !file.startsWith('assets/') && !file.startsWith('decks/');
  return {
    shell: [...initial, ...others.filter(isShell)],
    rest: others.filter((file) => !isShell(file)),
  };
}

/** The scripts that a start of the app loads: those the page names and what they import statically. */
export function listInitialScripts(folder: string, base: string): string[] {
  return listInitialFiles(folder, base).filter((file) => file.endsWith('.js'));
}

function listInitialFiles(folder: string, base: string): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    for (const imported of listStaticImports(join(folder, file))) {
      visit(posix.join(posix.dirname(file), imported));
    }
  };
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const [, address] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
    if (address?.startsWith(`${base}assets/`) === true) visit(address.slice(base.length));
  }
  return [...found];
}

function listStaticImports(path: string): string[] {
  const { module } = parseSync(path, readFileSync(path, 'utf8'));
  const imported = module.staticImports.map((statement) => statement.moduleRequest.value);
  const exported = module.staticExports
    .flatMap((statement) => statement.entries)
    .flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value]));
  return [...imported, ...exported].filter((address) => address.startsWith('.'));
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(toPosix(folder), toPosix(join(entry.parentPath, entry.name))))
    .sort();
}

function toPosix(path: string): string {
  return path.replaceAll('\\', '/');
}
