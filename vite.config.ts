import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { contentPolicyPlugin } from './scripts/vite/content-policy-plugin.ts';
import { deckWatcherPlugin } from './scripts/vite/deck-watcher-plugin.ts';
import { workerConditionsPlugin } from './scripts/vite/worker-conditions-plugin.ts';
import { webManifestPlugin } from './scripts/vite/web-manifest-plugin.ts';

export default defineConfig({
  plugins: [react(), contentPolicyPlugin(), webManifestPlugin(), deckWatcherPlugin()],
  define: {
    // A journey builds the "next version" of the app by setting this variable.
    'import.meta.env.VITE_APP_VERSION': JSON.stringify(
      process.env.VITE_APP_VERSION ?? packageJson.version,
    ),
  },
  worker: { format: 'es', plugins: () => [workerConditionsPlugin()] },
  build: {
    // Every browser that runs module workers and wasm preloads modules natively.
    modulePreload: { polyfill: false },
    // Nothing is inlined: an inlined worker or script would need a looser content policy.
    assetsInlineLimit: 0,
    emptyOutDir: true,
  },
});
