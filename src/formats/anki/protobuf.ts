/** What is wrong with a message, for a sentence that names it. */
export class ProtobufError extends Error {
  override readonly name = 'ProtobufError';
}

/** A number, or the bytes of a text, a list or a message inside. */
export type ProtobufValue = number | Uint8Array;

/** More than any message of a deck has. */
const mostFields = 500_000;

/**
 * The fields of one message in the order they come, unknown ones too. Numbers beyond 2⁵³ lose their
 * last digits, and fixed ones are given as their bytes. Throws a `ProtobufError` where the message is
 * cut short or is none.
 */
export function* readProtobuf(bytes: Uint8Array): Generator<readonly [number, ProtobufValue]> {
  let at = 0;
  for (let count = 0; at < bytes.length; count += 1) {
    if (count >= mostFields) throw new ProtobufError('holds more fields than this app reads');
    const tag = readVarint(bytes, at);
    const field = Math.floor(tag.value / 8);
    if (field === 0) throw new ProtobufError('is damaged');
    const wire = tag.value % 8;
    if (wire === 0) {
      const { value, next } = readVarint(bytes, tag.next);
      at = next;
      yield [field, value];
      continue;
    }
    const { start, end } = findBytes(bytes, tag.next, wire);
    at = end;
    yield [field, bytes.subarray(start, end)];
  }
}

/** The last value of each field, as the format counts them where a field should come once. */
export function readProtobufFields(bytes: Uint8Array): ReadonlyMap<number, ProtobufValue> {
  return new Map(readProtobuf(bytes));
}

/** A text; '' where the field is absent, which is how the format writes an empty one. */
export function toProtobufText(value: ProtobufValue | undefined): string {
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
}

/** A 32-bit float, or undefined where the field is absent or something else. */
export function toProtobufFloat(value: ProtobufValue | undefined): number | undefined {
  return value instanceof Uint8Array ? toProtobufFloats(value)?.[0] : undefined;
}

/** A list of 32-bit floats, or undefined where the field is absent or something else. */
export function toProtobufFloats(value: ProtobufValue | undefined): number[] | undefined {
  if (!(value instanceof Uint8Array) || value.length % 4 !== 0) return undefined;
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  return Array.from({ length: value.length / 4 }, (_, index) => {
    // The shortest decimal that is the same float: 0.9, where its double would be 0.8999999761581421.
    return Number(view.getFloat32(index * 4, true).toPrecision(7));
  });
}

function readVarint(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 10; index += 1) {
    const byte = bytes[from + index];
    if (byte === undefined) throw new ProtobufError('is cut short');
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: from + index + 1 };
  }
  throw new ProtobufError('is damaged');
}

function findBytes(bytes: Uint8Array, from: number, wire: number): { start: number; end: number } {
  let start = from;
  let length: number;
  if (wire === 1) length = 8;
  else if (wire === 5) length = 4;
  else if (wire === 2) {
    const read = readVarint(bytes, from);
    start = read.next;
    length = read.value;
  } else throw new ProtobufError('is damaged');
  if (start + length > bytes.length) throw new ProtobufError('is cut short');
  return { start, end: start + length };
}
