import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardId, ConceptId, Instant, StudyDay } from './ids.ts';
import { measureProgress, type Progress } from './progress.ts';
import { listTopicCards, listIntroduction } from './roadmap-cards.ts';
import { measureRoadmap } from './roadmap-progress.ts';
import { anyRoadmap, listIds } from './testing/any-roadmap.ts';

const cards = new Map(
  [0, 1, 2, 3, 4].map((number) => [
    `area/concept-${number}` as ConceptId,
    [`cairn:${number}#1`, `cairn:${number}#2`] as CardId[],
  ]),
);

function measure(list: readonly CardId[]): Progress {
  const now = 0 as Instant;
  const today = 0 as StudyDay;
  const recall = () => 1;
  return measureProgress({ cards: list, states: new Map(), now, today, leechLapses: 8, recall });
}

it('measures each part of a roadmap with all below it, and the whole with each card once', () => {
  fc.assert(
    fc.property(anyRoadmap, (roadmap) => {
      const { progress, whole } = measureRoadmap(roadmap, cards, measure);
      expect([...progress.keys()].sort()).toEqual(listIds(roadmap).sort());
      for (const [id, { cards: count }] of progress) {
        expect(count).toBe(listTopicCards(roadmap, id, cards).length);
      }
      expect(whole.cards).toBe(listIntroduction(roadmap, cards).length);
    }),
  );
});
