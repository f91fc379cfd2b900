import { joinBytes } from '#src/formats/anki/testing/zstd-frame.ts';
import type { Chance } from './chance.ts';
import { extremeNumbers, markedPieces, oddNumbers } from './extreme-values.ts';

type Mutation = (bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]) => Uint8Array;

/** Nothing grows beyond this, so that what takes long is the reader and not the file. */
const mostBytes = 128 * 1024;
const mostChanges = 6;

const mutations: readonly Mutation[] = [
  flipBit,
  setByte,
  cutOut,
  cutShort,
  repeatRange,
  swapRanges,
  splice,
  writeExtremeBytes,
  insertPiece,
  insertPiece,
  replaceNumber,
  replaceNumber,
  multiplyPiece,
];

/**
 * The bytes with one to six changes: bits flipped, ranges cut, repeated, exchanged, or spliced in
 * from the others, numbers and marks that mean something put in. The bytes given stay as they are.
 */
export function mutateBytes(
  bytes: Uint8Array,
  chance: Chance,
  others: readonly Uint8Array[],
): Uint8Array {
  let mutated = bytes;
  for (let left = 1 + chance.below(mostChanges); left > 0; left -= 1) {
    mutated = chance.pick(mutations)(mutated, chance, others).subarray(0, mostBytes);
  }
  return mutated;
}

function pickRange(bytes: Uint8Array, chance: Chance): readonly [from: number, to: number] {
  const from = chance.below(bytes.length + 1);
  const most = chance.once(3) ? bytes.length - from : Math.min(24, bytes.length - from);
  return [from, from + chance.below(most + 1)];
}

function flipBit(bytes: Uint8Array, chance: Chance): Uint8Array {
  const own = bytes.slice();
  const at = chance.below(own.length);
  own[at] = (own[at] ?? 0) ^ (1 << chance.below(8));
  return own;
}

function setByte(bytes: Uint8Array, chance: Chance): Uint8Array {
  const own = bytes.slice();
  own[chance.below(own.length)] = chance.pick([0, 1, 0x7f, 0x80, 0xff, chance.below(256)]);
  return own;
}

function cutOut(bytes: Uint8Array, chance: Chance): Uint8Array {
  const [from, to] = pickRange(bytes, chance);
  return joinBytes([bytes.subarray(0, from), bytes.subarray(to)]);
}

function cutShort(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length + 1);
  return chance.once(4) ? bytes.subarray(at) : bytes.subarray(0, at);
}

function repeatRange(bytes: Uint8Array, chance: Chance): Uint8Array {
  const [from, to] = pickRange(bytes, chance);
  const times = chance.once(40) ? 200 : 1 + chance.below(3);
  const copies = Array.from({ length: times }, () => bytes.subarray(from, to));
  const room = to - from === 0 ? 0 : Math.ceil(mostBytes / (to - from));
  return joinBytes([bytes.subarray(0, to), ...copies.slice(0, room), bytes.subarray(to)]);
}

function swapRanges(bytes: Uint8Array, chance: Chance): Uint8Array {
  const [from, to] = pickRange(bytes, chance);
  const end = to + chance.below(bytes.length - to + 1);
  return joinBytes([
    bytes.subarray(0, from),
    bytes.subarray(to, end),
    bytes.subarray(from, to),
    bytes.subarray(end),
  ]);
}

function splice(bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]): Uint8Array {
  const other = others.length === 0 ? bytes : chance.pick(others);
  const [from, to] = pickRange(other, chance);
  const [start, end] = pickRange(bytes, chance);
  return joinBytes([
    bytes.subarray(0, start),
    other.subarray(from, to),
    bytes.subarray(chance.once(2) ? start : end),
  ]);
}

/** In the forms of numbers that binary files have: of fixed width, or seven bits a byte. */
function writeExtremeBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const value = chance.pick([
    Uint8Array.of(0, 0, 0, 0),
    Uint8Array.of(0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0xff, 0xff, 0xff, 0x7f),
    Uint8Array.of(0x80, 0, 0, 0),
    Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf8, 0x7f),
    Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01),
    Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80),
  ]);
  const at = chance.below(bytes.length + 1);
  const goesOn = chance.once(2) ? at : at + value.length;
  return joinBytes([bytes.subarray(0, at), value, bytes.subarray(goesOn)]);
}

function insertPiece(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length + 1);
  return joinBytes([bytes.subarray(0, at), encode(chance.pick(markedPieces)), bytes.subarray(at)]);
}

/** A piece many times over, alone or with others between: what makes a careless pattern slow. */
function multiplyPiece(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length + 1);
  const piece = chance.pick(markedPieces) + (chance.once(2) ? '' : chance.pick(markedPieces));
  const text = piece.repeat(chance.pick(chance.once(20) ? [1000, 10_000] : [10, 30, 100]));
  return joinBytes([bytes.subarray(0, at), encode(text), bytes.subarray(at)]);
}

function replaceNumber(bytes: Uint8Array, chance: Chance): Uint8Array {
  const from = findDigit(bytes, chance.below(bytes.length));
  if (from === undefined) return insertPiece(bytes, chance);
  let to = from;
  while (isDigit(bytes[to])) to += 1;
  const text = chance.pick(chance.once(5) ? oddNumbers : extremeNumbers);
  return joinBytes([bytes.subarray(0, from), encode(text), bytes.subarray(to)]);
}

function findDigit(bytes: Uint8Array, start: number): number | undefined {
  for (let step = 0; step < bytes.length; step += 1) {
    const at = (start + step) % bytes.length;
    if (isDigit(bytes[at])) return at;
  }
  return undefined;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
