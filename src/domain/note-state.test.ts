import { describe, expect, it } from 'vitest';
import type { NoteId } from './ids.ts';
import type { NoteSource } from './note-source.ts';
import { applyEdits, listFieldValues, replayNote, splitTags } from './note-state.ts';
import { makeContentEvents, type ContentBody } from './testing/content-events.ts';

const subject = 'mine-1:a' as NoteId;
const source: NoteSource = {
  kind: 'basic',
  fields: { question: 'Who?', answer: 'Me.' },
  tags: ['one'],
};
const created: ContentBody = { kind: 'created', subject, source, path: 'People' };

function edit(field: string, base: string, value: string): ContentBody {
  return { kind: 'edited', subject, field, base, value };
}

describe('what a learner did to a note', () => {
  it('is nothing without events', () => {
    expect(replayNote([])).toEqual({ edits: {}, isRemoved: false });
  });

  it('is the note as it was written, and the last edit of each field', () => {
    const events = makeContentEvents([
      created,
      edit('answer', 'Me.', 'You.'),
      edit('question', 'Who?', 'Who is it?'),
      edit('answer', 'You.', 'They.'),
    ]);
    const state = replayNote(events);
    expect(state.created).toEqual({ source, path: 'People' });
    expect(applyEdits(source, 'People', state.edits).source.fields).toEqual({
      question: 'Who is it?',
      answer: 'They.',
    });
  });

  it('takes a note away and back', () => {
    const removed: ContentBody = { kind: 'removed', subject, value: true };
    expect(replayNote(makeContentEvents([created, removed])).isRemoved).toBe(true);
    const back: ContentBody = { kind: 'removed', subject, value: false };
    expect(replayNote(makeContentEvents([created, removed, back])).isRemoved).toBe(false);
  });

  it('passes over what says nothing of content', () => {
    const [event] = makeContentEvents([created]);
    expect(replayNote([{ ...event!, kind: 'dreamt' }])).toEqual({ edits: {}, isRemoved: false });
  });
});

describe('an edited note', () => {
  it('has the tags and the deck that edits give it', () => {
    const { edits } = replayNote(
      makeContentEvents([edit(':tags', 'one', ' two  three two '), edit(':path', 'People', '')]),
    );
    const edited = applyEdits(source, 'People', edits);
    expect(edited).toEqual({ source: { ...source, tags: ['two', 'three'] }, path: '' });
    expect(listFieldValues(edited.source, edited.path)).toEqual({
      question: 'Who?',
      answer: 'Me.',
      ':tags': 'two three',
      ':path': '',
    });
  });

  it('has no empty tag', () => {
    expect(splitTags('  ')).toEqual([]);
  });
});
