import {
  eventVersion,
  type AnyEvent,
  type CardEvent,
  type ContentEvent,
  type KnownEvent,
} from './event.ts';

const cardKinds: Readonly<Record<CardEvent['kind'], true>> = {
  reviewed: true,
  answered: true,
  placed: true,
  'imported-memory': true,
  rescheduled: true,
  forgot: true,
  suspended: true,
  buried: true,
  flagged: true,
};

const contentKinds: Readonly<Record<ContentEvent['kind'], true>> = {
  created: true,
  edited: true,
  removed: true,
};

const knownKinds: Readonly<Record<KnownEvent['kind'], true>> = {
  ...cardKinds,
  ...contentKinds,
  'status-set': true,
  'topic-note': true,
  'setting-set': true,
  'quiz-started': true,
  undone: true,
};

/** Whether an event is of a kind and version whose meaning this app knows. */
export function isKnownEvent(event: AnyEvent): event is KnownEvent {
  return event.v === eventVersion && Object.hasOwn(knownKinds, event.kind);
}

/** Whether an event is one that replay of a card looks at. */
export function isCardEvent(event: AnyEvent): event is CardEvent {
  return event.v === eventVersion && Object.hasOwn(cardKinds, event.kind);
}

/** Whether an event is one that changes what a deck holds. */
export function isContentEvent(event: AnyEvent): event is ContentEvent {
  return event.v === eventVersion && Object.hasOwn(contentKinds, event.kind);
}
