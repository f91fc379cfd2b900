import type { NoteSource } from '#src/domain/note-source.ts';
import { toFirstFieldKey } from './first-field-key.ts';
import { importLimits } from './import-limits.ts';
import { ProblemList } from './problem-list.ts';
import { toFreeKey } from './to-free-key.ts';
import type {
  DeckFormat,
  ImportedCard,
  ImportedNote,
  ImportedSchedule,
  ImportProblem,
  NoteType,
} from './imported-deck.ts';
import type { ReadDeck } from './read-result.ts';

/** A note as a reader found it. */
export interface FoundNote {
  readonly source: NoteSource;
  readonly ordinals: readonly string[];
  readonly place: ImportedNote['place'];
  /** A guid or an explicit id; without one the first field tells the note apart. */
  readonly key?: string | undefined;
  /** What the note is known by instead of its first field, where that has more in it than the source calls the question. */
  readonly firstField?: string;
  /** Path of its deck; without one it is in the deck that has the file's title. */
  readonly deck?: string | undefined;
  /** By ordinal, for cards that are no longer new. */
  readonly schedules?: ReadonlyMap<string, ImportedSchedule>;
}

interface DeckFacts {
  readonly format: DeckFormat;
  readonly description: string;
  readonly title: string;
}

/** Puts together what a reader finds, with the rules that hold for every source: keys, decks, limits. */
export class DeckBuilder {
  readonly #facts: DeckFacts;
  readonly #notes: ImportedNote[] = [];
  readonly #noteTypeByKey = new Map<string, NoteType>();
  readonly #problems = new ProblemList();
  readonly #deckByPath = new Map<string, number>();
  readonly #countByKey = new Map<string, number>();
  #refused = 0;

  constructor(facts: DeckFacts) {
    this.#facts = facts;
  }

  report(message: string, place?: ImportProblem['place']): void {
    this.#problems.report(message, place);
  }

  addNoteType(noteType: NoteType): void {
    this.#noteTypeByKey.set(noteType.key, noteType);
  }

  addNote({ source, ordinals, place, key, firstField, deck, schedules }: FoundNote): void {
    if (this.#notes.length >= importLimits.notes) {
      this.#refused += 1;
      return;
    }
    const wanted =
      key ?? toFirstFieldKey(firstField ?? this.#firstFieldOf(source), source.kind === 'template');
    const free = toFreeKey(wanted, this.#countByKey);
    if (free !== wanted) {
      const what = key === undefined ? 'begins like' : 'has the id of';
      const message = `This note ${what} an earlier one. Both were taken; which is which rests on their order.`;
      this.report(message, place);
    }
    const deckIndex = this.#findDeck(deck ?? this.#facts.title);
    const cards = ordinals.map((ordinal): ImportedCard => {
      const schedule = schedules?.get(ordinal);
      return { ordinal, deck: deckIndex, ...(schedule !== undefined && { schedule }) };
    });
    this.#notes.push({ key: free, source, cards, place });
  }

  /** The deck, or why there is none: a file without a single note is no deck. */
  build(): ReadDeck {
    const refused = `Only the first ${importLimits.notes} notes were taken, and ${this.#refused} were left out. Split the file to import them all.`;
    const problems = this.#problems.list(this.#refused > 0 ? [refused] : []);
    if (this.#notes.length === 0) {
      const error = `No card was found in this file, which was read as: ${this.#facts.description}. Nothing was imported.`;
      return { error, problems };
    }
    return {
      ...this.#facts,
      decks: [...this.#deckByPath.keys()],
      noteTypes: [...this.#noteTypeByKey.values()],
      notes: this.#notes,
      media: [],
      settings: {},
      problems,
    };
  }

  #findDeck(path: string): number {
    const known = this.#deckByPath.get(path);
    if (known !== undefined) return known;
    const index = this.#deckByPath.size;
    this.#deckByPath.set(path, index);
    return index;
  }

  #firstFieldOf({ kind, fields, noteType }: NoteSource): string {
    const names = this.#noteTypeByKey.get(noteType ?? '')?.fields ?? [
      kind === 'cloze' ? 'text' : 'question',
    ];
    return fields[names[0] ?? ''] ?? '';
  }
}
