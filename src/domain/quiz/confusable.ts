import type { ConceptId, NoteId, TopicId } from '../ids.ts';

/** What of a card tells whether it is mixed up with another. */
export interface Confusable {
  readonly note: NoteId;
  readonly concept: ConceptId;
  /** What its topics lie in: cards that share one are of sibling topics. */
  readonly parents: readonly TopicId[];
  /** The telling words of its question and answer: see `listTellingWords`. */
  readonly words: ReadonlySet<string>;
  /** Its answer, folded; null where it has none in words. */
  readonly answer: string | null;
  /** The wrong options its author wrote, folded. */
  readonly wrongOptions: readonly string[];
}

/** From this on two cards are mixed up often enough to be asked one after the other. */
export const confusableFrom = 0.25;

/**
 * How easily two cards are mixed up, 0 to 2: where one's answer is the other's wrong option, and by how
 * many words they share where they are of one concept or of sibling topics. Cards of one note are not
 * mixed up but known together: 0.
 */
export function measureConfusion(one: Confusable, other: Confusable): number {
  if (one.note === other.note) return 0;
  const isMistaken = isWrongOption(one, other) || isWrongOption(other, one);
  const isSame = one.concept === other.concept;
  const isClose = isSame || one.parents.some((parent) => other.parents.includes(parent));
  return (isMistaken ? 1 : 0) + (isClose ? measureOverlap(one.words, other.words) : 0);
}

function isWrongOption({ answer }: Confusable, { wrongOptions }: Confusable): boolean {
  return answer !== null && wrongOptions.includes(answer);
}

/** Shared words by the shorter text's, so that a long question does not hide them. */
function measureOverlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const least = Math.min(one.size, other.size);
  if (least === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / least;
}

const common = new Set(
  'what which when where does that this with from into than then there their they have must only each every would could should because between after before more most other same such about over under without'.split(
    ' ',
  ),
);

/** The words of a text that tell what it is about: of four letters or more, common ones left out. */
export function listTellingWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !common.has(word)));
}
