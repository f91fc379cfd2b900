import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { cleanCss } from './clean-css.ts';
import { cleanHtml } from './clean-html.ts';
import { ForeignHtml } from './foreign-html.tsx';

// Lazy parts take their time on a busy machine.

function cleaned(html: string): string {
  const serializer = new XMLSerializer();
  const text = serializer.serializeToString(cleanHtml(html).fragment);
  return text.replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '');
}

/** Attempts to run or to load something, each with what must be left of it nowhere. */
const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe src="https://evil.example/"></iframe>',
  '<object data="https://evil.example/"></object>',
  '<embed src="https://evil.example/">',
  '<form action="https://evil.example/"><button formaction="https://evil.example/">go</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '<div style="background:url(https://evil.example/x.png)">x</div>',
  '<div style="background:u\\72l(https://evil.example/x.png)">x</div>',
  '<style>@import "https://evil.example/x.css"; p{background:url("//evil.example/x")}</style>',
  '<svg><image href="https://evil.example/x.png"/><use href="https://evil.example/x.svg#a"/></svg>',
  '<svg><rect fill="url(https://evil.example/x.svg#a)" mask="URL( \'//evil.example/x\' )" filter="u\\72l(//evil.example/x)"/></svg>',
  '<body onload=alert(1) background="https://evil.example/x.png">x</body>',
  '<img srcset="https://evil.example/x.png 2x">',
  '<video poster="https://evil.example/x.png"></video>',
  '<table background="https://evil.example/x.png"><tr><td>x</td></tr></table>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<details open ontoggle=alert(1)>x</details>',
  '<img src="data:text/html,<script>alert(1)</script>">',
];

describe('HTML of others', () => {
  it.each(attacks)('runs nothing and loads nothing: %s', (html) => {
    const result = cleaned(html);
    expect(result).not.toMatch(/alert|<script|<iframe|<form|<input|javascript:|\son[a-z]+=/i);
    expect(result).not.toMatch(/(?:src|href|data|action|poster|background|srcset)="[^"]*evil/i);
    expect(result).not.toMatch(/url\s*\(|@import/i);
  });

  it('keeps what it says and how', () => {
    const html =
      '<b>Bold</b> <ruby>漢<rt>かん</rt></ruby><div class="big" style="color: red;">x</div>';
    expect(cleaned(html)).toBe(html);
  });

  it('says what was not loaded, with its address', () => {
    expect(cleaned('<img src="https://evil.example/x.png">')).toContain(
      'Not loaded, because it is not part of the deck: https://evil.example/x.png',
    );
  });

  it('names the files it shows, whatever way they are written', () => {
    const { names } = cleanHtml(
      '<img src="a%20b.png"><span class="cairn-sound" data-name="c.mp3"></span><video src="d.mp4"></video>',
    );
    expect(names).toEqual(['a b.png', 'd.mp4', 'c.mp3']);
  });
});

