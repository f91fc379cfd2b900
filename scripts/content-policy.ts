/**
 * What a page of Cairn may load: its own files and nothing remote. Styles may be inline because
 * cards with maths and Anki's notes carry style attributes; wasm is for import and optimising.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "media-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'self'",
] as const;

/** The content security policy, as the value of the header and of the page's `<meta>` alike. */
export const contentPolicy = directives.join('; ');
