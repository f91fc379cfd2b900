import type { CopiedDeckFacts, CopiedNote } from '#src/domain/copied-deck.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import type { Instant } from '#src/domain/ids.ts';
import { copyFormat, copyLimits, copyVersion } from './copy.ts';
import { ZipError, ZipWriter } from './zip.ts';

/** What a copy says of itself. */
export interface CopyFacts {
  readonly savedAt: Instant;
  /** The version of the app that wrote it. */
  readonly app: string;
}

/**
 * Writes a copy part by part, so that whoever saves a large one can let the page work in between: see
 * docs/copy-format.md. `readCopy` reads it back. Every method throws a `ZipError` where the copy would
 * become larger than any is read.
 */
export class CopyWriter {
  readonly #zip = new ZipWriter();
  #bytes = 0;
  #events = { parts: 0, count: 0 };
  #decks = 0;
  #deckParts = 0;
  #media = 0;

  /** Some events, after those added before, in the order of their ids. */
  addEvents(events: readonly AnyEvent[]): void {
    if (events.length === 0) return;
    this.#events = { parts: this.#events.parts + 1, count: this.#events.count + events.length };
    this.#addJson(`events/${this.#events.parts}.json`, toLines(events));
  }

  /** A deck that was brought in; its notes follow by `addNotes`. */
  addDeck({ media, origin, ...facts }: CopiedDeckFacts, notes: number): void {
    this.#decks += 1;
    this.#deckParts = 0;
    const json = {
      ...facts,
      origin: { ...origin, minted: [...origin.minted] },
      media: [...media],
      count: notes,
    };
    this.#addJson(`decks/${this.#decks}/deck.json`, `${JSON.stringify(json)}\n`);
  }

  /** Some notes of the deck added last, after those added before. */
  addNotes(notes: readonly CopiedNote[]): void {
    this.#deckParts += 1;
    this.#addJson(`decks/${this.#decks}/${this.#deckParts}.json`, toLines(notes));
  }

  /** A file that notes name, by the SHA-256 of its bytes. */
  addMedia(hash: string, bytes: Uint8Array): void {
    this.#media += 1;
    this.#add(`media/${hash}`, bytes, true);
  }

  /** The copy, whole once its parts stand one after the other. */
  finish({ savedAt, app }: CopyFacts): readonly Uint8Array[] {
    const head = {
      ...{ format: copyFormat, version: copyVersion },
      ...{ savedAt: new Date(savedAt).toISOString(), app },
      ...{ count: this.#events.count, decks: this.#decks, media: this.#media },
    };
    this.#addJson('copy.json', `${JSON.stringify(head)}\n`);
    return this.#zip.finish();
  }

  #addJson(name: string, text: string): void {
    this.#add(name, new TextEncoder().encode(text), false);
  }

  #add(name: string, content: Uint8Array, isPacked: boolean): void {
    this.#bytes += content.length;
    if (this.#bytes > copyLimits.totalBytes)
      throw new ZipError('would hold more than is read back');
    this.#zip.add(name, content, isPacked);
  }
}

/** One a line, so that copies can be compared. */
function toLines(items: readonly unknown[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;
}
