import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isZip, listZip, readZipEntry, unpackZipEntry, writeZip, zipLimits } from './zip.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function read(zip: Uint8Array, name: string): string {
  return decode(readZipEntry(zip, listZip(zip).get(name)!));
}

/** A zip whose bytes were changed at the first place where these stand. */
function patch(zip: Uint8Array, signature: number, offset: number, value: number, bytes = 4) {
  const own = zip.slice();
  const view = new DataView(own.buffer);
  for (let at = 0; at + 4 <= own.length; at += 1) {
    if (view.getUint32(at, true) !== signature) continue;
    if (bytes === 4) view.setUint32(at + offset, value, true);
    else view.setUint16(at + offset, value, true);
    break;
  }
  return own;
}
const directory = 0x02014b50;
const local = 0x04034b50;
const end = 0x06054b50;

describe('a zip', () => {
  const zip = zipSync({ a: encode('words '.repeat(50)), b: [encode('stored'), { level: 0 }] });

  it('gives its files, packed or stored', () => {
    expect(isZip(zip)).toBe(true);
    expect([...listZip(zip).keys()]).toEqual(['a', 'b']);
    expect(read(zip, 'a')).toBe('words '.repeat(50));
    expect(read(zip, 'b')).toBe('stored');
    expect(isZip(encode('PK'))).toBe(false);
    expect(listZip(zipSync({})).size).toBe(0);
  });

  it('gives back what was written, the same bytes every time', () => {
    const files = new Map([
      ['one', encode('x'.repeat(999))],
      ['0', encode('picture')],
    ]);
    const written = writeZip(files, (name) => name === '0');
    expect(written).toEqual(writeZip(files, (name) => name === '0'));
    expect(read(written, 'one')).toBe('x'.repeat(999));
    expect(listZip(written).get('0')).toMatchObject({ method: 0 });
  });

  it('is refused before unpacking where it promises too much', () => {
    expect(() => listZip(zip, { ...zipLimits, entries: 1 })).toThrow('holds 2 files');
    expect(() => listZip(zip, { ...zipLimits, entryBytes: 100 })).toThrow('more than this app');
    expect(() => listZip(zip, { ...zipLimits, totalBytes: 302 })).toThrow('more than this app');
    const bomb = zipSync({ a: new Uint8Array(20_000_000) });
    expect(() => read(bomb, 'a')).toThrow('suspiciously much');
  });

  it('is refused where files lie on top of each other', () => {
    const liar = patch(zip, directory, 20, 0xffff);
    expect(() => listZip(liar)).toThrow('on top of each other');
  });

  it('never unpacks more than its directory says', () => {
    expect(() => read(patch(zip, directory, 24, 10), 'a')).toThrow('more than it says');
    expect(() => read(patch(zip, directory, 24, 301), 'a')).toThrow('cut short');
    const stored = zipSync({ b: [encode('stored'), { level: 0 }] });
    expect(() => read(patch(stored, directory, 24, 7), 'b')).toThrow('another size');
  });

  it('says what it cannot read', () => {
    expect(() => read(patch(zip, directory, 8, 1, 2), 'a')).toThrow('is encrypted');
    expect(() => read(patch(zip, directory, 10, 12, 2), 'a')).toThrow('does not know');
    expect(() => read(patch(zip, directory, 42, 5), 'a')).toThrow('not where the directory says');
    expect(() => read(patch(zip, directory, 20, 0), 'a')).toThrow('cut short');
    expect(() => read(patch(zip, local, 28, 0xffff, 2), 'a')).toThrow('cut short');
    expect(() => read(patch(zip, local, 30, 0xffffffff), 'a')).toThrow(/damaged|cut short|more/);
    expect(() => listZip(patch(zip, end, 16, 3))).toThrow('damaged directory');
    expect(() => listZip(patch(zip, directory, 28, 0xffff, 2))).toThrow('damaged directory');
    expect(() => listZip(zip.subarray(0, zip.length - 30))).toThrow('directory is missing');
    expect(() => listZip(new Uint8Array())).toThrow('directory is missing');
  });

  it('may be larger than 32 bits can say', () => {
    const name = encode('a');
    const body = encode('hello');
    const long = (value: number) => [value, 0];
    const words = (numbers: readonly number[]) => new Uint8Array(Uint32Array.from(numbers).buffer);
    const parts = (...list: readonly Uint8Array[]) =>
      Uint8Array.from(list.flatMap((each) => [...each]));
    const short = (...numbers: readonly number[]) =>
      new Uint8Array(Uint16Array.from(numbers).buffer);
    const header = parts(
      words([local]),
      short(20, 0, 0, 0, 0),
      words([0, 5, 5]),
      short(1, 0),
      name,
      body,
    );
    const extra = parts(short(9, 0, 1, 24), words([...long(5), ...long(5), ...long(0)]));
    const all = 0xffffffff;
    const entry = (more: Uint8Array) =>
      parts(
        words([directory]),
        short(20, 20, 0, 0, 0, 0),
        words([0, all, all]),
        short(1, more.length, 0, 0, 0),
        words([0, all]),
        name,
        more,
      );
    const build = (central: Uint8Array, signature = 0x06064b50) => {
      const start = header.length;
      const record = parts(
        words([signature, ...long(44)]),
        short(45, 45),
        words([0, 0, ...long(1), ...long(1), ...long(central.length), ...long(start)]),
      );
      const locator = parts(words([0x07064b50, 0, ...long(start + central.length), 1]));
      return parts(
        header,
        central,
        record,
        locator,
        words([end]),
        short(0, 0, 0xffff, 0xffff),
        words([all, all]),
        short(0),
      );
    };
    expect(read(build(entry(extra)), 'a')).toBe('hello');
    expect(() => listZip(build(entry(new Uint8Array())))).toThrow('more than this app');
    expect(() => listZip(build(entry(extra), 7))).toThrow('damaged directory');
    const bare = parts(
      header,
      words([end]),
      short(0, 0, 0xffff, 0xffff),
      words([all, all]),
      short(0),
    );
    expect(() => listZip(bare)).toThrow('damaged directory');
  });

  it('gives files or an error for any bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 4 }),
        (changes) => {
          const own = zip.slice();
          for (const [at, value] of changes) own[at] = value;
          try {
            for (const entry of listZip(own).values()) readZipEntry(own, entry);
          } catch (error) {
            expect(error).toHaveProperty('name', 'ZipError');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('unpacks as well by what the platform has for it, and refuses the same', async () => {
    const unpack = async (own: Uint8Array, name = 'a') =>
      decode(await unpackZipEntry(own, listZip(own).get(name)!));
    expect(await unpack(zip)).toBe('words '.repeat(50));
    expect(await unpack(zip, 'b')).toBe('stored');
    await expect(unpack(patch(zip, directory, 8, 1, 2))).rejects.toThrow('is encrypted');
    await expect(unpack(patch(zip, directory, 24, 10))).rejects.toThrow('more than it says');
    await expect(unpack(patch(zip, directory, 24, 301))).rejects.toThrow('cut short');
    await expect(unpack(patch(zip, directory, 20, 4))).rejects.toThrow('cut short');
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), async (at, value) => {
        const own = zip.slice();
        own[at] = value;
        try {
          const text = await unpack(own);
          expect(read(own, 'a')).toBe(text);
        } catch (error) {
          if (error instanceof TypeError) return;
          expect(error).toHaveProperty('name', 'ZipError');
        }
      }),
      { numRuns: 500 },
    );
  });
});
