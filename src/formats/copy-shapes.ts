import * as v from 'valibot';
import type { CopiedDeckFacts, CopiedNote } from '#src/domain/copied-deck.ts';
import type { HomeId, NoteId } from '#src/domain/ids.ts';
import { describeIssue } from './describe-issue.ts';

const text = v.string();
const filled = v.pipe(text, v.nonEmpty());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'is no SHA-256'));
const noteId = v.pipe(
  text,
  v.regex(/^[^:#\n]+:[^\n]+$/, 'is not a note id'),
  v.transform((id) => id as NoteId),
);
/** What events and ids of notes name a deck by; the shipped bank's content is in no copy. */
const homeId = v.pipe(
  text,
  v.regex(/^(?!cairn$)[^:#.\n]+$/, 'is not the id of a deck that was brought in'),
  v.transform((id) => id as HomeId),
);

/** By hand, for the library drops keys such as "constructor", which may be a field's name. */
function isRecordOf<Value>(isValue: (value: unknown) => value is Value) {
  return v.custom<Readonly<Record<string, Value>>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every(isValue),
    'is no list of values by name',
  );
}

const noteType = v.strictObject({
  key: text,
  name: text,
  kind: v.picklist(['standard', 'cloze']),
  fields: v.array(text),
  templates: v.array(v.strictObject({ name: text, front: text, back: text })),
  css: text,
  rtlFields: v.exactOptional(v.array(text)),
  latexPreamble: v.exactOptional(text),
});

/** Never more than what an import accepted, so shapes alone are checked and no limits. */
const deckShape = v.strictObject({
  edition: filled,
  home: homeId,
  title: filled,
  decks: v.pipe(v.array(text), v.minLength(1)),
  noteTypes: v.array(noteType),
  origin: v.strictObject({
    format: text,
    title: text,
    minted: v.array(v.tuple([text, noteId])),
    missing: v.array(noteId),
  }),
  media: v.array(v.tuple([text, hash])),
  count,
});

const noteShape = v.strictObject({
  id: noteId,
  source: v.strictObject({
    kind: v.picklist(['basic', 'reversed', 'cloze', 'choice', 'typed', 'rubric', 'template']),
    fields: isRecordOf((value) => typeof value === 'string'),
    tags: v.array(text),
    noteType: v.exactOptional(text),
  }),
  decks: isRecordOf(
    (value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  ),
});

/** What a deck of a copy says of itself and how many notes it promises, or which field is wrong. */
export function parseDeckFacts(
  json: unknown,
): { readonly facts: CopiedDeckFacts; readonly count: number } | { readonly error: string } {
  const read = v.safeParse(deckShape, json);
  if (!read.success) return { error: describeIssue(read.issues[0]) };
  const { count: promised, origin, media, ...facts } = read.output;
  const isOwn = facts.edition.startsWith(`${facts.home}.`);
  if (!isOwn || !/^\.[0-9a-z]+$/.test(facts.edition.slice(facts.home.length))) {
    return { error: 'edition: is not one of this deck' };
  }
  const minted = new Map(origin.minted);
  return {
    facts: { ...facts, origin: { ...origin, minted }, media: new Map(media) },
    count: promised,
  };
}

/** A note of a deck of a copy, or which field is wrong. */
export function parseCopiedNote(
  json: unknown,
  { home, decks, noteTypes }: CopiedDeckFacts,
): CopiedNote | { readonly error: string } {
  const read = v.safeParse(noteShape, json);
  if (!read.success) return { error: describeIssue(read.issues[0]) };
  const { id, source } = read.output;
  if (!id.startsWith(`${home}:`)) return { error: 'id: is not one of this deck' };
  if (Object.values(read.output.decks).some((deck) => deck >= decks.length)) {
    return { error: 'decks: is none of the list' };
  }
  if (source.kind === 'template' && !noteTypes.some(({ key }) => key === source.noteType)) {
    return { error: 'source.noteType: is none of the list' };
  }
  return read.output;
}
