import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { recogniseFile } from './recognise-file.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const recognise = (text: string) => recogniseFile('a.txt', encode(text));
const formatOf = (text: string) => {
  const file = recognise(text);
  return 'format' in file ? file.format : file.error;
};

/** A zip's table of contents alone: all that recognising looks at. */
function zipOf(...names: string[]): Uint8Array {
  const entries = names.flatMap((name) => {
    const entry = new Uint8Array(46 + name.length);
    new DataView(entry.buffer).setUint32(0, 0x02014b50, true);
    new DataView(entry.buffer).setUint16(28, name.length, true);
    entry.set(encode(name), 46);
    return [...entry];
  });
  const end = new Uint8Array(22);
  new DataView(end.buffer).setUint32(0, 0x06054b50, true);
  new DataView(end.buffer).setUint32(16, 4, true);
  return new Uint8Array([0x50, 0x4b, 3, 4, ...entries, ...end]);
}

describe('recogniseFile', () => {
  it.each(Object.entries(textDeckSamples))('knows %s by what is in it', (format, text) => {
    expect(formatOf(text)).toBe(format);
    expect(formatOf(text.replaceAll('\n', '\r\n'))).toBe(format);
  });

  it('knows packages and collections of Anki', () => {
    expect(recogniseFile('a.zip', zipOf('media', 'collection.anki21b'))).toEqual({
      format: 'anki-package',
    });
    expect(recogniseFile('a.apkg', zipOf('collection.anki2'))).toEqual({ format: 'anki-package' });
    expect(recogniseFile('a', encode('SQLite format 3\0...'))).toEqual({
      format: 'anki-collection',
    });
  });

  it.each([
    ['a zip without a collection', zipOf('notes.md'), 'zip without an Anki collection'],
    [
      'an office document',
      zipOf('[Content_Types].xml', 'xl/workbook.xml'),
      'Save the table as CSV',
    ],
    ['a broken zip', encode('PK\x03\x04'.padEnd(100, '-')), 'damaged or cut short'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2]), 'neither text nor'],
    ['nothing', new Uint8Array(), 'is empty'],
    ['white space', encode(' \n'), 'is empty'],
    ['a saved copy', encode('{"format":"cairn-copy","version":1}'), 'Restore it in Settings'],
    ['other JSON', encode('{"a":1}'), 'neither a deck of Cairn nor of CrowdAnki'],
    ['half a deck', encode('{"format":"cairn-deck","version":1,'), 'damaged or cut short'],
    ['prose', encode('Only a sentence, and another one.\nNo card.'), 'No cards were found'],
  ])('says what to do with %s', (_what, bytes, message) => {
    expect(recogniseFile('x', bytes)).toEqual({
      error: expect.stringContaining(message) as string,
    });
  });

  it('refuses a text that is too large before it is read', () => {
    expect(recogniseFile('x', new Uint8Array(64 * 1024 * 1024 + 1).fill(65))).toEqual({
      error: expect.stringContaining('larger than 64 MB') as string,
    });
  });

  it.each([
    ['front\tback\nother\tone', 'table'],
    ['a;b;c\nd;e;f\n', 'table'],
    ['front,back,deck\nWhat is it?,"This, that",Land::East\nAnd so?,No,Land::West\n', 'table'],
    ['one, two, three::four\nfive, six, seven::eight\n', 'obsidian'],
    ['one | two\nthree | four\n', 'table'],
    ['## When?\nThen.\n## Why?\nSo.\n', 'mdanki'],
    ['#flashcards\nA ==b== c\n', 'obsidian'],
    ['Some ==hidden== words\n', 'obsidian'],
    ['C: a\n\n| [b] |\n', 'hashcards'],
    ['**Q:** a\n**A:** b\n', 'question-answer'],
    ['Front: a\nBack: b\n', 'question-answer'],
    ['| Topic | Status |\n| --- | --- |\n| Redis | done |\n| HTTP | open |\n', 'roadmap'],
    ['# Road\n\n```\nQ: a\nA: b\n```\n\n- One thing\n- Another\n', 'roadmap'],
    ['#separator:;\na;b\n', 'anki-text'],
    ['{a} - b\n{c} - d\n', 'quizlet'],
  ])('knows %j by its marks', (text, format) => {
    expect(formatOf(text)).toBe(format);
  });

  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0xc3, 0xa9, 9, 0x61, 10]],
    ['UTF-16 LE', [0xff, 0xfe, 0xe9, 0, 9, 0, 0x61, 0, 10, 0]],
    ['UTF-16 LE', [0xe9, 0, 9, 0, 0x61, 0, 10, 0]],
    ['UTF-16 BE', [0xfe, 0xff, 0, 0xe9, 0, 9, 0, 0x61, 0, 13]],
    ['UTF-16 BE', [0, 0xe9, 0, 9, 0, 0x61, 0, 10]],
    ['Windows-1252', [0xe9, 9, 0x61, 13, 10]],
  ])('reads %s', (encoding, bytes) => {
    expect(recogniseFile('x', new Uint8Array(bytes))).toMatchObject({ encoding, text: 'é\ta\n' });
  });

  it('reads the signs that Windows-1252 has where Latin-1 has none', () => {
    const bytes = new Uint8Array([0x80, 0x99, 0x81, 9, 0x61]);
    expect(recogniseFile('x', bytes)).toMatchObject({ text: '€™\u0081\ta' });
  });

  it('offers to repair a damaged encoding with before and after, and leaves the text as it is', () => {
    const file = recognise('naÃ¯ve\tÃ¼ber\nplain\tok\nâ€œxâ€\u009d\tâœ…\n');
    expect(file).toMatchObject({
      text: expect.stringContaining('naÃ¯ve') as string,
      repair: {
        text: expect.stringContaining('naïve\tüber') as string,
        samples: [{ line: 1, before: 'naÃ¯ve\tÃ¼ber', after: 'naïve\tüber' }, { line: 3 }],
      },
    });
    expect(recognise('naïve\tüber\n')).not.toHaveProperty('repair');
  });

  it.each([
    `a | b\n${'\t-'.repeat(100_000)}---x\n`,
    `## a\n[#b]()${' '.repeat(200_000)}x\n`,
    `#separator:${'\t'.repeat(200_000)}x\t\n`,
  ])('comes to an end with a line made to hurt', (text) => {
    expect(recognise(text)).toBeDefined();
  });

  it('gives an answer for any bytes', () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...Object.values(textDeckSamples)),
        fc.nat(),
        fc.uint8Array({ maxLength: 4 }),
      )
      .map(([text, at, patch]) => {
        const bytes = encode(text);
        bytes.set(patch.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length);
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        const file = recogniseFile('x', bytes);
        expect('format' in file || file.error.length > 20).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
