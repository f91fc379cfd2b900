/** A heading or bullet that an editor escaped as it was pasted. */
const ESCAPED = /^(\s*)\\(?=(?:#{1,6}|[-*+])[ \t]+\S)/;
/** A heading without the space that Markdown wants after its signs; "#1" and "#!" are something else. */
const TIGHT_HEADING = /^(#{1,12})(?=[^\s#!\d]|\d+[.、)）])/u;
/** A number that nothing follows. */
const EMPTY_HEADING = /^#{1,12}\d+[.、)）]\s*$/u;
const HEADING = /^#{1,6}[ \t]+\S/;
/** Markdown has no deeper ones. */
const deepest = 6;
const UNDERLINE = /^(?:=+|-{3,})[ \t]*$/;
const COMMENT = /^\s*<!--\s*([^<>]{2,60}?)\s*-->\s*$/u;
/** Comments that speak to tools or mark places. */
const DIRECTIVE =
  /\b(?:toc|prettier|lint|markdownlint|eslint|ignore|start|end|begin|auto|generated|prefix|readme|template|todo|fixme|badges?)\b|^[\p{P}\p{S}\s\d]*$/iu;

/**
 * The lines with what people mean as headings written as Markdown wants it: "\\# Title", "#Title", where the text
 * has none with a space, and comments ("<!-- Basics -->") where it has no other headings. The lines
 * keep their numbers.
 */
export function spellHeadings(written: readonly string[]): readonly string[] {
  const lines = written.map((line) => line.replace(ESCAPED, '$1'));
  if (lines.some((line) => HEADING.test(line))) return lines;
  if (lines.filter((line) => TIGHT_HEADING.test(line)).length > 1) {
    return lines.map((line) =>
      EMPTY_HEADING.test(line)
        ? ''
        : line.replace(TIGHT_HEADING, (_, signs: string) => `${signs.slice(0, deepest)} `),
    );
  }
  const isUnderlined = (index: number) =>
    UNDERLINE.test(lines[index + 1] ?? '') && (lines[index] ?? '').trim() !== '';
  if (lines.some((_, index) => isUnderlined(index))) return lines;
  const names = lines.map((line) => COMMENT.exec(line)?.[1]);
  const isName = (name: string | undefined) => name !== undefined && !DIRECTIVE.test(name);
  if (names.filter(isName).length < 2) return lines;
  return lines.map((line, index) => (isName(names[index]) ? `## ${names[index] ?? ''}` : line));
}
