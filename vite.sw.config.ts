import { defineConfig } from 'vite';

/** Builds the service worker alone; `scripts/build.ts` says which files it shall keep. */
export default defineConfig({
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    emptyOutDir: false,
    lib: { entry: 'src/sw.ts', formats: ['iife'], name: 'serviceWorker', fileName: () => 'sw.js' },
  },
});
