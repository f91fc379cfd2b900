/**
 * The identities of Cairn. They are plain strings and numbers at run time; the brands keep a note's
 * id from being passed where a card's is meant.
 */
declare const brand: unique symbol;
type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;
/** Days from 1970-01-01 to a local calendar date, after the day's start was shifted by the rollover. */
export type StudyDay = Brand<number, 'StudyDay'>;

/** Where a note comes from and belongs: `cairn` (the shipped bank), `mine`, or one minted per imported deck. */
export type HomeId = Brand<string, 'HomeId'>;
/** Home, a colon, and the id written in the note: `cairn:redis-eviction-noeviction`. */
export type NoteId = Brand<string, 'NoteId'>;
/** Note id, `#`, ordinal: `#1`, `#reverse`, `#c2`. */
export type CardId = Brand<string, 'CardId'>;
/** Folder and file name of a card file without its ending: `data/redis`. */
export type ConceptId = Brand<string, 'ConceptId'>;
export type RoadmapId = Brand<string, 'RoadmapId'>;
/** Roadmap id, then a slug for each level: `backend/foundations/operating-systems-cli/linux-basics`. */
export type TopicId = Brand<string, 'TopicId'>;
/** What a limit or a review can be narrowed to: a home's id, or `roadmap:` and a roadmap's id. */
export type DeckId = Brand<string, 'DeckId'>;

/** 26 characters, sorts as the replay order: see `event-id.ts`. */
export type EventId = Brand<string, 'EventId'>;
/** Shared by all events of one act of the learner; the id of the act's first event. */
export type ActId = Brand<string, 'ActId'>;
export type DeviceId = Brand<string, 'DeviceId'>;
export type SittingId = Brand<string, 'SittingId'>;

/** The id of a note's card. */
export function toCardId(note: NoteId, ordinal: string): CardId {
  return `${note}#${ordinal}` as CardId;
}

/** The note a card belongs to. */
export function toNoteId(card: CardId): NoteId {
  return card.slice(0, card.lastIndexOf('#')) as NoteId;
}

/** The part of a card's id after its note's: `1`, `reverse`, `c2`. */
export function toOrdinal(card: CardId): string {
  return card.slice(card.lastIndexOf('#') + 1);
}

/** The home a note or card belongs to: what stands before the first colon. */
export function toHomeId(id: NoteId | CardId): HomeId {
  return id.slice(0, id.indexOf(':')) as HomeId;
}

/** Whether the subject of an event is a note; else, of such as may be either, it is a home. */
export function isNoteId(subject: NoteId | HomeId): subject is NoteId {
  return subject.includes(':');
}

/** The deck that shows a roadmap's cards. */
export function toRoadmapDeck(roadmap: RoadmapId): DeckId {
  return `roadmap:${roadmap}` as DeckId;
}
