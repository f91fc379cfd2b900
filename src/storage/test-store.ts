import type {
  BankAliases,
  BankIndex,
  CompiledNote,
  CompiledRoadmap,
  CompiledTopic,
  DeckManifest,
  Pack,
} from '#src/domain/content.ts';
import { listOrdinals } from '#src/domain/content.ts';
import type { ConceptId, Instant, NoteId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { updateBank } from './bank.ts';
import { openStore, type Clock, type NoteFormats, type Store } from './store.ts';

/** 2026-03-09 10:00 UTC, a Monday. */
export const testStart = Date.UTC(2026, 2, 9, 10) as Instant;

export interface TestClock extends Clock {
  /** Moves the clock on, or back with a negative number. */
  pass(ms: number): void;
}

/** A clock that stands still until told, with repeatable chance. */
export function makeTestClock(start: Instant = testStart, seed = 1): TestClock {
  let now: number = start;
  let state = seed;
  return {
    now: () => now as Instant,
    offsetMinutes: () => 0,
    randomBytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state >>> 24;
      }),
    pass: (ms) => {
      now += ms;
    },
  };
}

export interface TestStore {
  readonly store: Store;
  readonly clock: TestClock;
}

let opened = 0;

/** Basic notes alone, their text as it is: enough for what the store does with them. */
const plainFormats: NoteFormats = {
  compile: ({ id, source, before }) => {
    const { question = '', answer = '' } = source.fields;
    if (source.kind === 'template') {
      const { fields, tags, noteType = '' } = source;
      return Promise.resolve({ id, kind: 'template', fields, tags, noteType, ordinals: ['1'] });
    }
    if (answer === '') return Promise.resolve('The answer is missing.');
    const concept = before?.concept;
    return Promise.resolve({
      id,
      kind: 'basic',
      question: [['p', null, question]],
      answer: [['p', null, answer]],
      ...(concept && { concept }),
    });
  },
  read: (markdown) => {
    const [question = '', answer = ''] = markdown.split('\n');
    return Promise.resolve({ kind: 'basic', fields: { question, answer }, tags: [] });
  },
  linkRoadmap: (roadmap, index, aliases) => Promise.resolve(linkByTitle(roadmap, index, aliases)),
};

/** Links topics to the concepts that are called exactly like them. */
function linkByTitle(
  roadmap: CompiledRoadmap,
  { concepts }: BankIndex,
  aliases: BankAliases,
): CompiledRoadmap {
  const link = ({ concepts: _, topics, ...topic }: CompiledTopic): CompiledTopic => {
    const found = concepts.filter(
      ({ id, title }) => title === topic.title || aliases[id]?.includes(topic.title) === true,
    );
    return {
      ...topic,
      ...(found.length > 0 && { concepts: found.map(({ id }) => id) }),
      ...(topics && { topics: topics.map(link) }),
    };
  };
  const sections = roadmap.sections.map((section) => ({
    ...section,
    topics: section.topics.map(link),
  }));
  return { ...roadmap, sections };
}

/** A new, empty store over fake-indexeddb with the given deck files to fetch; `name` reopens one. */
export async function openTestStore(
  files: Readonly<Record<string, unknown>> = {},
  clock: TestClock = makeTestClock(),
  name = `test-${(opened += 1)}`,
  noteFormats: NoteFormats = plainFormats,
): Promise<TestStore> {
  const fetchDeckFile = (file: string) => {
    const found = files[file];
    if (found === undefined) return Promise.reject(new Error(`No deck file ${file}.`));
    return Promise.resolve(structuredClone(found));
  };
  const store = await openStore({ name, clock, fetchDeckFile, noteFormats });
  return { store, clock };
}

/** A store that holds a small bank: one roadmap with a section for each list of notes. */
export async function openTestBank(
  notesByTopic: Readonly<Record<string, readonly CompiledNote[]>> = testNotes,
): Promise<TestStore> {
  const opened_ = await openTestStore(makeDeckFiles(notesByTopic));
  await updateBank(opened_.store);
  return opened_;
}

/** A basic note of a concept. */
export function makeBasicNote(id: string, concept = 'data/redis'): CompiledNote {
  return {
    id: `cairn:${id}` as NoteId,
    concept: concept as ConceptId,
    kind: 'basic',
    question: [['p', null, `Question of ${id}`]],
    answer: [['p', null, `Answer of ${id}`]],
  };
}

const testNotes: Readonly<Record<string, readonly CompiledNote[]>> = {
  Redis: [makeBasicNote('redis-1'), makeBasicNote('redis-2'), makeBasicNote('redis-3')],
  HTTP: [makeBasicNote('http-1', 'web/http'), makeBasicNote('http-2', 'web/http')],
};

/** The files a server would hold for such a bank, by name. */
export function makeDeckFiles(
  notesByTopic: Readonly<Record<string, readonly CompiledNote[]>> = testNotes,
  version = 'one',
): Record<string, unknown> {
  const packs = Object.entries(notesByTopic).map(([title, notes], position) => ({
    title,
    notes,
    file: `pack-${position}.${version}.json`,
  }));
  const conceptOf = (notes: readonly CompiledNote[]) => notes[0]?.concept ?? ('' as ConceptId);
  const index: BankIndex = {
    packs: packs.map(({ file, notes }) => ({
      file,
      bytes: 1,
      notes: notes.length,
      sources: `sources-${file}`,
    })),
    concepts: packs.map(({ title, notes }, pack) => ({
      id: conceptOf(notes),
      title,
      sources: ['https://example.org/'],
      pack,
      notes: notes.map((note) => ({ id: note.id, kind: note.kind, ordinals: listOrdinals(note) })),
    })),
    renamed: [],
  };
  const roadmap: CompiledRoadmap = {
    id: 'backend' as RoadmapId,
    title: 'Backend',
    sections: packs.map(({ title, notes }) => ({
      id: `backend/${title.toLowerCase()}` as TopicId,
      title,
      topics: [
        {
          id: `backend/${title.toLowerCase()}/basics` as TopicId,
          title: `${title} basics`,
          text: `${title} basics`,
          concepts: [conceptOf(notes)],
        },
      ],
    })),
  };
  const cards = packs.flatMap(({ notes }) => notes).length;
  const manifest: DeckManifest = {
    format: 1,
    version,
    index: `index.${version}.json`,
    roadmaps: [
      {
        id: roadmap.id,
        title: roadmap.title,
        file: `backend.${version}.json`,
        sections: packs.length,
        topics: packs.length,
        cards,
      },
    ],
    files: packs.map((pack) => pack.file),
  };
  return {
    'manifest.json': manifest,
    [manifest.index]: index,
    [`backend.${version}.json`]: roadmap,
    ...Object.fromEntries(packs.map(({ file, notes }) => [file, { notes } satisfies Pack])),
  };
}
