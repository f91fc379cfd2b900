import type { TopicId } from '#src/domain/ids.ts';
import { mapMeasures, type MapLayout, type PlacedNode } from '#src/domain/map/map-layout.ts';
import { recallBands, toRecallLevel, type RecallBand } from '#src/domain/progress.ts';

/** What a node shows besides its title. */
export interface PictureNode {
  readonly look: RecallBand | 'none';
  readonly facts: string;
  /** Priority and kind, in words; empty where the source has none. */
  readonly marks: string;
  readonly due: number;
}

/** The colours a picture is drawn in, each as SVG takes it. */
export interface PicturePalette {
  readonly ground: string;
  readonly surface: string;
  readonly line: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly recall: Readonly<Record<RecallBand, string>>;
}

export interface MapPicture {
  readonly layout: MapLayout;
  readonly title: string;
  /** What is remembered of all of it, and of which day that is. */
  readonly lead: string;
  readonly nodes: ReadonlyMap<TopicId, PictureNode>;
  readonly palette: PicturePalette;
}

const headHeight = 120;
const font = `font-family="system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"`;

/**
 * A map as an SVG file that needs nothing beside it: title, day, legend, and every node with its
 * colours and numbers. Where text is wider than its place, in a font wider than reckoned with, it
 * runs over rather than being cut.
 */
export function writeMapPicture({ layout, title, lead, nodes, palette }: MapPicture): string {
  const width = Math.max(layout.width, 800);
  const height = layout.height + headHeight;
  const { margin } = mapMeasures;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${font}>`,
    `<title>${toXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    writeText(title, { x: margin, y: 44, size: 24, fill: palette.ink, bold: true }),
    writeText(lead, { x: margin, y: 70, size: 14, fill: palette.muted }),
    ...writeLegend(palette),
    `<g transform="translate(0 ${headHeight})">`,
    ...layout.links.map(
      ({ kind, path }) =>
        `<path d="${path}" fill="none" stroke="${kind === 'path' ? palette.accent : palette.line}" stroke-width="${kind === 'path' ? 4 : 2}"/>`,
    ),
    ...layout.nodes.flatMap((node) => writeNode(node, nodes.get(node.id), palette)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function writeLegend(palette: PicturePalette): string[] {
  const looks = ['none', ...recallBands] as const;
  return looks.flatMap((look, index) => {
    const x = mapMeasures.margin + index * 120;
    const word = look === 'none' ? 'not started' : look;
    return [
      writeBox({ x, y: 86, width: 16, height: 16 }, look, palette, 1),
      writeText(word, { x: x + 24, y: 99, size: 13, fill: palette.muted }),
    ];
  });
}

function writeNode(
  node: PlacedNode,
  shown: PictureNode | undefined,
  palette: PicturePalette,
): string[] {
  const { barWidth, padding, lineHeight, topicFont, sectionFont } = mapMeasures;
  const { look, facts, marks, due } = shown ?? { look: 'none', facts: '', marks: '', due: 0 };
  const x = node.x + barWidth + padding;
  const right = node.x + node.width - padding;
  const size = node.side === 'path' ? sectionFont : topicFont;
  const below = node.y + node.height - padding - 4;
  const level = Math.round(node.height * toRecallLevel(look));
  const bar = { x: node.x, y: node.y + node.height - level, width: barWidth, height: level };
  return [
    writeBox(node, look, palette, 0.3),
    ...(look === 'none' ? [] : [writeBox(bar, look, palette, 1)]),
    ...node.lines.map((line, index) => {
      const y = node.y + padding + 15 + index * lineHeight;
      return writeText(line, { x, y, size, fill: palette.ink, bold: node.side === 'path' });
    }),
    writeText(facts, { x, y: below, size: 12, fill: palette.ink }),
    ...(marks === ''
      ? []
      : [writeText(marks, { x: right, y: below, size: 12, fill: palette.ink, end: true })]),
    ...(due === 0 ? [] : writeDue(node, due, palette)),
  ];
}

function writeDue(node: PlacedNode, due: number, palette: PicturePalette): string[] {
  const words = String(due);
  const width = 16 + words.length * 8;
  const x = node.x + node.width - width + 8;
  return [
    `<rect x="${x}" y="${node.y - 8}" width="${width}" height="22" rx="11" fill="${palette.accent}"/>`,
    writeText(words, {
      ...{ x: x + width - 8, y: node.y + 8, size: 13, fill: palette.onAccent },
      ...{ bold: true, end: true },
    }),
  ];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Filled with its recall, as strongly as said; what was never started has a broken line instead. */
function writeBox(
  { x, y, width, height }: Box,
  look: RecallBand | 'none',
  palette: PicturePalette,
  strength: number,
): string {
  const place = `x="${x}" y="${y}" width="${width}" height="${height}" rx="${Math.min(8, width / 4)}"`;
  const base = `<rect ${place} fill="${palette.surface}"`;
  if (look === 'none') return `${base} stroke="${palette.muted}" stroke-dasharray="4 4"/>`;
  return `${base}/><rect ${place} fill="${palette.recall[look]}" fill-opacity="${strength}" stroke="${palette.line}"/>`;
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  /** Whether the text ends at `x` instead of beginning there. */
  readonly end?: boolean;
}

function writeText(text: string, { x, y, size, fill, bold, end }: TextPlace): string {
  const weight = bold === true ? ' font-weight="600"' : '';
  const anchor = end === true ? ' text-anchor="end"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${weight}${anchor}>${toXml(text)}</text>`;
}

/** Text that XML can hold: what it has no way to write is left out. */
function toXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
