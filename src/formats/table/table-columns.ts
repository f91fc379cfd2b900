import { importLimits } from '../import/import-limits.ts';
import { toSnippet } from '../text-decks/note-from-texts.ts';
import { parseDelimited, type TableRow } from './delimited-text.ts';
import { guessSeparator } from './guess-separator.ts';

/** What a column is taken for. `extra` is shown after the answer; `key` tells a note apart in the next version of the file. */
export type ColumnRole = 'question' | 'answer' | 'extra' | 'tags' | 'deck' | 'key' | 'ignore';

/** How the texts of cells are meant. */
export type CellMarkup = 'plain' | 'markdown' | 'html';

/** How a table is read; each part is guessed and can be said. */
export interface TableReading {
  readonly separator: string;
  readonly hasHeader: boolean;
  readonly roles: readonly ColumnRole[];
  readonly markup: CellMarkup;
}

export interface TableColumn {
  /** From the header, else "Column 1". */
  readonly name: string;
  readonly role: ColumnRole;
  /** The first cells that are not empty, shortened. */
  readonly samples: readonly string[];
}

/** A table with its columns as a screen shows them, and how they are read. */
export interface InspectedTable {
  readonly reading: TableReading;
  readonly columns: readonly TableColumn[];
  /** Without the header. */
  readonly rows: readonly TableRow[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

const roleByName: Readonly<Record<Exclude<ColumnRole, 'ignore'>, RegExp>> = {
  question: /^(?:front|questions?|term|word|prompt|text|expression|card)$/,
  answer: /^(?:back|answers?|definition|meaning|translation|response)$/,
  extra: /^(?:extra|back extra|why|notes?|hint|explanation|example|comment|source|sources)$/,
  tags: /^(?:tags?|labels?|category|categories)$/,
  deck: /^(?:decks?|folder|deck name)$/,
  key: /^(?:guid|id|uuid|note id|key)$/,
};

/** Reads a table and guesses of it whatever is not said. `text` has line feeds only. */
export function inspectTable(text: string, said: Partial<TableReading> = {}): InspectedTable {
  const separator = said.separator ?? guessSeparator(text)?.separator ?? '\t';
  const { rows: all, problems } = parseDelimited(text, separator);
  const width = Math.min(
    all.reduce((most, { cells }) => Math.max(most, cells.length), 0),
    importLimits.columns,
  );
  const first = all[0]?.cells ?? [];
  const hasHeader = said.hasHeader ?? isHeader(first);
  const rows = hasHeader ? all.slice(1) : all;
  const names = Array.from({ length: width }, (_, index) =>
    hasHeader ? (first[index] ?? '').trim() : '',
  );
  const guessed = guessRoles(names);
  const roles = guessed.map((role, index) => said.roles?.[index] ?? role);
  const columns = roles.map((role, index) => ({
    name: names[index] === '' ? `Column ${index + 1}` : (names[index] ?? ''),
    role,
    samples: sampleColumn(rows, index),
  }));
  const markup = said.markup ?? guessMarkup(rows);
  return { reading: { separator, hasHeader, roles, markup }, columns, rows, problems };
}

/** A header names at least one column as people do, has no empty cell and no sentence. */
function isHeader(cells: readonly string[]): boolean {
  return (
    cells.every((cell) => cell.trim() !== '' && cell.length <= 40) &&
    cells.some((cell) => findRole(cell) !== undefined)
  );
}

function findRole(name: string): ColumnRole | undefined {
  const plain = name.trim().toLowerCase().replaceAll('_', ' ');
  const found = Object.entries(roleByName).find(([, words]) => words.test(plain));
  return found?.[0] as ColumnRole | undefined;
}

/** By name; then the first columns left are question and answer, and what is left of the rest is shown behind. */
function guessRoles(names: readonly string[]): ColumnRole[] {
  const taken = new Set<ColumnRole>();
  const roles = names.map((name) => {
    const role = findRole(name);
    if (role === undefined || (role !== 'extra' && taken.has(role))) return undefined;
    taken.add(role);
    return role;
  });
  return roles.map((role) => {
    if (role !== undefined) return role;
    const next = (['question', 'answer'] as const).find((each) => !taken.has(each)) ?? 'extra';
    taken.add(next);
    return next;
  });
}

function sampleColumn(rows: readonly TableRow[], column: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    const sample = toSnippet(cells[column] ?? '');
    if (sample !== '') samples.push(sample);
    if (samples.length === 3) break;
  }
  return samples;
}

/** Cells with HTML's tags are HTML; with code or bold the way Markdown writes it, Markdown. */
export function guessMarkup(rows: readonly TableRow[]): CellMarkup {
  const cells = rows.slice(0, 500).flatMap((row) => row.cells);
  const html = /<(?:br|b|i|u|p|div|span|img|ul|ol|li|hr|sub|sup|strong|em|a|font)\b[^<>]*>|&nbsp;/i;
  const outsideCode = (cell: string) => cell.split('`').filter((_, index) => index % 2 === 0);
  if (cells.some((cell) => outsideCode(cell).some((part) => html.test(part)))) return 'html';
  const markdown = /`[^`\n]+`|\*\*[^*\n]+\*\*|^```|^[-*] |\[[^[\]\n]+\]\(https?:/m;
  return cells.some((cell) => markdown.test(cell)) ? 'markdown' : 'plain';
}
