import DOMPurify from 'dompurify';
import { cleanCss } from './clean-css.ts';

/** Somebody's HTML that can be shown: nothing in it runs, and nothing in it loads by itself. */
export interface CleanedHtml {
  readonly fragment: DocumentFragment;
  /** Names of files of the deck: each stands in `data-media` of the elements that show it. */
  readonly names: readonly string[];
}

/** What somebody's card has no use for here, or could load or send something. */
const forbiddenTags = [
  ...['form', 'input', 'textarea', 'select', 'button', 'iframe', 'object', 'embed'],
  ...['link', 'meta', 'base', 'template', 'dialog', 'use', 'image', 'feimage', 'animate', 'set'],
];
const forbiddenAttributes = ['srcset', 'ping', 'poster', 'background', 'autoplay', 'autofocus'];

/** Of a whole page: even on one that is never shown, the browser would look at their addresses and handlers. */
const pageTags = /<(\/?)(base|body|html|head|frameset)(?![\w-])/gi;

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Handlers of tags, which browsers look at, though they never run them, on a page that is only parsed. */
const tagStarts = /<[a-z][^>]*/gi;
const handlers = /([\s/"'])on(?=[a-z]+\s*=)/gi;

/** What cleaning would take away, taken away before a browser reads the HTML at all. */
function disarm(html: string): string {
  return html
    .replace(pageTags, '<$1x-$2')
    .replace(tagStarts, (tag) => tag.replace(handlers, '$1x-on'));
}

/** Cleans HTML of others. Loaded with DOMPurify, the one library that does so, when first needed. */
export function cleanHtml(html: string): CleanedHtml {
  const fragment = DOMPurify.sanitize(disarm(html), {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: forbiddenTags,
    FORBID_ATTR: forbiddenAttributes,
    FORCE_BODY: true,
  });
  const names = new Set<string>();
  for (const element of [...fragment.querySelectorAll('*')]) cleanElement(element, names);
  for (const sound of fragment.querySelectorAll<HTMLElement>('span.cairn-sound')) {
    const { name } = sound.dataset;
    if (name !== undefined) names.add(name);
  }
  return { fragment, names: [...names] };
}

function cleanElement(element: Element, names: Set<string>): void {
  // Paints, masks and filters of drawings may lie in a file somewhere; those of the drawing itself stay.
  if (element.namespaceURI === svgNamespace) {
    for (const { name, value } of [...element.attributes]) {
      const rest = value.replace(/url\(\s*["']?#[^)\\]*\)/gi, '');
      if (name !== 'style' && cleanCss(rest) !== rest) element.removeAttribute(name);
    }
  }
  const style = element.getAttribute('style');
  if (style !== null) element.setAttribute('style', cleanCss(style));
  if (element.localName === 'style') element.textContent = cleanCss(element.textContent);
  else if (element.localName === 'a') cleanLink(element);
  else cleanSource(element, names);
}

/** A link goes where it says when it is followed, in a window that learns nothing of this one. */
function cleanLink(element: Element): void {
  const href = element.getAttribute('href') ?? '';
  if (!/^https?:\/\//i.test(href)) element.removeAttribute('href');
  element.removeAttribute('xlink:href');
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
}

function cleanSource(element: Element, names: Set<string>): void {
  for (const attribute of ['href', 'xlink:href', 'action', 'data']) {
    element.removeAttribute(attribute);
  }
  if (element.localName === 'audio' || element.localName === 'video') {
    element.setAttribute('controls', '');
  }
  const source = element.getAttribute('src');
  if (source === null) return;
  element.removeAttribute('src');
  if (/^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(source)) {
    if (element.localName === 'img') element.setAttribute('src', source);
    return;
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source.trim())) {
    element.replaceWith(toBlocked(element.ownerDocument, source));
    return;
  }
  const name = toMediaName(source);
  names.add(name);
  element.setAttribute('data-media', name);
}

/** As the deck's list of files has it: without escapes, in one form of Unicode. */
function toMediaName(source: string): string {
  try {
    return decodeURIComponent(source).normalize('NFC');
  } catch {
    return source.normalize('NFC');
  }
}

function toBlocked(document: Document, address: string): Element {
  const note = document.createElement('span');
  note.className = 'cairn-blocked';
  note.textContent = `Not loaded, because it is not part of the deck: ${address}`;
  return note;
}
