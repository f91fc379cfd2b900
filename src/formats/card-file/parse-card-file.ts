import type { Problem } from '../problem.ts';
import { buildNote, type NoteDraft } from './build-note.ts';
import type { CardFile, Field, Located, SourceNote } from './card-file.ts';
import { classifyLine, closesFence, takeOffEscape, type Line } from './classify-line.ts';
import {
  findNoteHeading,
  isEscapedHeading,
  readNoteHeading,
  type CardFileRules,
} from './note-heading.ts';
import { readCardFrontMatter } from './read-card-front-matter.ts';

/** A field while its lines are read. */
interface OpenField {
  readonly label: Field['label'];
  readonly line: number;
  readonly lines: string[];
}

interface OpenNote {
  readonly draft: Omit<NoteDraft, 'fields' | 'markdown'> | null;
  readonly fields: OpenField[];
  readonly lines: string[];
}

type State =
  | { readonly name: 'before' }
  | { readonly name: 'heading'; readonly note: OpenNote }
  | { readonly name: 'field'; readonly note: OpenNote; readonly field: OpenField }
  | {
      readonly name: 'fence';
      readonly note: OpenNote;
      readonly field: OpenField;
      readonly marker: string;
      readonly line: number;
    };

export interface ParsedCardFile {
  readonly file: CardFile;
  /** Every mistake of the file in order of lines; a note with one is left out of `file.notes`. */
  readonly problems: readonly Problem[];
}

/** Reads a concept's file of cards: `docs/card-format.md` is the contract. Never throws. */
export function parseCardFile(text: string, rules: CardFileRules = 'bank'): ParsedCardFile {
  const front = readCardFrontMatter(text);
  const { notes, ids, problems: own } = parseNotes(front.body, front.bodyLine, rules);
  const { title, aliases, topics, sources } = front;
  const problems = [...front.problems, ...own].sort((a, b) => a.line - b.line);
  return { file: { title, aliases, topics, sources, notes, ids }, problems };
}

/** Reads notes without the front matter before them; `firstLine` is the line on which the text starts. Never throws. */
export function parseNotes(
  text: string,
  firstLine: number,
  rules: CardFileRules,
): Pick<CardFile, 'notes' | 'ids'> & { readonly problems: readonly Problem[] } {
  const reader = new Reader(firstLine, rules);
  let state: State = { name: 'before' };
  for (const line of text.split(/\r\n|\n|\r/)) state = reader.next(state, line);
  reader.finish(state);
  return reader;
}

class Reader {
  readonly problems: Problem[] = [];
  readonly notes: SourceNote[] = [];
  readonly ids: Located[] = [];
  #line: number;
  #reportedPreface = false;
  readonly #rules: CardFileRules;

  constructor(firstLine: number, rules: CardFileRules) {
    this.#line = firstLine - 1;
    this.#rules = rules;
  }

  /** State × kind of line → next state, or a problem with the line. */
  next(state: State, text: string): State {
    this.#line += 1;
    if (state.name === 'fence') return this.#inFence(state, text);
    const isRubric = state.name !== 'before' && state.note.draft?.kind === 'rubric';
    const escaped = takeOffEscape(text, isRubric);
    if (escaped !== null) return this.#escapedLine(state, text, escaped);
    const line = classifyLine(text);
    if (line.kind === 'heading') {
      this.finish(state);
      return this.#open(line.text, text);
    }
    if (state.name === 'before') return this.#beforeFirstNote(state, line);

    state.note.lines.push(text);
    if (line.kind === 'title') {
      this.#report('A card file has no headings but those of its notes, which begin with "## ".');
      return state;
    }
    if (line.kind === 'misspelt') {
      this.#report(
        `"${line.written}" looks like the label "${line.label}:". Write it so, at the start of the line with a space after it, or word the line differently.`,
      );
      return state;
    }
    if (line.kind === 'label') return this.#label(state.note, line.label, line.rest);
    if (line.kind === 'point' && state.note.draft?.kind === 'rubric') {
      return this.#label(state.note, 'point', line.rest);
    }
    return state.name === 'heading'
      ? this.#afterHeading(state, line)
      : this.#inField(state, line, text);
  }

  /** Closes what is open, at the next note or at the end of the file. */
  finish(state: State): void {
    if (state.name === 'before') return;
    const { draft, fields, lines } = state.note;
    if (state.name === 'fence') {
      const message = `This code block is never closed. End it with a line "${state.marker}".`;
      this.problems.push({ line: state.line, message });
      return;
    }
    if (draft === null) return;
    const markdown = `${lines.join('\n').trim()}\n`;
    const closed = fields.map(({ label, line, lines: own }) => ({
      label,
      line,
      text: own.join('\n').trimEnd(),
    }));
    const { note, problems } = buildNote({ ...draft, fields: closed, markdown }, this.#rules);
    this.problems.push(...problems);
    if (note !== undefined) this.notes.push(note);
  }

  #open(heading: string, text: string): State {
    const read = readNoteHeading(heading, this.#rules);
    const line = this.#line;
    if (read.id !== undefined) this.ids.push({ text: read.id, line });
    if ('problem' in read) this.#report(read.problem);
    const draft = 'heading' in read ? { ...read.heading, line } : null;
    return { name: 'heading', note: { draft, fields: [], lines: [text] } };
  }

  #beforeFirstNote(state: State, line: Line): State {
    if (line.kind !== 'blank' && !this.#reportedPreface) {
      this.#reportedPreface = true;
      this.#report('This text belongs to no note. Begin a note with "## kind note-id · range".');
    }
    return state;
  }

  #afterHeading(state: State, line: Line): State {
    if (line.kind !== 'blank') {
      this.#report('This text has no label. Begin the line with one, such as "Q:".');
    }
    return state;
  }

  #label(note: OpenNote, label: Field['label'], rest: string): State {
    const field = { label, line: this.#line, lines: [rest] };
    note.fields.push(field);
    return { name: 'field', note, field };
  }

  #inField(state: State & { name: 'field' }, line: Line, text: string): State {
    state.field.lines.push(text);
    if (line.kind !== 'fence') return state;
    return { ...state, name: 'fence', marker: line.marker, line: this.#line };
  }

  #inFence(state: State & { name: 'fence' }, text: string): State {
    // A whole note heading inside a block means its end was forgotten; read on, or one slip would swallow the file.
    const heading = findNoteHeading(text, this.#rules);
    if (heading !== undefined) {
      this.finish(state);
      return this.#open(heading, text);
    }
    state.note.lines.push(text);
    const isEscaped = isEscapedHeading(text, this.#rules);
    state.field.lines.push(isEscaped ? text.slice(1) : text);
    return closesFence(text, state.marker)
      ? { name: 'field', note: state.note, field: state.field }
      : state;
  }

  #escapedLine(state: Exclude<State, { name: 'fence' }>, written: string, text: string): State {
    if (state.name === 'before') return this.#beforeFirstNote(state, { kind: 'text' });
    state.note.lines.push(written);
    return state.name === 'field'
      ? this.#inField(state, { kind: 'text' }, text)
      : this.#afterHeading(state, { kind: 'text' });
  }

  #report(message: string): void {
    this.problems.push({ line: this.#line, message });
  }
}
