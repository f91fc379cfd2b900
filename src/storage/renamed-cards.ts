import type { RenamedNote } from '#src/domain/content.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import { toCardId, toNoteId, toOrdinal, type CardId, type NoteId } from '#src/domain/ids.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import type { CairnDatabase } from './database.ts';

const key = 'renamed-notes';

/**
 * Which ids cards had in earlier versions of their deck. Events keep the id they were written with;
 * what they say counts for the card as it is called now.
 */
export interface RenamedCards {
  /** The card's id now. */
  current(card: CardId): CardId;
  /** The card's id and all it had before. */
  all(card: CardId): CardId[];
}

/** The renamings of the content held; part of no start, so it is read only where cards are replayed. */
export async function loadRenamedCards(db: CairnDatabase): Promise<RenamedCards> {
  const kept = await db.kept.get(key);
  const renamed = (kept?.value ?? []) as readonly RenamedNote[];
  const nowByNote = new Map(renamed.map(({ was, now }) => [was, now]));
  const formerByNote = new Map<NoteId, NoteId[]>();
  for (const { was, now } of renamed) {
    formerByNote.set(now, [...(formerByNote.get(now) ?? []), was]);
  }
  const move = (card: CardId, note: NoteId) => toCardId(note, toOrdinal(card));
  return {
    current: (card) => {
      const now = nowByNote.get(toNoteId(card));
      return now === undefined ? card : move(card, now);
    },
    all: (card) => [
      card,
      ...(formerByNote.get(toNoteId(card)) ?? []).map((note) => move(card, note)),
    ],
  };
}

/** Keeps the renamings of a new version, in the transaction that swaps it in. */
export async function keepRenamedNotes(
  db: CairnDatabase,
  renamed: readonly RenamedNote[],
): Promise<void> {
  await db.kept.put({ key, value: renamed });
}

/** The cards, as they are called now, that events are about; each once. */
export function listConcernedCards(events: readonly AnyEvent[], renamed: RenamedCards): CardId[] {
  return [...new Set(events.filter(isCardEvent).map((event) => renamed.current(event.subject)))];
}
