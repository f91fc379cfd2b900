import type { Table } from 'dexie';
import { toStudyDay } from '#src/domain/day.ts';
import { mintEventId } from '#src/domain/event-id.ts';
import { eventVersion, type KnownEvent } from '#src/domain/event.ts';
import type { ActId, EventId, Instant, SittingId, StudyDay } from '#src/domain/ids.ts';
import type { Settings } from '#src/domain/settings.ts';
import { findNewestEvent } from './event-log.ts';
import { loadSettings, refreshSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

type BodyOf<Event> = Event extends KnownEvent
  ? Omit<Event, 'id' | 'v' | 'device' | 'act' | 'sitting' | 'at' | 'offset' | 'studyDay'>
  : never;
/** An event without what its act gives it; a quiz must be begun in an act with a sitting. */
export type EventBody = BodyOf<KnownEvent>;

/** One act of the learner while it is being written. */
export interface ActWriter {
  readonly at: Instant;
  readonly offset: number;
  readonly studyDay: StudyDay;
  readonly settings: Settings;
  /** Adds an event to the act and returns it whole. */
  write(body: EventBody): KnownEvent;
  /** Stores what was written so far, for an act that must read its own events. */
  flush(): Promise<void>;
  /** The act's id; throws before its first event. */
  id(): ActId;
}

export interface ActOptions<Read = undefined> {
  readonly sitting?: SittingId;
  /** What the act begins with, read beside the settings: the learner waits for each turn of the database. */
  readonly read?: () => Promise<Read>;
  /** What the act reads and writes besides events and what follows from them for cards. */
  readonly tables?: readonly Table[];
}

/**
 * Runs one act of the learner in one transaction with strict durability: its events and all that
 * follows from them are stored, or nothing is. The promise resolves after the commit: only then may
 * a screen call it saved. Rejects with a `StorageError`.
 *
 * Inside `run` only database calls may be awaited, or IndexedDB commits early.
 */
export async function performAct<Result, Read = undefined>(
  store: Store,
  options: ActOptions<Read>,
  run: (act: ActWriter, read: Read) => Promise<Result>,
): Promise<Result> {
  const { db, clock, device } = store;
  const at = clock.now();
  const offset = clock.offsetMinutes(at);
  const tables = [db.events, db.segments, db.schedules, db.memories, db.kept];
  return withStorageErrors(() =>
    db.transaction('rw', [...tables, ...(options.tables ?? [])], async () => {
      const [settings, known, read] = await Promise.all([
        loadSettings(db),
        findNewestEvent(db),
        options.read?.(),
      ]);
      const studyDay = toStudyDay(at, offset, settings.learner.rolloverMinutes);
      const pending: KnownEvent[] = [];
      const written = { settings: false };
      let newest: EventId | null = known;
      let act: ActId | undefined;
      const writer: ActWriter = {
        at,
        offset,
        studyDay,
        settings,
        write(body) {
          const id = mintEventId(at, newest, clock.randomBytes(10));
          newest = id;
          act ??= id as string as ActId;
          const base = { id, v: eventVersion, device, act, at, offset, studyDay };
          const sitting = options.sitting === undefined ? {} : { sitting: options.sitting };
          const event = { ...base, ...sitting, ...body } as KnownEvent;
          written.settings ||= event.kind === 'setting-set';
          pending.push(event);
          return event;
        },
        async flush() {
          if (pending.length > 0) await db.events.bulkAdd(pending.splice(0));
        },
        id() {
          if (act === undefined) throw new Error('An act has no id before its first event.');
          return act;
        },
      };
      const result = await run(writer, read as Read);
      await writer.flush();
      if (written.settings) await refreshSettings(db);
      return result;
    }),
  );
}
