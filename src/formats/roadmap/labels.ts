import { runsToText, type Block, type Run } from './blocks.ts';
import type { Draft } from './draft.ts';
import { isLevelName, readField } from './field-names.ts';
import { readHeadingRole } from './heading-names.ts';
import { isSortOfTool, readKind } from './kind-words.ts';
import { normalizeName, stripDecoration } from './names.ts';
import { isNumberedPart, splitNumber } from './ordinals.ts';
import type { TopicKind, TopicPriority } from './outline.ts';
import { readPriority } from './priority-words.ts';
import type { Scope } from './scope.ts';
import { isShortLine } from './short-lines.ts';
import { countWords } from './split-parts.ts';
import { nameToDraft } from './topic-text.ts';

/** What a line such as "Learn:" or "**SQL**" says of the lists that follow it. */
export type Label =
  | { readonly says: 'kind'; readonly kind: TopicKind }
  | { readonly says: 'priority'; readonly priority: TopicPriority }
  | { readonly says: 'group'; readonly group: Draft; readonly isEmphasis: boolean }
  | { readonly says: 'nothing' }
  | { readonly says: 'aside'; readonly name: string };

/** A line that introduces: its words without the colon, and whether it is set in bold as a whole. */
export interface LabelLine {
  readonly name: string;
  readonly isBold: boolean;
  readonly hasColon: boolean;
}

