import { runsToText, splitLines, type Block, type BlockOf, type Run } from './blocks.ts';
import { namesTheWhole } from './heading-names.ts';
import { leadingDecoration, stripDecoration } from './names.ts';
import { isNumberedPart, splitNumber } from './ordinals.ts';
import { splitPeriod } from './period.ts';
import { splitRunOnParts } from './run-on-parts.ts';
import { countWords } from './split-parts.ts';

type Lines = { runs: Run[]; offset: number }[];

/** Weeks or days with something below each of them. */
const FEWEST_WEEKS = 3;
const FEWEST_PARTS = 2;

/** What the lines of a text without headings have in common. */
interface Setting {
  /** How deep lines lie that begin with a time ("Week 3: SQL"); undefined where they head nothing. */
  readonly weekDepth: number | undefined;
  /** Whether its parts stand in capitals behind an icon, so that other lines set like them are headings too. */
  readonly areLoud: boolean;
}

/** In a text without any heading, lines that are numbered like headings ("1. Basics", "2.1 Git", "Week 3: SQL") are its headings. */
export function headingsFromNumbers(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some((block) => block.kind === 'heading' || block.kind === 'summary')) return blocks;
  const parted = splitRunOnParts(blocks);
  const setting = surveyLines(parted);
  const split = parted.map((block, index) => splitHeadings(block, parted[index + 1], setting));
  const headings = split.flat().filter((block) => block.kind === 'heading');
  if (headings.length < 2) return blocks;
  const [first] = headings;
  // "Part 1 — The whole roadmap" over everything is the title.
  const isTitle = first !== undefined && namesTheWhole(runsToText(first.runs));
  return split.flat().map((block) => (isTitle && block === first ? { ...first, depth: 1 } : block));
}

function surveyLines(blocks: readonly Block[]): Setting {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? splitLines(block.runs).map(({ runs }) => runsToText(runs)) : [''],
  );
  const isPart = (line: string | undefined): boolean =>
    line !== undefined && isNumberedPart(stripDecoration(line));
  const parts = lines.filter(isPart);
  const weeks = lines.filter(beginsWithTime);
  const heads = lines.filter(
    (line, index) => beginsWithTime(line) && !beginsWithTime(lines[index + 1] ?? line),
  );
  const isTimetable = heads.length >= FEWEST_WEEKS && heads.length * 2 > weeks.length;
  const areWithin =
    parts.length >= FEWEST_PARTS &&
    lines.some((line, index) => isPart(line) && beginsWithTime(lines[index + 1] ?? ''));
  return {
    weekDepth: isTimetable ? (areWithin ? 3 : 2) : undefined,
    areLoud: parts.length >= FEWEST_PARTS && parts.filter(isLoud).length * 2 > parts.length,
  };
}

/** The block with the numbered lines it begins with as headings. */
function splitHeadings(block: Block, next: Block | undefined, setting: Setting): Block[] {
  if (block.kind !== 'paragraph') return [block];
  const headings: Block[] = [];
  let lines = splitLines(block.runs);
  for (let [first] = lines; first !== undefined; [first] = lines) {
    const depth = depthOf(lines, next, setting);
    if (depth === undefined) break;
    headings.push({ kind: 'heading', line: block.line + first.offset, depth, runs: first.runs });
    lines = lines.slice(1);
    if (lines[0] && !startsPart(runsToText(lines[0].runs), setting)) break;
  }
  return lines.length === 0 ? headings : [...headings, joinLines(block, lines)];
}

function joinLines(block: BlockOf<'paragraph'>, lines: Lines): Block {
  const runs = lines.flatMap((line, i): Run[] =>
    i > 0 ? [{ text: '\n' }, ...line.runs] : line.runs,
  );
  return { kind: 'paragraph', line: block.line + (lines[0]?.offset ?? 0), runs };
}

/** How deep the numbered first one of a paragraph's lines lies; undefined for lines that are no headings. */
function depthOf(lines: Lines, next: Block | undefined, setting: Setting): number | undefined {
  const [first, ...others] = lines;
  const written = runsToText(first?.runs ?? []);
  const text = stripDecoration(written);
  if (countWords(text) > 12 || /[.!?:：;,]$/u.test(text) || first?.runs.every((run) => run.bold))
    return undefined;
  if (isNumberedPart(text)) return 2 + countDots(text);
  if (setting.weekDepth !== undefined && beginsWithTime(written)) return setting.weekDepth;
  if (setting.areLoud && isLoud(written) && others.length === 0) return 2;
  const { number, title } = splitNumber(text);
  const isNumbered = number !== undefined && title !== text;
  const isTimed = splitPeriod(text).period !== undefined && next?.kind === 'list';
  if (!isNumbered && !isTimed) return undefined;
  const areBullets = others.every(({ runs }) => /^\s*[•·▪◦‣➤►▸→✓✔–—]/u.test(runsToText(runs)));
  return areBullets ? 2 + countDots(text) : undefined;
}

function countDots(text: string): number {
  return splitNumber(text).number?.match(/\./g)?.length ?? 0;
}

function startsPart(line: string, { weekDepth }: Setting): boolean {
  return isNumberedPart(stripDecoration(line)) || (weekDepth !== undefined && beginsWithTime(line));
}

/** "🔹 Week 1: Loops", as against "Loops – 1 week". */
function beginsWithTime(line: string): boolean {
  const text = stripDecoration(line);
  const { period, title } = splitPeriod(text);
  return period !== undefined && title !== '' && text.startsWith(period);
}

/** "🎯 PRACTICE (DAILY)" */
function isLoud(line: string): boolean {
  const text = stripDecoration(line).replace(/[(（][^()（）]*[)）]/gu, '');
  const isCapital = /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
  return isCapital && leadingDecoration(line) !== '' && !/[:：]/u.test(text);
}
