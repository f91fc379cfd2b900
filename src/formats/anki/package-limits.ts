/** What is read of a package at most: far more than anyone learns, and little enough to end. */
export const packageLimits = {
  /** Of the file itself. */
  bytes: 1024 * 1024 * 1024,
  /** Of the collection, unpacked. */
  collectionBytes: 512 * 1024 * 1024,
  /** Of all media together, unpacked. */
  mediaBytes: 1024 * 1024 * 1024,
  notes: 500_000,
  /** Fields of all notes together. */
  values: 5_000_000,
  cards: 1_000_000,
  reviews: 3_000_000,
} as const;
