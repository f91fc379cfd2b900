import { runsToText, type Run, type TableRow } from './blocks.ts';
import { readField, type Field } from './field-names.ts';
import { normalizeName, wholeName } from './names.ts';

/** What a table does that names no topics, as a warning says it; undefined for one that may name some. */
export function remarkOnTable(header: TableRow, rows: readonly TableRow[]): string | undefined {
  if (comparesCode(rows)) return 'sets pieces of code side by side';
  if (listsPrices(rows)) return 'says what things cost';
  return listsVersions(header, rows) ? 'lists versions of software' : undefined;
}

/** "`String` | `string`": what is written how, column by column. */
function comparesCode(rows: readonly TableRow[]): boolean {
  const hasCode = (run: Run): boolean => run.code === true && run.link === undefined;
  const isCode = (cell: readonly Run[]): boolean =>
    cell.some(hasCode) && cell.every((run) => hasCode(run) || !/\p{L}/u.test(run.text));
  const first = rows.filter(({ cells }) => isCode(cells[0] ?? []));
  const second = rows.filter(({ cells }) => cells[1]?.some(hasCode));
  return rows.length > 2 && first.length >= rows.length * 0.6 && second.length >= rows.length / 2;
}

/** Names beside sums of money and nothing more: what to buy. */
function listsPrices(rows: readonly TableRow[]): boolean {
  const isSum = (cell: readonly Run[] | undefined): boolean =>
    /^[~≈<>]?\s*(?:\p{Sc}\s?\d|\d[\d\s.,–-]*(?:\p{Sc}|(?:eur|usd|gbp|chf|zł|kč|kr|tl|руб|元|円|원)(?!\p{L})))/iu.test(
      runsToText(cell ?? []).trim(),
    );
  return rows.length > 1 && rows.every(({ cells }) => cells.length === 2 && isSum(cells[1]));
}

/** Software with the version to install: what to work with. */
function listsVersions(header: TableRow, rows: readonly TableRow[]): boolean {
  const names = header.cells.map((cell) => normalizeName(runsToText(cell)));
  const column = names.findIndex((name) => VERSION.test(name));
  const isVersion = ({ cells }: TableRow): boolean => {
    const text = runsToText(cells[column] ?? []).trim();
    return text.length <= LONGEST_VERSION && NUMBERS.test(text);
  };
  const tellsProgress = names.some((name) => PROGRESS.has(readField(name)));
  return column > 0 && rows.length > 1 && rows.every(isVersion) && !tellsProgress;
}

/** "22.04 LTS", ">= 3.12", "v18", "latest" */
const NUMBERS = /^(?:[v~^≥>=<\s]*\d[\d.x+\s–-]*(?:\p{L}+\d*)?|latest|lts|stable)\+?$/iu;
const LONGEST_VERSION = 30;
const VERSION = wholeName('(?:recommended |minimum |min |tested )?versions?', 'versi', 'versión', 'versão', 'versione', 'версия', 'версія', 'wersja', 'sürüm', 'phiên bản', '版本', 'バージョン', '버전', 'الإصدار', 'संस्करण'); // prettier-ignore
const PROGRESS: ReadonlySet<Field | undefined> = new Set([
  'status',
  'period',
  'started',
  'finished',
]);
