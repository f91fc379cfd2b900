import type {
  CompiledRoadmap,
  CompiledSection,
  CompiledTopic,
  TopicStatus,
} from '#src/domain/content.ts';
import type { ActId, CardId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import { listStates } from '#src/domain/replay.ts';
import {
  listCardsBelow,
  walkSection,
  walkTopics,
  type CardsByConcept,
} from '#src/domain/roadmap-cards.ts';
import { mapStatuses } from '#src/domain/roadmap-statuses.ts';
import {
  canSetStatus,
  combineStatus,
  deriveDatedStatus,
  deriveStatus,
  type CardStep,
  type DatedStatus,
  type HandStatus,
} from '#src/domain/topic-status.ts';
import { performAct } from './act.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase } from './database.ts';
import { dropVoid } from './event-log.ts';
import { groupCards } from './group-cards.ts';
import { loadHandStatuses } from './hand-statuses.ts';
import { listRoadmapStates } from './overview.ts';
import { groupCardEvents } from './schedules.ts';
import { loadReplayContext, loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/**
 * The status of every section and topic of a roadmap, from the stored states: no history is read, so
 * there are no dates. Empty where the bank has no such roadmap.
 */
export async function loadStatuses(
  { db }: Store,
  id: RoadmapId,
): Promise<Map<TopicId, TopicStatus>> {
  const found = await readRoadmap(db, id, async ({ roadmap, cards }) => {
    const [settings, states, hand] = await Promise.all([
      loadSettings(db),
      listRoadmapStates(db),
      loadHandStatuses(db, id),
    ]);
    const { completedStabilityDays } = settings.learner;
    const statuses = mapStatuses(roadmap, (topic) => {
      const own = listOwnCards(topic, cards).map((card) => states.get(card));
      const status = deriveStatus(own, completedStabilityDays);
      return combineStatus({ status, started: null, finished: null }, findHand(hand, topic));
    });
    return new Map([...statuses].map(([topic, { status }]) => [topic, status] as const));
  });
  return found ?? new Map<TopicId, TopicStatus>();
}

/** A roadmap with the status of every section and topic and its dates; undefined where there is none. */
export interface DatedRoadmap {
  readonly roadmap: CompiledRoadmap;
  readonly statuses: ReadonlyMap<TopicId, DatedStatus>;
}

/** Reads the history of every card of a roadmap: for what is written out, not for what is shown. */
export function loadDatedStatuses({ db }: Store, id: RoadmapId): Promise<DatedRoadmap | undefined> {
  return readRoadmap(db, id, async ({ roadmap, cards }) => {
    const all = listCardsBelow(
      roadmap.sections.flatMap(({ topics }) => topics),
      cards,
    );
    const [hand, derive] = await Promise.all([loadHandStatuses(db, id), loadHistories(db, all)]);
    const statuses = mapStatuses(roadmap, (topic) =>
      combineStatus(derive(listOwnCards(topic, cards)), findHand(hand, topic)),
    );
    return { roadmap, statuses };
  });
}

/** A topic's status as its panel shows it. */
export interface TopicStatusView extends DatedStatus {
  /** What follows from its cards. */
  readonly derived: DatedStatus;
  /** What was set by hand; null where the derived one counts. */
  readonly hand: TopicStatus | null;
  readonly hasCards: boolean;
  /** False for a group, whose status follows from its parts. */
  readonly canSet: boolean;
}

/** The status of a topic, section or group with its dates; undefined where the bank does not know it. */
export function loadTopicStatus({ db }: Store, id: TopicId): Promise<TopicStatusView | undefined> {
  return readRoadmap(db, toRoadmapOf(id), async ({ roadmap, cards }) => {
    const section = roadmap.sections.find((each) => each.id === id);
    const topic = [...walkTopics(roadmap)].find((visit) => visit.topic.id === id)?.topic;
    const below = section?.topics ?? (topic === undefined ? [] : [topic]);
    const all = listCardsBelow(below, cards);
    const [hand, derive] = await Promise.all([
      loadHandStatuses(db, roadmap.id),
      loadHistories(db, all),
    ]);
    const deriveOwn = (each: CompiledTopic) => derive(listOwnCards(each, cards));
    const part = { ...roadmap, sections: roadmap.sections.filter((each) => holds(each, id)) };
    const derived = mapStatuses(part, deriveOwn).get(id);
    const status = mapStatuses(part, (each) =>
      combineStatus(deriveOwn(each), findHand(hand, each)),
    ).get(id);
    if (derived === undefined || status === undefined) return undefined;
    const own = topic === undefined ? undefined : findHand(hand, topic);
    const canSet = topic !== undefined && canSetStatus(topic);
    return { ...status, derived, hand: own?.status ?? null, hasCards: all.length > 0, canSet };
  });
}

/** Sets a topic's status by hand in one act, which can be undone; null returns to the derived one. */
export function setTopicStatus(
  store: Store,
  topic: TopicId,
  status: TopicStatus | null,
): Promise<ActId> {
  return performAct(store, {}, (act) => {
    act.write({ kind: 'status-set', subject: topic, status });
    return Promise.resolve(act.id());
  });
}

interface Parts {
  readonly roadmap: CompiledRoadmap;
  readonly cards: CardsByConcept;
}

/** Reads within one transaction, as of one moment; undefined where the bank has no such roadmap. */
function readRoadmap<Result>(
  db: CairnDatabase,
  id: RoadmapId,
  read: (parts: Parts) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const tables = [
    ...[db.roadmaps, db.bank, db.kept],
    ...[db.schedules, db.memories, db.events, db.segments],
  ];
  return withStorageErrors(() =>
    db.transaction('r', tables, async () => {
      const [record, bank] = await Promise.all([db.roadmaps.get(id), db.bank.get(bankHome)]);
      if (record === undefined || bank === undefined) return undefined;
      return read({ roadmap: record.roadmap, cards: groupCards(bank.index, [record]) });
    }),
  );
}

/** Reads the events of these cards; what comes back derives the status of some of them. */
async function loadHistories(
  db: CairnDatabase,
  cards: readonly CardId[],
): Promise<(own: readonly CardId[]) => DatedStatus> {
  const [settings, { context }, eventsByCard] = await Promise.all([
    loadSettings(db),
    loadReplayContext(db),
    groupCardEvents(db, cards),
  ]);
  const valid = new Set(await dropVoid(db, [...eventsByCard.values()].flat()));
  const stepsByCard = new Map<CardId, CardStep[]>();
  for (const [card, events] of eventsByCard) {
    const own = events.filter((event) => valid.has(event)).filter(isCardEvent);
    const steps = listStates(own, context).map(({ event, state }) => {
      return { card, id: event.id, day: event.studyDay, state };
    });
    stepsByCard.set(card, steps);
  }
  return (own) =>
    deriveDatedStatus(
      own,
      own.flatMap((card) => stepsByCard.get(card) ?? []),
      settings.learner.completedStabilityDays,
    );
}

/** The cards of a topic itself, without those of its parts. */
function listOwnCards({ concepts }: CompiledTopic, cards: CardsByConcept): CardId[] {
  return [...new Set((concepts ?? []).flatMap((concept) => cards.get(concept) ?? []))];
}

/** A status set when the topic had no parts yet says nothing of the group it has become. */
function findHand(
  hand: ReadonlyMap<TopicId, HandStatus>,
  topic: CompiledTopic,
): HandStatus | undefined {
  return canSetStatus(topic) ? hand.get(topic.id) : undefined;
}

function holds(section: CompiledSection, topic: TopicId): boolean {
  if (section.id === topic) return true;
  return [...walkSection(section)].some((visit) => visit.topic.id === topic);
}

function toRoadmapOf(topic: TopicId): RoadmapId {
  return topic.slice(0, topic.indexOf('/')) as RoadmapId;
}
