export const labels = [
  'Q',
  'A',
  'Why',
  'Text',
  'X',
  'Because',
  'Also',
  'Match',
  'ReverseQ',
  'ReverseA',
  'Source',
  'Waive',
  'Tags',
  'Deck',
] as const;
export type Label = (typeof labels)[number];

/** What a line outside a code block is. */
export type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'title' }
  | { readonly kind: 'label'; readonly label: Label; readonly rest: string }
  /** Looks like a label but is written otherwise: read as text it would vanish without a word. */
  | { readonly kind: 'misspelt'; readonly written: string; readonly label: Label }
  | { readonly kind: 'point'; readonly rest: string }
  | { readonly kind: 'fence'; readonly marker: string }
  | { readonly kind: 'text' };

const labelLine = /^([A-Za-z]+):(?:[ \t]+([^]*))?$/;
const almostLabelLine = /^\s*\**([A-Za-z][A-Za-z ]{0,10}?)\**\s?:/;
const isLabel = (word: string): word is Label => (labels as readonly string[]).includes(word);

/** Other words that people reach for. */
const otherNames: Readonly<Record<string, Label>> = {
  question: 'Q',
  answer: 'A',
  sources: 'Source',
};

/** Says what a line outside a code block is, without regard to the lines before it. */
export function classifyLine(line: string): Line {
  if (line.trim() === '') return { kind: 'blank' };
  const fence = /^\s*(`{3,}|~{3,}(?!~))([^`]*)$/.exec(line);
  if (fence?.[1] !== undefined) return { kind: 'fence', marker: fence[1] };
  const heading = /^(#{1,2})(?:\s+([^]*))?$/.exec(line);
  if (heading !== null) {
    return heading[1] === '##' ? { kind: 'heading', text: heading[2] ?? '' } : { kind: 'title' };
  }
  const point = /^[-*] \[[ xX]\](?:\s+([^]*))?$/.exec(line);
  if (point !== null) return { kind: 'point', rest: point[1] ?? '' };

  const label = labelLine.exec(line);
  if (label?.[1] !== undefined && isLabel(label[1])) {
    return { kind: 'label', label: label[1], rest: label[2] ?? '' };
  }
  const almost = almostLabelLine.exec(line);
  const meant = almost?.[1] === undefined ? undefined : findMeantLabel(almost[1]);
  if (almost !== null && meant !== undefined) {
    return { kind: 'misspelt', written: almost[0].trim(), label: meant };
  }
  return { kind: 'text' };
}

/**
 * Takes the backslash off a line that would be a label, a heading or the like without it, and with it is text of the
 * field above. Null for every other line: a backslash before anything else is Markdown's.
 */
export function takeOffEscape(line: string, isRubric: boolean): string | null {
  return line.startsWith('\\') && isStructure(line.replace(/^\\+/, ''), isRubric)
    ? line.slice(1)
    : null;
}

/** Whether a line outside a code block is more than text of the field above it. Points are so in a rubric alone. */
export function isStructure(line: string, isRubric: boolean): boolean {
  const { kind } = classifyLine(line);
  return kind === 'point' ? isRubric : kind !== 'text' && kind !== 'blank';
}

/** Whether a line ends the code block that `marker` opened. */
export function closesFence(line: string, marker: string): boolean {
  const text = line.trim();
  return text.startsWith(marker) && [...text].every((character) => character === marker[0]);
}

function findMeantLabel(written: string): Label | undefined {
  const word = written.replaceAll(' ', '').toLowerCase();
  const sorted = sortLetters(word);
  return (
    otherNames[word] ??
    labels.find((label) => label.toLowerCase() === word) ??
    // Letters swapped, as in "Becuase". Short labels are anagrams of too many words.
    labels.find((label) => label.length > 4 && sortLetters(label.toLowerCase()) === sorted)
  );
}

function sortLetters(word: string): string {
  return [...word].sort().join('');
}
