import type { NoteRange } from '#src/domain/content.ts';
import { closesFence, classifyLine, isStructure } from '../card-file/classify-line.ts';
import { encodeNoteId, findNoteHeading } from '../card-file/note-heading.ts';
import { toCardFields, type MarkdownSource } from './source-fields.ts';

/** What a note's block says of it besides its text. */
export interface NoteFacts {
  /** The note's id or key, of any characters. */
  readonly id: string;
  readonly range?: NoteRange;
  /** Path of its deck, parts parted by `::`; absent where the file as a whole says it. */
  readonly deck?: string;
}

/**
 * A note as a block of a card file under the rules `own`: heading, labels, texts. `readNote` reads the same note back.
 * Lines of its texts that would be labels or headings are written with a backslash before them.
 */
export function writeNote(source: MarkdownSource, { id, range, deck }: NoteFacts): string {
  const heading = `## ${source.kind} ${encodeNoteId(id)}${range === undefined ? '' : ` · ${range}`}`;
  const isRubric = source.kind === 'rubric';
  const blocks = toCardFields(source).map(({ label, text }) =>
    label === 'point'
      ? `- [ ] ${escapeRest(text, isRubric)}`
      : `${label}:${startsFence(text) ? `\n${escapeLines(text.split('\n'), isRubric).join('\n')}` : ` ${escapeRest(text, isRubric)}`}`,
  );
  const facts = [
    ...(source.tags.length > 0 ? [`Tags: ${source.tags.map(encodeTag).join(' ')}`] : []),
    ...(deck === undefined ? [] : [`Deck: ${deck.replace(/\s+/g, ' ').trim()}`]),
  ];
  return `${[heading, '', ...blocks, ...facts].join('\n')}\n`;
}

/** White space parts tags. */
function encodeTag(tag: string): string {
  return tag.trim().replace(/\s+/g, '_');
}

/** A text that begins on its label's line: what stands there is never taken for structure. */
function escapeRest(text: string, isRubric: boolean): string {
  const [first = '', ...others] = text.split('\n');
  return [first, ...escapeLines(others, isRubric)].join('\n');
}

function startsFence(text: string): boolean {
  return classifyLine(text.split('\n', 1)[0] ?? '').kind === 'fence';
}

/** Follows code blocks as the reader does: inside them only a whole note heading needs its backslash. */
function escapeLines(lines: readonly string[], isRubric: boolean): string[] {
  let marker: string | null = null;
  return lines.map((line, index) => {
    const bare = line.replace(/^\\+/, '');
    if (marker !== null) {
      if (closesFence(line, marker)) marker = null;
      return findNoteHeading(bare, 'own') === undefined ? line : `\\${line}`;
    }
    const read = classifyLine(line);
    if (read.kind === 'fence' && isClosed(lines, index + 1, read.marker)) {
      marker = read.marker;
      return line;
    }
    return isStructure(bare, isRubric) ? `\\${line}` : line;
  });
}

function isClosed(lines: readonly string[], from: number, marker: string): boolean {
  for (let index = from; index < lines.length; index += 1) {
    if (closesFence(lines[index] ?? '', marker)) return true;
  }
  return false;
}
