import { createHash } from 'node:crypto';
import type { HomeId, Instant, NoteId } from '#src/domain/ids.ts';
import { toCardId } from '#src/domain/ids.ts';
import { toImportedEvents } from '#src/domain/imported-history.ts';
import { readAnkiPackage } from '#src/formats/anki/read-anki-package.ts';
import { renderTemplate } from '#src/formats/anki/template/render-template.ts';
import { loadSqlite } from '#src/formats/anki/testing/load-sqlite.ts';
import type { ImportedDeck, ImportedNote } from '#src/formats/import/imported-deck.ts';
import { compileNoteSource } from '#src/formats/notes/compile-note-source.ts';
import { isMarkdownSource } from '#src/formats/notes/source-fields.ts';
import { parseEvent } from '#src/formats/parse-event.ts';
import { readCopy } from '#src/formats/read-copy.ts';
import { readTextDeck } from '#src/formats/recognise/read-text-deck.ts';
import { recogniseFile, type RecognisedText } from '#src/formats/recognise/recognise-file.ts';
import { readRoadmap } from '#src/formats/roadmap/read-roadmap.ts';
import {
  BrokenPromise,
  checkCopy,
  checkDeck,
  checkErrorText,
  checkOutline,
} from './check-promises.ts';

/** What became of a file: something that can be used, or an error in words. */
export type Outcome = 'deck' | 'copy' | 'outline' | 'error';

const home = 'deck-fuzz' as HomeId;
const device = 'fuzz';
const now = Date.UTC(2026, 2, 9, 10) as Instant;
/** Of a large deck the first notes are compiled and drawn: reading looked at all of them. */
const notesShown = 60;
const cardsShown = 8;

/**
 * Does with a file what the app does before anything is written: recognises it, reads it, compiles
 * and draws its cards, and makes events of its history. Throws a `BrokenPromise`, or whatever else
 * was thrown on the way.
 */
export async function readDeckFile(name: string, bytes: Uint8Array): Promise<Outcome> {
  const file = recogniseFile(name, bytes);
  if ('error' in file) return takeError(file.error);
  if (!('text' in file)) {
    const deck = await readAnkiPackage(bytes, { loadSqlite, fileName: name });
    return 'error' in deck ? takeError(deck.error) : takeDeck(deck);
  }
  if (file.repair !== undefined) readAs(file.format, file.repair.text);
  return readAs(file.format, file.text);
}

/** Reads a text as a format, whether it would be recognised as that or not. */
export function readAs(format: RecognisedText['format'], text: string): Outcome {
  if (format === 'roadmap') {
    const outline = readRoadmap(text, { fallbackTitle: 'Fuzz' });
    checkOutline(outline);
    return outline.sections.length === 0 ? 'error' : 'outline';
  }
  const deck = readTextDeck(format, { name: 'Fuzz', text });
  return 'error' in deck ? takeError(deck.error) : takeDeck(deck);
}

/** Reads a saved copy as Settings does; throws as `readDeckFile` does. */
export async function readCopyFile(bytes: Uint8Array): Promise<Outcome> {
  const copy = await readCopy(bytes, {
    digest: (content) => Promise.resolve(createHash('sha256').update(content).digest()),
    pause: () => Promise.resolve(),
  });
  if ('error' in copy) return takeError(copy.error);
  checkCopy(copy);
  return 'copy';
}

function takeError(error: string): Outcome {
  checkErrorText(error);
  return 'error';
}

function takeDeck(deck: ImportedDeck): Outcome {
  checkDeck(deck);
  deck.notes.forEach((note, index) => {
    const id = `${home}:${index}` as NoteId;
    if (index < notesShown) showNote(deck, note, id);
    checkHistory(deck, note, id);
  });
  return 'deck';
}

function showNote({ noteTypes, decks }: ImportedDeck, { source, cards }: ImportedNote, id: NoteId) {
  if (isMarkdownSource(source)) {
    const compiled = compileNoteSource(source, { id });
    if ('errors' in compiled) compiled.errors.forEach(checkErrorText);
    return;
  }
  const noteType = noteTypes.find(({ key }) => key === source.noteType);
  if (noteType === undefined) throw new BrokenPromise('a note has no note type');
  for (const { ordinal, deck } of cards.slice(0, cardsShown)) {
    const { fields, tags } = source;
    const hasMedia = () => false;
    renderTemplate({ noteType, fields, ordinal, tags, deck: decks[deck] ?? '', hasMedia });
  }
}

/** What would be stored must be what a copy of it can bring back. */
function checkHistory({ zone }: ImportedDeck, { cards }: ImportedNote, id: NoteId): void {
  for (const imported of cards) {
    const events = toImportedEvents({
      card: toCardId(id, imported.ordinal),
      imported,
      zone: zone ?? { offsetMinutes: 0, rolloverMinutes: 240 },
      parameters: null,
      now,
    });
    for (const event of events) {
      const json: unknown = JSON.parse(JSON.stringify({ ...event, device, act: event.id }));
      const read = parseEvent(json);
      if ('error' in read && !('id' in read)) {
        throw new BrokenPromise(`an event could not be read back: ${read.error}`);
      }
    }
  }
}
