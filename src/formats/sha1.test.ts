import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSha1 } from './sha1.ts';

describe('SHA-1', () => {
  it('is that of the standard for bytes of any length', () => {
    expect(toSha1(new TextEncoder().encode('abc'))).toBe(
      'a9993e364706816aba3e25717850c26c9cd0d89d',
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toSha1(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'));
      }),
    );
  });
});
