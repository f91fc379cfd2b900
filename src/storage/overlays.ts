import type { CompiledNote } from '#src/domain/content.ts';
import { toHomeId, type HomeId, type Instant, type NoteId } from '#src/domain/ids.ts';
import { applyEdits, replayNote, type NoteState } from '#src/domain/note-state.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase, OverlayRecord } from './database.ts';
import { dropVoid, groupSubjectEvents } from './event-log.ts';
import { refreshGoneCards } from './gone-cards.ts';
import { placeNotes } from './home-record.ts';
import { findHeldNotes, groupByHome } from './held-notes.ts';
import { findHeldNote, type HeldNote } from './note-content.ts';
import { placeInRoadmap } from './settle-roadmap.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/**
 * Brings notes in line with their events, in the caller's transaction over overlays, events and
 * segments. What their cards show waits to be compiled, outside of any transaction, but for those in
 * `shown`: `compileOverlays`.
 */
export async function refreshOverlays(
  db: CairnDatabase,
  notes: readonly NoteId[],
  now: Instant,
  shown: ReadonlyMap<NoteId, CompiledNote> = new Map(),
): Promise<void> {
  const [eventsByNote, before] = await Promise.all([
    groupSubjectEvents(db, notes),
    db.overlays.bulkGet([...notes]),
  ]);
  const valid = new Set(await dropVoid(db, [...eventsByNote.values()].flat()));
  const gone: NoteId[] = [];
  const kept: OverlayRecord[] = [];
  notes.forEach((note, index) => {
    const events = (eventsByNote.get(note) ?? []).filter((event) => valid.has(event));
    const state = replayNote(events);
    if (isUntouched(state)) gone.push(note);
    else {
      const overlay = toOverlay(note, state, before[index], now);
      const compiled = shown.get(note);
      kept.push(compiled === undefined ? overlay : toCompiled(overlay, compiled));
    }
  });
  await db.overlays.bulkDelete(gone);
  await db.overlays.bulkPut(kept);
}

function isUntouched({ created, edits, isRemoved }: NoteState): boolean {
  return created === undefined && !isRemoved && Object.keys(edits).length === 0;
}

function toOverlay(
  note: NoteId,
  state: NoteState,
  before: OverlayRecord | undefined,
  now: Instant,
): OverlayRecord {
  const base = { note, home: toHomeId(note), ...state, changedAt: now };
  const isSame = before !== undefined && describeContent(before) === describeContent(state);
  // Until it is compiled anew it shows what it last was, rather than nothing.
  const compiled = before?.compiled;
  const pending = isSame ? before.pending : 1;
  return { ...base, ...(compiled && { compiled }), ...(pending && { pending }) };
}

function describeContent({ created, edits }: NoteState): string {
  return JSON.stringify([created, edits]);
}

/** A changed note with what its cards show now: no longer waiting. */
export function toCompiled(overlay: OverlayRecord, compiled: CompiledNote): OverlayRecord {
  const { pending, ...rest } = overlay;
  return { ...rest, compiled };
}

/**
 * Compiles the notes that wait for it and puts their cards in place, each home in one transaction. A
 * note that cannot be compiled shows what it came with, and one the learner wrote shows nothing, until
 * it is edited again.
 */
export async function compileOverlays(store: Store): Promise<void> {
  const { db } = store;
  const pending = await withStorageErrors(() => db.overlays.where('pending').equals(1).toArray());
  const done = new Map<HomeId, { before: OverlayRecord; compiled: CompiledNote | undefined }[]>();
  for (const [home, waiting] of groupByHome(pending, (overlay) => overlay.home)) {
    const record = await withStorageErrors(() => db.homes.get(home));
    const typeByKey = new Map(record?.noteTypes?.map((type) => [type.key, type]));
    const held = await findHeldOverlays(store, home, waiting);
    const group: { before: OverlayRecord; compiled: CompiledNote | undefined }[] = [];
    for (const before of waiting) {
      const was = held.get(before.note);
      if (was === undefined) continue;
      const { source } = applyEdits(was.source, was.path, before.edits);
      const noteType = typeByKey.get(source.noteType ?? '');
      const compiled = await store.noteFormats.compile({
        ...{ id: before.note, source },
        ...(noteType && { noteType }),
        ...(was.compiled && { before: was.compiled }),
      });
      group.push({ before, compiled: typeof compiled === 'string' ? undefined : compiled });
    }
    if (group.length > 0) done.set(home, group);
  }
  for (const [home, notes] of done) {
    await withStorageErrors(() =>
      db.transaction('rw', listPlaceTables(db), async () => {
        const now = await db.overlays.bulkGet(notes.map(({ before }) => before.note));
        const settled = notes.flatMap(({ before, compiled }, index) => {
          const overlay = now[index];
          // Changed meanwhile: it waits for its own turn.
          if (overlay === undefined || describeContent(overlay) !== describeContent(before))
            return [];
          const { pending: _, compiled: __, ...rest } = overlay;
          return [{ ...rest, ...(compiled && { compiled }) }];
        });
        await db.overlays.bulkPut(settled);
        await placeInHome(db, home, settled);
        await refreshGoneCards(db);
      }),
    );
  }
}

/** The notes as they came; shipped ones whose text is not to be had now are absent. */
async function findHeldOverlays(
  store: Store,
  home: HomeId,
  overlays: readonly OverlayRecord[],
): Promise<ReadonlyMap<NoteId, HeldNote>> {
  if (home !== bankHome) {
    return findHeldNotes(store, home, new Map(overlays.map((overlay) => [overlay.note, overlay])));
  }
  const held = new Map<NoteId, HeldNote>();
  for (const overlay of overlays) {
    const found = await findHeldNote(store, overlay.note, overlay).catch(() => undefined);
    if (found !== undefined) held.set(overlay.note, found);
  }
  return held;
}

/** What a transaction that puts notes in their places reads and writes. */
export function listPlaceTables(db: CairnDatabase) {
  return [db.homes, db.overlays, db.roadmaps, db.bank, db.schedules, db.kept];
}

/**
 * Puts changed notes of a home in their places, in a transaction over `listPlaceTables`. The bank's cards are
 * placed by its roadmaps: an edit never changes which there are.
 */
export async function placeInHome(
  db: CairnDatabase,
  home: HomeId,
  overlays: readonly OverlayRecord[],
): Promise<void> {
  if (home === bankHome) return;
  const record = await db.homes.get(home);
  if (record === undefined) return;
  const placed = placeNotes(record, overlays);
  await db.homes.put(placed);
  await placeInRoadmap(db, placed);
}
