import type { CompiledNote, Rendered } from '#src/domain/content.ts';
import type { ConceptId, NoteId } from '#src/domain/ids.ts';
import type { Content, SourceNote, SourceOption } from '../card-file/card-file.ts';
import { renderCloze } from '../render-cloze.ts';
import { renderMarkdown } from '../render-markdown.ts';
import type { PlaceFigures } from './place-figures.ts';

/** The shipped bank's home. */
const bankHome = 'cairn';

/** A note's id in the shipped bank. */
export function toBankNoteId(id: string): NoteId {
  return `${bankHome}:${id}` as NoteId;
}

/** What a note is besides its text: its id with its home, and its concept where it has one. */
export interface NotePlace {
  readonly id: NoteId;
  readonly concept?: ConceptId;
}

/**
 * Turns a written note of any home into what a card shows, its figures drawn by `placeFigures`. A string is what is
 * wrong where it cannot be shown: so far only a hidden part that starts inside some formatting and ends outside of it.
 */
export function compileNote(
  note: SourceNote,
  place: NotePlace,
  placeFigures: PlaceFigures,
): CompiledNote | string {
  const render = (content: Content) => placeFigures(renderMarkdown(content.tree));
  const renderOption = ({ content, because }: SourceOption) => ({
    content: render(content),
    because: because ? render(because) : [],
  });
  const base = {
    ...place,
    ...(note.range !== undefined && { range: note.range }),
    ...(note.why && { why: render(note.why) }),
    ...(note.sources.length > 0 && { sources: note.sources.map(({ text }) => text) }),
  };
  switch (note.kind) {
    case 'basic':
      return {
        ...base,
        kind: note.kind,
        question: render(note.question),
        answer: render(note.answer),
      };
    case 'reversed': {
      const question = render(note.question);
      const answer = render(note.answer);
      const reverseQuestion = note.reverse ? render(note.reverse.question) : answer;
      const reverseAnswer = note.reverse ? render(note.reverse.answer) : question;
      return { ...base, kind: note.kind, question, answer, reverseQuestion, reverseAnswer };
    }
    case 'cloze': {
      const text = renderCloze(note.text.tree, note.clozes);
      if (text === null) {
        return 'A hidden part of this cloze starts inside some formatting and ends outside of it. Put both ends on the same side of it.';
      }
      const numbers = [...new Set(note.clozes.map(({ n }) => n))].sort((a, b) => a - b);
      return { ...base, kind: note.kind, text: placeFigures(text), numbers };
    }
    case 'choice': {
      const [right, second, third] = note.options;
      const options = [renderOption(right), renderOption(second), renderOption(third)] as const;
      return { ...base, kind: note.kind, question: render(note.question), options };
    }
    case 'typed': {
      const [canonical, ...variants] = note.answers;
      const answers = [canonical.text, ...variants.map(({ text }) => text)] as const;
      const question = render(note.question);
      return { ...base, kind: note.kind, question, answers, match: note.match };
    }
    case 'rubric':
      return {
        ...base,
        kind: note.kind,
        question: render(note.question),
        points: note.points.map((point) => takeOffParagraph(render(point))),
      };
  }
}

/** A point stands beside its box, on one line with it: the paragraph around it goes. */
function takeOffParagraph(content: Rendered[]): Rendered[] {
  const [first, ...others] = content;
  if (others.length > 0 || typeof first !== 'object' || first[0] !== 'p') return content;
  const [, , ...children] = first;
  return children;
}
