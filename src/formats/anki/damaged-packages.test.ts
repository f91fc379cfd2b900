import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readAnkiPackage } from './read-anki-package.ts';
import { buildPackage, type PackageShape } from './testing/build-package.ts';
import { basicType } from './testing/write-facts.ts';
import { loadSqlite } from './testing/load-sqlite.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function errorOf(bytes: Uint8Array): Promise<string> {
  const deck = await readAnkiPackage(bytes, { loadSqlite });
  return 'error' in deck ? deck.error : 'no error';
}
const errorOfShape = async (shape: PackageShape) => errorOf(await buildPackage(shape));

async function read(shape: PackageShape) {
  const deck = await readAnkiPackage(await buildPackage(shape), { loadSqlite });
  if ('error' in deck) throw new Error(deck.error);
  const messages = deck.problems.map(({ message }) => message);
  return { deck, messages };
}

describe('a package that cannot be read', () => {
  it('says which part is missing or damaged, and that nothing was imported', async () => {
    expect(await errorOf(encode('Front,Back'))).toContain('no Anki package');
    const whole = await buildPackage();
    // Says that it unpacks to a gigabyte.
    const huge = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0x40, 1, 0, 0);
    expect(await errorOf(whole.slice(0, 900))).toMatch(
      /^This package is cut short.*Nothing was imported/,
    );
    expect(await errorOf(zipSync({ 'a.txt': encode('a') }))).toContain('holds no Anki collection');
    expect(await errorOfShape({ parts: { 'collection.anki2': encode('none') } })).toMatch(
      /^The collection in this package is not a database/,
    );
    expect(
      await errorOfShape({
        generation: 'anki21b',
        parts: { 'collection.anki21b': encode('none') },
      }),
    ).toMatch(/^The collection \(collection.anki21b\) is not packed/);
    expect(
      await errorOfShape({
        generation: 'anki21b',
        parts: { 'collection.anki21b': huge },
      }),
    ).toContain('would unpack to more than this app can hold');
    expect(await errorOfShape({ parts: { meta: Uint8Array.of(8) } })).toMatch(
      /^The description of this package \(meta\) is cut short/,
    );
  });

  it('says when it is for newer versions, and when only the note that asks to update is left', async () => {
    expect(await errorOfShape({ parts: { meta: Uint8Array.of(8, 4) } })).toContain('format 4');
    const lost = { generation: 'anki21b', parts: { 'collection.anki21b': null } } as const;
    expect(await errorOfShape(lost)).toContain('The collection of this package is missing');
    const stub = { ...lost, parts: { ...lost.parts, meta: null } };
    expect(await errorOfShape(stub)).toContain('only the note that asks to update');
  });

  it('says which table is missing or no table', async () => {
    const drop = (sql: string) =>
      errorOfShape({
        spoil: (db) => {
          db.run(sql);
        },
      });
    expect(await drop('DROP TABLE notes')).toContain('has no table “notes”');
    expect(await drop('DROP TABLE cards; CREATE VIEW cards AS SELECT 1')).toContain('“cards”');
    expect(await drop('DELETE FROM col')).toContain('has no row about the collection');
    expect(await drop('ALTER TABLE cards DROP COLUMN ivl')).toMatch(
      /^The table of cards cannot be read \(no such column: ivl\)/,
    );
    expect(await drop('ALTER TABLE notes DROP COLUMN flds')).toContain('The table of notes');
    expect(await drop("UPDATE col SET models = 'x'")).toMatch(
      /^The list of note types in the collection’s table “col” is no JSON/,
    );
    expect(await drop("UPDATE col SET decks = '[]'")).toContain('is not a list by names');
    const current = await errorOfShape({
      generation: 'anki21b',
      spoil: (db) => {
        db.run('DELETE FROM col');
      },
    });
    expect(current).toContain('has no row about the collection');
  });

  it('hands on that SQLite could not be loaded', async () => {
    const load = () => Promise.reject(new Error('offline'));
    await expect(readAnkiPackage(await buildPackage(), { loadSqlite: load })).rejects.toThrow(
      'offline',
    );
  });
});

