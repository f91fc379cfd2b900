import type { Plugin } from 'vite';
import { buildWebManifest } from '../web-manifest.ts';

const fileName = 'manifest.webmanifest';

/** Adds the web app manifest to the build, written for the base path, and links it in the page. */
export function webManifestPlugin(): Plugin {
  let base = '/';
  return {
    name: 'cairn:web-manifest',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    generateBundle() {
      const source = JSON.stringify(buildWebManifest(base), null, 2);
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: `${base}${fileName}` }, injectTo: 'head' },
    ],
  };
}
