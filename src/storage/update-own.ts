import type { CardEvent } from '#src/domain/event.ts';
import type { ImportedEvent } from '#src/domain/imported-event.ts';
import type { ActId, HomeId, NoteId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { performAct } from './act.ts';
import { compileOverlays, refreshOverlays } from './overlays.ts';
import { recomputeCards } from './schedules.ts';
import { loadSettingsHistory, toReplayContext } from './settings.ts';
import { listHomeTables, settleHomes } from './settle-home.ts';
import { addMedia, type BroughtMedia } from './stage-edition.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** What a file says new of a deck of the learner's own, or of the shipped bank. */
export interface OwnUpdate {
  readonly home: HomeId;
  readonly created: readonly {
    readonly note: NoteId;
    readonly source: NoteSource;
    readonly path: string;
  }[];
  /** Notes that were thrown away here and come back. */
  readonly restored: readonly NoteId[];
  readonly changes: readonly OwnChange[];
  /** What this store does not know yet of what was learned. */
  readonly history: readonly ImportedEvent[];
  /** Files that texts name by their hash. */
  readonly media: readonly BroughtMedia[];
}

/** A field's text as the file has it; `base` is what the field held first. */
export interface OwnChange {
  readonly note: NoteId;
  readonly field: string;
  readonly base: string;
  readonly value: string;
}

/**
 * Takes what is new of a deck's file into the deck, in one act; null where there is nothing. Rejects with
 * a `StorageError`.
 */
export async function updateOwn(
  store: Store,
  { home, created, restored, changes, history, media }: OwnUpdate,
): Promise<ActId | null> {
  const { db, device } = store;
  const notes = [created, restored.map((note) => ({ note })), changes]
    .flat()
    .map(({ note }) => note);
  const [oldest] = history.map(({ id }) => id).sort();
  if (notes.length === 0 && oldest === undefined) return null;
  // Files come first: nobody sees them before a note names them.
  await withStorageErrors(() => addMedia(store, media));
  const done = await performAct(store, { tables: listHomeTables(db) }, async (writer) => {
    for (const { note, source, path } of created) {
      writer.write({ kind: 'created', subject: note, source, path });
    }
    for (const subject of restored) writer.write({ kind: 'removed', subject, value: false });
    for (const { note, field, base, value } of changes) {
      writer.write({ kind: 'edited', subject: note, field, base, value });
    }
    await writer.flush();
    const act = notes.length > 0 ? writer.id() : (oldest as string as ActId);
    // Rows, however old: an undo of the act looks for them among those.
    const events = history.map((event): CardEvent => ({ ...event, act, device }));
    await db.events.bulkPut(events);
    const cards = [...new Set(events.map(({ subject }) => subject))];
    await recomputeCards(db, cards, toReplayContext(await loadSettingsHistory(db)));
    await refreshOverlays(db, [...new Set(notes)], writer.at);
    await settleHomes(db, [home], writer.at);
    return act;
  });
  await compileOverlays(store);
  return done;
}
