import { describe, expect, it } from 'vitest';
import type { CompiledNote } from '#src/domain/content.ts';
import type { ConceptId, NoteId } from '#src/domain/ids.ts';
import { packBank, type CompiledConcept } from './pack-bank.ts';

function makeConcept(id: string, count: number): CompiledConcept {
  const notes = Array.from({ length: count }, (_, index) => {
    const note: CompiledNote = {
      id: `cairn:${id}-${index}` as NoteId,
      concept: id as ConceptId,
      kind: 'reversed',
      question: ['é'],
      answer: [],
      reverseQuestion: [],
      reverseAnswer: [],
    };
    return { note, markdown: `## ${index}` };
  });
  return { id: id as ConceptId, title: id, sources: ['RFC 1'], notes };
}

const write = (name: string, value: unknown) => ({
  path: `${name}.json`,
  content: JSON.stringify(value),
});

describe('packBank', () => {
  it('packs about a hundred notes a file, within an area, whole concepts', () => {
    const concepts = [
      ...Array.from({ length: 20 }, (_, index) => makeConcept(`a/${index}`, 12)),
      makeConcept('b/x', 3),
      makeConcept('c/empty', 0),
    ];
    const { index } = packBank(concepts, write);
    expect(index.packs.map(({ file, notes }) => [file, notes])).toEqual([
      ['packs/a-1.json', 120],
      ['packs/a-2.json', 120],
      ['packs/b-1.json', 3],
    ]);
    expect(index.concepts.map(({ id, pack }) => `${id} ${pack}`)).toHaveLength(21);
    expect(index.concepts.at(9)?.pack).toBe(0);
    expect(index.concepts.at(10)?.pack).toBe(1);
  });

  it('writes notes, their Markdown and the index of both', () => {
    const { index, files } = packBank([makeConcept('a/x', 1)], write);
    expect(files.map(({ path }) => path)).toEqual(['packs/a-1.json', 'sources/a-1.json']);
    expect(files[1]?.content).toBe('{"cairn:a/x-0":"## 0"}');
    expect(index).toEqual({
      packs: [
        {
          file: 'packs/a-1.json',
          bytes: new TextEncoder().encode(files[0]!.content).length,
          notes: 1,
          sources: 'sources/a-1.json',
        },
      ],
      concepts: [
        {
          id: 'a/x',
          title: 'a/x',
          sources: ['RFC 1'],
          pack: 0,
          notes: [{ id: 'cairn:a/x-0', kind: 'reversed', ordinals: ['1', 'reverse'] }],
        },
      ],
    });
  });

  it('does not split one concept that is larger than a pack', () => {
    const { index } = packBank([makeConcept('a/x', 400), makeConcept('a/y', 1)], write);
    expect(index.packs.map(({ notes }) => notes)).toEqual([400, 1]);
  });
});
