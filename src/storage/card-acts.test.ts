import { expect, it } from 'vitest';
import type { StudyDay } from '#src/domain/ids.ts';
import { parseEvent } from '#src/formats/parse-event.ts';
import {
  buryCards,
  flagCards,
  forgetCards,
  recordCram,
  setDue,
  suspendCards,
  unburyCards,
} from './card-acts.ts';
import { listAllEvents } from './copy.ts';
import { dayMs, grade, openFollowed, redis1, redis2, testDay } from './test-acts.ts';
import { undoAct } from './undo.ts';

it('writes nothing that a copy could not bring back, out to the ends of what may be asked', async () => {
  const { store, clock } = await openFollowed();
  const cards = [redis1, redis2];
  const undone = await grade(store, redis1, 'easy');
  await grade(store, redis2, 'again');
  clock.pass(50 * dayMs);
  for (const days of [-30_000, 50, 36_550]) {
    await setDue(store, [{ card: redis1, day: (testDay + days) as StudyDay }]);
  }
  await suspendCards(store, { cards }, true);
  await buryCards(store, { cards });
  await unburyCards(store, { cards });
  await flagCards(store, { cards }, 7);
  await recordCram(store, { card: redis2 }, { right: false, durationMs: -3.5 });
  await forgetCards(store, { cards });
  await undoAct(store, undone);
  const events = await listAllEvents(store);
  expect(events.map((event) => parseEvent(JSON.parse(JSON.stringify(event))))).toEqual(events);
});
