/** A labelled text of a file with the line of its label. */
export interface LabelledText {
  readonly label: 'question' | 'answer' | 'cloze' | 'tags';
  readonly text: string;
  readonly line: number;
}

/** What a line outside of code is: a label with the words after it, the end of a card, or text. */
export type ReadLabel = (
  line: string,
) => { readonly label: LabelledText['label']; readonly rest: string } | 'end' | null;

/** Cuts a text at its labels. Code is never a label; text under no label is told by its line, once for each passage. */
export function cutLabelled(
  body: string,
  firstLine: number,
  readLabel: ReadLabel,
): { readonly texts: readonly LabelledText[]; readonly strays: readonly number[] } {
  const texts: LabelledText[] = [];
  const strays: number[] = [];
  let open: { label: LabelledText['label']; line: number; lines: string[] } | null = null;
  let fence: string | null = null;
  let isStray = false;
  const close = () => {
    if (open !== null) {
      texts.push({ label: open.label, line: open.line, text: open.lines.join('\n').trim() });
    }
    open = null;
  };
  for (const [index, line] of body.split('\n').entries()) {
    const [, marker] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    const read = fence === null && marker === undefined ? readLabel(line) : null;
    if (fence === null) fence = marker ?? null;
    else if (marker?.startsWith(fence) === true && line.trim() === marker) fence = null;
    if (read === 'end') close();
    else if (read !== null) {
      close();
      isStray = false;
      open = { label: read.label, line: firstLine + index, lines: [read.rest] };
    } else if (open !== null) (open as { lines: string[] }).lines.push(line);
    else if (line.trim() !== '' && !isStray) {
      isStray = true;
      strays.push(firstLine + index);
    }
  }
  close();
  return { texts, strays };
}
