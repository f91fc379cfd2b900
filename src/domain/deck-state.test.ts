import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liesIn, movePath, replayDeck, toMovedField, toRestingField } from './deck-state.ts';
import type { HomeId, NoteId } from './ids.ts';
import { makeContentEvents, type ContentBody } from './testing/content-events.ts';

const subject = 'deck-1' as HomeId;

function brought(edition: string, title = 'Spanish'): ContentBody {
  return { kind: 'created', subject, title, edition };
}

function edit(field: string, value: string): ContentBody {
  return { kind: 'edited', subject, field, base: '', value };
}

function replay(...bodies: ContentBody[]) {
  return replayDeck(makeContentEvents(bodies));
}

describe('a deck', () => {
  it('without events has no name', () => {
    expect(replay()).toEqual({
      editions: [],
      title: null,
      isRemoved: false,
      moved: {},
      resting: [],
    });
  });

  it('has its editions, the newest first, and the name the newest gives it', () => {
    const state = replay(brought('one'), brought('two', 'Spanish II'));
    expect(state).toMatchObject({ editions: ['two', 'one'], title: 'Spanish II' });
  });

  it('of the learner’s own has no edition', () => {
    const own: ContentBody = { kind: 'created', subject, title: 'Mine' };
    expect(replay(own)).toMatchObject({ editions: [], title: 'Mine' });
  });

  it('keeps the name the learner gave through newer editions', () => {
    const state = replay(brought('one'), edit('title', 'Holidays'), brought('two'));
    expect(state.title).toBe('Holidays');
  });

  it('is gone once removed, and there again once taken back or brought in again', () => {
    const removed: ContentBody = { kind: 'removed', subject, value: true };
    expect(replay(brought('one'), removed).isRemoved).toBe(true);
    const back: ContentBody = { kind: 'removed', subject, value: false };
    expect(replay(brought('one'), removed, back).isRemoved).toBe(false);
    expect(replay(brought('one'), removed, brought('two')).isRemoved).toBe(false);
  });

  it('rests in part, until it is waked', () => {
    const rest = edit(toRestingField('Spanish::Verbs'), 'yes');
    expect(replay(brought('one'), rest).resting).toEqual(['Spanish::Verbs']);
    expect(
      replay(brought('one'), rest, edit(toRestingField('Spanish::Verbs'), '')).resting,
    ).toEqual([]);
  });

  it('knows nothing of fields that come later, or of notes', () => {
    const note: ContentBody = {
      kind: 'created',
      subject: 'deck-1:a' as NoteId,
      source: { kind: 'basic', fields: {}, tags: [] },
      path: '',
    };
    expect(replay(edit('colour', 'red'), note)).toEqual(replay());
  });
});

describe('a deck within a deck', () => {
  it('goes where it is moved, and takes along what lies in it', () => {
    const { moved } = replay(
      edit(toMovedField('Spanish'), 'Languages::Spanish'),
      edit(toMovedField('Spanish::Verbs'), 'Grammar'),
    );
    expect(movePath('Spanish', moved)).toBe('Languages::Spanish');
    expect(movePath('Spanish::Nouns', moved)).toBe('Languages::Spanish::Nouns');
    expect(movePath('Spanish::Verbs::Past', moved)).toBe('Grammar::Past');
    expect(movePath('Spanished', moved)).toBe('Spanished');
  });

  it('lies in every deck around it and in no other', () => {
    expect(liesIn('A::B', 'A')).toBe(true);
    expect(liesIn('AB', 'A')).toBe(false);
    expect(liesIn('A', '')).toBe(true);
  });

  it('stays where it is while nothing around it moves', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(movePath(path, {})).toBe(path);
      }),
    );
  });
});
