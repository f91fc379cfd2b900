/** What the lines at the top of Anki's text export say. Columns count from 0. */
export interface AnkiHeaders {
  readonly separator?: string;
  readonly isHtml?: boolean;
  readonly columns?: readonly string[];
  readonly guidColumn?: number;
  readonly noteTypeColumn?: number;
  readonly deckColumn?: number;
  readonly tagsColumn?: number;
  /** Where Cairn wrote it: the column that says which kind of Cairn's a note is. */
  readonly kindColumn?: number;
  /** Where Cairn wrote it for spreadsheets: an apostrophe stands before cells that they would compute. */
  readonly hasGuard?: true;
  readonly noteType?: string;
  readonly deck?: string;
  readonly tags: readonly string[];
  /** Line of the first row, counted from 1. */
  readonly firstLine: number;
  /** The rows. */
  readonly body: string;
}

const separatorByName: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};

const headerLine =
  /^#\s{0,9}(separator|html|columns|tags|notetype|deck|guid column|notetype column|deck column|tags column|kind column|guard|if matches)\s{0,9}:(.*)$/i;

/** Whether a text begins with a header of Anki's text export. */
export function hasAnkiHeaders(text: string): boolean {
  return readHeaderLines(text).some((line) => headerLine.test(line));
}

/** Reads the lines that start with `#` at the top; those that say nothing known are remarks. */
export function readAnkiHeaders(text: string): AnkiHeaders {
  const lines = readHeaderLines(text);
  const values = new Map<string, string>();
  for (const line of lines) {
    const [, key, value] = headerLine.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    // A spreadsheet that saves the file fills the line up with empty cells.
    const isSigns = /^(?:separator|columns)$/i.test(key);
    values.set(key.toLowerCase(), isSigns ? value : value.replace(/(?<![,;\t ])[,;\t ]+$/, ''));
  }
  const body = text.slice(lines.reduce((length, line) => length + line.length + 1, 0));
  const written = values.get('separator');
  const separator = written === undefined ? undefined : readSeparator(written);
  const html = values.get('html')?.trim().toLowerCase();
  const columnOf = (key: string) => {
    const column = Number(values.get(key));
    return Number.isInteger(column) && column > 0 ? column - 1 : undefined;
  };
  const columns = values.get('columns');
  return {
    ...definedOnly({
      separator,
      isHtml: html === undefined ? undefined : html === 'true',
      columns: columns?.split(separator ?? '\t').map((name) => name.trim()),
      guidColumn: columnOf('guid column'),
      noteTypeColumn: columnOf('notetype column'),
      deckColumn: columnOf('deck column'),
      tagsColumn: columnOf('tags column'),
      kindColumn: columnOf('kind column'),
      hasGuard: values.has('guard') ? (true as const) : undefined,
      noteType: values.get('notetype')?.trim(),
      deck: values.get('deck')?.trim(),
    }),
    tags: (values.get('tags') ?? '').split(/\s+/).filter((tag) => tag !== ''),
    firstLine: lines.length + 1,
    body,
  };
}

function readHeaderLines(text: string): string[] {
  const lines: string[] = [];
  let at = 0;
  while (text.charAt(at) === '#') {
    const end = text.indexOf('\n', at);
    lines.push(end < 0 ? text.slice(at) : text.slice(at, end));
    if (end < 0) break;
    at = end + 1;
  }
  return lines;
}

function readSeparator(written: string): string | undefined {
  const name = written.trim().toLowerCase();
  if (Object.hasOwn(separatorByName, name)) return separatorByName[name];
  // The sign itself may be white space.
  const sign = written.length > 1 ? written.trim() : written;
  return sign.length === 1 ? sign : undefined;
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

function definedOnly<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Defined<Value>;
}
