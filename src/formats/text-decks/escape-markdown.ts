/**
 * Plain text as Markdown that shows the same words on the same lines. Braces and colons stay, so that hidden parts of a
 * cloze do.
 */
export function escapeMarkdown(text: string): string {
  const lines = text
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .split('\n')
    .map(escapeLine);
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      return line === '' || next === undefined || next === '' ? line : `${line}\\`;
    })
    .join('\n');
}

function escapeLine(line: string): string {
  const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
  const words = line.slice(indent.length).trimEnd();
  if (words === '') return '';
  // Space before words would be taken off, and four of them would make a block of code.
  const visible = indent.replaceAll('\t', '    ').replaceAll(' ', '\u00A0');
  return visible + words.replace(/^[#+=-]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
