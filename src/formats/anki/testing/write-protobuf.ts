import { joinBytes } from './zstd-frame.ts';

/** One field: a whole number, a text, bytes (a message too), or a list of 32-bit floats. */
export type WrittenField = readonly [
  field: number,
  value: number | string | Uint8Array | { readonly floats: readonly number[] },
];

export function writeProtobuf(fields: readonly WrittenField[]): Uint8Array {
  return joinBytes(
    fields.flatMap(([field, value]) => {
      if (typeof value === 'number') return [varint(field * 8), varint(value)];
      const bytes = toBytes(value);
      return [varint(field * 8 + 2), varint(bytes.length), bytes];
    }),
  );
}

/** A single float, which is no list of one. */
export function writeFloatField(field: number, value: number): Uint8Array {
  return joinBytes([varint(field * 8 + 5), toBytes({ floats: [value] })]);
}

function toBytes(value: Exclude<WrittenField[1], number>): Uint8Array {
  if (typeof value === 'string') return new TextEncoder().encode(value);
  return value instanceof Uint8Array
    ? value
    : new Uint8Array(Float32Array.from(value.floats).buffer);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}
