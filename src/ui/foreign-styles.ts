/** Inside the frame of somebody's card, before its own styles: the app's text, and pictures that fit. */
export const foreignStyles = `
:host { display: block; }
.card { font: inherit; color: inherit; overflow-wrap: anywhere; }
hr { border: 0; border-top: 1px solid var(--line); }
img, video { max-width: 100%; height: auto; }
img[role='button'] { cursor: zoom-in; }
img[role='button']:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
img.cairn-zoomed { max-width: none; cursor: zoom-out; }
audio { max-width: 100%; min-height: 2.75rem; vertical-align: middle; }
input { font: inherit; min-height: 2.75rem; max-width: 100%; padding: 0.25rem 0.75rem; }
button, summary { font: inherit; min-height: 2.75rem; cursor: pointer; }
.cairn-type ins { text-decoration: none; color: var(--success); }
.cairn-type del { color: var(--danger); }
.cairn-occluded { position: relative; display: inline-block; }
.cairn-occluded svg { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
.cairn-mask { fill: var(--line-strong); }
.cairn-mask-asked { fill: var(--danger); }
.cairn-mask-open { fill: none; stroke: var(--danger); stroke-width: 2; vector-effect: non-scaling-stroke; }
.cairn-problem { color: var(--danger); }
table { max-width: 100%; }
.cairn-blocked {
  display: inline-block; padding: 0.25rem 0.5rem; border: 1px dashed var(--line-strong);
  border-radius: 0.375rem; font: 0.875rem var(--font-text); color: var(--ink-muted);
  overflow-wrap: anywhere; text-align: start;
}
`;
