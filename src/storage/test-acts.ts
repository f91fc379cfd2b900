import type { AnyEvent, CardEvent, Grade, UnknownEvent } from '#src/domain/event.ts';
import { mintEventId } from '#src/domain/event-id.ts';
import type { ActId, CardId, DeviceId, EventId, Instant, StudyDay } from '#src/domain/ids.ts';
import type { CardState } from '#src/domain/schedule.ts';
import { dropVoid, listEventsAfter } from './event-log.ts';
import { loadQuestions } from './questions.ts';
import { recordReview } from './record-review.ts';
import { listBlocks } from './blocks.ts';
import { listEntries } from './schedule-block.ts';
import { replayCards } from './schedules.ts';
import { loadReplayContext } from './settings.ts';
import { setSettings } from './set-settings.ts';
import type { Store } from './store.ts';
import { openTestBank, testStart } from './test-store.ts';

export const redis1 = 'cairn:redis-1#1' as CardId;
export const redis2 = 'cairn:redis-2#1' as CardId;
export const redis3 = 'cairn:redis-3#1' as CardId;
export const http1 = 'cairn:http-1#1' as CardId;
export const dayMs = 86_400_000;
export const testDay = Math.floor(testStart / dayMs) as StudyDay;

/** The small bank with its roadmap followed. */
export async function openFollowed() {
  const opened = await openTestBank();
  await setSettings(opened.store, [{ key: 'roadmaps', value: ['backend' as never] }]);
  return opened;
}

/** A card's state as its question shows it. */
export async function stateOf(store: Store, card: CardId): Promise<CardState> {
  const [question] = await loadQuestions(store, [card]);
  if (question === undefined) throw new Error(`no question for ${card}`);
  return question.state;
}

/** Grades a card as the learner sees it now, and returns the act. */
export async function grade(store: Store, card: CardId, given: Grade): Promise<ActId> {
  const { last: expected } = await stateOf(store, card);
  const mode = 'review';
  const result = await recordReview(store, {
    card,
    grade: given,
    durationMs: 4000,
    mode,
    expected,
  });
  if (result.status !== 'saved') throw new Error(`${card} was taken`);
  return result.event.act;
}

/** The state of every card that has an entry, as stored, without looking at its stamp. */
export async function listStoredStates(store: Store): Promise<Map<CardId, CardState>> {
  const blocks = await listBlocks(store.db);
  return new Map(blocks.flatMap(listEntries).map(({ card, state }) => [card, state]));
}

/** The states that follow from all events of the store, whatever is stored. */
export async function replayAll(store: Store): Promise<Map<CardId, CardState>> {
  const events = await dropVoid(store.db, await listEventsAfter(store.db, null));
  const cards = new Set(events.map((event) => event.subject).filter((text) => text.includes('#')));
  const { context } = await loadReplayContext(store.db);
  return replayCards(store.db, [...cards] as CardId[], context);
}

let made = 0;

type BodyOf<Event> = Event extends CardEvent ? Omit<Event, keyof Frame> : never;
type Frame = ReturnType<typeof makeFrame>;

function makeFrame(at: number, device: string) {
  made += 1;
  const random = Uint8Array.from({ length: 10 }, (_, index) => (made >>> (8 * (9 - index))) & 255);
  const id: EventId = mintEventId(at as Instant, null, random);
  const studyDay = Math.floor((at - 4 * 3_600_000) / dayMs) as StudyDay;
  const act = id as string as ActId;
  return { id, v: 1, device: device as DeviceId, act, at: at as Instant, offset: 0, studyDay };
}

/** An event as another device would have written it at an instant. */
export function makeForeign(body: BodyOf<CardEvent>, at: number, device = 'laptop'): CardEvent {
  return { ...makeFrame(at, device), ...body };
}

/** An event of a kind that no version yet knows. */
export function makeUnknown(subject: string, at: number): UnknownEvent & AnyEvent {
  return { ...makeFrame(at, 'laptop'), kind: 'dreamt', subject };
}
