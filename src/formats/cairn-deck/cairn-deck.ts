import * as v from 'valibot';
import { describeIssue } from '../describe-issue.ts';
import { importLimits } from '../import/import-limits.ts';
import type {
  ImportedDeck,
  ImportedMedia,
  ImportedNote,
  NoteType,
} from '../import/imported-deck.ts';
import {
  isJsonObject,
  parseJson,
  readKey,
  readObjects,
  type JsonObject,
} from '../import/json-value.ts';
import { readJoinedHomes } from '../import/joined-home.ts';
import { ProblemList } from '../import/problem-list.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { headShape, noteShape, noteTypeShape } from './deck-shape.ts';

/** The version of the deck format that `writeCairnDeck` writes: see docs/deck-format.md. */
export const cairnDeckVersion = 1;

const formatName = 'cairn-deck';

/** Whether a JSON object says that it is a deck of ours, of any version. */
export function isCairnDeck(json: JsonObject): boolean {
  return readKey(json, 'format') === formatName;
}

/** A deck as JSON with all that it holds, media included, a note a line so that decks can be compared. */
export function writeCairnDeck(deck: ImportedDeck): string {
  const { title, decks, settings, parameters, zone, homes, noteTypes, notes, media } = deck;
  const head = {
    format: formatName,
    version: cairnDeckVersion,
    title,
    decks,
    settings,
    parameters,
    zone,
    homes,
  };
  const list = (name: string, items: readonly unknown[]) =>
    `"${name}":[${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}]`;
  const files = media.map(({ name, bytes }) => ({ name, base64: toBase64(bytes) }));
  const parts = [list('noteTypes', noteTypes), list('notes', notes), list('media', files)];
  return `${JSON.stringify(head).slice(0, -1)},\n${parts.join(',\n')}}\n`;
}

/**
 * Reads a deck of any version up to this app's. A note, note type or file with something wrong in it is left out and
 * told; the others stand. Never throws.
 */
export function readCairnDeck({ text }: DeckText): ReadDeck {
  const json = parseJson(text);
  if (!isJsonObject(json)) return { error: `This deck is damaged or cut short. ${useAnother}` };
  const version = readKey(json, 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { error: `This deck does not say which version its format has. ${useAnother}` };
  }
  if (version > cairnDeckVersion) {
    return {
      error: `This deck was saved by a newer version of Cairn (format ${version}; this app reads up to ${cairnDeckVersion}). Update the app, then import it again.`,
    };
  }
  const head = v.safeParse(headShape, json);
  if (!head.success)
    return { error: `This deck is damaged: ${describeIssue(head.issues[0])}. ${useAnother}` };
  const { title, decks, settings, parameters, zone } = head.output;
  const homes = readJoinedHomes(readKey(json, 'homes'));
  const problems = new ProblemList();
  const noteTypes = readObjects(json, 'noteTypes').flatMap((item, index): NoteType[] => {
    const read = v.safeParse(noteTypeShape, item);
    if (read.success) return [read.output];
    problems.report(`Note type ${index + 1} was left out: ${describeIssue(read.issues[0])}.`);
    return [];
  });
  const notes = readNotes(json, decks.length, noteTypes, problems);
  if (notes.length === 0)
    return { error: `No note of this deck can be used. ${useAnother}`, problems: problems.list() };
  return {
    format: 'cairn-deck',
    description: `Cairn deck (format ${version})`,
    title,
    decks,
    noteTypes,
    notes,
    media: readMedia(json, problems),
    settings,
    ...(parameters !== undefined && { parameters }),
    ...(zone !== undefined && { zone }),
    ...(homes !== undefined && { homes }),
    problems: problems.list(),
  };
}

const useAnother = 'Nothing was imported. Save the deck again where it came from.';

function readNotes(
  json: JsonObject,
  decks: number,
  noteTypes: readonly NoteType[],
  problems: ProblemList,
): ImportedNote[] {
  const types = new Set(noteTypes.map(({ key }) => key));
  const keys = new Set<string>();
  const notes: ImportedNote[] = [];
  const list = readKey(json, 'notes');
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  for (const [index, item] of items.entries()) {
    const read = v.safeParse(noteShape, item);
    const wrong = read.success
      ? findContradiction(read.output, decks, types, keys)
      : describeIssue(read.issues[0]);
    if (read.success && wrong === undefined && notes.length < importLimits.notes) {
      notes.push(read.output);
      keys.add(read.output.key);
    } else {
      const reason = wrong ?? `a deck has ${importLimits.notes} notes at most`;
      problems.report(`This note was left out: ${reason}.`, index + 1);
    }
  }
  return notes;
}

/** What the shape alone does not say. */
function findContradiction(
  { key, source, cards }: ImportedNote,
  decks: number,
  types: ReadonlySet<string>,
  keys: ReadonlySet<string>,
): string | undefined {
  if (keys.has(key)) return 'an earlier note has its key';
  if (source.kind === 'template' && !types.has(source.noteType ?? ''))
    return 'its note type is not there';
  if (cards.some(({ deck }) => deck >= decks)) return 'a card lies in no deck of the list';
  const ordinals = cards.map(({ ordinal }) => ordinal);
  return new Set(ordinals).size < ordinals.length ? 'it has a card twice' : undefined;
}

function readMedia(json: JsonObject, problems: ProblemList): ImportedMedia[] {
  const names = new Set<string>();
  return readObjects(json, 'media').flatMap((item, index): ImportedMedia[] => {
    const { base64 } = item;
    const name = typeof item.name === 'string' ? item.name.normalize('NFC') : '';
    const bytes = typeof base64 === 'string' ? fromBase64(base64) : undefined;
    const isTaken = names.has(name);
    if (name !== '' && !/[/\\\0]/.test(name) && bytes !== undefined && !isTaken) {
      names.add(name);
      return [{ name, bytes }];
    }
    const reason = isTaken ? 'an earlier one has its name' : 'it is damaged';
    problems.report(`Media file ${index + 1} was left out: ${reason}.`);
    return [];
  });
}
