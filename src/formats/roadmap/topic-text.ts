import { isAddressLine, warnOfAddress } from './addresses.ts';
import { runsToText, sliceRuns, type Run } from './blocks.ts';
import { captured } from './captured.ts';
import type { Draft } from './draft.ts';
import { isPathList } from './file-paths.ts';
import { applyField } from './apply-field.ts';
import { readField } from './field-names.ts';
import { isAmbiguousHeading, isLessonWhenNumbered, readHeadingRole } from './heading-names.ts';
import { readKind } from './kind-words.ts';
import { normalizeName } from './names.ts';
import { parseName } from './parse-name.ts';
import { readPeriod } from './period.ts';
import type { Scope } from './scope.ts';
import { splitKey, type KeyAndValue } from './split-key.ts';
import { countWords, isChain, isListing, splitParts, type Part } from './split-parts.ts';
import { splitNumber } from './ordinals.ts';

const LONGEST_TITLE = 120;

/** Reads one line of a list, cell or paragraph as topics: mostly one, none when the line says something about its owner. */
export function readTopicText(runs: readonly Run[], line: number, scope: Scope): Draft[] {
  if (!/[\p{L}\p{N}]/u.test(runsToText(runs)) || isBlank(runsToText(runs))) return [];
  if (isAddressLine(runs)) {
    warnOfAddress(runs, line, scope.reading);
    return [];
  }
  const keyed = splitKey(runs);
  const { partWords } = scope.reading;
  if (keyed && !isOrdinal(runsToText(keyed.key), partWords))
    return readKeyed(runs, keyed, line, scope);
  if (keyed?.isMarked) return readOrdinalKeyed(runs, keyed, line, scope);
  return [readWhole(runs, line, scope)];
}

/** Whether an item is about its owner or lists things to read: no topic, and nothing below it is. */
export function isAsideKey(key: string, isMarked: boolean, value: string): boolean {
  const role = readHeadingRole(key);
  if (role === 'resources')
    return isMarked || !/^references?$/i.test(key.trim()) || /https?:/.test(value);
  const isAbout = role === 'about' && !isLessonWhenNumbered(key) && !isAmbiguousHeading(key);
  if (isAbout && isMarked && value.trim() !== '') return true;
  const field = readField(key);
  if (field === 'link') return true;
  if (field !== 'aside') return false;
  return isMarked || STRICT_ASIDE.test(normalizeName(key)) || !isListing(splitParts(value));
}

const STRICT_ASIDE =
  /^(?:notes?|tips?|goals?|objectives?|outcomes?|difficulty|hint|warning|deadline)$/i;

/** Makes a topic of a name. Undefined parts stay absent; kind and priority of the place apply unless the name says otherwise. */
export function nameToDraft(runs: readonly Run[], line: number, scope: Scope): Draft {
  const parsed = parseName(runs, scope.reading);
  const priority = parsed.priority ?? scope.priority;
  return {
    ...parsed,
    title: shorten(parsed.title),
    line,
    ...(scope.kind ? { kind: scope.kind } : {}),
    ...(priority ? { priority } : {}),
    topics: [],
  };
}

/** Topics for the parts of an enumeration. */
export function partsToDrafts(
  runs: readonly Run[],
  parts: readonly Part[],
  line: number,
  scope: Scope,
): Draft[] {
  return parts
    .map((part) => nameToDraft(sliceRuns(runs, part.start, part.end), line, scope))
    .filter((draft) => draft.title !== '');
}

