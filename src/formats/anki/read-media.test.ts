import { describe, expect, it } from 'vitest';
import { readAnkiPackage } from './read-anki-package.ts';
import { buildPackage, type PackageShape } from './testing/build-package.ts';
import { loadSqlite } from './testing/load-sqlite.ts';
import { toZstdFrame } from './testing/zstd-frame.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function read(shape: PackageShape) {
  const deck = await readAnkiPackage(await buildPackage(shape), { loadSqlite });
  if ('error' in deck) throw new Error(deck.error);
  const messages = deck.problems.map(({ message }) => message);
  return { deck, messages };
}

describe('media', () => {
  it('keep their names, without paths, each once', async () => {
    const { deck, messages } = await read({
      media: {
        '../../etc/passwd': 'a',
        'C:\\x\\é.png': 'b',
        'é.png': 'c',
        '..': 'd',
        '': 'e',
        'ok\u0000.mp3': 'f',
      },
    });
    expect(deck.media.map(({ name }) => name)).toEqual(['passwd', 'é.png', 'ok.mp3']);
    expect(messages).toHaveLength(3);
  });

  it('are left out where they or their list are damaged', async () => {
    const media = { 'a.png': 'a', 'b.png': 'b' };
    const missing = await read({ media, parts: { 1: null } });
    expect(missing.deck.media).toHaveLength(1);
    expect(missing.messages).toEqual(['The media file “b.png” is missing from the package.']);
    const broken = await read({ generation: 'anki21b', media, parts: { 0: encode('no zstd') } });
    expect(broken.deck.media).toMatchObject([{ name: 'b.png' }]);
    expect(broken.messages[0]).toContain('“a.png” is not packed');
    const list = await read({ media, parts: { media: encode('{') } });
    expect(list.deck.media).toEqual([]);
    expect(list.messages[0]).toContain('The list of media is no JSON');
    const nameless = await read({ media, parts: { media: encode('{"0":{},"1":"b.png"}') } });
    expect(nameless.deck.media).toMatchObject([{ name: 'b.png' }]);
    expect(nameless.messages).toEqual(['A media file has a name that cannot be used (“”).']);
    const odd = await read({
      generation: 'anki21b',
      media,
      parts: { media: toZstdFrame(Uint8Array.of(16, 1, 8, 1)) },
    });
    expect(odd.deck.media).toEqual([]);
    expect((await read({ parts: { media: null } })).messages).toEqual([]);
  });
});
