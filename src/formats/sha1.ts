/**
 * SHA-1 (FIPS 180-4) in hexadecimal. For names and check sums that other programs give by it, never
 * for anything that must withstand an attack.
 */
export function toSha1(bytes: Uint8Array): string {
  const words = pad(bytes);
  const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const schedule = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    for (let round = 0; round < 80; round += 1) {
      schedule[round] =
        round < 16
          ? at(words, block + round)
          : rotate(
              at(schedule, round - 3) ^
                at(schedule, round - 8) ^
                at(schedule, round - 14) ^
                at(schedule, round - 16),
              1,
            );
    }
    addBlock(hash, schedule);
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function addBlock(hash: number[], schedule: Int32Array): void {
  let [a, b, c, d, e] = hash as [number, number, number, number, number];
  for (let round = 0; round < 80; round += 1) {
    const { mix, constant } = mixRound(round, b, c, d);
    const next = (rotate(a, 5) + mix + e + constant + at(schedule, round)) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
  }
  [a, b, c, d, e].forEach((word, index) => {
    hash[index] = ((hash[index] ?? 0) + word) | 0;
  });
}

function mixRound(round: number, b: number, c: number, d: number) {
  if (round < 20) return { mix: (b & c) | (~b & d), constant: 0x5a827999 };
  if (round < 40) return { mix: b ^ c ^ d, constant: 0x6ed9eba1 };
  if (round < 60) return { mix: (b & c) | (b & d) | (c & d), constant: 0x8f1bbcdc };
  return { mix: b ^ c ^ d, constant: 0xca62c1d6 };
}

/** Whole blocks of 64 bytes as big-endian words: the message, a one, zeros, its length in bits. */
function pad(bytes: Uint8Array): Int32Array {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const view = new DataView(new ArrayBuffer(length));
  bytes.forEach((byte, index) => {
    view.setUint8(index, byte);
  });
  view.setUint8(bytes.length, 0x80);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, (bytes.length * 8) >>> 0);
  return Int32Array.from({ length: length / 4 }, (_, index) => view.getInt32(index * 4));
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
