import type { ImportedEvent } from '#src/domain/imported-event.ts';
import type { ActId, HomeId, NoteId } from '#src/domain/ids.ts';
import { listFieldValues } from '#src/domain/note-state.ts';
import type { ImportedDeck } from '#src/formats/import/imported-deck.ts';
import { bankHome } from '#src/storage/bank.ts';
import type { SettledField } from '#src/storage/import-deck.ts';
import { listNewHistory } from '#src/storage/new-history.ts';
import { loadOwnNotes, type OwnHome, type OwnNote } from '#src/storage/own-home.ts';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { updateOwn, type OwnChange } from '#src/storage/update-own.ts';
import { hashMedia } from './hash-media.ts';
import { listHistory } from './list-history.ts';
import { sureOverlap } from './note-keys.ts';
import type { ImportCounts } from './plan-import.ts';
import { listOwnIds, planOwn, type OwnPlan } from './plan-own.ts';

/** How many of the first notes a preview shows. */
export const samplesShown = 3;

/** A file of a deck that no import brought: the learner's own, or the shipped bank. */
export interface PlannedOwn {
  readonly deck: ImportedDeck;
  readonly home: OwnHome;
  readonly held: ReadonlyMap<NoteId, OwnNote>;
  readonly own: OwnPlan;
  readonly history: readonly ImportedEvent[];
}

export type OwnResult =
  | {
      readonly status: 'done';
      readonly act: ActId;
      readonly home: HomeId;
      readonly title: string;
      readonly counts: ImportCounts;
      readonly events: number;
    }
  | { readonly status: 'same' };

/** Compares a file with the deck it left from; rejects where the text of a shipped card cannot be had. */
export async function planOwnDeck(
  store: Store,
  deck: ImportedDeck,
  home: OwnHome,
  mint: () => string,
): Promise<PlannedOwn> {
  const held = await loadOwnNotes(store, home, new Set(listOwnIds(home, deck)));
  const own = planOwn({ deck, home, held, mint });
  const { learner } = await loadSettings(store.db);
  const history = [...listHistory(deck, own, store.clock, learner.rolloverMinutes)].flat();
  return { deck, home, held, own, history: await listNewHistory(store, history) };
}

/** Takes what is new of it into the deck. */
export async function bringOwn(
  store: Store,
  { deck, home, held, own, history }: PlannedOwn,
  settled: readonly SettledField[],
  digest: (bytes: Uint8Array) => Promise<ArrayBuffer>,
): Promise<OwnResult> {
  const taken = settled.map(({ note, field, value }): OwnChange => {
    const first = held.get(note);
    const base =
      first === undefined ? '' : (listFieldValues(first.source, first.path)[field] ?? '');
    return { note, field, base, value };
  });
  const { created, restored, counts } = own;
  const changes = [...own.changes, ...taken];
  const files = await hashMedia(deck.media, digest);
  // The learner's own notes call a file by its hash; another name stands for nothing in them.
  const media = files.filter(({ name, hash }) => name.startsWith(`${hash}.`));
  const act = await updateOwn(store, {
    ...{ home: home.home, created, restored, changes },
    ...{ history, media },
  });
  if (act === null) return { status: 'same' };
  return {
    status: 'done',
    act,
    home: home.home,
    title: home.title,
    counts,
    events: history.length,
  };
}

/** The deck, of those that no import brought, that a file left from: it says so, or has notes whose ids nothing else has. */
export function findOwnHome(deck: ImportedDeck, homes: readonly OwnHome[]): OwnHome | undefined {
  const said = deck.homes?.length === 1 ? deck.homes[0]?.home : undefined;
  return homes.find((home) => {
    // What authors of card files call their notes may be what the bank calls its own.
    if (home.home !== said && home.home === bankHome) return false;
    const ids = listOwnIds(home, deck);
    return ids.filter((id) => home.notes.has(id)).length >= sureOverlap * ids.length;
  });
}

/** What it would bring. */
export function toOwnPreview({ deck, home, own, history }: PlannedOwn) {
  const { counts, conflicts, problems, created, restored, changes, fresh } = own;
  const { title } = home;
  return {
    ...{ description: deck.description, title, counts, problems, conflicts },
    ...{ decks: deck.decks, media: deck.media.length },
    updates: home.home,
    candidates: [{ home: home.home, title }],
    samples: fresh.slice(0, samplesShown).map((note) => ({ note })),
    isNothingNew:
      [created, restored, changes, history].every(({ length }) => length === 0) &&
      conflicts.length === 0,
  };
}
