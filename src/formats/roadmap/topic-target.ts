import { append } from './append.ts';
import { runsToText, type Block, type Run } from './blocks.ts';
import type { Draft } from './draft.ts';
import {
  isMotto,
  isPartName,
  readLabel,
  surveyLabels,
  type LabelLine,
  type LabelPlace,
} from './labels.ts';
import { quote, warn } from './reading.ts';
import type { Scope } from './scope.ts';
import { countWords } from './split-parts.ts';
import { readTopicText } from './topic-text.ts';

/** Lines in bold with nothing below them: fewer are emphasis, more are how a place lists its topics. */
const FEWEST_BOLD = 3;
/** Words of a line that leads over to a list; a shorter one is a name. */
const FEWEST_LEADING = 4;

/** "Start with the fundamentals:" between a heading and its only list. */
function leadsOver({ name, isBold, hasColon }: LabelLine, place: LabelPlace): boolean {
  const isAlone = place.colonLines === 1 && place.emphasisLines === 0 && place.plainLines === 0;
  return isAlone && hasColon && !isBold && countWords(name) >= FEWEST_LEADING;
}

/** Where the topics of one place go while it is read, and what holds for them: a label changes it, prose ends it. */
export class TopicTarget {
  /** What holds for the whole place. */
  readonly base: Scope;
  readonly place: LabelPlace;
  private readonly topics: Draft[] = [];
  private target: Draft[];
  private current: Scope;
  /** The label under which lists are left out. */
  private aside: string | undefined;
  private readonly emphasis: Draft[] = [];
  private outer: Draft | undefined;
  private part: Draft | undefined;
  private lastGroup: Draft | undefined;

  constructor(scope: Scope, blocks: readonly Block[]) {
    this.base = scope;
    this.current = scope;
    this.place = surveyLabels(blocks);
    this.target = this.topics;
  }

  /** What holds for the next topics. */
  get scope(): Scope {
    return this.current;
  }

  /** Whether a label says that what follows is no topics. */
  get isAside(): boolean {
    return this.aside !== undefined;
  }

  /** All topics, without lines in bold that head nothing. */
  finish(): Draft[] {
    const empty = this.emphasis.filter((draft) => draft.topics.length === 0);
    const isDropped = (draft: Draft): boolean =>
      empty.length < FEWEST_BOLD && empty.includes(draft);
    return this.topics.filter((draft) => !isDropped(draft));
  }

  /** Adds topics where the last label put them. */
  add(drafts: readonly Draft[]): void {
    append(this.target, drafts);
  }

  /** Adds what a list holds; a label over nothing but what was left out goes with it. */
  addList(drafts: readonly Draft[]): void {
    this.add(drafts);
    const { owner } = this.current;
    if (drafts.length > 0 || owner !== this.lastGroup || owner.topics.length > 0) return;
    if (this.topics.at(-1) !== owner || isPartName(owner)) return;
    this.topics.pop();
    this.endLabel();
  }

  /** Adds topics beside the labels of the place. */
  addBeside(drafts: readonly Draft[]): void {
    append(this.topics, drafts);
  }

  /** Adds what one line says. */
  addText(runs: readonly Run[], line: number): void {
    this.add(readTopicText(runs, line, this.current));
  }

  /** Lets the next topics stand below one that was added. */
  enter(owner: Draft, kind: Scope['kind']): void {
    this.target = owner.topics;
    this.current = {
      ...this.base,
      owner,
      level: this.base.level + 1,
      ...(kind ? { kind } : {}),
    };
  }

  /** Takes a label as what holds for the topics after it. `isFirst`: it is the first line of its place. */
  startLabel(label: LabelLine, runs: readonly Run[], line: number, { isFirst = false } = {}): void {
    this.endLabel();
    const said = readLabel(label, runs, line, this.base, this.place);
    if (said.says === 'kind') this.current = { ...this.current, kind: said.kind };
    else if (said.says === 'priority') this.current = { ...this.current, priority: said.priority };
    else if (said.says === 'aside') this.aside = said.name;
    else if (
      said.says === 'group' &&
      !(isFirst && said.isEmphasis && isMotto(said.group, this.place)) &&
      !(isFirst && leadsOver(label, this.place))
    ) {
      if (said.isEmphasis) this.emphasis.push(said.group);
      this.addGroup(said.group);
      this.enter(said.group, this.base.kind);
    }
  }

  /** Takes a heading or a name within a sentence as a label. */
  startNamed(runs: readonly Run[], line: number): void {
    const name = runsToText(runs).trim();
    this.startLabel({ name, isBold: true, hasColon: true }, runs, line);
  }

  /** What follows belongs to no label any more; below "**I. Basics**" it is still the part's own. */
  endLabel(): void {
    this.aside = undefined;
    this.target = this.topics;
    this.current = this.base;
    if (this.part) this.enter(this.part, this.base.kind);
  }

  /** Whether a list here is left out, with the warning that says so. */
  leaveOut(line: number): boolean {
    if (this.aside === undefined) return false;
    warn(
      this.base.reading,
      line,
      `What stands under ${quote(this.aside)} lists no topics and was left out.`,
    );
    return true;
  }

  /** A line "Level 1" with nothing but further labels below it holds their groups. */
  private addGroup(group: Draft): void {
    const isPart = isPartName(group);
    this.part = isPart ? group : undefined;
    if (isPart) this.outer = undefined;
    else if (this.lastGroup?.topics.length === 0 && isPartName(this.lastGroup))
      this.outer = this.lastGroup;
    (this.outer?.topics ?? this.topics).push(group);
    this.lastGroup = group;
  }
}