describe('styles of others', () => {
  it.each([
    'a{background:url(x)}',
    'a{background:URL( "x" )}',
    'a{background:u/**/rl(x)}',
    'a{background:\\75\\72\\6c(x)}',
    '@import url(x);',
    '@imp\\6frt "x";',
    '@font-face{src:url(x)}',
    'a{background:image-set("x" 1x)}',
    'a{--x:url(x);background:var(--x)}',
    'a{background:url(x',
    'a{background:urexpression(l(x)}',
    'a{background:u-moz-bindingrl(x)}',
    'a{background:ubehavior:rl(x)}',
    '@im@import;port "x";',
    '@fo@font-face{}nt-face{font-family:x}',
  ])('load nothing: %s', (css) => {
    expect(cleanCss(css)).not.toMatch(/url\s*\(|@import|image-set|@font-face/i);
  });

  it('stay as they are otherwise', () => {
    const css = '.card { font-size: 20px; color: #333 } .card b::before { content: "a" }';
    expect(cleanCss(css)).toBe(css);
  });
});

describe('a card of others on screen', () => {
  const shadow = () => screen.getByRole('group', { name: 'Question' }).shadowRoot!;

  it('is drawn inside a frame of its own, with the files of its deck', async () => {
    URL.createObjectURL = () => 'blob:here';
    URL.revokeObjectURL = () => undefined;
    const loadMedia = vi.fn(() => Promise.resolve(new Map([['cat.png', Uint8Array.of(1)]])));
    render(
      <ForeignHtml
        html='<p>Cat</p><img src="cat.png"><img src="dog.png">'
        css=".card { color: red }"
        label="Question"
        loadMedia={loadMedia}
      />,
    );
    await waitFor(() => {
      expect(shadow().querySelector('img')?.getAttribute('src')).toBe('blob:here');
    });
    expect(loadMedia).toHaveBeenCalledWith(['cat.png', 'dog.png']);
    expect(shadow().textContent).toContain('The deck came without this file: dog.png');
    expect(document.querySelector('img')).toBeNull();
    const image = shadow().querySelector('img')!;
    image.click();
    expect(image.getAttribute('aria-pressed')).toBe('true');
    image.click();
    expect(image.getAttribute('aria-pressed')).toBe('false');
  });

  it('plays its sounds when asked to, and again on demand', async () => {
    URL.createObjectURL = () => 'blob:here';
    URL.revokeObjectURL = () => undefined;
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
    vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
    const loadMedia = () => Promise.resolve(new Map([['a.mp3', Uint8Array.of(1)]]));
    let replay: (() => void) | undefined;
    render(
      <ForeignHtml
        html='Listen <span class="cairn-sound" data-name="a.mp3"></span>'
        css=""
        label="Question"
        loadMedia={loadMedia}
        autoplay
        isRightToLeft
        onSounds={(again) => {
          replay = again;
        }}
      />,
    );
    await waitFor(() => {
      expect(play).toHaveBeenCalledTimes(1);
    });
    replay?.();
    expect(play).toHaveBeenCalledTimes(2);
    expect(shadow().querySelector('.card')?.getAttribute('dir')).toBe('rtl');
    vi.restoreAllMocks();
  });

  it('gives a player its film also where that is named by a source inside it', async () => {
    URL.createObjectURL = () => 'blob:here';
    URL.revokeObjectURL = () => undefined;
    const load = vi.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue();
    render(
      <ForeignHtml
        html='<video><source src="a.mp4"></video>'
        css=""
        label="Question"
        loadMedia={() => Promise.resolve(new Map([['a.mp4', Uint8Array.of(1)]]))}
      />,
    );
    await waitFor(() => {
      expect(load).toHaveBeenCalledOnce();
    });
    expect(load.mock.contexts[0]).toBe(shadow().querySelector('video[controls]'));
    expect(shadow().querySelector('source')?.getAttribute('src')).toBe('blob:here');
    vi.restoreAllMocks();
  });

  it('draws formulas, asks for what is to be typed, and compares it', async () => {
    const typed: string[] = [];
    const draw = (html: string, text = '') => (
      <ForeignHtml
        html={html}
        css=""
        label="Question"
        loadMedia={() => Promise.resolve(new Map())}
        typed={text}
        onTyped={(value) => typed.push(value)}
      />
    );
    const tex = '<span class="cairn-tex" data-shape="inline" data-tex="x^2">x^2</span>';
    const front = '<span class="cairn-type" data-side="front" data-expected="dog"></span>';
    const { rerender } = render(draw(tex + front));
    await waitFor(() => {
      expect(shadow().querySelector('math')).not.toBeNull();
    });
    const input = shadow().querySelector('input')!;
    input.value = 'cat';
    input.dispatchEvent(new Event('input'));
    expect(typed).toEqual(['cat']);
    rerender(draw(front.replace('front', 'back'), 'cat'));
    await waitFor(() => {
      expect(shadow().querySelector('del')?.textContent).toBe('cat');
    });
    expect(shadow().querySelector('strong')?.textContent).toBe('dog');
  });

  it('lays the masks of a picture over it', async () => {
    const mask = (role: string, oi: string) =>
      `<div class="cairn-occlusion" data-role="${role}" data-shape="rect" data-oi="${oi}" data-left=".1" data-top=".2" data-width=".3" data-height=".4"></div>`;
    render(
      <ForeignHtml
        html={`${mask('asked', '1')}${mask('other', '0')}<img src="a.png">`}
        css=""
        label="Question"
        loadMedia={() => Promise.resolve(new Map([['a.png', Uint8Array.of(1)]]))}
      />,
    );
    await waitFor(() => {
      expect(shadow().querySelectorAll('rect')).toHaveLength(1);
    });
    expect(shadow().querySelector('rect')?.getAttribute('x')).toBe('0.1');
  });
});
