import type { NoteFormats } from '#src/storage/store.ts';

/** The readers of notes and roadmaps, loaded when first used: nobody edits on every visit. */
export const noteFormats: NoteFormats = {
  compile: async (note) => (await import('./compile-source.ts')).compileSource(note),
  read: async (markdown) => (await import('./compile-source.ts')).readSource(markdown),
  linkRoadmap: async (roadmap, index, aliases) =>
    (await import('#src/formats/own-roadmap/link-own-roadmap.ts')).linkOwnRoadmap(
      roadmap,
      index,
      aliases,
    ),
};
