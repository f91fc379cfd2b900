/** Stands for each character of code, so that positions stay. */
const mask = '\uFFFC';

/**
 * A text in which blocks and spans of code are masked, character by character: what marks a card does not do so in code.
 * Linear in the length of the text.
 */
export function maskCode(text: string): string {
  const masked: string[] = [];
  let fence: string | null = null;
  let prose: string[] = [];
  const flush = () => {
    if (prose.length > 0) masked.push(maskSpans(prose.join('\n')));
    prose = [];
  };
  for (const line of text.split('\n')) {
    const [, marker] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === null && marker === undefined) {
      prose.push(line);
      // A span of code ends with its paragraph.
      if (line.trim() === '') flush();
      continue;
    }
    flush();
    masked.push(mask.repeat(line.length));
    if (fence === null) fence = marker ?? null;
    else if (marker?.startsWith(fence) === true && line.trim() === marker) fence = null;
  }
  flush();
  return masked.join('\n');
}

/** A span is closed by a run of as many backticks as opened it. */
function maskSpans(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: run }) => ({
    index,
    length: run.length,
  }));
  const closers = new Map<number, number[]>();
  for (let order = runs.length - 1; order >= 0; order -= 1) {
    const length = runs[order]?.length ?? 0;
    const later = closers.get(length);
    if (later === undefined) closers.set(length, [order]);
    else later.push(order);
  }
  let result = '';
  let position = 0;
  for (let order = 0; order < runs.length; order += 1) {
    const open = runs[order];
    // The nearest comes last.
    const later = closers.get(open?.length ?? 0) ?? [];
    while ((later.at(-1) ?? Infinity) <= order) later.pop();
    const closer = later.at(-1);
    const close = runs[closer ?? -1];
    if (open === undefined || closer === undefined || close === undefined) continue;
    const end = close.index + close.length;
    result += text.slice(position, open.index) + maskPart(text.slice(open.index, end));
    position = end;
    order = closer;
  }
  return result + text.slice(position);
}

function maskPart(part: string): string {
  return part.replace(/[^\n]/g, mask);
}
