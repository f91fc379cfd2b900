import { listCards } from '#src/domain/content.ts';
import { liesIn, movePath, type DeckState } from '#src/domain/deck-state.ts';
import { toNoteId, type CardId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import { pathField } from '#src/domain/note-state.ts';
import type { EditionRecord, HomeRecord, OverlayRecord, PackCards } from './database.ts';

/** A deck within a home. */
export interface HomeDeck {
  /** The path it came with: what events name it by. */
  readonly key: string;
  /** Where it lies now. */
  readonly path: string;
  readonly isResting: boolean;
}

/** The decks within a home, in the order in which its cards point to them; one, '', where it has none. */
export function listHomeDecks(record: HomeRecord): HomeDeck[] {
  return (record.decks ?? ['']).map((key) => ({
    key,
    path: movePath(key, record.moved ?? {}),
    isResting: record.resting?.some((outer) => liesIn(key, outer)) ?? false,
  }));
}

/** The cards of a home that may be asked, in order of introduction; with a path those of that deck. */
export function listAskedCards(record: HomeRecord, path = ''): CardId[] {
  const decks = listHomeDecks(record);
  const isAsked = decks.map((deck) => !deck.isResting && liesIn(deck.path, path));
  if (isAsked.every((asked) => asked)) return record.packs.flatMap((pack) => toLines(pack.cards));
  return record.packs.flatMap((pack) =>
    toLines(pack.cards).filter((_, position) => isAsked[pack.decks?.[position] ?? 0] === true),
  );
}

/** How many cards of a home may be asked, without a list of them: a start looks at all homes. */
export function countAskedCards(record: HomeRecord): number {
  if (listHomeDecks(record).some(({ isResting }) => isResting))
    return listAskedCards(record).length;
  return record.packs.reduce((sum, pack) => sum + countLines(pack.cards), 0);
}

/** Every card of a home with the position of its deck, in order of introduction. */
export function listPlacedCards(record: HomeRecord): PlacedCard[] {
  return record.packs.flatMap(listPackCards);
}

/** A card's id, and its deck as a position among its home's. */
export interface PlacedCard {
  readonly card: CardId;
  readonly deck: number;
}

/** The cards of one pack with the positions of their decks, in order of introduction. */
export function listPackCards(pack: PackCards): PlacedCard[] {
  return toLines(pack.cards).map((card, position) => ({ card, deck: pack.decks?.[position] ?? 0 }));
}

function countLines(text: string): number {
  if (text === '') return 0;
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function toLines(text: string): CardId[] {
  return text === '' ? [] : (text.split('\n') as CardId[]);
}

/** One pack's cards, in the columns they are stored in. */
export function toPackCards(id: string, cards: readonly PlacedCard[]): PackCards {
  const lines = cards.map(({ card }) => card).join('\n');
  if (cards.every(({ deck }) => deck === 0)) return { id, cards: lines };
  return { id, cards: lines, decks: Int32Array.from(cards, ({ deck }) => deck) };
}

export const ownPackEnd = '/own';

/** The pack of a home that holds the notes the learner wrote: there, they are found among overlays. */
export function toOwnPack(home: HomeId): string {
  return home + ownPackEnd;
}

/** A home as its edition (none for a deck of the learner's own) and what was done to it make it. */
export function toHomeRecord(
  home: HomeId,
  title: string,
  state: DeckState,
  edition: EditionRecord | undefined,
): HomeRecord {
  const { moved, resting } = state;
  const base = { home, title, previous: [], moved, resting };
  if (edition === undefined) return { ...base, version: 'own', packs: [], decks: [''] };
  const { id, packs, decks, noteTypes } = edition;
  return { ...base, version: id, edition: id, packs, decks, noteTypes };
}

/** A home with notes as the learner made or changed them put in their places. */
export function placeNotes(record: HomeRecord, overlays: readonly OverlayRecord[]): HomeRecord {
  if (overlays.length === 0) return record;
  const decks = [...(record.decks ?? [''])];
  const toDeck = (path: string) => {
    const found = decks.indexOf(path);
    return found < 0 ? decks.push(path) - 1 : found;
  };
  const overlayByNote = new Map(overlays.map((overlay) => [overlay.note, overlay]));
  const placed = new Set<NoteId>();
  const packs = record.packs.map((pack) => {
    const cards = listPackCards(pack);
    if (!cards.some(({ card }) => overlayByNote.has(toNoteId(card)))) return pack;
    const kept = cards.flatMap((entry) => {
      const note = toNoteId(entry.card);
      const overlay = overlayByNote.get(note);
      if (overlay === undefined) return [entry];
      if (placed.has(note)) return [];
      placed.add(note);
      return placeNote(overlay, cards, toDeck);
    });
    return toPackCards(pack.id, kept);
  });
  const added = overlays
    .filter(({ note, created }) => created !== undefined && !placed.has(note))
    .flatMap((overlay) => placeNote(overlay, [], toDeck));
  if (added.length > 0) appendOwn(packs, record.home, added);
  return { ...record, packs, decks };
}

function appendOwn(packs: PackCards[], home: HomeId, added: readonly PlacedCard[]): void {
  const id = toOwnPack(home);
  const position = packs.findIndex((pack) => pack.id === id);
  const own = packs[position];
  if (own === undefined) packs.push(toPackCards(id, added));
  else packs[position] = toPackCards(id, [...listPackCards(own), ...added]);
}

/** The cards of a changed note; those it had, while it waits to be compiled. */
function placeNote(
  overlay: OverlayRecord,
  packCards: readonly PlacedCard[],
  toDeck: (path: string) => number,
): PlacedCard[] {
  const { note, isRemoved, compiled, created, edits } = overlay;
  if (isRemoved) return [];
  const before = packCards.filter(({ card }) => toNoteId(card) === note);
  const path = edits[pathField]?.value ?? created?.path;
  const cards = compiled === undefined ? before.map(({ card }) => card) : listCards(compiled);
  const deckByCard = new Map(before.map(({ card, deck }) => [card, deck]));
  const first = before[0]?.deck ?? 0;
  return cards.map((card) => ({
    card,
    deck: path === undefined ? (deckByCard.get(card) ?? first) : toDeck(path),
  }));
}
