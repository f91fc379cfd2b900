import type { NoteKind } from '#src/domain/content.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { NoteType } from '../import/imported-deck.ts';
import { markClozes } from '../card-file/cloze-marks.ts';
import { escapeHtml } from '../escape-html.ts';
import { renderCloze } from '../render-cloze.ts';
import { renderMarkdown } from '../render-markdown.ts';
import { renderedToHtml } from '../rendered-to-html.ts';
import { toSha1 } from '../sha1.ts';
import { parseSimpleMarkdown } from '../simple-markdown.ts';
import { isJsonObject } from './json-values.ts';
import { ownNoteTypes, type OwnTypeName } from './own-note-types.ts';

/** A note of ours: its texts are Markdown, by the names of `noteFields`. */
export interface OwnNote {
  readonly kind: NoteKind;
  readonly fields: NoteSource['fields'];
}

/** A note as Anki holds it. */
export interface WrittenNote {
  readonly noteType: NoteType;
  /** HTML, in the order of the note type's fields. */
  readonly values: readonly string[];
}

const kinds: readonly NoteKind[] = ['basic', 'reversed', 'cloze', 'choice', 'typed', 'rubric'];

/**
 * A note of ours for Anki: its Markdown drawn as HTML, and kept as it is in a comment at the end of
 * the last field, so that `readOwnNote` gives the same note back.
 */
export function writeOwnNote(note: OwnNote): WrittenNote {
  const typeName = toTypeName(note);
  const read = (name: string) => readField(note, name);
  const html = (name: string) => toHtml(read(name));
  const extra = html('why') + toList(read('sources'));
  const values: Readonly<Record<OwnTypeName, () => readonly string[]>> = {
    basic: () => [html('question'), html('answer') + extra],
    reversed: () => [html('question'), html('answer') + extra],
    cloze: () => [toClozeHtml(read('text')), extra],
    'two-way': () => [
      ...['question', 'answer', 'reverse-question', 'reverse-answer'].map(html),
      extra,
      '',
    ],
    choice: () => [
      ...['question', 'answer', 'because', 'wrong-1', 'because-1', 'wrong-2', 'because-2'].map(
        html,
      ),
      extra,
      '',
    ],
    typed: () => [
      html('question'),
      escapeHtml(read('answer')),
      toLines(read('also')).map(escapeHtml).join('<br>'),
      escapeHtml(read('match')),
      extra,
      '',
    ],
    rubric: () => [html('question'), toPoints(read('points')), extra, ''],
  };
  const noteType = ownNoteTypes[typeName];
  const written = values[typeName]().map(cleanForAnki);
  const comment = toComment(note, sumValues(noteType, written));
  return { noteType, values: written.with(-1, (written.at(-1) ?? '') + comment) };
}

/**
 * The note of ours that Anki holds here, its Markdown as it was written. Undefined where it is
 * another's, or where its text was changed in Anki: what the learner sees there counts then.
 */
export function readOwnNote(noteType: NoteType, values: readonly string[]): OwnNote | undefined {
  const last = values.at(-1) ?? '';
  const start = last.lastIndexOf(commentStart);
  if (start < 0 || !last.endsWith(commentEnd)) return undefined;
  const found = readComment(last.slice(start + commentStart.length, -commentEnd.length));
  if (found === undefined) return undefined;
  const written = values.with(-1, last.slice(0, start));
  return found.sum === sumValues(noteType, written) ? found.note : undefined;
}

/** The ordinal of a card of ours by the number of its template in Anki, from 0. */
export function toOwnOrdinal(kind: NoteKind, template: number): string {
  if (kind === 'cloze') return `c${template + 1}`;
  return kind === 'reversed' && template === 1 ? 'reverse' : String(template + 1);
}

function toTypeName(note: OwnNote): OwnTypeName {
  if (note.kind !== 'reversed') return note.kind;
  const hasReverse = ['reverse-question', 'reverse-answer'].some((name) => readField(note, name));
  return hasReverse ? 'two-way' : 'reversed';
}

function readField({ fields }: OwnNote, name: string): string {
  return Object.hasOwn(fields, name) ? (fields[name] ?? '') : '';
}

function toHtml(markdown: string): string {
  return renderedToHtml(renderMarkdown(parseSimpleMarkdown(markdown)));
}

function toLines(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}

function toList(text: string): string {
  const lines = toLines(text);
  if (lines.length === 0) return '';
  return `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}

/** A point goes on in lines that are set in. */
function toPoints(text: string): string {
  const points = text.split(/(?<!\n)\n+(?=\S)/).filter((point) => point.trim() !== '');
  return points.map((point) => `<li>${toHtml(point)}</li>`).join('');
}

/**
 * Hidden parts as Anki writes them. Where one starts inside some formatting and ends outside of it no
 * elements can show it; the text stands as it was written then.
 */
function toClozeHtml(text: string): string {
  const { text: marked, clozes } = markClozes(text);
  const tree = renderCloze(parseSimpleMarkdown(marked), clozes);
  if (tree === null) return escapeHtml(text);
  return renderedToHtml(tree, (number, hint, content) => {
    const shown = hint === undefined ? '' : `::${hideMarks(escapeHtml(hint))}`;
    return `{{c${number}::${hideMarks(content)}${shown}}}`;
  });
}

/** Two colons would begin a hint, two braces would end the part. */
function hideMarks(html: string): string {
  return html.replaceAll('::', ':&#58;').replaceAll('}}', '}&#125;').replace(/\}$/, '&#125;');
}

const commentStart = '<!--cairn ';
const commentEnd = '-->';

function toComment({ kind, fields }: OwnNote, sum: string): string {
  // Escaped so that nothing in it ends the comment, starts an element or hides a part of a cloze.
  const json = JSON.stringify({ kind, fields, sum }).replace(
    /[-<>:&\u007f-\uffff]/g,
    (sign, at: number, whole: string) =>
      sign === ':' && whole[at + 1] !== ':' && whole[at - 1] !== ':'
        ? sign
        : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return commentStart + json + commentEnd;
}

function readComment(text: string): { note: OwnNote; sum: unknown } | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(json) || !isJsonObject(json.fields)) return undefined;
  const kind = kinds.find((each) => each === json.kind);
  const fields = Object.entries(json.fields);
  if (kind === undefined || !fields.every(([, value]) => typeof value === 'string')) {
    return undefined;
  }
  const note = { kind, fields: Object.fromEntries(fields as [string, string][]) };
  return { note, sum: json.sum };
}

/** Tells whether a note was changed in Anki, whatever version of this app drew it. */
function sumValues({ name, fields }: NoteType, values: readonly string[]): string {
  const text = [name, ...fields, ...values].join('\u001f').normalize('NFC');
  return toSha1(new TextEncoder().encode(text));
}

/** The sign that parts fields may stand in none. */
function cleanForAnki(html: string): string {
  return html.replaceAll('\u001f', '');
}
