import { useEffect, useRef } from 'react';
import { foreignStyles } from './foreign-styles.ts';
import { toMediaType } from './media-type.ts';
import './foreign-html.css';

export interface ForeignHtmlProps {
  /** As it came: it is cleaned here, each time it is shown. */
  readonly html: string;
  readonly css: string;
  /** Names the frame for those who cannot see it. */
  readonly label: string;
  /** The deck's files by name; one that it does not hold is absent. */
  readonly loadMedia: (names: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** Plays the sounds one after the other as soon as they are there. */
  readonly autoplay?: boolean;
  readonly isRightToLeft?: boolean;
  /** What was typed as the answer so far, and told on: for cards that ask for it. */
  readonly typed?: string;
  readonly onTyped?: (text: string) => void;
  /** Given what plays the sounds again, once there are some. */
  readonly onSounds?: (replay: () => void) => void;
}

/**
 * The one place where HTML of others is shown: cleaned, inside a shadow root, so that its styles reach
 * nothing else, and with files of its own deck alone. Nothing in it runs or loads anything.
 */
export function ForeignHtml(props: ForeignHtmlProps) {
  const { html, css, label, loadMedia, isRightToLeft = false } = props;
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const stop = new AbortController();
    const urls: string[] = [];
    const hasLeft = () => stop.signal.aborted;
    const show = async () => {
      const [{ cleanHtml }, { cleanCss }, { fillParts, speak }] = await Promise.all([
        import('./clean-html.ts'),
        import('./clean-css.ts'),
        import('./foreign-parts.ts'),
      ]);
      if (hasLeft()) return;
      const { fragment, names } = cleanHtml(html);
      const card = document.createElement('div');
      card.className = `card ${isDark(element) ? 'nightMode night_mode' : ''}`;
      card.dir = isRightToLeft ? 'rtl' : 'auto';
      card.append(fragment);
      fillParts(card, {
        typed: latest.current.typed ?? '',
        onTyped: (text) => latest.current.onTyped?.(text),
      });
      const formulas = [...card.querySelectorAll<HTMLElement>('span.cairn-tex')];
      if (formulas.length > 0) (await import('./formula.ts')).drawFormulas(formulas);
      root.replaceChildren(toStyle(foreignStyles), toStyle(cleanCss(css)), card);
      const speeches = [
        ...card.querySelectorAll<HTMLElement>('span.cairn-speech:not([data-repeated])'),
      ];
      const files = names.length === 0 ? new Map<string, Uint8Array>() : await loadMedia(names);
      if (hasLeft()) return;
      const sounds = placeFiles(card, files, urls);
      if (sounds.length + speeches.length === 0) return;
      const replay = () => {
        playInTurn(sounds);
        for (const speech of speeches) speak(speech);
      };
      latest.current.onSounds?.(replay);
      if (latest.current.autoplay === true) replay();
    };
    // Without the lazy part, as after an update, the card stays empty; the page offers a reload.
    show().catch(() => undefined);
    return () => {
      stop.abort();
      for (const sound of root.querySelectorAll('audio')) sound.pause();
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [html, css, loadMedia, isRightToLeft]);
  return (
    <div className="foreign-html">
      <div ref={host} role="group" aria-label={label} />
    </div>
  );
}

function toStyle(text: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = text;
  return style;
}

function isDark(element: Element): boolean {
  return getComputedStyle(element).colorScheme === 'dark' || isDarkBySystem(element);
}

function isDarkBySystem(element: Element): boolean {
  const theme = element.ownerDocument.documentElement.dataset.theme;
  if (theme !== undefined) return theme === 'dark';
  return typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Gives each element its file; returns the sounds in their order. */
function placeFiles(
  card: HTMLElement,
  files: ReadonlyMap<string, Uint8Array>,
  urls: string[],
): HTMLAudioElement[] {
  const urlByName = new Map<string, string>();
  for (const [name, bytes] of files) {
    const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: toMediaType(name) }));
    urls.push(url);
    urlByName.set(name, url);
  }
  for (const element of card.querySelectorAll<HTMLElement>('[data-media]')) {
    const name = element.dataset.media ?? '';
    const url = urlByName.get(name);
    if (url === undefined) element.replaceWith(toMissing(name));
    else {
      element.setAttribute('src', url);
      if (element instanceof HTMLImageElement) makeZoomable(element);
      // A player has looked at its sources already, when they had none to give.
      if (element.parentElement instanceof HTMLMediaElement) element.parentElement.load();
    }
  }
  return [...card.querySelectorAll<HTMLAudioElement>('audio[data-sound]')];
}

function toMissing(name: string): HTMLElement {
  const note = document.createElement('span');
  note.className = 'cairn-blocked';
  note.textContent = `The deck came without this file: ${name}`;
  return note;
}

/** A picture opens at its full size, and closes again, by pointer and by key. */
function makeZoomable(image: HTMLImageElement): void {
  // A picture inside a link is that link.
  if (image.closest('a') !== null) return;
  image.tabIndex = 0;
  image.setAttribute('role', 'button');
  if (image.alt === '') image.alt = 'Picture';
  const toggle = () => {
    const isZoomed = image.classList.toggle('cairn-zoomed');
    image.setAttribute('aria-pressed', String(isZoomed));
  };
  image.addEventListener('click', toggle);
  image.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    // Enter grades a card elsewhere.
    event.stopPropagation();
    toggle();
  });
}

function playInTurn([first, ...others]: readonly HTMLAudioElement[]): void {
  if (first === undefined) return;
  first.currentTime = 0;
  first.onended = () => {
    playInTurn(others);
  };
  // Refused until the learner has touched the page: the controls are there.
  first.play().catch(() => undefined);
}
