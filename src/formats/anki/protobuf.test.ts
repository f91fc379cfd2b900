import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readProtobuf,
  readProtobufFields,
  toProtobufFloat,
  toProtobufFloats,
  toProtobufText,
} from './protobuf.ts';
import { writeFloatField, writeProtobuf } from './testing/write-protobuf.ts';

describe('a protobuf message', () => {
  it('gives its fields in order, numbers, texts and messages', () => {
    const inner = writeProtobuf([[1, 'x']]);
    const fields = [
      ...readProtobuf(
        writeProtobuf([
          [3, 300],
          [16, 'ü'],
          [3, 2 ** 40],
          [1, inner],
        ]),
      ),
    ];
    expect(fields.map(([field]) => field)).toEqual([3, 16, 3, 1]);
    expect(fields[0]![1]).toBe(300);
    expect(toProtobufText(fields[1]![1])).toBe('ü');
    expect(fields[2]![1]).toBe(2 ** 40);
    expect(readProtobufFields(fields[3]![1] as Uint8Array).get(1)).toHaveLength(1);
  });

  it('gives floats as they were written', () => {
    const fields = readProtobufFields(writeFloatField(37, 0.9));
    expect(toProtobufFloat(fields.get(37))).toBe(0.9);
    const list = readProtobufFields(writeProtobuf([[1, { floats: [1, 0.1, 12.34] }]])).get(1);
    expect(toProtobufFloats(list)).toEqual([1, 0.1, 12.34]);
    expect(toProtobufFloats(Uint8Array.of(1, 2, 3))).toBeUndefined();
    expect(toProtobufFloat(undefined)).toBeUndefined();
    expect(toProtobufText(undefined)).toBe('');
    expect([...readProtobuf(Uint8Array.of(9, 1, 2, 3, 4, 5, 6, 7, 8))][0]![1]).toHaveLength(8);
  });

  it('is refused where it is cut short or none', () => {
    const read = (...bytes: number[]) => [...readProtobuf(Uint8Array.from(bytes))];
    expect(() => read(8)).toThrow('cut short');
    expect(() => read(10, 5, 1)).toThrow('cut short');
    expect(() => read(0, 1)).toThrow('damaged');
    expect(() => read(11)).toThrow('damaged');
    expect(() => read(8, ...Array.from({ length: 11 }, () => 255))).toThrow('damaged');
    expect(() => [...readProtobuf(new Uint8Array(1_000_002).fill(8))]).toThrow('more fields');
  });

  it('gives fields or an error for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          expect(Array.isArray([...readProtobuf(bytes)])).toBe(true);
        } catch (error) {
          expect(error).toHaveProperty('name', 'ProtobufError');
        }
      }),
    );
  });
});
