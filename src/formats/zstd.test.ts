import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes, toZstdBomb, toZstdFrame } from './anki/testing/zstd-frame.ts';
import { isZstd, unpackZstd } from './zstd.ts';

const mega = 1024 * 1024;
const toText = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/**
 * "abc" 60 times, packed by the format's own tool: with repeats, and no size in its header.
 */
const packed = Uint8Array.from(atob('KLUv/QBoVQAAGGFiYwEALik3BA=='), (sign) => sign.charCodeAt(0));

describe('a zstd file', () => {
  it('is unpacked, whatever its size', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(unpackZstd(toZstdFrame(bytes), 300)).toEqual(bytes);
      }),
    );
    const large = new Uint8Array(250_000).map((_, index) => index);
    // Equal bytes, compared at once: one by one takes seconds.
    expect(toText(unpackZstd(toZstdFrame(large), mega)) === toText(large)).toBe(true);
    expect(new TextDecoder().decode(unpackZstd(packed, mega))).toBe('abc'.repeat(60));
    expect(unpackZstd(joinBytes([packed, packed]), mega)).toHaveLength(360);
    expect(isZstd(packed)).toBe(true);
    expect(isZstd(packed.subarray(1))).toBe(false);
  });

  it('is refused by what its header says', () => {
    expect(() => unpackZstd(toZstdFrame(new Uint8Array(100)), 99)).toThrow('more than this app');
    // A window of gigabytes, and a size in eight bytes.
    const wide = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0xf8, 1, 0, 0);
    expect(() => unpackZstd(wide, mega)).toThrow('more than this app');
    const huge = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0);
    expect(() => unpackZstd(huge, mega)).toThrow('more than this app');
    expect(() => unpackZstd(new TextEncoder().encode('no zstd at all'), 9)).toThrow('not packed');
  });

  it('is stopped on the way where the header says nothing', () => {
    expect(unpackZstd(toZstdBomb(4), mega)).toHaveLength(524_288);
    expect(() => unpackZstd(toZstdBomb(100_000), mega)).toThrow('more than this app');
  });

  it('is refused where it comes in more blocks than anyone needs', () => {
    const empty = Array.from({ length: 60 }, (_, at) => Uint8Array.of(at === 59 ? 1 : 0, 0, 0));
    const single = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, 5);
    expect(() => unpackZstd(joinBytes([single, ...empty]), mega)).toThrow('damaged');
    const window = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0x68);
    const many = joinBytes([window, new Uint8Array(60_000), Uint8Array.of(1, 0, 0)]);
    expect(() => unpackZstd(many, mega)).toThrow('more than');
    const narrow = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0);
    expect(() => unpackZstd(joinBytes([narrow, ...empty]), mega)).toThrow('damaged');
  });

  it('is refused before room is made for what its blocks cannot hold', () => {
    const lie = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, 1, 0, 2, 0, 1, 0, 0);
    expect(() => unpackZstd(lie, mega)).toThrow(expect.objectContaining({ spent: 0 }));
  });

  it('says how much room was made for it before it turned out damaged', () => {
    const bad = Uint8Array.of(7, 0, 0);
    const sized = joinBytes([toZstdFrame(new Uint8Array(100)).slice(0, -103), bad]);
    sized[5] = 100;
    expect(() => unpackZstd(sized, mega)).toThrow(expect.objectContaining({ spent: 100 }));
    const stream = joinBytes([toZstdBomb(2).slice(0, -4), bad]);
    expect(() => unpackZstd(stream, mega)).toThrow(expect.objectContaining({ spent: 131_072 }));
  });

  it('says that it is damaged', () => {
    const frame = toZstdFrame(new Uint8Array(50));
    expect(() => unpackZstd(frame.subarray(0, 40), 99)).toThrow('damaged or cut short');
    expect(() => unpackZstd(frame.subarray(0, 4), 99)).toThrow('damaged or cut short');
    expect(() => unpackZstd(joinBytes([frame, frame.subarray(1)]), 999)).toThrow('damaged');
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.nat(255), (at, value) => {
        const own = packed.slice();
        own[at] = value;
        try {
          unpackZstd(own, mega);
        } catch (error) {
          expect(error).toHaveProperty('name', 'ZstdError');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('may have its size in two bytes', () => {
    const short = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x60, 0x2c, 0, 0x63, 0x09, 0, 7);
    expect(unpackZstd(short, 300)).toEqual(new Uint8Array(300).fill(7));
    expect(() => unpackZstd(short, 299)).toThrow('more than this app');
  });
});