const LONGEST_LABEL = 12;
/** Openings of sentences that introduce a list and name nothing. */
const SENTENCE =
  /^(?:you|your|we|our|this|these|those|here|in this|by the end|after|before|now|then|the following|follow|it|its|some|there|make sure|below|pick|choose|select|elige|escolha|wähle|выберите|as|when|if|once|start|for (?:this|each|every|example)|to (?:get|do|be|become|complete|learn)|aquí|nesta|neste|en esta|hier|dans|в этом|здесь|bu )(?=\s|$|')/iu;

/** Openings of what is done again with each thing to learn: a procedure, whose steps are no topics. */
const PROCEDURE =
  /^(?:(?:for|in|after|with) (?:each|every)|(?:para|en|em|por|a) cada|(?:pour|à) chaque|(?:für|bei|nach) jede[nrsm]?|(?:для|в|на|после) кажд|per ogni|dla każde|her .* için|với mỗi|untuk setiap)(?=\s|\p{L})|^(?:对于?|針對|针对)?每[一个個]?|ごとに$|마다$|^لكل\s|^हर\s/iu;

/** What a chat offers below its answer: set phrases, whose list is no part of it. */
const OFFER =
  /^(?:would you like|do you want|if you(?:'d| would)? (?:like|want)|want me to|shall i|let me know|¿?(?:quieres|te gustaría|deseas)|si (?:quieres|lo deseas)|te puedo|puedo (?:hacerte|prepararte|darte)|(?:você )?(?:quer|gostaria) que|se (?:você )?quiser|souhaites?-tu|souhaitez-vous|voulez-vous|veux-tu|si (?:tu veux|vous (?:voulez|souhaitez))|möchtest du|wenn du (?:möchtest|willst)|soll ich|(?:если )?(?:хочешь|хотите)|ister misin|istersen(?:iz)?|vuoi che|se vuoi|(?:jeśli )?chcesz|bạn (?:có )?muốn|nếu bạn (?:muốn|cần)|هل تريد|إذا أردت|क्या आप चाहते|अगर आप चाहें)(?!\p{L})|^(?:如果(?:你|您)?(?:需要|想|愿意)|需要我|要不要我|もし(?:よければ|必要なら)|ご希望|(?:원하|필요하)(?:시면|면))/iu;

const ANNOUNCEMENT =
  /\s(?:includes?|covers?|emphasi[sz]es|provides?|requires?|are|is|following|below|consists? of|involves?)$/i;

/** Reads a line as a label; undefined when it is prose. */
export function readLabelLine(runs: readonly Run[]): LabelLine | undefined {
  const text = runsToText(runs).replace(/\s+/g, ' ').trim();
  const filled = runs.filter((run) => run.text.trim() !== '');
  const isBold =
    filled.length > 0 &&
    withoutRemark(filled).every((run) => run.bold === true || /^[\p{P}\p{S}\s]+$/u.test(run.text));
  const hasColon = /[:：]\s*$/u.test(text);
  if ((!hasColon && !isBold) || countWords(text) > LONGEST_LABEL || !/[\p{L}\p{N}]/u.test(text))
    return undefined;
  if (!hasColon && /[.!?。！？…]$/u.test(text)) return undefined;
  return { name: text.replace(/\s*[:：]\s*$/u, ''), isBold, hasColon };
}

/** The runs of a line without a remark in brackets behind what is set in bold: "**Spam filter** (Bayes)". */
function withoutRemark(runs: readonly Run[]): readonly Run[] {
  const last = runs.at(-1);
  const isRemark =
    runs.length > 1 &&
    last?.bold !== true &&
    /^\s*[(（][^()（）]+[)）]\s*$/u.test(last?.text ?? '');
  return isRemark ? runs.slice(0, -1) : runs;
}

/** "In part one - **Basics** - we cover:" right above a list: the words in bold, set off from the sentence, name it; undefined for other sentences. */
export function readSentenceLabel(runs: readonly Run[]): Run[] | undefined {
  const [name, ...others] = runs.filter((run) => run.bold && /\p{L}/u.test(run.text));
  if (name === undefined || others.length > 0 || !/[:：]\s*$/u.test(runsToText(runs)))
    return undefined;
  const before = runsToText(runs.slice(0, runs.indexOf(name)));
  const after = runsToText(runs.slice(runs.indexOf(name) + 1));
  const isSetOff =
    /\p{L}.*[,，(（–—-]\s*$/su.test(before) && /^\s*[,，)）–—-].*\p{L}/su.test(after);
  return isSetOff ? [name] : undefined;
}

/** "**Step 1: The shell** In this step you …" right above a list: the part it begins with, in bold, names it; undefined for other paragraphs. */
export function readLeadingPart(runs: readonly Run[]): Run[] | undefined {
  const end = runs.findIndex((run) => !run.bold);
  const name = runs.slice(0, Math.max(0, end));
  const text = stripDecoration(runsToText(name)).trim();
  const isNamed = isNumberedPart(text) && splitNumber(text).title !== text;
  return isNamed && /\p{L}/u.test(runsToText(runs.slice(end))) ? name : undefined;
}

/** What a label says, among the other labels of its place. */
export function readLabel(
  label: LabelLine,
  runs: readonly Run[],
  line: number,
  scope: Scope,
  place: LabelPlace,
): Label {
  const { name } = label;
  const role = readHeadingRole(name);
  const kind = readKind(name);
  const field = readField(name);
  // "**2. Tools**" is the second part, not a remark on the first.
  const isPart = label.isBold && /^\d{1,2}[.)]\s/u.test(stripDecoration(name));
  if (kind && !isPart) return { says: 'kind', kind };
  if (isSortOfTool(name) && place.hasStrongKind) return { says: 'kind', kind: 'tool' };
  if (
    role === 'resources' ||
    role === 'about' ||
    role === 'legend' ||
    field === 'aside' ||
    field === 'link' ||
    (label.hasColon && PROCEDURE.test(name)) ||
    OFFER.test(stripDecoration(name)) ||
    scope.reading.formFields.has(normalizeName(name))
  ) {
    return { says: 'aside', name };
  }
  const priority = readPriority(name);
  if (priority && !isLevelName(name)) return { says: 'priority', priority };
  if (role === 'wrapper' || role === 'contents') return { says: 'nothing' };
  if (!label.isBold && SENTENCE.test(name) && countWords(name) > 2) return { says: 'nothing' };
  if (!label.isBold && (countWords(name) > 6 || ANNOUNCEMENT.test(name)))
    return { says: 'nothing' };
  const group = nameToDraft(runs, line, scope);
  return { says: 'group', group, isEmphasis: !label.hasColon };
}

/** What the labels of one place have in common. */
export interface LabelPlace {
  /** Whether some label there is plainly a kind ("Learn", "Project"), so that "Databases" beside it means tools. */
  readonly hasStrongKind: boolean;
  /** Bold lines without a colon: a single one right below a heading is a motto, several are groups. */
  readonly emphasisLines: number;
  /** Short lines without any mark right above a list: several of them are groups. */
  readonly plainLines: number;
  /** Lines that end in a colon: a single one right below a heading leads over to what it lists. */
  readonly colonLines: number;
}

/** Looks over the labels of a place before they are read one by one. */
export function surveyLabels(blocks: readonly Block[]): LabelPlace {
  let hasStrongKind = false;
  let emphasisLines = 0;
  let plainLines = 0;
  let colonLines = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') continue;
    const label = readLabelLine(block.runs);
    const before = /^[^:：]{1,40}[:：]/u.exec(runsToText(block.runs).trim())?.[0];
    const kind = readKind(label?.name ?? before ?? '');
    if (kind && kind !== 'tool') hasStrongKind = true;
    if (label?.isBold && !label.hasColon) emphasisLines += 1;
    if (isPlainLabel(block, blocks[index + 1])) plainLines += 1;
    if (label?.hasColon) colonLines += 1;
  }
  return { hasStrongKind, emphasisLines, plainLines, colonLines };
}

/** "Basics" right above a list, neither bold nor with a colon. */
export function isPlainLabel(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || next?.kind !== 'list') return false;
  const text = runsToText(block.runs).trim();
  return !text.includes('\n') && isShortLine(text) && readLabelLine(block.runs) === undefined;
}

/** "**Build your technical foundation**" right below a heading: said about the section, not a part of it. */
export function isMotto(group: Draft, place: LabelPlace): boolean {
  return (
    place.emphasisLines === 1 &&
    group.number === undefined &&
    group.period === undefined &&
    countWords(normalizeName(group.title)) >= 4
  );
}

/** Whether a group is named as a part of the whole: by number, by time or by level. */
export function isPartName({ number, period, title }: Draft): boolean {
  return number !== undefined || period !== undefined || isLevelName(title);
}
