import { liesIn, titleField, toMovedField, toRestingField } from '#src/domain/deck-state.ts';
import type { ActId, HomeId } from '#src/domain/ids.ts';
import { performAct, type ActWriter } from './act.ts';
import { listHomeDecks } from './home-record.ts';
import { listHomeTables, settleHomes } from './settle-home.ts';
import type { Store } from './store.ts';

/** Gives a home another name, in one act. */
export function renameHome(store: Store, home: HomeId, title: string): Promise<ActId> {
  return changeHome(store, home, async (writer) => {
    const base = (await store.db.homes.get(home))?.title ?? '';
    writer.write({ kind: 'edited', subject: home, field: titleField, base, value: title });
  });
}

/** Puts a deck within a home elsewhere, with all that lies in it, in one act: also how it is renamed. */
export function moveDeck(store: Store, home: HomeId, from: string, to: string): Promise<ActId> {
  return changeHome(store, home, async (writer) => {
    for (const { key, path } of await listDecksIn(store, home, from)) {
      const value = to + path.slice(from.length);
      writer.write({ kind: 'edited', subject: home, field: toMovedField(key), base: path, value });
    }
  });
}

/** Lets a deck and all that lies in it rest, or wakes it, in one act; '' is the whole home. */
export function restDeck(
  store: Store,
  home: HomeId,
  path: string,
  isResting: boolean,
): Promise<ActId> {
  return changeHome(store, home, async (writer) => {
    const value = isResting ? 'yes' : '';
    const base = isResting ? '' : 'yes';
    const decks = await listDecksIn(store, home, path);
    const keys = new Set(decks.map(({ key }) => key));
    // The home as a whole takes in the decks that are yet to come.
    if (path === '') keys.add('');
    for (const key of keys) {
      writer.write({ kind: 'edited', subject: home, field: toRestingField(key), base, value });
    }
  });
}

/** Throws a home away with all its decks, in one act; undo brings it back with its history. */
export function removeHome(store: Store, home: HomeId): Promise<ActId> {
  return changeHome(store, home, (writer) => {
    writer.write({ kind: 'removed', subject: home, value: true });
    return Promise.resolve();
  });
}

async function listDecksIn({ db }: Store, home: HomeId, path: string) {
  const record = await db.homes.get(home);
  if (record === undefined) return [];
  return listHomeDecks(record).filter((deck) => liesIn(deck.path, path));
}

function changeHome(
  store: Store,
  home: HomeId,
  write: (writer: ActWriter) => Promise<void>,
): Promise<ActId> {
  const { db } = store;
  return performAct(store, { tables: listHomeTables(db) }, async (writer) => {
    await write(writer);
    await writer.flush();
    await settleHomes(db, [home], writer.at);
    return writer.id();
  });
}
