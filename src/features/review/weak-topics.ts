import type { CardId } from '#src/domain/ids.ts';
import type { Place } from '#src/domain/roadmap-cards.ts';
import type { Question } from '#src/storage/questions.ts';

export interface WeakTopic {
  readonly place: Place;
  /** How often a card of it was graded Again. */
  readonly forgotten: number;
}

const most = 3;

/** The topics in which most was forgotten, the weakest first; cards outside roadmaps count nowhere. */
export function rankWeakTopics(
  questions: readonly Pick<Question, 'card' | 'place'>[],
  forgotten: readonly CardId[],
): WeakTopic[] {
  const weakByTopic = new Map<string, WeakTopic>();
  for (const { card, place } of questions) {
    if (place === undefined) continue;
    const times = forgotten.filter((other) => other === card).length;
    const before = weakByTopic.get(place.topic)?.forgotten ?? 0;
    weakByTopic.set(place.topic, { place, forgotten: before + times });
  }
  return [...weakByTopic.values()].sort((a, b) => b.forgotten - a.forgotten).slice(0, most);
}
