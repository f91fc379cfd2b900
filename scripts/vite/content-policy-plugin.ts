import type { Plugin } from 'vite';
import { contentPolicy } from '../content-policy.ts';

/**
 * Puts the content security policy into the built page, for hosts that send no header. Not in
 * development, where Vite's client needs an inline script.
 */
export function contentPolicyPlugin(): Plugin {
  return {
    name: 'cairn:content-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentPolicy },
        // First of all, because it binds only what comes after it.
        injectTo: 'head-prepend',
      },
    ],
  };
}
