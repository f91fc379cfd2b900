import type {
  BankIndex,
  CompiledNote,
  CompiledRoadmap,
  DeckManifest,
  Pack,
} from '#src/domain/content.ts';
import type { CardId, ConceptId, Instant, NoteId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { fetchMissingPacks, updateBank } from '#src/storage/bank.ts';
import { markKnown } from '#src/storage/mark-known.ts';
import { closeStore, openStore, type Clock } from '#src/storage/store.ts';

const sections = 12;
const cardsPerTopic = 4;
const dayMs = 86_400_000;
const titles = ['Indexes', 'Caching and invalidation', 'Idempotent message consumers in practice'];

/**
 * Fills the page's store, through the functions the app itself uses, with a roadmap of this many
 * topics, a third of them parts of others, in place of the shipped ones; most of their cards were
 * taken as known some weeks ago. The version is the shipped one's, so that the app finds it current.
 */
async function seedMap(topics: number): Promise<void> {
  const served = await fetch('/decks/manifest.json');
  const { version } = (await served.json()) as DeckManifest;
  const files = makeFiles(topics, version);
  const start = Date.now();
  let chance = topics;
  let now = start - 30 * dayMs;
  const clock: Clock = {
    now: () => now as Instant,
    offsetMinutes: () => 0,
    randomBytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0;
        return chance >>> 24;
      }),
  };
  const fetchDeckFile = (file: string) => Promise.resolve(files.get(file));
  const compileNothing = () => Promise.reject(new Error('The bench compiles no notes.'));
  const noteFormats = {
    compile: compileNothing,
    read: compileNothing,
    linkRoadmap: compileNothing,
  };
  const store = await openStore({ clock, fetchDeckFile, noteFormats });
  await updateBank(store);
  await fetchMissingPacks(store);
  for (let topic = 0; topic < topics; topic += 1) {
    if (topic % 5 === 0) continue;
    now = start - (topic % 30) * dayMs;
    await markKnown(store, listTopicCards(topic));
  }
  closeStore(store);
}

function listTopicCards(topic: number): CardId[] {
  return Array.from(
    { length: cardsPerTopic },
    (_, card) => `cairn:bench-${String(topic)}-${String(card)}#1` as CardId,
  );
}

function makeFiles(topics: number, version: string): Map<string, unknown> {
  const numbers = Array.from({ length: topics }, (_, topic) => topic);
  const conceptOf = (topic: number) => `bench/concept-${String(topic)}` as ConceptId;
  const notes = numbers.flatMap((topic) =>
    listTopicCards(topic).map((card): CompiledNote => ({
      id: card.slice(0, -2) as NoteId,
      concept: conceptOf(topic),
      kind: 'basic',
      question: [['p', null, `What does ${card} ask?`]],
      answer: [['p', null, 'What it was made for.']],
    })),
  );
  const pack = { file: 'bench-pack.json', bytes: 1, notes: notes.length, sources: 'bench.json' };
  const index: BankIndex = {
    packs: [pack],
    concepts: numbers.map((topic) => ({
      id: conceptOf(topic),
      title: `Concept ${String(topic)}`,
      sources: [],
      pack: 0,
      notes: notes
        .filter((note) => note.concept === conceptOf(topic))
        .map(({ id, kind }) => ({ id, kind, ordinals: ['1'] })),
    })),
    renamed: [],
  };
  const roadmap = makeRoadmap(numbers, conceptOf);
  const entry = { id: roadmap.id, title: roadmap.title, file: 'bench-roadmap.json' };
  const manifest: DeckManifest = {
    format: 1,
    version,
    index: 'bench-index.json',
    roadmaps: [{ ...entry, sections, topics, cards: notes.length }],
    files: [pack.file],
  };
  return new Map<string, unknown>([
    ['manifest.json', manifest],
    [manifest.index, index],
    [entry.file, roadmap],
    [pack.file, { notes } satisfies Pack],
  ]);
}

/** Every third topic is a part of the one before it. */
function makeRoadmap(
  numbers: readonly number[],
  conceptOf: (topic: number) => ConceptId,
): CompiledRoadmap {
  const makeTopic = (topic: number, parent: string) => {
    const title = `${titles[topic % titles.length] ?? ''} ${String(topic)}`;
    const id = `${parent}/${String(topic)}` as TopicId;
    return { id, title, text: title, concepts: [conceptOf(topic)] };
  };
  const size = Math.ceil(numbers.length / sections);
  return {
    id: 'bench' as RoadmapId,
    title: 'Bench roadmap',
    sections: Array.from({ length: sections }, (_, section) => {
      const id = `bench/section-${String(section)}` as TopicId;
      const own = numbers.slice(section * size, (section + 1) * size);
      const topics = own.flatMap((topic, position) => {
        if (position % 3 === 2) return [];
        const whole = makeTopic(topic, id);
        const part = own[position + 1];
        if (position % 3 === 0 || part === undefined) return [whole];
        return [{ ...whole, topics: [makeTopic(part, whole.id)] }];
      });
      return { id, title: `Section ${String(section + 1)}`, topics };
    }),
  };
}

declare global {
  var cairnSeedMap: (topics: number) => Promise<void>;
}

globalThis.cairnSeedMap = seedMap;
