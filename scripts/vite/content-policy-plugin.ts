import type { Plugin } from 'vite';
import { contentPolicy } from '../content-policy.ts';

const meta = `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />`;

/**
 * Puts the content security policy into the built page, for hosts that send no header. Not in
 * development, where Vite's client needs an inline script.
 */
export function contentPolicyPlugin(): Plugin {
  return {
    name: 'cairn:content-policy',
    apply: 'build',
    // Right after the character set, because it binds only what comes after it.
    transformIndexHtml: (html) => html.replace(/<meta charset[^>]*>/, `$&\n    ${meta}`),
  };
}
