import { isCairnDeck } from '../cairn-deck/cairn-deck.ts';
import { importLimits, tooLargeText } from '../import/import-limits.ts';
import type { DeckFormat } from '../import/imported-deck.ts';
import { isJsonObject, parseJson, readKey } from '../import/json-value.ts';
import { decodeText, type DecodedText } from './decode-text.ts';
import { offerRepair, type TextRepair } from './offer-repair.ts';
import { recogniseText, type MarkedFormat } from './recognise-text.ts';
import { listZipNames } from './zip-names.ts';

/** What a file is: bytes for whoever unpacks them, or a text with the format that reads it. */
export type RecognisedFile =
  | { readonly format: 'anki-package' | 'anki-collection' }
  | RecognisedText
  | { readonly error: string };

export interface RecognisedText extends DecodedText {
  readonly format: Exclude<DeckFormat, 'anki-package' | 'anki-collection'>;
  /** Where the text looks damaged by a wrong encoding: to be shown and asked about, never made silently. */
  readonly repair?: TextRepair;
}

/** Says what a file is by what is in it; its name is only used in what is said of it. Never throws. */
export function recogniseFile(name: string, bytes: Uint8Array): RecognisedFile {
  if (bytes.length === 0) return { error: `“${name}” is empty. Nothing was imported.` };
  const packed = recogniseBytes(name, bytes);
  if (packed !== undefined) return packed;
  if (bytes.length > importLimits.textBytes) return { error: tooLargeText };
  const decoded = decodeText(bytes);
  if (decoded === undefined) return { error: describeUnknown(name) };
  const { text } = decoded;
  if (text.trim() === '') return { error: `“${name}” is empty. Nothing was imported.` };
  const format = recogniseJson(name, text) ?? recogniseText(text) ?? noCards(name);
  if (typeof format === 'object') return format;
  const repair = offerRepair(text);
  return { ...decoded, format, ...(repair !== undefined && { repair }) };
}

function recogniseBytes(name: string, bytes: Uint8Array): RecognisedFile | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (start === 'SQLite format 3\0') return { format: 'anki-collection' };
  if (!start.startsWith('PK')) return undefined;
  const names = listZipNames(bytes);
  if (names === undefined) {
    return {
      error: `“${name}” is a package that is damaged or cut short. Nothing was imported. Download or export it again.`,
    };
  }
  if (names.some((each) => /^collection\.anki2(?:1b?)?$/.test(each))) {
    return { format: 'anki-package' };
  }
  if (names.includes('[Content_Types].xml')) {
    return {
      error: `“${name}” is an office document. Nothing was imported. Save the table as CSV or the text as plain text, and import that.`,
    };
  }
  return {
    error: `“${name}” is a zip without an Anki collection. Nothing was imported. Unpack it and import the files in it.`,
  };
}

function recogniseJson(
  name: string,
  text: string,
): MarkedFormat | { readonly error: string } | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  const json = parseJson(text);
  if (!isJsonObject(json)) {
    const isOurs = /"(?:cairn-deck|cairn-copy|crowdanki_uuid)"/.test(text.slice(0, 10_000));
    return isOurs
      ? {
          error: `“${name}” is damaged or cut short. Nothing was imported. Save or export it again where it came from.`,
        }
      : undefined;
  }
  if (readKey(json, 'format') === 'cairn-copy') {
    return {
      error: `“${name}” is a saved copy of all you did in Cairn. Restore it in Settings, under Data.`,
    };
  }
  if (isCairnDeck(json)) return 'cairn-deck';
  if (readKey(json, '__type__') === 'Deck' || Array.isArray(readKey(json, 'note_models'))) {
    return 'crowdanki';
  }
  return {
    error: `“${name}” is JSON, but neither a deck of Cairn nor of CrowdAnki. Nothing was imported.`,
  };
}

function noCards(name: string): { readonly error: string } {
  return {
    error: `No cards were found in “${name}”. Nothing was imported. A line for each card, with a tab between question and answer, is the simplest form that can be read.`,
  };
}

function describeUnknown(name: string): string {
  return `“${name}” is neither text nor an Anki package. Nothing was imported. Decks are read from Anki packages, tables, Markdown and JSON.`;
}