function readKeyed(runs: readonly Run[], keyed: KeyAndValue, line: number, scope: Scope): Draft[] {
  const key = runsToText(keyed.key).trim();
  const value = runsToText(keyed.value);
  if (applyField(key, value, scope) || (!keyed.isDash && isBlankValue(value))) return [];
  // "[References](…) - Borrowing": in a list of links the key is the name of what it leads to.
  const isLinked = keyed.isDash && keyed.key.every((run) => run.link !== undefined);
  if (isPathList(keyed.value) || (!isLinked && isAsideKey(key, keyed.isMarked, value))) return [];
  const parts = splitParts(value);
  const isList = isListing(parts) || (isChain(value) && parts.length > 2);
  const kind = readKind(key);
  if (kind && (keyed.isMarked || kind === 'project' || kind === 'practice')) {
    if (!isList || parts.length === 1) {
      return [readWhole(keyed.value, line, { ...scope, kind })];
    }
  }
  const below: Scope = kind ? { ...scope, kind } : scope;
  // "Practice: commit → push → merge": each step is one.
  if (kind && isChain(value)) return partsToDrafts(keyed.value, parts, line, below);
  // "*Focus:* lists, sets": what is learned, not a group called "Focus".
  if (keyed.isMarked && isList && kind === 'learn' && scope.level > 0) {
    return partsToDrafts(keyed.value, parts, line, below);
  }
  if (keyed.isMarked && isList && (parts.length > 1 || !keyed.isDash)) {
    const draft = { ...nameToDraft(keyed.key, line, scope), text: plain(runs) };
    return [{ ...draft, topics: partsToDrafts(keyed.value, parts, line, below) }];
  }
  if (keyed.isMarked || isDescribed(key, value, isList)) {
    const draft = nameToDraft(keyed.key, line, scope);
    return [{ ...draft, text: plain(runs), details: [value.replace(/\s+/g, ' ').trim()] }];
  }
  const whole = readWhole(runs, line, kind && kind !== 'learn' && kind !== 'tool' ? below : scope);
  return [isList ? withDetails(whole, parts) : whole];
}

/** "**Week 1:** HTML, CSS" is a group of topics, "**Week 1:** HTML" a topic with a period. */
function readOrdinalKeyed(
  runs: readonly Run[],
  { key, value }: KeyAndValue,
  line: number,
  scope: Scope,
): Draft[] {
  const parts = splitParts(runsToText(value));
  const number = /^[#(]?(\d+(?:\.\d+)*[a-z])[.)]?$/.exec(runsToText(key).trim())?.[1];
  if (number !== undefined)
    return readTopicText(value, line, scope).map((draft) => ({ number, ...draft }));
  if (parts.length < 2 || !isListing(parts)) return [readWhole(runs, line, scope)];
  const draft = { ...nameToDraft(key, line, scope), text: plain(runs) };
  return [{ ...draft, topics: partsToDrafts(value, parts, line, scope) }];
}

/** A name followed by what it means, as against "Label: list", whose title is the whole line. */
function isDescribed(key: string, value: string, isList: boolean): boolean {
  return !isList && countWords(key) <= 6 && countWords(value) >= 3;
}

function readWhole(runs: readonly Run[], line: number, scope: Scope): Draft {
  const draft = nameToDraft(runs, line, scope);
  const brackets = /^.*?\S\s*[(（]([^()（）]+)[)）]\s*$/su.exec(draft.title)?.[1];
  if (brackets !== undefined) return withDetails(draft, splitParts(brackets));
  const parts = splitParts(draft.title);
  return parts.length > 1 && isListing(parts) ? withDetails(draft, parts) : draft;
}

function withDetails(draft: Draft, parts: readonly Part[]): Draft {
  return parts.length > 0 ? { ...draft, details: parts.map((part) => part.text) } : draft;
}

/** Whether a key only numbers or dates what follows it: "1.2", "03b", "Week 2", "Stage 1". */
export function isOrdinal(key: string, partWords?: ReadonlySet<string>): boolean {
  return (
    readPeriod(key) !== undefined ||
    /^[#(]?\d+(?:\.\d+)*[a-z]?[.)]?$/.test(key.trim()) ||
    isUnnamedPart(key.trim(), partWords)
  );
}

function isUnnamedPart(key: string, partWords?: ReadonlySet<string>): boolean {
  const { title, number } = splitNumber(key, partWords);
  return number !== undefined && title === key;
}

/** A place to write in: "[Describe what went wrong]"; a short name in brackets is a link whose address is lost. */
function isBlank(text: string): boolean {
  return countWords(captured(/^\s*\[([^[\]]+)\]\s*$/u.exec(text), 1)) >= 3;
}

/** What stands for a value to come: "[Brief note]", "X", "___". */
function isBlankValue(text: string): boolean {
  return /^\s*(?:\[[^[\]]+\]|_{2,}|\.{3,}|…|[Xx]{1,3}|\?+)\s*$/u.test(text);
}

/** A paragraph in a bullet: its first sentence names it. */
function shorten(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const sentence = /^.{20,119}?[.!?。！？](?=\s|$)/su.exec(title)?.[0];
  if (sentence !== undefined) return sentence.replace(/[.。]$/, '');
  const cut = title.lastIndexOf(' ', LONGEST_TITLE - 1);
  return `${title.slice(0, cut > 40 ? cut : LONGEST_TITLE - 1)}…`;
}

function plain(runs: readonly Run[]): string {
  return runsToText(runs).replace(/\s+/g, ' ').trim();
}
