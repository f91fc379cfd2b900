import { captured } from './captured.ts';

/** A shortcode of a site generator, or a component of MDX, that names itself: `{{< step title="Git" >}}`, `<Step title="Git">`. */
const COMPONENT =
  /^\s*(?:\{\{[<%]\s*([\w./-]+)|<([A-Z][\w.]*))\s(?:[^\n]*\s)?(?:title|name|label|heading)\s*=\s*(?:"([^"]+)"|'([^']+)')/u;
const FENCE = /^\s*(?:`{3,}|~{3,})/;

/**
 * The lines with components that carry a title as the bullets, or the headings where content follows before they
 * close, that a reader of the page sees. The lines keep their numbers.
 */
export function spellComponents(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => COMPONENT.test(line))) return lines;
  const closed = new Set(
    lines.flatMap((line) => {
      const name = captured(/^\s*(?:\{\{[<%]\s*\/\s*([\w./-]+)|<\/([A-Z][\w.]*)>)/u.exec(line), 0);
      return name === '' ? [] : [name.replace(/[^\w.-]/g, '')];
    }),
  );
  let isCode = false;
  return lines.map((line) => {
    if (FENCE.test(line)) isCode = !isCode;
    const match = isCode ? null : COMPONENT.exec(line);
    if (match === null) return line;
    const name = captured(match, 1) + captured(match, 2);
    const title = captured(match, 3) + captured(match, 4);
    const isOpen = closed.has(name) && !/\/\s*>\s*$|\/\s*[>%]\}\}\s*$/.test(line);
    return isOpen ? `###### ${title}` : `- ${title}`;
  });
}
