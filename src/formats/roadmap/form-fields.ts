import { runsToText, splitLines, type Block, type Run } from './blocks.ts';
import { readField } from './field-names.ts';
import { readKind } from './kind-words.ts';
import { normalizeName } from './names.ts';
import { readPeriod, withoutRemark } from './period.ts';
import { splitKey } from './split-key.ts';
import { isStatement } from './split-parts.ts';
import { isOrdinal } from './topic-text.ts';

/** Sections that say the same thing of themselves in sentences; a topic's name does not come back as often. */
const FEWEST_TOLD = 3;
/** Sections that say how long they take. */
const FEWEST_TIMED = 2;

interface Uses {
  readonly sections: Set<number>;
  total: number;
  sentences: number;
  periods: number;
}

/**
 * The names set apart before a value ("**Workload:** 1 month", "**Exit check:** You can …") that come back from section to section:
 * what a form asks of each section, never topics. Normalized as `normalizeName` does.
 */
export function findFormFields(blocks: readonly Block[]): ReadonlySet<string> {
  const uses = new Map<string, Uses>();
  let section = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') section += 1;
    for (const line of linesOf(block)) countUse(line, section, uses);
  }
  const fields = [...uses].filter(
    ([, { sections, total, sentences, periods }]) =>
      (sections.size >= FEWEST_TOLD && sentences * 2 > total) ||
      (sections.size >= FEWEST_TIMED && periods === total),
  );
  return new Set(fields.map(([name]) => name));
}

function countUse(line: readonly Run[], section: number, uses: Map<string, Uses>): void {
  const keyed = splitKey(line);
  if (!keyed?.isMarked || keyed.isDash) return;
  const key = runsToText(keyed.key);
  if (isOrdinal(key) || readKind(key) !== undefined || readField(key) !== undefined) return;
  const name = normalizeName(key);
  const value = runsToText(keyed.value).trim();
  const use = uses.get(name) ?? { sections: new Set(), total: 0, sentences: 0, periods: 0 };
  uses.set(name, use);
  use.sections.add(section);
  use.total += 1;
  if (isStatement(value)) use.sentences += 1;
  if (readPeriod(withoutRemark(value)) !== undefined) use.periods += 1;
}

/** The lines of paragraphs and the first lines of list items, nested ones included. */
function linesOf(block: Block): (readonly Run[])[] {
  if (block.kind === 'paragraph') return splitLines(block.runs).map(({ runs }) => runs);
  if (block.kind !== 'list') return [];
  return block.items.flatMap((item) => item.blocks.flatMap(linesOf));
}
