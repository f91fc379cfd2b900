import { writeCloze } from '../text-decks/write-cloze.ts';
import { maskCode } from './mask-code.ts';

/** Which marks hide parts: `==x==` always does; the others where the learner had them switched on. */
export interface ClozeMarks {
  readonly bold: boolean;
  readonly braces: boolean;
}

/**
 * A block with its hidden parts written the way cards have them, each on a card of its own unless it says a number:
 * `==1;;hidden;;hint==`. Null where nothing is hidden.
 */
export function toClozeText(text: string, { bold, braces }: ClozeMarks): string | null {
  const patterns = [
    '==([^=\\n]+)==',
    ...(bold ? ['\\*\\*([^*\\n]+)\\*\\*'] : []),
    ...(braces ? ['\\{\\{(?!c\\d+::)([^{}\\n]+)\\}\\}'] : []),
  ];
  const masked = maskCode(text);
  let result = '';
  let position = 0;
  let count = 0;
  for (const match of masked.matchAll(new RegExp(patterns.join('|'), 'g'))) {
    const whole = text.slice(match.index, match.index + match[0].length);
    const inside = whole.slice(2, -2);
    if (inside.trim() === '') continue;
    const [, number, words = inside] = /^(\d{1,3});;([^]*)$/.exec(inside) ?? [];
    const [hidden = '', hint = ''] = words.split(';;');
    count += 1;
    const n = number === undefined ? count : Math.max(1, Number(number));
    result += text.slice(position, match.index) + writeCloze(n, hidden, hint);
    position = match.index + whole.length;
  }
  return count === 0 ? null : result + text.slice(position);
}
