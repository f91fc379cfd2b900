import type { DeckId, TopicId } from './ids.ts';

/** What a review is narrowed to. Nothing is everything; a topic or section goes before a deck. */
export interface ReviewScope {
  readonly deck?: DeckId;
  /** A topic, or a section: they share one space of ids. */
  readonly topic?: TopicId;
}

/** The scope of a review's address; `section` and `topic` mean the same here. */
export function readScope(search: URLSearchParamsLike): ReviewScope {
  const topic = search.get('topic') ?? search.get('section');
  if (topic !== null && topic !== '') return { topic: topic as TopicId };
  const deck = search.get('deck');
  return deck === null || deck === '' ? {} : { deck: deck as DeckId };
}

/** The part of `URLSearchParams` that this needs. */
interface URLSearchParamsLike {
  get(name: string): string | null;
}

/** The scope as text: the same for the same scope, whatever its address looked like. */
export function describeScope({ deck, topic }: ReviewScope): string {
  if (topic !== undefined) return `topic:${topic}`;
  return deck === undefined ? '' : `deck:${deck}`;
}
