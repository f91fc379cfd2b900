/** What the parts of somebody's card do with the app around it. */
export interface ForeignActions {
  /** What was typed as the answer so far. */
  readonly typed: string;
  readonly onTyped: (text: string) => void;
}

/** Fills the elements that a note type's template leaves to the display: see `renderTemplate`. */
export function fillParts(card: HTMLElement, actions: ForeignActions): void {
  for (const element of find(card, 'span.cairn-sound')) fillSound(element);
  for (const element of find(card, 'span.cairn-speech')) fillSpeech(element);
  for (const element of find(card, 'span.cairn-type')) fillTyped(element, actions);
  fillOcclusions(card);
}

function find(card: HTMLElement, selector: string): HTMLElement[] {
  return [...card.querySelectorAll<HTMLElement>(selector)];
}

function fillSound(element: HTMLElement): void {
  const player = document.createElement('audio');
  player.controls = true;
  player.dataset.media = element.dataset.name ?? '';
  // The question's sounds were played with the question.
  if (element.dataset.repeated === undefined) player.dataset.sound = '';
  element.replaceChildren(player);
}

function fillSpeech(element: HTMLElement): void {
  const { text = '' } = element.dataset;
  if (!('speechSynthesis' in window)) {
    element.textContent = text;
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Read aloud';
  button.addEventListener('click', () => {
    speak(element);
  });
  element.replaceChildren(button);
}

/** Reads out what the card says, in its language; nothing where the device has no voice. */
export function speak({ dataset }: HTMLElement): void {
  if (!('speechSynthesis' in window)) return;
  const words = new SpeechSynthesisUtterance(dataset.text ?? '');
  if (dataset.lang !== undefined) words.lang = dataset.lang;
  const speed = Number(dataset.speed);
  if (speed > 0) words.rate = Math.min(10, Math.max(0.1, speed));
  speechSynthesis.speak(words);
}

function fillTyped(element: HTMLElement, { typed, onTyped }: ForeignActions): void {
  const { side, expected = '', ignoreMarks } = element.dataset;
  if (side === 'front') {
    const input = document.createElement('input');
    input.value = typed;
    input.setAttribute('aria-label', 'Your answer');
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.addEventListener('input', () => {
      onTyped(input.value);
    });
    // Digits grade a card elsewhere. Enter shows the answer.
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') event.stopPropagation();
    });
    element.replaceChildren(input);
    return;
  }
  const fold = (text: string) => {
    const plain = text.trim().normalize('NFC');
    return ignoreMarks === undefined ? plain : plain.normalize('NFD').replace(/\p{M}/gu, '');
  };
  const isRight = fold(typed) === fold(expected);
  const parts: HTMLElement[] = [];
  if (typed.trim() !== '')
    parts.push(make(isRight ? 'ins' : 'del', typed, isRight ? 'Right' : 'Typed'));
  if (!isRight) parts.push(make('strong', expected, 'Expected'));
  element.replaceChildren(...parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part])));
}

function make(tag: string, text: string, title: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.title = title;
  return element;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Lays the masks of an image-occlusion note over its picture. */
function fillOcclusions(card: HTMLElement): void {
  const masks = find(card, 'div.cairn-occlusion');
  const [first] = masks;
  if (first === undefined) return;
  for (const canvas of card.querySelectorAll('canvas')) canvas.remove();
  const image = card.querySelector('img');
  if (image === null) return;
  const frame = document.createElement('span');
  frame.className = 'cairn-occluded';
  image.replaceWith(frame);
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 1 1');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  for (const mask of masks) {
    const { role } = mask.dataset;
    // Other areas are hidden only where the note hides all of them.
    if (role !== 'other' || mask.dataset.oi === '1') {
      const shape = toShape(mask.dataset);
      shape?.setAttribute('class', `cairn-mask cairn-mask-${role ?? 'asked'}`);
      if (shape !== undefined) svg.append(shape);
    }
    mask.remove();
  }
  frame.append(image, svg);
}

function toShape(data: DOMStringMap): SVGElement | undefined {
  const read = (key: string) => {
    const value = Number(data[key]);
    return Number.isFinite(value) ? value : 0;
  };
  const draw = (tag: string, attributes: Readonly<Record<string, number | string>>) => {
    const shape = document.createElementNS(svgNamespace, tag);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, String(value));
    return shape;
  };
  const [left, top] = [read('left'), read('top')];
  switch (data.shape) {
    case 'rect':
      return draw('rect', { x: left, y: top, width: read('width'), height: read('height') });
    case 'ellipse': {
      const [rx, ry] = [read('rx'), read('ry')];
      return draw('ellipse', { cx: left + rx, cy: top + ry, rx, ry });
    }
    case 'polygon': {
      const points = (data.points ?? '').replace(/[^\d.,\s-]/g, '');
      return draw('polygon', { points });
    }
    default:
      return undefined;
  }
}
