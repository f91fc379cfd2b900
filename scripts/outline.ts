import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { readRoadmap } from '#src/formats/roadmap/read-roadmap.ts';

/** Prints the outline of a roadmap file, or of standard input for "-", as JSON. Exit 1 with "FILE:LINE message" when there is none. */
function main(path: string | undefined): number {
  if (path === undefined)
    return fail('Usage: npm run --silent outline -- FILE   ("-" reads standard input)');
  const name = path === '-' ? '<stdin>' : path;
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    return fail(
      `${name}:1 This file cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const text = decode(bytes);
  if (text === undefined) return fail(`${name}:1 This file is binary, not text.`);
  if (text.trim() === '') return fail(`${name}:1 This file is empty.`);
  const outline = readRoadmap(
    text,
    path === '-' ? {} : { fallbackTitle: basename(path, extname(path)) },
  );
  if (outline.sections.length === 0) {
    return fail(
      `${name}:1 No topics were found. A roadmap needs headings, lists, tables or a Mermaid diagram.`,
    );
  }
  process.stdout.write(`${JSON.stringify(outline, null, 2)}\n`);
  return 0;
}

/** UTF-8, UTF-16 with a byte order mark, else Windows-1252, which every byte sequence is; undefined for binary data. */
function decode(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

function decodeWindows1252(bytes: Buffer): string | undefined {
  const text = new TextDecoder('windows-1252').decode(bytes);
  const strange = text.match(/[\u0000-\u0008\u000E-\u001F]/g)?.length ?? 0;
  return strange > text.length / 100 ? undefined : text;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

process.exitCode = main(process.argv[2]);
