import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '#src/formats/markdown.ts';
import { readTextDeck } from '#src/formats/recognise/read-text-deck.ts';
import { recogniseFile, type RecognisedFile } from '#src/formats/recognise/recognise-file.ts';

function listExamples(path: string) {
  return parseMarkdown(readFileSync(path, 'utf8')).children.flatMap((node) =>
    node.type === 'code' ? [{ format: node.meta ?? node.lang, text: `${node.value}\n` }] : [],
  );
}

function recognise(text: string): RecognisedFile {
  return recogniseFile('example', new TextEncoder().encode(text));
}

describe('the documentation of imports', () => {
  it.each(listExamples('docs/importing.md'))(
    'has an example of $format that is read whole',
    ({ format, text }) => {
      const file = recognise(text);
      expect(file).toMatchObject({ format, text });
      if (!('text' in file) || file.format === 'roadmap') return;
      expect(readTextDeck(file.format, { name: 'example', text })).toMatchObject({ problems: [] });
    },
  );

  it('has a deck in JSON that is read whole', () => {
    const [example] = listExamples('docs/deck-format.md');
    const text = example?.text ?? '';
    expect(recognise(text)).toMatchObject({ format: 'cairn-deck' });
    expect(readTextDeck('cairn-deck', { name: 'example', text })).toMatchObject({
      title: 'Web',
      problems: [],
    });
  });
});
