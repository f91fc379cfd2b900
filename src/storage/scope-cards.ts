import type { CardId, DeckId, HomeId, RoadmapId, StudyDay, TopicId } from '#src/domain/ids.ts';
import { isOwnRoadmap } from '#src/domain/own-roadmap.ts';
import type { ReviewScope } from '#src/domain/review-scope.ts';
import { interleave, listTopicCards } from '#src/domain/roadmap-cards.ts';
import type { Settings } from '#src/domain/settings.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase, HomeRecord, RoadmapRecord } from './database.ts';
import { groupCards } from './group-cards.ts';
import { countAskedCards, listAskedCards } from './home-record.ts';
import { listWantedCards } from './wanted-cards.ts';

const roadmapPrefix = 'roadmap:';

/** The roadmap a deck shows; undefined for a home. */
export function toRoadmapId(deck: DeckId): RoadmapId | undefined {
  return deck.startsWith(roadmapPrefix)
    ? (deck.slice(roadmapPrefix.length) as RoadmapId)
    : undefined;
}

/** The home whose blocks hold all of a scope's cards; undefined where it takes every home. */
export function toScopeHome({ deck, topic }: ReviewScope): HomeId | undefined {
  if (topic !== undefined) return isOwnRoadmap(topic) ? undefined : bankHome;
  if (deck === undefined) return undefined;
  const roadmap = toRoadmapId(deck);
  if (roadmap === undefined) return deck as string as HomeId;
  return isOwnRoadmap(roadmap) ? undefined : bankHome;
}

/** A deck's cards in the order in which they are introduced. */
export interface DeckCards {
  readonly deck: DeckId;
  /** Those its cards belong to. */
  readonly homes: readonly HomeId[];
  readonly cards: readonly CardId[];
  /** Those that may be introduced now, where the deck's settings hold some back or order them anew. */
  readonly wanted?: readonly CardId[];
}

/**
 * The cards a scope is narrowed to, in order of introduction; undefined where it is a whole home or
 * everything, so that nobody makes a list of a hundred thousand.
 */
export async function findScopeCards(
  db: CairnDatabase,
  { deck, path, topic }: ReviewScope,
): Promise<readonly CardId[] | undefined> {
  if (topic !== undefined) return findTopicCards(db, topic);
  const roadmap = deck === undefined ? undefined : toRoadmapId(deck);
  if (roadmap === undefined) {
    if (deck === undefined || path === undefined) return undefined;
    const home = await db.homes.get(deck as string as HomeId);
    return home === undefined ? [] : listAskedCards(home, path);
  }
  return findRoadmapCards(db, roadmap);
}

/** The cards of a roadmap, each once, in order of introduction; none where the bank does not know it. */
export async function findRoadmapCards(db: CairnDatabase, roadmap: RoadmapId): Promise<CardId[]> {
  const record = await db.roadmaps.get(roadmap);
  return toLines(record?.introduction ?? '');
}

/** The cards of a topic or section; none where the bank does not know it. */
export async function findTopicCards(db: CairnDatabase, topic: TopicId): Promise<CardId[]> {
  const roadmap = topic.slice(0, topic.indexOf('/')) as RoadmapId;
  const [record, bank] = await Promise.all([db.roadmaps.get(roadmap), db.bank.get(bankHome)]);
  if (record === undefined || bank === undefined) return [];
  return listTopicCards(record.roadmap, topic, groupCards(bank.index, [record]));
}

/** What the decks that introduce new cards are listed from. */
export interface FollowedRecords {
  readonly roadmaps: readonly RoadmapRecord[];
  readonly homes: readonly HomeRecord[];
}

/** Reads the followed roadmaps and all homes: apart from the listing, so that a start reads the rest beside them. */
export async function readFollowed(
  db: CairnDatabase,
  { learner }: Settings,
): Promise<FollowedRecords> {
  const [roadmaps, homes] = await Promise.all([
    db.roadmaps.bulkGet([...learner.roadmaps]),
    db.homes.toArray(),
  ]);
  return { roadmaps: roadmaps.filter((record) => record !== undefined), homes };
}

/** The decks that introduce new cards where no scope is given: followed roadmaps, then other homes. */
export async function listFollowedDecks(
  db: CairnDatabase,
  { roadmaps, homes }: FollowedRecords,
  { settings, today }: { readonly settings: Settings; readonly today: StudyDay },
  hasNewCards: (home: HomeId, total: number) => boolean,
): Promise<DeckCards[]> {
  const decks: DeckCards[] = [];
  for (const record of roadmaps) {
    const deck = `${roadmapPrefix}${record.id}` as DeckId;
    const wanted = await listWantedCards(db, record, settings, today);
    const cards = toLines(record.introduction);
    const own = record.own === undefined ? [] : [record.id as string as HomeId];
    decks.push({ deck, homes: [bankHome, ...own], cards, ...(wanted && { wanted }) });
  }
  for (const record of homes) {
    const { home } = record;
    // What the learner wrote for a roadmap comes with the roadmap.
    if (home === bankHome || isOwnRoadmap(home)) continue;
    if (!hasNewCards(home, countAskedCards(record))) continue;
    decks.push({ deck: home as string as DeckId, homes: [home], cards: listAskedCards(record) });
  }
  return decks;
}

/** The cards a scope introduces, where it is a roadmap whose settings hold some back or order them anew. */
export async function findWantedCards(
  db: CairnDatabase,
  { deck, topic }: ReviewScope,
  settings: Settings,
  today: StudyDay,
): Promise<readonly CardId[] | undefined> {
  // A topic asked for by name gives its new cards whatever the roadmap's order says.
  if (topic !== undefined || deck === undefined) return undefined;
  const roadmap = toRoadmapId(deck);
  const record = roadmap === undefined ? undefined : await db.roadmaps.get(roadmap);
  return record && listWantedCards(db, record, settings, today);
}

/** Followed decks' cards in turn, each once, with all the decks that show it. */
export function mergeDecks(decks: readonly DeckCards[]): Map<CardId, DeckId[]> {
  const decksByCard = new Map<CardId, DeckId[]>();
  for (const card of interleave(decks.map((deck) => deck.cards))) decksByCard.set(card, []);
  for (const { deck, cards } of decks) {
    for (const card of cards) decksByCard.get(card)?.push(deck);
  }
  return decksByCard;
}

function toLines(text: string): CardId[] {
  return text === '' ? [] : (text.split('\n') as CardId[]);
}
