import type { BankAliases, BankIndex, DeckManifest, RenamedNote } from '#src/domain/content.ts';
import { lintBank } from '../lint/lint-bank.ts';
import { compileNote, toBankNoteId } from './compile-note.ts';
import { compileRoadmap } from './compile-roadmap.ts';
import { coverTopics, type SectionCoverage } from './cover-topics.ts';
import { sortProblems, type DeckProblem } from './deck-problem.ts';
import { checkIds, type UsedId } from './ids-lock.ts';
import { checkExplicitTopics, createTopicLinker, type Concept } from './link-topics.ts';
import { packBank, type CompiledConcept, type DeckFile } from './pack-bank.ts';
import { createFigurePlacer, type PlaceFigures } from './place-figures.ts';
import { placePaths } from './read-path.ts';
import { readDeckSources, type DeckSource } from './read-deck-sources.ts';
import {
  createSummariser,
  summariseDecks,
  type DeckSummary,
  type SummarisedRoadmap,
} from './summarise.ts';

export interface CompiledDecks {
  /** Everything to serve, `manifest.json` last. What has no problem is in it even if something else has. */
  readonly files: readonly DeckFile[];
  readonly summary: DeckSummary;
  /** What each topic is covered by, by section. */
  readonly coverage: readonly SectionCoverage[];
  /** `decks/ids.lock` with the ids that it lacks. */
  readonly lock: string;
}

/** Whether an id that `decks/ids.lock` lacks is a problem; it is none while an author is still writing. */
export type NewIds = 'refused' | 'accepted';

/**
 * Compiles roadmaps, learning paths, card files and figures into what the app fetches. The result depends on the contents only:
 * neither on the order of the files nor on the machine. `hash` gives a short name to a text.
 */
export function compileDecks(
  sources: readonly DeckSource[],
  hash: (text: string) => string,
  newIds: NewIds,
): CompiledDecks {
  const { concepts, roadmaps, figures, paths, lock, problems: unread } = readDeckSources(sources);
  const problems = [...unread];
  const linker = createTopicLinker(concepts);
  const linked = roadmaps.map((roadmap) => compileRoadmap(roadmap, linker.find));
  const placed = placePaths(
    paths,
    linked.map(({ roadmap }) => roadmap),
  );
  const usedTopics = linked.flatMap(({ used }) => used);
  const usedNotes = concepts.flatMap(({ path, file }) =>
    file.ids.map((id): UsedId => ({ kind: 'note', id: id.text, path, line: id.line })),
  );
  const locked = checkIds(lock, [...usedTopics, ...usedNotes]);
  problems.push(
    ...linker.problems,
    ...placed.problems,
    ...checkExplicitTopics(concepts, new Set(usedTopics.map(({ id }) => id))),
    ...findRepeats(usedNotes),
    ...findRepeats(usedTopics),
    ...locked.problems,
    ...(newIds === 'refused' ? locked.missing : []),
    ...lintBank(concepts, new Set(figures.map(({ name }) => name))),
  );

  const taken = new Set<string>();
  const drawn = new Map(figures.flatMap(({ name, figure }) => (figure ? [[name, figure]] : [])));
  const shown = new Set<string>();
  const compiled = concepts.map((concept) =>
    compileConcept(concept, taken, problems, (note) => createFigurePlacer(note, drawn, shown)),
  );
  for (const { name, path } of figures) {
    if (!drawn.has(name) || shown.has(name)) continue;
    const message = `No card shows this figure. Show it with "![what it shows](figure:${name})", or take the file out.`;
    problems.push({ path, line: 1, message });
  }
  const notes = compiled.flatMap((concept) => concept.notes.map(({ note }) => note));
  const summarise = createSummariser(notes);
  const summarised = placed.roadmaps.map((roadmap) => ({
    roadmap,
    summary: summarise(roadmap),
  }));
  return {
    files: writeFiles(
      summarised,
      compiled,
      toRenamedNotes(locked.renamed),
      toAliases(concepts),
      hash,
    ),
    summary: summariseDecks(summarised, concepts.length, notes, sortProblems(problems)),
    coverage: placed.roadmaps.flatMap((roadmap) => coverTopics(roadmap, linker)),
    lock: locked.updated,
  };
}

/** A note whose id an earlier one has taken is left out: two cards must never share a schedule. */
function compileConcept(
  { id, path, file }: Concept,
  taken: Set<string>,
  problems: DeckProblem[],
  figuresOf: (note: string) => PlaceFigures,
): CompiledConcept {
  const notes = file.notes.flatMap((source) => {
    if (taken.has(source.id)) return [];
    taken.add(source.id);
    const note = compileNote(
      source,
      { id: toBankNoteId(source.id), concept: id },
      figuresOf(source.id),
    );
    if (typeof note === 'string') {
      problems.push({ path, line: source.line, message: note });
      return [];
    }
    return [{ note, markdown: source.markdown }];
  });
  return {
    id,
    title: file.title,
    sources: file.sources.map(({ text }) => text),
    notes,
  };
}

function findRepeats(used: readonly UsedId[]): DeckProblem[] {
  const firstById = new Map<string, UsedId>();
  return used.flatMap((each) => {
    const first = firstById.get(each.id);
    if (first === undefined) {
      firstById.set(each.id, each);
      return [];
    }
    const message = `The ${each.kind} id "${each.id}" is taken by ${first.path}:${first.line}. Choose another one.`;
    return [{ path: each.path, line: each.line, message }];
  });
}

function toRenamedNotes(renamed: readonly { was: string; now: string }[]): RenamedNote[] {
  return renamed.map(({ was, now }) => ({ was: toBankNoteId(was), now: toBankNoteId(now) }));
}

/** Of concepts with notes: the others are not in the index either. */
function toAliases(concepts: readonly Concept[]): BankAliases {
  return Object.fromEntries(
    concepts
      .filter(({ file }) => file.aliases.length > 0 && file.notes.length > 0)
      .map(({ id, file }) => [id, file.aliases.map(({ text }) => text)]),
  );
}

function writeFiles(
  roadmaps: readonly SummarisedRoadmap[],
  concepts: readonly CompiledConcept[],
  renamed: readonly RenamedNote[],
  aliasesById: BankAliases,
  hash: (text: string) => string,
): DeckFile[] {
  const write = (name: string, value: unknown): DeckFile => {
    const content = JSON.stringify(value);
    return { path: `${name}.${hash(content)}.json`, content };
  };
  const bank = packBank(concepts, write);
  const index = write('index', { ...bank.index, renamed } satisfies BankIndex);
  const aliases = write('aliases', aliasesById);
  const written = roadmaps.map(({ roadmap, summary: { topics, cards } }) => {
    const { id, title, sections } = roadmap;
    const file = write(`roadmaps/${id}`, roadmap);
    const entry = { id, title, file: file.path, sections: sections.length, topics, cards };
    return { file, entry };
  });
  const files = [index, ...written.map(({ file }) => file), aliases, ...bank.files];
  const paths = files.map(({ path }) => path);
  const manifest: DeckManifest = {
    format: 1,
    version: hash(paths.join('\n')),
    index: index.path,
    aliases: aliases.path,
    roadmaps: written.map(({ entry }) => entry),
    files: paths,
  };
  return [...files, { path: 'manifest.json', content: JSON.stringify(manifest) }];
}
