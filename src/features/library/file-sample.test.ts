import { expect, it } from 'vitest';
import type { ImportedDeck } from '#src/formats/import/imported-deck.ts';
import { bringBasic, bringTemplate } from '#src/storage/test-decks.ts';
import { toSample } from './file-sample.ts';

const media = ['a.png', 'a b.mp3', 'other.png'].map((name) => ({ name, bytes: Uint8Array.of(1) }));
const deck: ImportedDeck = {
  ...{ format: 'anki-package', description: '', title: 'Spanish', decks: ['Spanish'] },
  ...{ noteTypes: [], notes: [], settings: {}, problems: [] },
  media,
};

it('holds the files that the fields of a note name', () => {
  const { note } = bringTemplate('c');
  if (note.kind !== 'template') throw new Error('not drawn by a note type');
  const fields = { Front: '<img src="a.png">', Back: '<audio src="a%20b.mp3"></audio>' };
  expect(toSample({ ...note, fields }, deck).media).toEqual(media.slice(0, 2));
});

it('holds no files for a note of our own kinds', () => {
  expect(toSample(bringBasic('a').note, deck)).not.toHaveProperty('media');
});
