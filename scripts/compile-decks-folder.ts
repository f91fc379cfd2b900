import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  compileDecks,
  type CompiledDecks,
  type NewIds,
} from '#src/formats/compile/compile-decks.ts';
import type { DeckFile } from '#src/formats/compile/pack-bank.ts';

/**
 * Compiles everything under a folder of decks (`cards/`, `roadmaps/`, `ids.lock`). Paths in problems
 * start with `decks/`, whatever the folder is called. Hidden files are left out.
 */
export function compileDecksFolder(folder: string, newIds: NewIds): CompiledDecks {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  const sources = paths.map((path) => ({
    path: `decks${path.slice(folder.length).replaceAll('\\', '/')}`,
    content: readFileSync(path, 'utf8'),
  }));
  return compileDecks(sources, hashText, newIds);
}

/** Replaces a folder by the files: what reads it sees the old decks or the new ones, never a mixture. */
export function writeDecks(files: readonly DeckFile[], folder: string): void {
  const fresh = `${folder}.new`;
  const old = `${folder}.old`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const { path, content } of files) {
    const target = join(fresh, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
