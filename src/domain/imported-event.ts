import type { CardEvent } from './event.ts';

type ImportedOf<Event> = Event extends CardEvent
  ? Omit<Event, 'device' | 'act' | 'sitting'>
  : never;
/** An event of an imported card, but for the act and the device that bring it in. */
export type ImportedEvent = ImportedOf<CardEvent>;
type BodyOf<Event> = Event extends CardEvent
  ? Omit<
      Event,
      'id' | 'v' | 'device' | 'act' | 'sitting' | 'at' | 'offset' | 'studyDay' | 'subject'
    >
  : never;
/** What happened, without when and to which card. */
export type ImportedBody = BodyOf<CardEvent>;
