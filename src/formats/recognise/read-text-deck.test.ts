import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '#src/domain/ids.ts';
import { compileNoteSource } from '../notes/compile-note-source.ts';
import { isMarkdownSource } from '../notes/source-fields.ts';
import { expectDeck } from '../testing/read-sample.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { readTextDeck, type DeckTextFormat } from './read-text-deck.ts';

const { roadmap: _roadmap, ...samples } = textDeckSamples;
const formats = Object.keys(samples) as DeckTextFormat[];
const read = (format: DeckTextFormat, text: string) => readTextDeck(format, { name: 'Deck', text });

describe('readTextDeck', () => {
  it.each(formats)(
    'gives notes that can be shown, each once and in a deck of the list: %s',
    (format) => {
      const { format: said, decks, notes, noteTypes } = expectDeck(read(format, samples[format]));
      expect(said).toBe(format);
      expect(new Set(notes.map(({ key }) => key)).size).toBe(notes.length);
      for (const { source, cards } of notes) {
        for (const { deck } of cards) expect(decks[deck]).toEqual(expect.any(String));
        if (isMarkdownSource(source)) {
          expect(compileNoteSource(source, { id: 'x:y' as NoteId })).not.toHaveProperty('errors');
        } else expect(noteTypes.map(({ key }) => key)).toContain(source.noteType);
      }
    },
  );

  it.each(formats)('gives a deck or a reason for any damage: %s', (format) => {
    const sample = samples[format];
    const cut = fc.tuple(fc.nat(sample.length), fc.nat(40), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const text = cuts.reduce(
          (whole, [at, length, patch]) => whole.slice(0, at) + patch + whole.slice(at + length),
          sample,
        );
        const deck = read(format, text);
        if ('error' in deck) expect(deck.error).toMatch(/\.$/);
        else expect(deck.notes.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it.each(formats)('reads long runs of what marks something: %s', (format) => {
    for (const sign of [
      '`',
      '``` ',
      '==',
      '::',
      '[',
      '{{c1::',
      '<',
      '"',
      '#',
      '-',
      ' ',
      '\t,',
      '*',
      '(',
      '\n',
      'Q: ',
    ]) {
      const deck = read(format, `${samples[format]}\n${sign.repeat(20_000)}x`);
      expect('error' in deck || deck.notes.length > 0).toBe(true);
    }
  });
});
