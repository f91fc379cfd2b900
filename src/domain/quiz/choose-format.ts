import type { CompiledNote } from '../content.ts';
import type { QuizFormat } from './quiz-request.ts';

/** From this predicted recall on the learner probably knows it, and is asked to produce the answer. */
export const produceFrom = 0.7;

interface Input {
  readonly note: CompiledNote['kind'];
  /** Null for a new card. */
  readonly recall: number | null;
  /** The kinds the learner chose. */
  readonly kinds: readonly QuizFormat[];
  /** Whether options could be made of other cards' answers. */
  readonly canMakeOptions: boolean;
  /** Whether the question can be understood without its options. */
  readonly standsAlone: boolean;
}

/**
 * The ladder: options where predicted recall is low or unknown, producing where it is high (typing where
 * the note is typed, else recall), narrowed to the chosen kinds. Null where they leave no way to ask.
 */
export function chooseFormat(input: Input): QuizFormat | null {
  const { note, recall, kinds, canMakeOptions, standsAlone } = input;
  const mayRecall = kinds.includes('recall');
  const mayChoose = kinds.includes('choice');
  const wantsOptions = recall === null || recall < produceFrom;
  if (note === 'choice') {
    if (mayRecall && standsAlone && !(mayChoose && wantsOptions)) return 'recall';
    return mayChoose ? 'choice' : null;
  }
  const produced =
    note === 'typed' && kinds.includes('typed') ? 'typed' : mayRecall ? 'recall' : null;
  if (mayChoose && canMakeOptions && (wantsOptions || produced === null)) return 'choice';
  return produced;
}

/** Whether a question makes sense without its options: one that points at them does not. */
export function standsAlone(question: string): boolean {
  return !/\b(?:which (?:one |two )?of|of these|of the following|the following|these options)\b/iu.test(
    question,
  );
}
