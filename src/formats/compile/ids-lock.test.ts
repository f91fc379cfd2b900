import { describe, expect, it } from 'vitest';
import type { DeckProblem } from './deck-problem.ts';
import { checkIds, type UsedId } from './ids-lock.ts';

const note = (id: string, line = 1, path = 'decks/cards/a/b.md'): UsedId => ({
  kind: 'note',
  id,
  path,
  line,
});
const topic = (id: string): UsedId => ({ kind: 'topic', id, path: 'decks/roadmaps/x.md', line: 3 });
const format = (problems: readonly DeckProblem[]) =>
  problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
const told = (lock: string, used: readonly UsedId[]) => format(checkIds(lock, used).problems);

describe('checkIds', () => {
  it('has nothing to say when every id is in the lock', () => {
    const { problems, missing } = checkIds('# comment\n\nnote a\ntopic x/y\n', [
      note('a'),
      topic('x/y'),
    ]);
    expect([...problems, ...missing]).toEqual([]);
  });

  it('asks once for each file to lock new ids, and adds them in order, once', () => {
    const used = [note('b', 4), note('a', 9), note('a', 12), topic('x/y')];
    expect(format(checkIds('note c was:d\n', [...used, note('c')]).missing)).toEqual([
      'decks/cards/a/b.md:4 The note "b" and 2 more ids of this file are not in decks/ids.lock yet. Run "npm run decks -- --lock" once you are sure of it.',
      'decks/roadmaps/x.md:3 The topic "x/y" is not in decks/ids.lock yet. Run "npm run decks -- --lock" once you are sure of it.',
    ]);
    const { updated } = checkIds('note c was:d\n', used);
    expect(updated.split('\n').filter((line) => !line.startsWith('#'))).toEqual([
      'note a',
      'note b',
      'note c was:d',
      'topic x/y',
      '',
    ]);
    expect(checkIds(updated, used).updated).toBe(updated);
  });

  it('refuses an id that vanished', () => {
    expect(told('note a\n\nnote gone\n', [note('a')])).toEqual([
      'decks/ids.lock:3 The note "gone" was released and is gone, and learners\' reviews with it. Bring it back, or write here "note new-id was:gone" if it has a new id, or "note gone retired: the reason" if it is gone for good.',
    ]);
  });

  it('accepts one that has a new id or was retired', () => {
    expect(told('note a was:old was:older\nnote b retired: twin of a\n', [note('a')])).toEqual([]);
    expect(told('note a was:old\nnote old\n', [note('a')])).toEqual([]);
  });

  it('refuses an id that was given up before', () => {
    const message = (id: string) =>
      `decks/cards/a/b.md:1 The note id "${id}" was released before and given up (see decks/ids.lock); an id never changes its meaning. Choose another one.`;
    expect(
      told('note a was:old\nnote b retired: x\n', [note('a'), note('old'), note('b')]),
    ).toEqual([message('old'), message('b')]);
  });

  it('refuses lines that it does not understand', () => {
    const message =
      'This line is not understood. Write "note id" or "topic id", then "was:old-id" or "retired: the reason" where it applies.';
    expect(told('a\nnote a b\ncard c\nnote a retired:\n', [])).toEqual(
      [1, 2, 3, 4].map((line) => `decks/ids.lock:${line} ${message}`),
    );
  });
});
