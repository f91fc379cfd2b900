import { test as base, expect, type BrowserContext } from '@playwright/test';
import { createProfile, launchBrowser, type LaunchOptions } from './browser.ts';
import { mainBuild, requireMainBuild } from './builds.ts';
import { OutboundWatch } from './outbound.ts';
import { AppServer } from './server.ts';

// What a journey starts from: `import { expect, test } from './app.ts'`. Each has a server process, a
// browser and a profile of its own; `page.goto('review')` goes to an address below the app's base.
// After each, nothing may have gone to another origin, and no page may have thrown.

export interface AppFixtures {
  /** The folder of the build to serve, and the base path it was built for. */
  build: { readonly folder: string; readonly base: string };
  server: AppServer;
  /** The folder of the browser's profile; a second browser may open it after the first has ended. */
  profile: string;
  outbound: OutboundWatch;
  /** How a browser is opened for this journey: its size, touch, colours, addresses. */
  browserOptions: LaunchOptions;
  /** What pages have thrown. A journey that provokes an error empties it. */
  pageErrors: string[];
}

/** Prints what a failed journey's pages show: where only the log of a run is kept, that is all there is. */
async function printPages(context: BrowserContext, title: string): Promise<void> {
  for (const page of context.pages()) {
    const shown = await page
      .locator('body')
      .ariaSnapshot({ timeout: 5000 })
      .catch(() => '(the page does not answer)');
    console.log(`${title}\n${page.url()}\n${shown}`);
  }
}

export const test = base.extend<AppFixtures>({
  build: [{ folder: mainBuild, base: '/' }, { option: true }],

  server: async ({ build }, use) => {
    if (build.folder === mainBuild) requireMainBuild();
    const server = await AppServer.start(build.folder, build.base);
    await use(server);
    await server.stop();
  },

  profile: async ({}, use) => {
    const { folder, remove } = createProfile();
    await use(folder);
    remove();
  },

  outbound: async ({}, use) => {
    const outbound = await OutboundWatch.start();
    await use(outbound);
    await outbound.stop();
    expect(outbound.takeAttempts(), 'requests to other origins').toEqual([]);
  },

  browserOptions: async (
    { server, outbound, viewport, hasTouch, isMobile, colorScheme, locale, timezoneId },
    use,
  ) => {
    await use({
      baseURL: server.address,
      args: outbound.browserArguments,
      viewport,
      hasTouch,
      isMobile,
      colorScheme,
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
    });
  },

  pageErrors: async ({}, use) => {
    const errors: string[] = [];
    await use(errors);
    expect(errors, 'errors thrown in the page').toEqual([]);
  },

  context: async ({ profile, browserOptions, server, outbound, pageErrors }, use, testInfo) => {
    const context = await launchBrowser(profile, browserOptions);
    outbound.watchContext(context, new URL(server.address).origin);
    context.on('weberror', (error) => pageErrors.push(error.error().message));
    await use(context);
    if (testInfo.status !== testInfo.expectedStatus) await printPages(context, testInfo.title);
    await context.close();
  },
});

export { expect };
