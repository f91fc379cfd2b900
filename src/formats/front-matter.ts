import { LineCounter, parseDocument } from 'yaml';

export interface FrontMatterProblem {
  /** Line in the whole text, counted from 1. */
  readonly line: number;
  readonly message: string;
}

export interface FrontMatter {
  /** Keys and values; empty when there is no front matter or it cannot be read. */
  readonly data: Record<string, unknown>;
  /** What follows the front matter; the whole text when there is none. */
  readonly body: string;
  /** Line of the whole text on which `body` starts, counted from 1. */
  readonly bodyLine: number;
  readonly problems: readonly FrontMatterProblem[];
}

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
/** All keys on one line, as some programs publish notes: `{"title":"Git"}`. */
const FLOW_LINE = /^\{\s*"[^\n]*\}[ \t]*$/;
const KEY_LINE = /^[\p{L}\p{N}_"'][^\n:]{0,80}:(?:\s|$)/u;

/**
 * Splits the YAML between two `---` lines at the very start off a text.
 * A leading rule (`---` before ordinary Markdown) is not front matter. What is wrong comes back in `problems`, nothing is thrown.
 */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (opening === null) return withoutFrontMatter(text, []);

  const lines = text.slice(opening[0].length).split(/\r\n|\n|\r/);
  // YAML comments may come first; a "# Heading" before Markdown looks like one, so the key decides.
  const firstLine = lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  const looksLikeKeys = KEY_LINE.test(firstLine) || FLOW_LINE.test(firstLine);
  const end = lines.findIndex((line) => CLOSING.test(line));
  if (end < 0) {
    const message = 'The front matter is never closed. End it with a line "---".';
    return withoutFrontMatter(text, looksLikeKeys ? [{ line: 1, message }] : []);
  }
  const isEmpty = lines.slice(0, end).every((line) => line.trim() === '');
  if (!looksLikeKeys && !isEmpty) return withoutFrontMatter(text, []);

  const { data, problems } = parseYaml(lines.slice(0, end).join('\n'));
  return { data, problems, body: lines.slice(end + 1).join('\n'), bodyLine: end + 3 };
}

function withoutFrontMatter(text: string, problems: readonly FrontMatterProblem[]): FrontMatter {
  return { data: {}, body: text, bodyLine: 1, problems };
}

/** Many times what anyone writes there; the parser compares each key with all others. */
const LONGEST = 20_000;

/** Line 1 of the YAML is line 2 of the text: the opening rule comes before it. */
function parseYaml(source: string): Pick<FrontMatter, 'data' | 'problems'> {
  if (source.length > LONGEST) {
    const message = `The front matter is longer than ${LONGEST} characters. It was passed over, the rest was read.`;
    return { data: {}, problems: [{ line: 2, message }] };
  }
  try {
    const lineCounter = new LineCounter();
    const document = parseDocument(source, { lineCounter, logLevel: 'silent' });
    const problems = document.errors.map((error) => ({
      line: lineCounter.linePos(error.pos[0]).line + 1,
      message: `The front matter is not valid YAML: ${error.message.split('\n')[0] ?? ''}`,
    }));
    const value: unknown = problems.length === 0 ? document.toJS() : {};
    return { data: isRecord(value) ? value : {}, problems };
  } catch {
    // Hostile YAML (aliases that explode, nesting past the stack) is refused by the parser with an exception.
    return { data: {}, problems: [{ line: 2, message: 'The front matter cannot be read.' }] };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
