import { parseCardFile } from '../card-file/parse-card-file.ts';
import { DeckBuilder } from '../import/deck-builder.ts';
import { listSourceOrdinals } from '../import/list-source-ordinals.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { toDeckTitle } from '../import/to-deck-title.ts';
import { toReadNote } from '../notes/read-note.ts';

/** Reads a card file as a deck: its notes keep the ids that their headings give them. A note with a mistake is left out and told. */
export function readCardDeck({ name, text }: DeckText): ReadDeck {
  const { file, problems } = parseCardFile(text, 'own');
  const title = toDeckTitle(file.title, name);
  const builder = new DeckBuilder({ format: 'card-file', description: 'Card file', title });
  for (const { line, message } of problems) builder.report(message, { line });
  for (const note of file.notes) {
    const { id, source, deck } = toReadNote(note);
    const ordinals = listSourceOrdinals(source);
    const sources = source.fields.sources ?? file.sources.map((each) => each.text).join('\n');
    const fields = sources === '' ? source.fields : { ...source.fields, sources };
    const place = { line: note.line };
    builder.addNote({ source: { ...source, fields }, ordinals, place, key: id, deck });
  }
  return builder.build();
}
