import { toNoteId, type CardId, type NoteId } from './ids.ts';
import { mixText, spread } from './shuffle.ts';

/** Which notes already have a card today: reviewed, or earlier in the queue. */
export interface NoteTracker {
  /** Whether another card of this card's note was reviewed today or seen before. */
  isTaken(card: CardId): boolean;
  see(card: CardId): void;
}

/**
 * Starts from the cards reviewed today; `capacity` is how many more may be seen. A set of 100,000
 * note ids would cost more than all the rest of building a queue, so notes are told apart by a hash
 * and, where hashes meet, by comparing ids.
 */
export function trackNotes(
  studied: ReadonlyMap<NoteId, readonly CardId[]>,
  capacity: number,
): NoteTracker {
  const mask = 2 ** Math.ceil(Math.log2(capacity * 2 + 2)) - 1;
  // A hash table with open addressing: what a slot holds, plus one, is a position in `seen`.
  const slots = new Int32Array(mask + 1);
  const marks = new Uint32Array(capacity);
  const seen: CardId[] = [];

  function findSlot(card: CardId, mark: number): number {
    let slot = mark & mask;
    for (let held = slots[slot] as number; held > 0; held = slots[slot] as number) {
      if (marks[held - 1] === mark && isSibling(seen[held - 1] as CardId, card)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  return {
    isTaken(card) {
      if (slots[findSlot(card, markNote(card))] !== 0) return true;
      if (studied.size === 0) return false;
      return studied.get(toNoteId(card))?.some((other) => other !== card) ?? false;
    },
    see(card) {
      const mark = markNote(card);
      const slot = findSlot(card, mark);
      if (slots[slot] !== 0) return;
      marks[seen.length] = mark;
      slots[slot] = seen.push(card);
    },
  };
}

function markNote(card: CardId): number {
  return spread(mixText(0, card, card.lastIndexOf('#')));
}

function isSibling(card: CardId, other: CardId): boolean {
  const end = card.lastIndexOf('#');
  return end === other.lastIndexOf('#') && card.startsWith(other.slice(0, end));
}
