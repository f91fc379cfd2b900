import { captured } from './captured.ts';
/** Months by the first letters of their names in the languages roadmaps are met in. */
const MONTHS: readonly string[] = [
  'jan|ene|янв|oca|gen|sty|يناير|जन',
  'feb|fév|fev|фев|şub|lut|فبراير|फर|फ़र',
  'mar|mär|mrz|мар|marzec|مارس|मार्च',
  'apr|abr|avr|апр|nis|kwi|أبريل|ابريل|अप्र',
  'may|mai|mag|май|мая|maj|مايو|मई',
  'jun|juin|giu|июн|haz|cze|يونيو|जून',
  'jul|juil|lug|июл|tem|lip|يوليو|जुल',
  'aug|ago|aoû|авг|ağu|sie|أغسطس|अग',
  'sep|set|сен|eyl|wrz|سبتمبر|सित',
  'oct|okt|out|ott|окт|eki|paź|أكتوبر|अक्',
  'nov|noy|ноя|kas|lis|نوفمبر|नव',
  'dec|dez|dic|déc|дек|ara|gru|ديسمبر|दिस',
];

/** Which number of "03/04/2026" is the day, as the other dates of a text tell. */
export type DateOrder = 'day-first' | 'month-first';

/**
 * A date as ISO text: "2026-02-09", or "2026-02" where the source has no day. Undefined for placeholders ("xx.xx.xx", "TBD", "-")
 * and for what is no date. Two-digit years are of this century.
 */
export function readDate(text: string, order: DateOrder = 'day-first'): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u200E\u200F]/g, '')
    .trim();
  const numeric = /^(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})\.?$/.exec(plain);
  if (numeric) return fromNumbers(numeric.slice(1), order);
  const timed = /^(\d{4}-\d{2}-\d{2})[T ][\d:.Z+-]+$/.exec(plain);
  if (timed) return readDate(captured(timed, 1));
  const eastern = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일]?)?$/u.exec(plain);
  if (eastern) return toIso(eastern[1], eastern[2], eastern[3]);
  const yearMonth = /^(\d{4})[-/.](\d{1,2})$/.exec(plain);
  if (yearMonth) return toIso(yearMonth[1], yearMonth[2], undefined);
  return fromMonthName(plain);
}

/** How a text writes numeric dates; undefined when nothing in it tells. */
export function findDateOrder(text: string): DateOrder | undefined {
  for (const [, first, second] of text.matchAll(/\b(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b/g)) {
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return undefined;
}

function fromNumbers(parts: readonly string[], order: DateOrder): string | undefined {
  const [a = '', b = '', c = ''] = parts;
  if (a.length === 4) return toIso(a, b, c);
  if (a.length === 3 || (c.length !== 4 && c.length !== 2)) return undefined;
  const year = c.length === 2 ? `20${c}` : c;
  const isMonthFirst = Number(b) > 12 || (order === 'month-first' && Number(a) <= 12);
  return isMonthFirst ? toIso(year, a, b) : toIso(year, b, a);
}

function fromMonthName(text: string): string | undefined {
  const year = /(?:^|\D)(\d{4})(?=\D|$)/u.exec(text)?.[1];
  if (year === undefined || text.length > 40) return undefined;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const month = MONTHS.findIndex((names) =>
    words.some((word) => new RegExp(`^(?:${names})`, 'u').test(word)),
  );
  const known = /^(?:st|nd|rd|th|of|de|del|d|da|di|г|года|р|in|im|en|em)$/u;
  const strange = words.filter((word) => !known.test(word)).length - 1;
  if (month < 0 || strange > 0) return undefined;
  const day = /(?:^|\D)(\d{1,2})(?=\D|$)/u.exec(text)?.[1];
  return toIso(year, String(month + 1), day);
}

function toIso(year = '', month = '', day?: string): string | undefined {
  const monthNumber = Number(month);
  const dayNumber = Number(day ?? '1');
  if (year.length !== 4 || monthNumber < 1 || monthNumber > 12) return undefined;
  const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthNumber - 1] ?? 0;
  if (dayNumber < 1 || dayNumber > daysInMonth) return undefined;
  const head = `${year}-${month.padStart(2, '0')}`;
  return day === undefined ? head : `${head}-${day.padStart(2, '0')}`;
}
