import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAllEvents, restoreEvents } from './copy.ts';
import { renameHome } from './deck-acts.ts';
import { importDeck } from './import-deck.ts';
import { createDeck, removeNotes } from './own-content.ts';
import { bringBasic, bringDeck } from './test-decks.ts';
import { addNote, asks, edit, listAsked } from './test-notes.ts';
import { makeTestClock, openTestStore, testStart } from './test-store.ts';
import { undoAct } from './undo.ts';
import type { Store } from './store.ts';

describe('devices that merge', () => {
  it('hold the same decks and notes, whichever takes the other’s copy', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), text: fc.nat(9) }),
      fc.record({ kind: fc.constant('edit' as const), pick: fc.nat(9), text: fc.nat(9) }),
      fc.record({ kind: fc.constant('remove' as const), pick: fc.nat(9) }),
      fc.record({ kind: fc.constant('rename' as const), text: fc.nat(9) }),
      fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 5 }),
        fc.array(step, { maxLength: 5 }),
        async (mine, theirs) => {
          const phone = (await openTestStore()).store;
          // With the same chance two devices would give two events one id.
          const laptop = (await openTestStore({}, makeTestClock(testStart, 2))).store;
          const { home } = await createDeck(phone, 'Mine');
          await addNote(phone, home, 'First');
          await restoreEvents(laptop, await listAllEvents(phone), 'merge');
          const play = async (store: Store, steps: typeof mine) => {
            for (const one of steps) {
              const overlays = await store.db.overlays.toArray();
              const picked = 'pick' in one ? overlays[one.pick % overlays.length] : undefined;
              const note = picked?.note;
              if (one.kind === 'add') await addNote(store, home, `Q${one.text}`);
              else if (one.kind === 'rename') await renameHome(store, home, `D${one.text}`);
              else if (note === undefined) continue;
              else if (one.kind === 'edit') {
                // A note whose making was undone has no text and is on no page to be edited.
                if (picked?.created === undefined) continue;
                await edit(store, note, { question: `E${one.text}` });
              } else if (one.kind === 'remove') await removeNotes(store, [note]);
              else {
                const events = await listAllEvents(store);
                await undoAct(store, events[one.pick % events.length]!.act);
              }
            }
          };
          await play(phone, mine);
          await play(laptop, theirs);
          const [ofPhone, ofLaptop] = [await listAllEvents(phone), await listAllEvents(laptop)];
          await restoreEvents(phone, ofLaptop, 'merge');
          await restoreEvents(laptop, ofPhone, 'merge');
          await restoreEvents(laptop, ofPhone, 'merge');
          const project = async (store: Store) => ({
            homes: (await store.db.homes.toArray()).map(({ title, packs }) => ({
              title,
              cards: packs.flatMap(({ cards }) => cards.split('\n')).sort(),
            })),
            asked: (await listAsked(store, home)).sort(),
          });
          expect(await project(laptop)).toEqual(await project(phone));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('replace what one holds by the copy of the other', async () => {
    const phone = (await openTestStore()).store;
    const { home } = await createDeck(phone, 'Mine');
    await addNote(phone, home, 'First');
    const laptop = (await openTestStore()).store;
    await createDeck(laptop, 'Other');
    await importDeck(laptop, bringDeck([bringBasic('a')]));
    await restoreEvents(laptop, await listAllEvents(phone), 'replace');
    expect((await laptop.db.homes.toArray()).map(({ title }) => title)).toEqual(['Mine']);
    expect(await listAsked(laptop, home)).toEqual(asks('First'));
  });
});
