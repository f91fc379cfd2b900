import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    // A busy machine is no failure: what hangs is told apart from what is slow by a minute.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          environment: 'node',
          // Before anything imports Dexie, which looks for IndexedDB once.
          setupFiles: ['fake-indexeddb/auto'],
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['src/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['fake-indexeddb/auto', 'src/testing/unmount-after-each.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/domain/**/*.ts', 'src/formats/**/*.ts'],
      exclude: ['**/*.test.ts', '**/test-*.ts', '**/testing/**', '**/fixtures/**'],
      reportsDirectory: 'coverage',
      reporter: ['text-summary', 'html', 'json-summary'],
      thresholds: {
        'src/domain/**/*.ts': { lines: 98, branches: 95 },
        'src/formats/**/*.ts': { lines: 98, branches: 95 },
      },
    },
  },
});
