import { noteFields } from '#src/domain/note-source.ts';
import type { Copy } from '#src/formats/copy.ts';
import type {
  ImportedCard,
  ImportedDeck,
  ImportedNote,
  ImportProblem,
} from '#src/formats/import/imported-deck.ts';
import type { Outline, OutlineSection, OutlineTopic } from '#src/formats/roadmap/outline.ts';

/** A reader gave what its type says it never gives. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** Throws where a condition does not hold; `what` says which. */
function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new BrokenPromise(what);
}

/** Throws a `BrokenPromise` where an error does not tell a person anything. */
export function checkErrorText(error: unknown): void {
  expect(typeof error === 'string' && error.trim() !== '', 'an error has no text');
  expect(/[.?]$/.test(error), `an error is no sentence: ${error}`);
  expect(!/\bundefined\b|\[object /.test(error), `an error says what nobody understands: ${error}`);
}

/** Throws a `BrokenPromise` where a deck is not what `ImportedDeck` says. */
export function checkDeck(deck: ImportedDeck): void {
  const { media, ...rest } = deck;
  checkNumbers(rest, 'deck');
  expect(isFilled(deck.title) && isFilled(deck.description), 'a deck has no title');
  for (const path of deck.decks) expect(typeof path === 'string', 'a path of a deck is no text');
  const types = new Set(deck.noteTypes.map(({ key }) => key));
  expect(types.size === deck.noteTypes.length, 'two note types have one key');
  const keys = new Set<string>();
  for (const note of deck.notes) {
    expect(isFilled(note.key) && !keys.has(note.key), `a key is empty or taken: ${note.key}`);
    keys.add(note.key);
    checkNote(note, types);
    for (const card of note.cards) checkCard(card, deck.decks.length);
  }
  const { parameters } = deck;
  expect(parameters === undefined || parameters.length === 21, 'there are not 21 parameters');
  checkProblems(deck.problems);
  const names = new Set(media.map(({ name }) => name));
  expect(names.size === media.length, 'two files have one name');
  for (const { name, bytes } of media) {
    expect(isFilled(name) && !/[/\\\0]/.test(name), `a file has a path for a name: ${name}`);
    expect(name === name.normalize('NFC'), `the name of a file is not in one form: ${name}`);
    expect(bytes instanceof Uint8Array, 'a file has no bytes');
  }
}

function checkNote({ source, cards, place }: ImportedNote, types: ReadonlySet<string>): void {
  const isTemplate = source.kind === 'template';
  expect(isTemplate || Object.hasOwn(noteFields, source.kind), `a kind is none: ${source.kind}`);
  expect(
    !isTemplate || types.has(source.noteType ?? ''),
    'a note is drawn by a note type that is not there',
  );
  expect(
    Object.values(source.fields).every((text) => typeof text === 'string'),
    'a field holds no text',
  );
  expect(source.tags.every(isFilled), 'a tag is empty');
  const ordinals = new Set(cards.map(({ ordinal }) => ordinal));
  expect(ordinals.size === cards.length, 'two cards of a note have one ordinal');
  expect(('line' in place ? place.line : place.note) >= 0, 'a note stands nowhere');
}

function checkCard({ ordinal, deck, flag, schedule, reviews }: ImportedCard, decks: number): void {
  expect(/^(?:[1-9]\d*|reverse|c[1-9]\d*)$/.test(ordinal), `an ordinal is none: ${ordinal}`);
  expect(Number.isInteger(deck) && deck >= 0 && deck < decks, 'a card is in no deck');
  expect(flag === undefined || (flag >= 1 && flag <= 7), 'a flag is none');
  if (schedule !== undefined) {
    const { intervalDays, memory, reps, lapses } = schedule;
    expect(intervalDays === undefined || intervalDays > 0, 'an interval is not after today');
    expect(reps >= 0 && lapses >= 0, 'a count is below nothing');
    expect(
      memory === undefined ||
        (memory.stability > 0 && memory.difficulty >= 1 && memory.difficulty <= 10),
      'a memory is none',
    );
  }
  for (const { act } of reviews ?? []) {
    expect(act.kind !== 'graded' || act.durationMs >= 0, 'a review took less than no time');
  }
}

/** Throws a `BrokenPromise` where a saved copy is not what `Copy` says. */
export function checkCopy({ savedAt, events, decks, media, problems }: Copy): void {
  checkNumbers([savedAt, events], 'copy');
  let last = '';
  for (const { id, kind, subject } of events) {
    expect(id > last, `an event is not after the one before it: ${id}`);
    expect(isFilled(kind) && isFilled(subject), 'an event says nothing');
    last = id;
  }
  for (const deck of decks) {
    checkNumbers(deck, 'deck of a copy');
    expect(isFilled(deck.home) && isFilled(deck.edition), 'a deck of a copy has no id');
    for (const note of deck.notes) {
      expect(note.id.startsWith(`${deck.home}:`), 'a note is not of its deck');
      expect(
        Object.values(note.decks).every((at) => at < deck.decks.length),
        'a card is in no deck',
      );
    }
  }
  for (const { read } of media) expect(read() instanceof Uint8Array, 'a file has no bytes');
  checkProblems(problems);
}

/** Throws a `BrokenPromise` where an outline is not what `Outline` says. */
export function checkOutline({ title, sections, warnings }: Outline): void {
  checkNumbers([sections, warnings], 'outline');
  expect(typeof title === 'string', 'a roadmap has no title');
  const check = ({ title: name, line, topics }: OutlineSection | OutlineTopic) => {
    expect(isFilled(name), `the topic of line ${line} has no title`);
    expect(line >= 1, `a topic stands nowhere: ${name}`);
    topics?.forEach(check);
  };
  sections.forEach(check);
}

function checkProblems(problems: readonly Pick<ImportProblem, 'message'>[]): void {
  for (const { message } of problems) {
    expect(isFilled(message), 'a problem has no words');
    expect(!/\bundefined\b|\[object /.test(message), `a problem says nothing: ${message}`);
  }
}

/** Every number below a value is one that can be stored, compared and counted with. */
function checkNumbers(value: unknown, path: string): void {
  if (typeof value === 'number') expect(Number.isFinite(value), `${path} is ${value}`);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  for (const [key, item] of entries) checkNumbers(item, `${path}.${String(key)}`);
}

function isFilled(text: unknown): boolean {
  return typeof text === 'string' && text !== '';
}
