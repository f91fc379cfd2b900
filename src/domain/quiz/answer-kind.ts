import type { PlainAnswer } from './plain-answer.ts';

/** What an answer is: options must be of one kind, or the odd one out gives itself away. */
export type AnswerKind = 'term' | 'number' | 'command' | 'code';

const mostWords = 6;

/**
 * The kind of a short answer; null for one that is too long for an option (more than six words) or
 * empty. A number may have a sign, a unit or a word after it; a command is code that begins with a
 * program's name and goes on.
 */
export function toAnswerKind({ text, isCode }: PlainAnswer): AnswerKind | null {
  const words = text.split(/\s+/u).filter(Boolean);
  if (words.length === 0 || words.length > mostWords) return null;
  if (/^[~≈<>≤≥+−-]?\s?\d[\d.,_:/]*(?:\s?[\p{L}%µ°²³]+\.?){0,2}$/u.test(text)) return 'number';
  if (!isCode) return 'term';
  return /^(?:\$ )?[a-z][a-z0-9._-]*\s+\S/u.test(text) ? 'command' : 'code';
}

/** An answer with everything folded away that makes no other answer of it. */
export function foldAnswer(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(/["'“”‘’`]/gu, '')
    .replace(/[\s_-]+/gu, ' ')
    .replace(/^[\s(]+|(?<![\s).,;:!?])[\s).,;:!?]+$/gu, '')
    .replace(/^(?:the|an?) /u, '');
}
