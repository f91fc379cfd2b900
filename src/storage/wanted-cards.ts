import {
  toRoadmapDeck,
  type CardId,
  type DeckId,
  type RoadmapId,
  type StudyDay,
  type TopicId,
} from '#src/domain/ids.ts';
import {
  findWaits,
  isPlainIntroduction,
  listOpenCards,
  listSteps,
  type WaitInput,
} from '#src/domain/introduction.ts';
import { defaultDeckSettings, type DeckSettings, type Settings } from '#src/domain/settings.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase, RoadmapRecord } from './database.ts';
import { groupCards } from './group-cards.ts';
import { loadHandStatuses } from './hand-statuses.ts';
import { listRoadmapStates } from './overview.ts';

/**
 * The cards of a roadmap that may be introduced today, in the order in force; undefined where that is
 * the roadmap's own order, which is stored.
 */
export async function listWantedCards(
  db: CairnDatabase,
  record: RoadmapRecord,
  settings: Settings,
  today: StudyDay,
): Promise<readonly CardId[] | undefined> {
  const { roadmap } = record;
  const own = findDeckSettings(settings, toRoadmapDeck(roadmap.id));
  if (isPlainIntroduction(own)) return undefined;
  const bank = await db.bank.get(bankHome);
  if (bank === undefined) return undefined;
  const steps = listSteps(roadmap, groupCards(bank.index, [record]), own);
  const { waitStabilityDays } = own;
  if (waitStabilityDays === null) return listOpenCards(steps, new Set());
  const input = await loadWaitInput(db, roadmap.id, today);
  const waits = findWaits(steps, { ...input, waitStabilityDays });
  return listOpenCards(steps, new Set(waits.map(({ topic }) => topic)));
}

/** What says which topics wait as of a study day; in the caller's transaction, if any. */
export async function loadWaitInput(
  db: CairnDatabase,
  roadmap: RoadmapId,
  today: StudyDay,
): Promise<Omit<WaitInput, 'waitStabilityDays'>> {
  const [states, hand] = await Promise.all([listRoadmapStates(db), loadHandStatuses(db, roadmap)]);
  const known = new Set<TopicId>();
  for (const [topic, { status }] of hand) if (status === 'completed') known.add(topic);
  return { states, today, known };
}

/** A deck's settings, the defaults where none were set. */
export function findDeckSettings(settings: Settings, deck: DeckId): DeckSettings {
  return settings.decks.get(deck) ?? defaultDeckSettings;
}
