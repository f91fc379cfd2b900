import { describe, expect, it } from 'vitest';
import type { RoadmapId, SittingId } from '#src/domain/ids.ts';
import { walkPlacement } from '#src/domain/quiz/placement-walk.ts';
import { suspendCards } from './card-acts.ts';
import { listAllEvents } from './copy.ts';
import { findPlaced, loadProposal, placeKnown } from './placement.ts';
import { findQuiz } from './quiz-log.ts';
import { recordQuizAnswer } from './record-quiz-answer.ts';
import { startPlacement } from './start-quiz.ts';
import type { Store } from './store.ts';
import { http1, listStoredStates, openFollowed, redis3, replayAll, testDay } from './test-acts.ts';
import { makeBasicNote, openTestBank } from './test-store.ts';
import { undoAct } from './undo.ts';
import { undoQuiz } from './undo-quiz.ts';

const sitting = 'placement-1' as SittingId;
const roadmap = 'backend' as RoadmapId;

async function getQuiz(store: Store) {
  const quiz = await findQuiz(store, sitting);
  if (quiz === undefined) throw new Error('no placement');
  return quiz;
}

/** Walks to the end; what is right is said by the section. */
async function walkThrough(store: Store, isRight: (topic: string) => boolean): Promise<number> {
  await startPlacement(store, sitting, roadmap);
  for (let count = 0; ; count += 1) {
    const { started, answers } = await getQuiz(store);
    const right = new Map([...answers].map(([card, { result }]) => [card, result === 'right']));
    const { next } = walkPlacement(started.questions, right);
    if (next === null) return count;
    const { card, format, topic } = next;
    const result = isRight(topic) ? 'right' : 'unknown';
    await recordQuizAnswer(store, { sitting, card, format, result, durationMs: 1000 });
  }
}

describe('a placement', () => {
  it('asks of each section and topic, gives no card a schedule, and ends', async () => {
    const { store } = await openFollowed();
    expect(await walkThrough(store, () => false)).toBe(4);
    expect((await getQuiz(store)).started).toMatchObject({ placement: 'backend' });
    expect(
      [...(await listStoredStates(store)).values()].filter(({ schedule }) => schedule),
    ).toEqual([]);
    expect(await startPlacement(store, 'other' as SittingId, 'none' as RoadmapId)).toBeNull();
  });

  it('proposes by section what was right, and where to begin', async () => {
    const { store } = await openFollowed();
    await walkThrough(store, (topic) => topic.startsWith('backend/redis'));
    const { sections, begin } = await loadProposal(store, await getQuiz(store), roadmap);
    expect(sections.map(({ title, known, cards }) => [title, known, cards.length])).toEqual([
      ['Redis', ['Redis basics'], 3],
      ['HTTP', [], 0],
    ]);
    expect(begin).toMatchObject({ title: 'HTTP' });
  });

  it('confirmed gives first schedules in one act, spread over days; undone it leaves nothing', async () => {
    const notes = Array.from({ length: 60 }, (_, index) => makeBasicNote(`redis-${index + 1}`));
    const { store } = await openTestBank({ Redis: notes });
    await walkThrough(store, () => true);
    const quiz = await getQuiz(store);
    const [section] = (await loadProposal(store, quiz, roadmap)).sections;
    await suspendCards(store, { cards: [redis3] }, true);
    const act = await placeKnown(store, section!.cards, sitting);
    expect(await findPlaced(store, quiz)).toBe(act);
    const states = await listStoredStates(store);
    const dueDays = [...states.values()].flatMap(({ schedule }) =>
      schedule && 'day' in schedule.due ? [schedule.due.day - testDay] : [],
    );
    expect(dueDays).toHaveLength(60);
    expect(new Set(dueDays).size).toBeGreaterThanOrEqual(3);
    expect(Math.min(...dueDays)).toBeGreaterThanOrEqual(1);
    expect(states).toEqual(await replayAll(store));
    // A second confirmation finds nothing left.
    expect(await placeKnown(store, section!.cards, sitting)).toBeNull();

    await undoAct(store, act!, sitting);
    expect(await findPlaced(store, quiz)).toBeNull();
    const scheduled = [...(await listStoredStates(store)).values()].filter((each) => each.schedule);
    expect(scheduled).toEqual([]);
  });

  it('undone as a whole takes back what it placed as well', async () => {
    const { store } = await openFollowed();
    await walkThrough(store, () => true);
    const quiz = await getQuiz(store);
    const { sections } = await loadProposal(store, quiz, roadmap);
    await placeKnown(
      store,
      sections.flatMap(({ cards }) => cards),
      sitting,
    );
    expect((await listStoredStates(store)).get(http1)?.schedule).toBeDefined();
    await undoQuiz(store, sitting);
    expect([...(await listStoredStates(store)).values()].filter((each) => each.schedule)).toEqual(
      [],
    );
    expect((await listAllEvents(store)).filter(({ kind }) => kind === 'placed')).toHaveLength(5);
  });
});
