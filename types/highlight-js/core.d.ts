// highlight.js's own types bring the whole DOM with them, which the formats may not know. This is
// what they use of it.

import type { LanguageDefinition } from './language.d.ts';

interface Highlighter {
  registerLanguage(name: string, definition: LanguageDefinition): void;
  highlight(
    code: string,
    options: { readonly language: string; readonly ignoreIllegals?: boolean },
  ): { readonly value: string };
}

declare const highlighter: Highlighter;
export default highlighter;
