/** FNV-1a's prime and offset basis. */
const prime = 0x01000193;
const basis = 0x811c9dc5;

/** FNV-1a of the text's first `length` units, carried on from `hash`; not yet spread over all bits. */
export function mixText(hash: number, text: string, length = text.length): number {
  let mixed = hash;
  for (let index = 0; index < length; index += 1) {
    mixed = Math.imul(mixed ^ text.charCodeAt(index), prime);
  }
  return mixed;
}

/** FNV-1a of the text, as an unsigned 32-bit number: where a stored record goes, so never changed. */
export function hashText(text: string): number {
  return mixText(basis, text) >>> 0;
}

/** Murmur3's finish, to an unsigned 32-bit number: near inputs, as ids of one file are, end far apart. */
export function spread(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A 32-bit seed: the same text gives the same seed on every device. */
export function toSeed(text: string): number {
  return spread(mixText(basis, text));
}

/** The place, 0 to 2³² − 1, that the seed draws for the text; no other text has a say in it. */
export function drawPlace(seed: number, text: string): number {
  return spread(mixText(seed, text));
}

/** The items in an order drawn by the seed: a reload and a second tab see the same one. */
export function shuffle<Item>(items: readonly Item[], seed: string): Item[] {
  const start = toSeed(seed);
  return items
    .map((item, index) => ({ item, place: drawPlace(start, String(index)) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
