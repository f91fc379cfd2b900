import { captured } from './captured.ts';
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SEPARATORS = new Set([',', ';', '，', '、', '；', '،', '؛', '•', '·', '\n', '|']);
/** What leads from step to step: where it comes twice, it alone parts the text. */
const CHAIN = new Set(['→', '➔', '➜', '➡', '⇒', '\n']);
const ARROWS = /\s[→➔➜➡⇒]\s/gu;
const OPENING = '([{（【「“';
const CLOSING = ')]}）】」”';
const CONJUNCTION =
  /^(?:and|or|und|oder|y|o|e|ou|et|и|или|ve|veya|ed|i|lub|dan|và|以及|和|と|및|و)\s+/iu;
const AND_SO_ON =
  /^(?:etc|and so on|and more|more|others?|usw|итд|и т\. ?д|и др|и т\. ?п|vb|vs|ecc|itd|dll|v\.v|等(?:等)?|など|등|إلخ|आदि|\.{2,}|…|&)\.?$|^\.+$/iu;

/** Whether arrows lead through a text from step to step. */
export function isChain(text: string): boolean {
  return (text.match(ARROWS)?.length ?? 0) > 1;
}

/** Splits an enumeration at the separators outside brackets; "and" and "etc." are no parts. Positions are those in `text`. */
export function splitParts(text: string): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let start = 0;
  const hasSteps = isChain(text);
  for (let index = 0; index <= text.length; index += 1) {
    const sign = text.charAt(index);
    if (OPENING.includes(sign) && sign !== '') depth += 1;
    else if (CLOSING.includes(sign) && sign !== '') depth = Math.max(0, depth - 1);
    const isEnd =
      index === text.length ||
      (depth === 0 &&
        (hasSteps ? CHAIN.has(sign) : SEPARATORS.has(sign)) &&
        !isInNumber(text, index));
    if (!isEnd) continue;
    pushPart(parts, text, start, index);
    start = index + 1;
  }
  return parts;
}

/** Whether parts enumerate names, as against clauses of a sentence that happens to have commas. */
export function isListing(parts: readonly Part[]): boolean {
  if (parts.length === 0) return false;
  const texts = parts.map((part) => part.text);
  // Without spaces between words, clauses are told from names by their length and the full stop at their end.
  if (/[。！]$/u.test(texts.at(-1) ?? '') && texts.some((text) => countDense(text) > LONGEST_DENSE))
    return false;
  if (texts.some((text, index) => isSentence(text, index === texts.length - 1))) return false;
  if (texts.length === 1) {
    const only = captured(texts, 0);
    return countWords(only) <= 4 && !/^\p{Ll}/u.test(only);
  }
  const words = texts.reduce((sum, text) => sum + countWords(text.replace(/\(.*?\)/g, '')), 0);
  return words / texts.length <= 4;
}

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
/** Signs of a longer name in a script without spaces. */
const LONGEST_DENSE = 8;

const CLAUSE =
  /^(?:how|what|why|when|to|the|a|an|it|its|this|that|these|is|are|be|being|used|you|your|we|our|for|from|with|which|who|where|allows?|so|but|if|as|by|not|don't|etc|en|el|la|los|las|um|uma|o|der|die|das|le|les|un|une|это|чтобы|как|bir)\s/iu;

/** Whether a text tells: it ends as a sentence does, and is longer than a name. */
export function isStatement(text: string): boolean {
  return /[.!?。！？]["'”’)）]?\s*$/u.test(text) && countWords(text) >= 5;
}

function isSentence(text: string, isLast: boolean): boolean {
  if (countWords(text.replace(/\(.*?\)/g, '')) > 7) return true;
  if (CLAUSE.test(text) && countWords(text) > 2) return true;
  if (isLast && /[^.\s]{3,}[.!]$/.test(text) && countWords(text.replace(/\(.*?\)/g, '')) > 3)
    return true;
  return SENTENCE_END.test(text) || /[。！？]\s*\S/u.test(text);
}

/** A sign that ends a sentence with another one after it; the point of "vs." ends none. */
const SENTENCE_END = /(?<!\b(?:vs|e\.g|i\.e|incl|resp|approx|esp))[.!?]\s+\p{L}/iu;

function countDense(text: string): number {
  return text.match(DENSE)?.length ?? 0;
}

/** Words, counting scripts that write without spaces by every four signs. */
export function countWords(text: string): number {
  const dense = countDense(text);
  const spaced = text
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return dense > 0 ? Math.max(spaced, Math.ceil(dense / 4)) : spaced;
}

function isInNumber(text: string, index: number): boolean {
  return (
    text.charAt(index) === ',' &&
    /\d/.test(text.charAt(index - 1)) &&
    /\d{3}/.test(text.slice(index + 1, index + 4))
  );
}

function pushPart(parts: Part[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  const joined = CONJUNCTION.exec(text.slice(start, end));
  if (joined) start += joined[0].length;
  const raw = text.slice(start, end);
  const trimmed = raw.replace(/\s*(?:,?\s*(?:etc|usw|vb)\.?|\.{3}|…)$/i, '');
  if (trimmed === '' || AND_SO_ON.test(trimmed) || !/[\p{L}\p{N}]/u.test(trimmed)) return;
  parts.push({ text: trimmed, start, end: start + trimmed.length });
}
