/** A zstd frame of one raw block with its size in the header: packed as little as the format allows. */
export function toZstdFrame(content: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [];
  const blockBytes = 100_000;
  for (let at = 0; at === 0 || at < content.length; at += blockBytes) {
    const part = content.subarray(at, at + blockBytes);
    const isLast = at + blockBytes >= content.length ? 1 : 0;
    const head = (part.length << 3) | isLast;
    blocks.push(Uint8Array.of(head & 255, (head >> 8) & 255, head >> 16), part);
  }
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, content.length, true);
  // Single segment, size in four bytes.
  return joinBytes([Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0), size, ...blocks]);
}

/** A frame that says it repeats one byte `count` times, in blocks of a few bytes: a bomb. */
export function toZstdBomb(blocks: number): Uint8Array {
  const head = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58);
  const size = 131_072;
  const block = (isLast: boolean) => {
    const word = (size << 3) | (1 << 1) | (isLast ? 1 : 0);
    return Uint8Array.of(word & 255, (word >> 8) & 255, word >> 16, 0);
  };
  return joinBytes([head, ...Array.from({ length: blocks }, (_, at) => block(at === blocks - 1))]);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
