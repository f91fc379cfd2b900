import { runsToText, type Block, type BlockOf, type Run } from './blocks.ts';
import { readField } from './field-names.ts';
import { readKind } from './kind-words.ts';
import { findShortLines } from './short-lines.ts';
import { splitKey } from './split-key.ts';
import { countWords, isChain, isListing, splitParts } from './split-parts.ts';
import { isAsideKey, isOrdinal } from './topic-text.ts';

/** Fewer paragraphs that begin with a name in bold may tell rather than list. */
const FEWEST_NAMED = 3;
const FEWEST_NUMBERED = 2;
const LONGEST_NAME = 6;

/**
 * The paragraphs of a place that are entries of a list, though nothing marks them as one: several short lines in a row,
 * several that begin with a number or a name in bold ("**1a** — Chat", "**Closures**: how functions …"), steps with arrows between them.
 */
export function findEntryParagraphs(
  blocks: readonly Block[],
  takesSentences: boolean,
): ReadonlySet<Block> {
  const found = new Set(findShortLines(blocks, takesSentences));
  const paragraphs = blocks.filter(
    (block, index): block is BlockOf<'paragraph'> =>
      block.kind === 'paragraph' && (blocks[index + 1]?.kind ?? 'paragraph') === 'paragraph',
  );
  const numbered = paragraphs.filter((block) => isNumbered(block));
  if (numbered.length >= FEWEST_NUMBERED) for (const block of numbered) found.add(block);
  const named = paragraphs.filter((block) => isNamed(block));
  if (named.length >= FEWEST_NAMED) for (const block of named) found.add(block);
  for (const block of paragraphs) if (isSteps(block)) found.add(block);
  return found;
}

/** A line in italics, which remarks on what is around it. */
export function isRemark(runs: readonly Run[]): boolean {
  const filled = runs.filter((run) => run.text.trim() !== '');
  return filled.every((run) => run.italic && !run.bold) && !/[:：]\s*$/u.test(runsToText(runs));
}

/** "Git → Docker → Kubernetes": names only, three or more. */
export function isSteps({ runs }: BlockOf<'paragraph'>): boolean {
  const text = runsToText(runs).trim();
  if (!isChain(text) || /[.!?:：。]$/u.test(text) || text.includes('\n')) return false;
  const parts = splitParts(text);
  return parts.length > 2 && isListing(parts);
}

function isNumbered({ runs }: BlockOf<'paragraph'>): boolean {
  const keyed = splitKey(runs);
  if (!keyed?.isMarked || runsToText(runs).includes('\n')) return false;
  return isOrdinal(runsToText(keyed.key)) && runsToText(keyed.value).trim() !== '';
}

function isNamed({ runs }: BlockOf<'paragraph'>): boolean {
  const keyed = splitKey(runs);
  if (!keyed?.isMarked || runs.every((run) => run.bold !== true)) return false;
  const key = runsToText(keyed.key).trim();
  const value = runsToText(keyed.value);
  if (countWords(key) > LONGEST_NAME || isOrdinal(key)) return false;
  return (
    readField(key) === undefined &&
    readKind(key) === undefined &&
    !isAsideKey(key, true, value) &&
    !value.includes('\n')
  );
}
