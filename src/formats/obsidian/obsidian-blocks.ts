/** A run of lines without a blank one between them, but for those in code; headings and rules stand between blocks. */
export interface NoteBlock {
  readonly lines: readonly string[];
  /** Line of the file that it starts on. */
  readonly line: number;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
}

/** Cuts the body of an Obsidian note into blocks. */
export function cutBlocks(body: string, firstLine: number): NoteBlock[] {
  const blocks: NoteBlock[] = [];
  const headings: { readonly depth: number; readonly text: string }[] = [];
  let open: string[] = [];
  let fence: string | null = null;
  let line = firstLine;
  const close = () => {
    if (open.length > 0) {
      const texts = headings.map(({ text }) => text);
      blocks.push({ lines: open, line: line - open.length, headings: texts });
    }
    open = [];
  };
  for (const text of body.split('\n')) {
    const [, marker] = /^\s*(`{3,}|~{3,})/.exec(text) ?? [];
    const [, marks, heading = ''] = /^(#{1,6})\s+(.*)$/s.exec(text) ?? [];
    if (fence !== null) {
      open.push(text);
      if (marker?.startsWith(fence) === true && text.trim() === marker) fence = null;
    } else if (marks !== undefined) {
      close();
      while ((headings.at(-1)?.depth ?? 0) >= marks.length) headings.pop();
      headings.push({ depth: marks.length, text: heading.trim() });
    } else if (text.trim() === '' || /^(?:---+|\*\*\*+|___+)\s*$/.test(text)) close();
    else {
      open.push(text);
      fence = marker ?? null;
    }
    line += 1;
  }
  close();
  return blocks;
}
