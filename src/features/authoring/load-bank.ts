import type {
  BankIndex,
  CompiledNote,
  CompiledRoadmap,
  CompiledTopic,
  DeckManifest,
  Pack,
} from '#src/domain/content.ts';
import type { ConceptId } from '#src/domain/ids.ts';
import type { FetchDeckFile } from '#src/storage/store.ts';

/** A concept as its author has it before them: all its notes, and the titles of the roadmaps that link it. */
export interface AuthoredConcept {
  readonly id: ConceptId;
  readonly title: string;
  readonly sources: readonly string[];
  readonly notes: readonly CompiledNote[];
  readonly roadmaps: readonly string[];
}

/** What the compiler objects to, one problem each, as the development server keeps it. */
export async function loadProblems(fetchDeckFile: FetchDeckFile): Promise<readonly string[]> {
  return (await fetchDeckFile('problems.json')) as readonly string[];
}

/** The whole bank as last compiled, read past the database: an author sees what is saved, not what is installed. */
export async function loadBank(fetchDeckFile: FetchDeckFile): Promise<AuthoredConcept[]> {
  const manifest = (await fetchDeckFile('manifest.json')) as DeckManifest;
  const index = (await fetchDeckFile(manifest.index)) as BankIndex;
  const [packs, roadmaps] = await Promise.all([
    Promise.all(index.packs.map(async ({ file }) => (await fetchDeckFile(file)) as Pack)),
    Promise.all(
      manifest.roadmaps.map(async ({ file }) => (await fetchDeckFile(file)) as CompiledRoadmap),
    ),
  ]);
  const notesByConcept = new Map<ConceptId, CompiledNote[]>();
  for (const note of packs.flatMap(({ notes }) => notes)) {
    if (note.concept === undefined) continue;
    const notes = notesByConcept.get(note.concept);
    if (notes === undefined) notesByConcept.set(note.concept, [note]);
    else notes.push(note);
  }
  const linked = roadmaps.map(({ title, sections }) => ({
    title,
    concepts: new Set(sections.flatMap(({ topics }) => listConcepts(topics))),
  }));
  return index.concepts.map(({ id, title, sources }) => ({
    id,
    title,
    sources,
    notes: notesByConcept.get(id) ?? [],
    roadmaps: linked.filter(({ concepts }) => concepts.has(id)).map((roadmap) => roadmap.title),
  }));
}

function listConcepts(topics: readonly CompiledTopic[]): ConceptId[] {
  return topics.flatMap(({ concepts, topics: parts }) => [
    ...(concepts ?? []),
    ...listConcepts(parts ?? []),
  ]);
}
