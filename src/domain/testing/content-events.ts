import type { AnyEvent, ContentEvent } from '../event.ts';
import { mintEventId } from '../event-id.ts';
import type { ActId, DeviceId, Instant, StudyDay } from '../ids.ts';

type BodyOf<Event> = Event extends ContentEvent
  ? Omit<Event, 'id' | 'v' | 'device' | 'act' | 'sitting' | 'at' | 'offset' | 'studyDay'>
  : never;
export type ContentBody = BodyOf<ContentEvent>;

/** Events of content, each an act of its own, one millisecond after the other. */
export function makeContentEvents(bodies: readonly ContentBody[]): AnyEvent[] {
  return bodies.map((body, index) => {
    const at = (1_700_000_000_000 + index) as Instant;
    const id = mintEventId(at, null, new Uint8Array(10));
    const frame = { id, v: 1, device: 'phone' as DeviceId, act: id as string as ActId, at };
    return { ...frame, offset: 0, studyDay: 19_675 as StudyDay, ...body };
  });
}
