import { CopyEvents } from './copy-events.ts';
import {
  copyFormat,
  copyLimits,
  describeNoCopy,
  findHeadError,
  listMissing,
  readInstant,
  tooLarge,
  useAnother,
  type Copy,
} from './copy.ts';
import { isJsonObject, parseJson } from './import/json-value.ts';
import { readCopyParts, type CopyReading } from './read-copy-parts.ts';
import { isZip } from './zip.ts';

/**
 * Reads a copy of any version up to this app's. A file that is no copy, is cut short or was written
 * by a newer app gives an error with what to do. An event, note or file that is damaged is left out
 * and listed among the problems; the others stand. Never rejects.
 */
export async function readCopy(
  bytes: Uint8Array,
  reading: CopyReading,
): Promise<Copy | { readonly error: string }> {
  if (bytes.length > copyLimits.totalBytes) return { error: tooLarge };
  if (isZip(bytes)) return readCopyParts(bytes, reading);
  if (bytes.length > copyLimits.textBytes) return { error: tooLarge };
  return readTextCopy(new TextDecoder().decode(bytes));
}

/** A copy of version 1 or 2: one text. */
function readTextCopy(text: string): Copy | { readonly error: string } {
  // Editors on some systems put a byte order mark in front.
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  if (value === undefined) return { error: describeUnreadable(text) };
  const json = isJsonObject(value) ? value : {};
  const error = findHeadError(json);
  if (error !== undefined) return { error };
  const { events: list, count } = json;
  if (!Array.isArray(list)) {
    return { error: `This copy is damaged: its events are missing. ${useAnother}` };
  }
  const events = new CopyEvents();
  events.add(list);
  const problems = [...listMissing('events', count, list.length), ...events.problems];
  const savedAt = readInstant(json.savedAt);
  return { savedAt, events: events.list(), decks: [], media: [], problems };
}

function describeUnreadable(text: string): string {
  if (text.trim() === '') return `This file is empty. ${useAnother}`;
  if (text.slice(0, 200).includes(`"${copyFormat}"`)) {
    return `This copy is damaged or cut short, so none of it was used. ${useAnother}`;
  }
  return describeNoCopy('it holds no JSON');
}
