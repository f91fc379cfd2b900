import { escapeHtml } from '../../escape-html.ts';

/** A hidden area of an image: positions and sizes are parts of the image's width and height. */
export interface Occlusion {
  readonly shape: 'rect' | 'ellipse' | 'polygon' | 'text';
  /** As written: left, top, width, height, rx, ry, angle, fill, points, text, oi… */
  readonly properties: ReadonlyMap<string, string>;
}

const shapes: readonly Occlusion['shape'][] = ['rect', 'ellipse', 'polygon', 'text'];
const prefix = 'image-occlusion:';
const mostProperties = 30;

/** Reads `image-occlusion:rect:left=.1:top=.2:width=.3:height=.4`; undefined where a text is none. */
export function readOcclusion(text: string): Occlusion | undefined {
  if (!text.startsWith(prefix)) return undefined;
  // A colon inside a value stands behind a backslash.
  const [name, ...rest] = text.slice(prefix.length).split(/(?<!\\):/, mostProperties);
  const shape = shapes.find((each) => each === name);
  if (shape === undefined) return undefined;
  const properties = new Map<string, string>();
  for (const item of rest) {
    const at = item.indexOf('=');
    const key = item.slice(0, Math.max(0, at)).trim();
    if (/^[a-z]{1,20}$/i.test(key)) {
      properties.set(
        key.toLowerCase(),
        item
          .slice(at + 1)
          .replaceAll('\\:', ':')
          .trim(),
      );
    }
  }
  return { shape, properties };
}

/**
 * An element without content that carries the shape as data attributes, for the display to draw.
 * `data-role`: `asked` is what the card hides, `open` the same on the back, `other` another card's area.
 */
export function toOcclusionHtml(
  { shape, properties }: Occlusion,
  numbers: readonly number[],
  isAsked: boolean,
  isShown: boolean,
): string {
  const role = isAsked ? (isShown ? 'open' : 'asked') : 'other';
  const data = [...properties].map(([key, value]) => ` data-${key}="${escapeHtml(value)}"`);
  return `<div class="cairn-occlusion" data-role="${role}" data-ordinal="${numbers.join(',')}" data-shape="${shape}"${data.join('')}></div>`;
}
