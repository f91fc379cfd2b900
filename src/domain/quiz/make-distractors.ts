import type { CardId, NoteId } from '../ids.ts';
import { shuffle } from '../shuffle.ts';
import { foldAnswer, toAnswerKind } from './answer-kind.ts';
import type { PlainAnswer } from './plain-answer.ts';

/** A card as a question with options sees it: its own, or one whose answer could be a wrong option. */
export interface OptionSource {
  readonly card: CardId;
  readonly note: NoteId;
  /** The words of its question. */
  readonly question: string;
  readonly answer: PlainAnswer;
}

interface Input {
  readonly asked: OptionSource;
  /** Cards of sibling topics, then of cousins: options come from the nearest that have any. */
  readonly tiers: readonly (readonly OptionSource[])[];
  /** Cards asked or due in this quiz: an option must not give their answer away. */
  readonly excluded: ReadonlySet<CardId>;
  readonly seed: string;
}

/**
 * Two cards whose answers stand as wrong options beside the asked card's: all short and of one kind,
 * and none also right. An answer is also right where it equals one that is accepted, where one holds
 * the other as a part, where it belongs to the same note, and where it answers the same question.
 * Null where there are no two.
 */
export function makeDistractors({ asked, tiers, excluded, seed }: Input): [CardId, CardId] | null {
  const kind = toAnswerKind(asked.answer);
  if (kind === null) return null;
  const chosen: OptionSource[] = [];
  for (const tier of tiers) {
    const drawn = shuffle(tier, `${seed} ${asked.card}`);
    for (const source of drawn) {
      if (source.card === asked.card || excluded.has(source.card)) continue;
      if (toAnswerKind(source.answer) !== kind || isAlsoRight(source, asked)) continue;
      // Two options that mean the same would leave one to choose from.
      if (chosen.some((other) => isAlsoRight(source, other))) continue;
      chosen.push(source);
      const [first, second] = chosen;
      if (first !== undefined && second !== undefined) return [first.card, second.card];
    }
  }
  return null;
}

/** Whether the answer of one card could count as right for the other. */
export function isAlsoRight(one: OptionSource, other: OptionSource): boolean {
  if (one.note === other.note) return true;
  if (foldAnswer(one.question) === foldAnswer(other.question)) return true;
  const ours = one.answer.accepted.map(foldAnswer);
  const theirs = other.answer.accepted.map(foldAnswer);
  return ours.some((our) => theirs.some((their) => holds(our, their) || holds(their, our)));
}

/** Whether one answer says the other and perhaps more: `TCP`, and `TCP protocol`. */
function holds(one: string, other: string): boolean {
  return ` ${one} `.includes(` ${other} `);
}
