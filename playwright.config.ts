import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Each journey starts a server and a browser of its own, on a free port and a fresh profile.
  fullyParallel: true,
  workers: 2,
  // A busy machine is no failure: what hangs is told apart from what is slow by minutes.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  forbidOnly: Boolean(process.env.CI),
  // A journey that fails now and then has found something.
  retries: 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
});
