import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listZip, readZipEntry } from '../zip.ts';
import { readAnkiPackage } from './read-anki-package.ts';
import { renderTemplate } from './template/render-template.ts';
import { loadSqlite } from './testing/load-sqlite.ts';
import { samplePackages } from './testing/sample-packages.ts';

describe('any mutation of a package', () => {
  it.each(samplePackages)(
    'gives a deck or an error: $name',
    async ({ build }) => {
      const whole = await build();
      const archive = listZip(whole);
      const parts = Object.fromEntries(
        [...archive].map(([name, entry]) => [name, readZipEntry(whole, entry)]),
      );
      const names = fc.constantFrom(...archive.keys());
      const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
      const inside = fc.tuple(names, changes, fc.option(fc.nat())).map(([name, list, cut]) => {
        const part = parts[name]!.slice();
        for (const [at, value] of list) part[at % part.length] = value;
        const short = cut === null ? part : part.slice(0, cut % part.length);
        return zipSync({ ...parts, [name]: short }, { level: 1 });
      });
      const outside = changes.map((list) => {
        const own = whole.slice();
        for (const [at, value] of list) own[at % own.length] = value;
        return own;
      });
      await fc.assert(
        fc.asyncProperty(fc.oneof(inside, outside), async (bytes) => {
          const deck = await readAnkiPackage(bytes, { loadSqlite });
          if ('error' in deck) {
            expect(deck.error).toMatch(/\.$/);
            return;
          }
          const typeByKey = new Map(deck.noteTypes.map((type) => [type.key, type]));
          for (const { source, cards } of deck.notes) {
            const noteType = typeByKey.get(source.noteType ?? '')!;
            for (const { ordinal } of cards) {
              renderTemplate({ ...source, noteType, ordinal, deck: '', hasMedia: () => false });
            }
          }
        }),
        { numRuns: 70 },
      );
    },
    120_000,
  );
});
