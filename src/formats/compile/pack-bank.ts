import {
  listOrdinals,
  type BankIndex,
  type CompiledNote,
  type IndexedConcept,
  type Pack,
  type PackEntry,
  type PackSources,
} from '#src/domain/content.ts';
import type { ConceptId } from '#src/domain/ids.ts';

/** A file to write, its path from the folder of the decks. */
export interface DeckFile {
  readonly path: string;
  readonly content: string;
}

export interface CompiledConcept {
  readonly id: ConceptId;
  readonly title: string;
  readonly sources: readonly string[];
  readonly notes: readonly { readonly note: CompiledNote; readonly markdown: string }[];
}

/** Writes a value to a file named by its content. */
export type WriteDeckFile = (name: string, value: unknown) => DeckFile;

/** A pack is one read from the database and one request; about this many notes make both quick. */
const notesPerPack = 100;

/**
 * Packs concepts, given in order of area and name, into files of about a hundred notes. A pack stays
 * within an area, so that a new card changes the names of few files.
 */
export function packBank(
  concepts: readonly CompiledConcept[],
  write: WriteDeckFile,
): { index: Omit<BankIndex, 'renamed'>; files: readonly DeckFile[] } {
  const files: DeckFile[] = [];
  const packs: PackEntry[] = [];
  const indexed: IndexedConcept[] = [];
  for (const [area, ofArea] of groupByArea(concepts)) {
    for (const [position, members] of splitEvenly(ofArea).entries()) {
      const name = `${area}-${position + 1}`;
      const notes = members.flatMap((concept) => concept.notes);
      const pack: Pack = { notes: notes.map(({ note }) => note) };
      const texts: PackSources = Object.fromEntries(
        notes.map(({ note, markdown }) => [note.id, markdown]),
      );
      const file = write(`packs/${name}`, pack);
      const sources = write(`sources/${name}`, texts);
      files.push(file, sources);
      indexed.push(...members.map((concept) => indexConcept(concept, packs.length)));
      packs.push({
        file: file.path,
        bytes: new TextEncoder().encode(file.content).length,
        notes: notes.length,
        sources: sources.path,
      });
    }
  }
  return { index: { packs, concepts: indexed }, files };
}

function indexConcept(
  { id, title, sources, notes }: CompiledConcept,
  pack: number,
): IndexedConcept {
  return {
    id,
    title,
    sources,
    pack,
    notes: notes.map(({ note }) => ({
      id: note.id,
      kind: note.kind,
      ordinals: listOrdinals(note),
    })),
  };
}

function groupByArea(concepts: readonly CompiledConcept[]): Map<string, CompiledConcept[]> {
  const byArea = new Map<string, CompiledConcept[]>();
  for (const concept of concepts) {
    if (concept.notes.length === 0) continue;
    const area = concept.id.slice(0, concept.id.indexOf('/'));
    byArea.set(area, [...(byArea.get(area) ?? []), concept]);
  }
  return byArea;
}

/** Cuts an area into parts of nearly the same number of notes, never inside a concept. */
function splitEvenly(concepts: readonly CompiledConcept[]): CompiledConcept[][] {
  const total = concepts.reduce((sum, { notes }) => sum + notes.length, 0);
  const count = Math.max(1, Math.round(total / notesPerPack));
  const parts: CompiledConcept[][] = [];
  let before = 0;
  for (const concept of concepts) {
    const part = Math.min(count - 1, Math.floor((before * count) / total));
    (parts[part] ??= []).push(concept);
    before += concept.notes.length;
  }
  return parts.filter((part) => part.length > 0);
}
