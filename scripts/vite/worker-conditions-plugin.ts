import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Resolves for a worker what a page resolves otherwise: the builder takes the `browser` variant of a
 * package for both, and that of the list of HTML entities asks a document, which no worker has.
 */
export function workerConditionsPlugin(): Plugin {
  const name = 'decode-named-character-reference';
  return {
    name: 'worker-conditions',
    enforce: 'pre',
    resolveId(source) {
      if (source !== name) return null;
      return fileURLToPath(new URL(`../../node_modules/${name}/index.js`, import.meta.url));
    },
  };
}
