/** When something is to be done as the source says it, in days from the plan's start. */
export type PeriodDays =
  /** From the beginning of day `from` to the end of the day before `to`. */
  | { readonly kind: 'span'; readonly from: number; readonly to: number }
  /** So many days, after what comes before it. */
  | { readonly kind: 'length'; readonly days: number };

/** Days of a unit, by the beginnings of its names in languages roadmaps are met in. */
const units: readonly (readonly [days: number, names: RegExp])[] = [
  [1, /^(?:d(?:ay|[ií]a|ni)|jour|tag|giorn|дн|день|gün|hari|日|天|일|اليوم|يوم|أيام)/iu],
  [7, /^(?:w(?:ee)?k|sem(?:ana|aine)|settiman|woche|недел|тижд|нед|hafta|ty(?:dzień|godni)|minggu|周|週|주|الأسبوع|أسبوع|أسابيع)/iu],
  [14, /^sprint/iu],
  [365.25, /^(?:year|jahr|год|año|ano|yıl|年|년)/iu],
  [91.3125, /^(?:quarter|trimestre)/iu],
  [182.625, /^semester/iu],
  [30.4375, /^(?:month|m[eê]s(?:e|i)?(?:s|es)?\b|mois|monat|мес|місяць|ay\b|miesi|maand|bulan|(?:个|個|か|ヶ|カ)?月|개?월|달|الشهر|شهر|أشهر|شهور)/iu],
]; // prettier-ignore
const words = ['one', 'two', 'three', 'four', 'five', 'six'];
const number = String.raw`\d+(?:[.,]\d+)?`;
const to = String.raw`\s*(?:-|–|—|~|to|a|à|bis|до|&|至|到)\s*`;
const positioned = new RegExp(
  String.raw`^(\p{L}+)\s*#?(${number}|${words.join('|')})(?:${to}(?:\p{L}+\s*)?(${number}))?\+?$`,
  'iu',
);
const measured = new RegExp(
  String.raw`^(第?)\s*(${number}|${words.join('|')})\+?(?:${to}第?\s*(${number})\+?)?[\s-]*(\p{L}+)\.?$`,
  'iu',
);
const quarters = /^q([1-4])(?:\s*[-–—/&]\s*q([1-4]))?$/iu;

/**
 * What a section's period means in days: "Month 1–2" is a span from the start, "2 weeks" a length.
 * Undefined for what names no stretch of days: hours of study, weekdays, dates of a calendar.
 */
export function readPeriodDays(period: string): PeriodDays | undefined {
  const text = period.trim();
  const quarter = quarters.exec(text);
  if (quarter) return toSpan(91.3125, toNumber(quarter[1]), toNumber(quarter[2] ?? quarter[1]));
  const position = positioned.exec(text);
  if (position) {
    const [, unit = '', first, last = first] = position;
    const days = findUnit(unit);
    return days === undefined ? undefined : toSpan(days, toNumber(first), toNumber(last));
  }
  const length = measured.exec(text);
  if (!length) return undefined;
  const [, ordinal, first, last = first, unit = ''] = length;
  const days = findUnit(unit);
  if (days === undefined) return undefined;
  if (ordinal === '第') return toSpan(days, toNumber(first), toNumber(last));
  // The longer of two is what its author grants.
  return { kind: 'length', days: Math.max(1, Math.round(toNumber(last) * days)) };
}

function toSpan(days: number, first: number, last: number): PeriodDays | undefined {
  if (first < 1 || last < first) return undefined;
  return { kind: 'span', from: Math.round((first - 1) * days), to: Math.round(last * days) };
}

function findUnit(name: string): number | undefined {
  return units.find(([, names]) => names.test(name))?.[0];
}

function toNumber(text = ''): number {
  const word = words.indexOf(text.toLowerCase());
  return word >= 0 ? word + 1 : Number(text.replace(',', '.'));
}
