import type { SourceNote } from '../card-file/card-file.ts';
import { askedBy, listPairs, toPlainText } from './note-parts.ts';
import { isEmptyWord, listContentWords, toStem } from './words.ts';

/** A note and an earlier one that asks the same, or nearly. */
export interface Twin {
  readonly note: SourceNote;
  readonly earlier: SourceNote;
  readonly rule: 'duplicate' | 'near-duplicate';
}

/*
 * Shares (of all that either has) from which two notes count as nearly the same. On the shipped bank, notes
 * on different facts stay below 0.3 in runs of words; in bare words they reach 0.55, and from 0.4 on those
 * with one answer are twins.
 */
const nearRuns = 0.4;
const nearWords = 0.6;
const nearWordsWithOneAnswer = 0.4;
const nearAnswers = 0.5;

/**
 * Finds questions that are the same once case, punctuation and small words are folded away, those that share many of
 * their runs of three words, and those that share many words and the answer. Every pair is found once, at the later note.
 */
export function findTwins(notes: readonly SourceNote[]): Twin[] {
  const firstByKey = new Map<string, SourceNote>();
  const runs = createOverlap(notes.length);
  const words = createOverlap(notes.length);
  const answers: ReadonlySet<string>[] = [];

  return notes.flatMap((note): Twin[] => {
    const asked = toPlainText(askedBy(note), 'with code').replace(/[\uE000-\uF8FF]/g, '');
    const tokens = listTokens(asked);
    const content = tokens.filter((token) => !isEmptyWord(token)).map(toStem);
    const answer = new Set(listAnswerWords(note));
    answers.push(answer);
    const near = new Set<number>();
    for (const { other } of runs.add(new Set(listRuns(tokens)), nearRuns)) near.add(other);
    for (const { other, share } of words.add(new Set(content), nearWordsWithOneAnswer)) {
      const isOneAnswer = () => toShare(answer, answers[other] ?? new Set()) >= nearAnswers;
      if (share >= nearWords || isOneAnswer()) near.add(other);
    }

    const key = content.join(' ');
    const first = firstByKey.get(key);
    if (first !== undefined) return [{ note, earlier: first, rule: 'duplicate' }];
    firstByKey.set(key, note);
    return [...near].flatMap((other) => {
      const earlier = notes[other];
      return earlier === undefined ? [] : [{ note, earlier, rule: 'near-duplicate' }];
    });
  });
}

/** Compares each set of `most` with all before it, touching only those that share something. */
function createOverlap(most: number) {
  const holders = new Map<string, number[]>();
  const sizes: number[] = [];
  // Zero between two sets: counts in place, as nearly every note of a bank shares a word with most others.
  const common = new Uint32Array(most);
  return {
    /** Earlier sets, by their position, of which at least this share is the same. */
    add(items: ReadonlySet<string>, least: number): { other: number; share: number }[] {
      const position = sizes.push(items.size) - 1;
      const touched: number[] = [];
      for (const item of items) {
        const before = holders.get(item);
        if (before === undefined) {
          holders.set(item, [position]);
          continue;
        }
        for (const other of before) {
          const count = common[other] ?? 0;
          if (count === 0) touched.push(other);
          common[other] = count + 1;
        }
        before.push(position);
      }
      const near: { other: number; share: number }[] = [];
      for (const other of touched) {
        const count = common[other] ?? 0;
        const share = count / (items.size + (sizes[other] ?? 0) - count);
        if (share >= least) near.push({ other, share });
        common[other] = 0;
      }
      return near;
    },
  };
}

const PLAIN_WORD = /^[a-z\d]+$/;
const MARKS_AROUND = /^[^\p{L}\p{N}]+(?=.*[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[^\p{L}\p{N}+#]+$/gu;

/** Words and signs: `==` and `===` are what sets two questions apart. */
function listTokens(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((token) => (PLAIN_WORD.test(token) ? token : token.replace(MARKS_AROUND, '')))
    .filter((token) => token !== '');
}

function listRuns(tokens: readonly string[]): string[] {
  return tokens.slice(2).map((_token, index) => tokens.slice(index, index + 3).join(' '));
}

function listAnswerWords(note: SourceNote): string[] {
  if (note.kind === 'typed') return listContentWords(note.answers[0].text);
  return listPairs(note).flatMap(({ answer }) =>
    listContentWords(toPlainText(answer, 'with code')),
  );
}

function toShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((item) => other.has(item)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}
