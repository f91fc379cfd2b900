import type { AuthoredConcept } from './load-bank.ts';

const fewNotes = 5;
const fewRanges = 3;

/** What makes a concept thin, in an author's words; none where it is well covered. */
export function findGaps({ notes, sources, roadmaps }: AuthoredConcept): string[] {
  const used = new Set(notes.map(({ range }) => range));
  const unsourced = notes.filter((note) => note.sources === undefined).length;
  const gaps: readonly (string | false)[] = [
    notes.length < fewNotes && `under ${fewNotes} notes`,
    used.size < fewRanges && `${used.size} of the ranges`,
    !notes.some(({ kind }) => kind === 'choice') && 'no choice',
    !notes.some(({ kind }) => kind === 'typed' || kind === 'cloze') && 'nothing to produce',
    sources.length === 0 && unsourced > 0 && 'no source',
    roadmaps.length === 0 && 'in no roadmap',
  ];
  return gaps.filter((gap) => gap !== false);
}