describe('a package with damaged rows', () => {
  it('is taken without notes of more fields than anyone gives them', async () => {
    const flds = Array.from({ length: 501 }, (_, ord) => ({ name: `F${ord}`, ord }));
    const tmpls = [{ name: 'Card 1', qfmt: '{{F0}}', afmt: '{{F1}}', ord: 0 }];
    const models = { 7: { id: 7, name: 'Wide', type: 0, flds, tmpls, css: '' } };
    const { deck, messages } = await read({
      notes: [{}, { id: 2, guid: 'wide', mid: 7 }],
      cards: [{}],
      spoil: (db) => {
        const [row] = [...db.rows('SELECT models FROM col')];
        const all = { ...(JSON.parse(String(row?.[0])) as object), ...models };
        db.insert('UPDATE col SET models = ?', [[JSON.stringify(all)]]);
      },
    });
    expect(deck.notes.map(({ key }) => key)).toEqual(['guid-1']);
    expect(messages[0]).toBe(
      'The note type “Wide” has more than 500 fields or templates. Its notes were left out.',
    );
  });

  it('is taken without the notes that cannot be drawn', async () => {
    const { deck, messages } = await read({
      notes: [
        { flds: 'a\u001fb\u001fc' },
        { id: 2, guid: 'guid-1', flds: 'only one' },
        { id: 3, mid: 999, guid: 'x' },
        { id: 4, guid: ' ', flds: Uint8Array.of(104, 105), tags: 5 },
        { id: 5, guid: null, flds: null, tags: null },
      ],
      cards: [{}, { id: 12, nid: 2 }, { id: 13, nid: 4 }, { id: 14, nid: 77 }],
    });
    expect(
      deck.notes.map(({ key, source }) => [key, Object.values(source.fields), source.tags]),
    ).toEqual([
      ['guid-1', ['a', 'b<br>c'], []],
      ['guid-1~2', ['only one', ''], []],
      ['note-4', ['hi', ''], ['5']],
      ['note-5', ['', ''], []],
    ]);
    expect(deck.problems.map(({ place }) => place)).toEqual([
      { note: 1 },
      { note: 2 },
      { note: 3 },
      { note: 5 },
      undefined,
    ]);
    expect(messages.at(-1)).toContain('cards of a note that is not in the package');
  });

  it('is taken without the cards that make no sense', async () => {
    const { deck, messages } = await read({
      cards: [
        { due: 'x', type: 2, queue: 2 },
        { id: 12, ord: 0 },
        { id: 13, ord: 5 },
        { id: 14, nid: null },
        { id: 15, nid: 2, type: 9 },
        { id: 16, nid: 2, ord: 1, type: 2, queue: 2, due: 2e9, ivl: -5, factor: 1, data: 'no' },
        { id: 17, nid: 2, ord: 2, type: 2, queue: 2, due: 1e12 },
        { id: 18, nid: 2, ord: 3, type: 3, queue: 3, due: -2_000_000 },
        { id: 19, nid: 2, ord: 4, type: 2, queue: 2, due: 9, data: '{"s":null,"d":5}', mod: -4 },
        { id: 20, nid: 2, ord: 5, type: 2, queue: 2, due: 9, data: '{"pos":5}', did: 99 },
        {
          id: 21,
          nid: 2,
          ord: 6,
          type: 2,
          queue: 2,
          due: 9,
          data: '{"s":1e9,"d":-3}',
          due2: 1,
        } as object,
      ],
      notes: [{}, { id: 2, guid: 'b', mid: 200, flds: '{{c1::x}}\u001f' }],
    });
    const [first, second] = deck.notes;
    expect(first!.cards).toEqual([{ ordinal: '1', deck: 0, changedAt: 1_700_000_000_000 }]);
    const schedules = second!.cards.map(({ schedule }) => schedule);
    expect(schedules[0]).toBeUndefined();
    expect(schedules[1]).toMatchObject({ intervalDays: 1, due: { day: 23_148 } });
    expect(schedules.slice(2, 4)).toEqual([undefined, undefined]);
    expect(schedules[4]).not.toHaveProperty('memory');
    expect(schedules[6]).toMatchObject({ memory: { stability: 36_500, difficulty: 1 } });
    expect(messages).toHaveLength(9);
    expect(deck.decks).toEqual(['Default']);
  });

  it('is taken without the reviews that make no sense', async () => {
    const { deck, messages } = await read({
      log: [
        { id: -5 },
        { id: 1e15 },
        { id: 2, ease: 9 },
        { id: 3, ivl: null },
        { id: 4, time: -9, factor: null },
        { id: 5, ease: 0, ivl: 0, type: 1 },
        { id: 6, ease: 0, ivl: 3, type: 1 },
      ],
    });
    expect(deck.notes[0]!.cards[0]!.reviews).toMatchObject([
      { id: 4, act: { kind: 'graded', durationMs: 0 } },
      { id: 6, act: { kind: 'set-due' } },
    ]);
    expect(messages).toHaveLength(5);
    const none = await read({
      spoil: (db) => {
        db.run('DROP TABLE revlog');
      },
    });
    expect(none.messages).toEqual([]);
    const odd = await read({
      spoil: (db) => {
        db.run('ALTER TABLE revlog DROP COLUMN ease');
      },
    });
    expect(odd.messages).toEqual([expect.stringContaining('The history is damaged')]);
  });

  it('tells the first thousand problems and counts the others', async () => {
    const notes = Array.from({ length: 1005 }, (_, at) => ({
      id: at + 1,
      guid: String(at),
      mid: 5,
    }));
    const { messages } = await read({ notes, cards: [] });
    expect(messages).toHaveLength(1001);
    expect(messages.at(-1)).toBe('There are 5 more problems like these.');
  });
});

