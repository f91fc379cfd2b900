/** Text of this size is legible where 320 units are as wide as the narrowest phone. */
export const smallestText = 11;
/** A figure is at most as wide as the narrowest phone, so that its text is never scaled down much. */
export const widestFigure = 320;

/** What an attribute may be: undefined where the value is good, else what to write instead. */
type Check = (value: string) => string | undefined;

const numberPattern = String.raw`[+-]?(?:\d+(?:\.\d+)?|\.\d+)`;
const listPattern = String.raw`${numberPattern}(?:(?:\s*,\s*|\s+)${numberPattern})*`;

function matches(pattern: string, wanted: string): Check {
  const whole = new RegExp(`^(?:${pattern})$`);
  return (value) => (whole.test(value) ? undefined : wanted);
}

const number = matches(numberPattern, 'a plain number, without a unit');
const numbers = matches(listPattern, 'plain numbers');
const colour = matches(
  String.raw`none|currentColor|var\(--[a-z]+(?:-[a-z]+)*\)`,
  'none, currentColor, or a colour of the interface such as var(--accent), so that it is legible in light and dark',
);
const name = matches('[a-z][a-z0-9-]*', 'lower-case letters, digits and hyphens');

const fontSize: Check = (value) => {
  const wanted = `a number of at least ${smallestText}, or it cannot be read on a phone`;
  return number(value) ?? (Number(value) < smallestText ? wanted : undefined);
};

const viewBox: Check = (value) => {
  const wanted = `"0 0 width height" with a width of at most ${widestFigure}, the width of a narrow phone`;
  const [, width, height] = /^0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)$/.exec(value) ?? [];
  const isGood = Number(width) > 0 && Number(width) <= widestFigure && Number(height) > 0;
  return isGood ? undefined : wanted;
};

const moves = String.raw`(?:translate|rotate)\(\s*${listPattern}\s*\)`;

/** Allowed on every element that draws. */
const paint: Readonly<Record<string, Check>> = {
  fill: colour,
  stroke: colour,
  'stroke-width': number,
  'stroke-dasharray': matches(`none|${listPattern}`, 'none or plain numbers'),
  opacity: matches(String.raw`0?\.\d+|0|1`, 'a number from 0 to 1'),
  transform: matches(
    String.raw`${moves}(?:\s*${moves})*`,
    'translate(…) and rotate(…) alone: scaled text might be too small',
  ),
  id: name,
};
const text: Readonly<Record<string, Check>> = {
  'text-anchor': matches('start|middle|end', 'start, middle or end'),
  'font-size': fontSize,
};
const arrow: Readonly<Record<string, Check>> = {
  'marker-end': matches(
    String.raw`url\(#[a-z][a-z0-9-]*\)`,
    'url(#id) of a <marker> of this figure',
  ),
};

const geometry = (...names: readonly string[]): Readonly<Record<string, Check>> =>
  Object.fromEntries(names.map((each) => [each, number]));

/** The elements a figure may have, each with its attributes and what their values may be. */
export const figureElements: ReadonlyMap<string, Readonly<Record<string, Check>>> = new Map([
  [
    'svg',
    {
      ...paint,
      ...text,
      viewBox,
      role: matches('img', 'img'),
      xmlns: matches('http://www\\.w3\\.org/2000/svg', 'http://www.w3.org/2000/svg'),
      'aria-labelledby': matches('[a-z0-9 -]+', 'ids of <title> and <desc>'),
    },
  ],
  ['title', { id: name }],
  ['desc', { id: name }],
  ['defs', {}],
  [
    'marker',
    {
      id: name,
      viewBox: matches(listPattern, 'plain numbers'),
      ...geometry('refX', 'refY', 'markerWidth', 'markerHeight'),
      orient: matches(`auto|${numberPattern}`, 'auto or a number'),
    },
  ],
  ['g', { ...paint, ...text }],
  [
    'path',
    {
      ...paint,
      ...arrow,
      d: matches(String.raw`[MmLlHhVvCcSsQqTtAaZz0-9.,\s+-]+`, 'path data'),
    },
  ],
  ['line', { ...paint, ...arrow, ...geometry('x1', 'y1', 'x2', 'y2') }],
  ['polyline', { ...paint, ...arrow, points: numbers }],
  ['polygon', { ...paint, points: numbers }],
  ['rect', { ...paint, ...geometry('x', 'y', 'width', 'height', 'rx', 'ry') }],
  ['circle', { ...paint, ...geometry('cx', 'cy', 'r') }],
  ['ellipse', { ...paint, ...geometry('cx', 'cy', 'rx', 'ry') }],
  ['text', { ...paint, ...text, ...geometry('x', 'y', 'dx', 'dy') }],
  ['tspan', { ...paint, ...text, ...geometry('x', 'y', 'dx', 'dy') }],
]);
