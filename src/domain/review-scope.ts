import type { DeckId, TopicId } from './ids.ts';

/** What a review is narrowed to. Nothing is everything; a topic or section goes before a deck. */
export interface ReviewScope {
  readonly deck?: DeckId;
  /** A deck within the home that `deck` names, with all that lies in it. */
  readonly path?: string;
  /** A topic, or a section: they share one space of ids. */
  readonly topic?: TopicId;
}

/** The scope of a review's address; `section` and `topic` mean the same here. */
export function readScope(search: URLSearchParamsLike): ReviewScope {
  const topic = search.get('topic') ?? search.get('section');
  if (topic !== null && topic !== '') return { topic: topic as TopicId };
  const deck = search.get('deck');
  if (deck === null || deck === '') return {};
  const path = search.get('path') ?? '';
  return { deck: deck as DeckId, ...(path !== '' && { path }) };
}

/** The part of `URLSearchParams` that this needs. */
interface URLSearchParamsLike {
  get(name: string): string | null;
}

/** The scope as text: the same for the same scope, whatever its address looked like. */
export function describeScope({ deck, path, topic }: ReviewScope): string {
  if (topic !== undefined) return `topic:${topic}`;
  if (deck === undefined) return '';
  return path === undefined ? `deck:${deck}` : `deck:${deck}/${path}`;
}