describe('a package with damaged parts of its description', () => {
  it('is taken with what is left of an older one', async () => {
    const types = {
      100: { name: 5, flds: [{ name: 'F' }], tmpls: [{ qfmt: '{{F}}' }] },
      200: 7,
      x: {},
      300: {},
    };
    const spoil = (db: { run(sql: string): void }) => {
      db.run(
        `UPDATE col SET models = '${JSON.stringify(types)}', decks = '{"1":{"name":""},"2":4}', dconf = '{"1":[]}', conf = ''`,
      );
    };
    const { deck, messages } = await read({ spoil });
    expect(deck.noteTypes).toMatchObject([{ name: '5', fields: ['F'] }]);
    expect(deck.noteTypes[0]).not.toHaveProperty('latexPreamble');
    expect(deck).toMatchObject({ decks: ['Default'], settings: {} });
    expect(messages.filter((message) => message.includes('cannot be read'))).toHaveLength(6);
  });

  it('is taken with what is left of a newer one', async () => {
    const broken = "X'0A'";
    const spoil = (db: { run(sql: string): void }) => {
      db.run(`UPDATE fields SET config = ${broken} WHERE ntid = 100 AND ord = 1`);
      db.run(`UPDATE notetypes SET config = ${broken} WHERE id = 200`);
      db.run('DELETE FROM templates WHERE ntid = 300');
      db.run(`UPDATE decks SET kind = ${broken}`);
      db.run(`UPDATE deck_config SET config = ${broken}`);
      db.run("UPDATE config SET val = X'7B' WHERE KEY = 'rollover'");
    };
    const types = [basicType, { ...basicType, id: 200 }, { ...basicType, id: 300 }];
    const { deck, messages } = await read({ generation: 'anki21b', types, spoil });
    expect(deck.noteTypes).toHaveLength(1);
    expect(deck.settings).toEqual({});
    expect(messages).toHaveLength(5);
    const bare = await read({
      generation: 'anki21b',
      spoil: (db) => {
        db.run('DROP TABLE config');
        db.run('DROP TABLE deck_config');
        db.run('UPDATE decks SET kind = NULL');
      },
    });
    expect(bare.messages).toEqual([]);
    const blank = await read({
      generation: 'anki21b',
      spoil: (db) => {
        db.run('UPDATE fields SET config = NULL');
        db.run('UPDATE notetypes SET config = NULL');
        db.run("UPDATE decks SET name = '\u001f'");
        db.run('UPDATE deck_config SET config = NULL');
        db.run('UPDATE col SET crt = NULL');
      },
    });
    expect(blank.messages).toEqual([]);
    expect(blank.deck).toMatchObject({
      decks: ['blank::blank'],
      settings: { learningStepsMinutes: [], relearningStepsMinutes: [] },
      noteTypes: [{ kind: 'standard', css: '' }],
    });
  });
});
