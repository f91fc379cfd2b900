import type { CompiledRoadmap } from '#src/domain/content.ts';
import type { RoadmapId } from '#src/domain/ids.ts';
import { nameOwnConcepts } from '#src/domain/own-roadmap.ts';
import {
  countTopicChanges,
  isSameTree,
  keepTopicIds,
  listLeaves,
  listSaidStatuses,
  measureTitleOverlap,
  type TopicChanges,
} from '#src/domain/roadmap-tree.ts';
import { groupCardsByConcept, listIntroduction } from '#src/domain/roadmap-cards.ts';
import type { ImportProblem } from '#src/formats/import/imported-deck.ts';
import type { DeckText } from '#src/formats/import/read-result.ts';
import { readOwnRoadmap } from '#src/formats/own-roadmap/read-own-roadmap.ts';
import type { TextRepair } from '#src/formats/recognise/offer-repair.ts';
import { findBank } from '#src/storage/bank.ts';
import {
  listOwnRoadmaps,
  mintRoadmapId,
  type OwnRoadmap,
  type RoadmapToBring,
} from '#src/storage/import-roadmap.ts';
import { loadAliases } from '#src/storage/link-own-roadmaps.ts';
import type { Store } from '#src/storage/store.ts';
import { loadStatuses } from '#src/storage/topic-statuses.ts';
import { sureOverlap } from './note-keys.ts';

/** What a roadmap file would bring. */
export interface RoadmapPreview {
  readonly title: string;
  readonly sections: number;
  readonly topics: number;
  /** Topics that have cards in the bank, and how many cards that brings. */
  readonly linked: number;
  readonly cards: number;
  /** Titles of the topics without any card. */
  readonly bare: readonly string[];
  /** Statuses that the file says anew, taken as set by hand. */
  readonly statuses: number;
  readonly changes: TopicChanges;
  readonly problems: readonly ImportProblem[];
  /** Whether its topics cannot be compared with the bank's concepts now. */
  readonly isUnlinked: boolean;
  readonly updates: string | null;
  readonly candidates: readonly { readonly home: string; readonly title: string }[];
  readonly isNothingNew: boolean;
  /** Where the text looks damaged: what would change if it were repaired. */
  readonly repair?: Pick<TextRepair, 'samples'>;
}

/** A roadmap that waits for the learner's word. */
export interface PlannedRoadmap {
  readonly brought: RoadmapToBring;
  readonly preview: RoadmapPreview;
}

/**
 * Reads a roadmap, finds what it is a newer version of unless that was `chosen` (null for nothing), and
 * links it to the bank. Writes nothing.
 */
export async function planRoadmap(
  store: Store,
  text: DeckText,
  chosen: string | null | undefined,
): Promise<PlannedRoadmap | { readonly error: string }> {
  const read = readOwnRoadmap(text, mintRoadmapId(store));
  if ('error' in read) return read;
  const { sure, candidates } = findRoadmaps(read, await listOwnRoadmaps(store));
  const held = chosen === undefined ? sure : candidates.find(({ id }) => id === chosen);
  const { title, tree, problems } = held === undefined ? read : readAgain(text, held);
  const id = held?.id ?? (tree.sections[0]?.id.split('/')[0] as RoadmapId);
  const linked = await link(store, { ...tree, id, title }, held);
  const leaves = listLeaves(linked.roadmap);
  const bare = leaves.filter(({ topic }) => topic.concepts === undefined);
  const present = held === undefined ? undefined : await loadStatuses(store, held.id);
  const statuses = listSaidStatuses(tree, held?.tree, present);
  const preview: RoadmapPreview = {
    ...{ title, problems },
    sections: tree.sections.length,
    topics: leaves.length,
    linked: leaves.length - bare.length,
    cards: linked.cards,
    bare: bare.map(({ topic }) => topic.title),
    statuses: statuses.size,
    changes: countTopicChanges(tree, held?.tree),
    isUnlinked: linked.isUnlinked,
    updates: held?.id ?? null,
    candidates: candidates.map((each) => ({ home: each.id, title: each.name })),
    isNothingNew: held?.title === title && isSameTree(held.tree, tree) && statuses.size === 0,
  };
  return { brought: { id, title, tree, follows: held?.event ?? null, statuses }, preview };
}

/** The same text under the ids of the roadmap that it is a newer version of. */
function readAgain(text: DeckText, held: OwnRoadmap) {
  const read = readOwnRoadmap(text, held.id);
  if ('error' in read) throw new Error(read.error);
  return { ...read, tree: keepTopicIds(read.tree, held.tree) };
}

/** The bank's cards and the learner's own of these topics, as far as either is here. */
async function link(store: Store, roadmap: CompiledRoadmap, held: OwnRoadmap | undefined) {
  const [bank, aliases] = await Promise.all([
    findBank(store),
    loadAliases(store).catch(() => undefined),
  ]);
  const written = held?.cards ?? new Map<never, never>();
  let linked: CompiledRoadmap | undefined;
  if (bank !== undefined && aliases !== undefined) {
    linked = await store.noteFormats.linkRoadmap(roadmap, bank.index, aliases);
  }
  const named = nameOwnConcepts(linked ?? roadmap, written);
  const shipped = bank === undefined ? [] : groupCardsByConcept(bank.index);
  const cards = listIntroduction(named, new Map([...shipped, ...written])).length;
  return { roadmap: named, cards, isUnlinked: linked === undefined };
}

/** The roadmap a file is a newer version of, where title and topics agree; and those where only one does. */
function findRoadmaps(
  read: { title: string; tree: OwnRoadmap['tree'] },
  held: readonly OwnRoadmap[],
) {
  const rated = held
    .map((roadmap) => ({
      roadmap,
      isNamesake: roadmap.title === read.title,
      overlap: measureTitleOverlap(roadmap.tree, read.tree),
    }))
    .filter(({ isNamesake, overlap }) => isNamesake || overlap >= sureOverlap)
    .sort((one, other) => other.overlap - one.overlap);
  const best = rated.find(({ isNamesake, overlap }) => isNamesake && overlap >= sureOverlap);
  return { sure: best?.roadmap, candidates: rated.map(({ roadmap }) => roadmap) };
}
