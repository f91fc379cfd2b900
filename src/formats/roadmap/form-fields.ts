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
  codes: number;
}

/**
 * The names set apart before a value ("**Workload:** 1 month", "**Exit check:** You can …") that come back from section to section:
 * what a form asks of each section, never topics. Normalized as `normalizeName` does.
 */
export function findFormFields(blocks: readonly Block[]): ReadonlySet<string> {
  const uses = new Map<string, Uses>();
  let section = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') section += 1;
    for (const line of linesOf(block)) countUse(line, section, uses);
    if (block.kind === 'paragraph') countLabel(block.runs, blocks[index + 1], section, uses);
  }
  const fields = [...uses].filter(
    ([, { sections, total, sentences, periods, codes }]) =>
      (sections.size >= FEWEST_TOLD && sentences * 2 > total) ||
      (sections.size >= FEWEST_TIMED && (periods === total || codes === total)),
  );
  return new Set(fields.map(([name]) => name));
}

function countUse(line: readonly Run[], section: number, uses: Map<string, Uses>): void {
  const keyed = splitKey(line);
  if (!keyed?.isMarked || keyed.isDash) return;
  const key = runsToText(keyed.key);
  if (isOrdinal(key) || readKind(key) !== undefined || readField(key) !== undefined) return;
  const value = runsToText(keyed.value).trim();
  const use = addUse(key, section, uses);
  if (isStatement(value)) use.sentences += 1;
  if (readPeriod(withoutRemark(value)) !== undefined) use.periods += 1;
}

/** "**Commands:**" above nothing but code. */
function countLabel(
  runs: readonly Run[],
  next: Block | undefined,
  section: number,
  uses: Map<string, Uses>,
): void {
  const text = runsToText(runs).trim();
  const isLabel =
    /[:：]$/u.test(text) && runs.every((run) => run.bold ?? run.text.trim().length < 2);
  if (!isLabel || readKind(text) !== undefined) return;
  const use = addUse(text, section, uses);
  if (next?.kind === 'code' && next.language !== 'mermaid') use.codes += 1;
}

function addUse(name: string, section: number, uses: Map<string, Uses>): Uses {
  const key = normalizeName(name);
  const use = uses.get(key) ?? {
    sections: new Set(),
    total: 0,
    sentences: 0,
    periods: 0,
    codes: 0,
  };
  uses.set(key, use);
  use.sections.add(section);
  use.total += 1;
  return use;
}

/** The lines of paragraphs and the first lines of list items, nested ones included. */
function linesOf(block: Block): (readonly Run[])[] {
  if (block.kind === 'paragraph') return splitLines(block.runs).map(({ runs }) => runs);
  if (block.kind !== 'list') return [];
  return block.items.flatMap((item) => item.blocks.flatMap(linesOf));
}
