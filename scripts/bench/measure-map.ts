import type { Page } from '@playwright/test';
import type { MapWatch } from './watch-map.ts';
import { launch, makeProfile, percentile, settleWorker, type Served } from './browse.ts';

/** What a roadmap's map of 300 topics costs, in milliseconds on the page's clock. */
export interface MapFigures {
  /** From the press on the roadmap's link to the first frame with its map, the middle of several. */
  readonly paintMs: number;
  /** To the frame in which the topics out of sight are drawn too. */
  readonly wholeMs: number;
  /** Between frames while the map is dragged; a screen of 60 frames a second has one every 16.7. */
  readonly panP95FrameMs: number;
}

/** What is run in the page: see `seed-map-page.ts` and `watch-map.ts`. */
interface PageScripts {
  readonly seed: string;
  readonly watch: string;
}

const topics = 300;
const openings = 7;

/**
 * Seeds a new profile with a roadmap of 300 topics, then, in a fresh browser process on it, opens
 * its map again and again and drags it about with a real mouse.
 */
export async function measureMap(served: Served, scripts: PageScripts): Promise<MapFigures> {
  const profile = makeProfile();
  try {
    await seedProfile(profile.folder, served, scripts.seed);
    const { context, page } = await launch(profile.folder);
    await page.addInitScript(scripts.watch);
    await page.goto(`${served.address}/roadmaps`);
    await settleWorker(page);
    // What starts behind the first screen must not run into what is measured.
    await page.waitForTimeout(4000);
    for (let opening = 1; opening <= openings; opening += 1) {
      await openMap(page, opening);
      if (opening < openings) await page.goBack();
    }
    const { paintMs, wholeMs } = await page.evaluate(() => globalThis.cairnMapWatch);
    const frames = await dragMap(page);
    await context.close();
    return {
      paintMs: round(percentile(paintMs, 0.5)),
      wholeMs: round(percentile(wholeMs, 0.5)),
      panP95FrameMs: round(percentile(frames, 0.95)),
    };
  } finally {
    profile.remove();
  }
}

async function seedProfile(folder: string, served: Served, seedScript: string): Promise<void> {
  const { context, page } = await launch(folder);
  // Not the app: it would fetch the shipped roadmaps first.
  await page.goto(`${served.address}/decks/manifest.json`);
  await page.evaluate(`${seedScript};0`);
  await page.evaluate((count) => globalThis.cairnSeedMap(count), topics);
  await page.goto(served.address);
  await settleWorker(page);
  await page.waitForTimeout(3000);
  await context.close();
}

async function openMap(page: Page, opening: number): Promise<void> {
  const link = page.getByRole('link', { name: 'Bench roadmap' });
  await link.waitFor();
  await page.waitForTimeout(500);
  await page.evaluate((count) => {
    globalThis.cairnMapWatch.nodes = count;
  }, topics);
  await link.click();
  await page.waitForFunction((count) => globalThis.cairnMapWatch.wholeMs.length >= count, opening);
  await page.waitForTimeout(500);
}

/** Drags the map to and fro and returns the times between the frames meanwhile. */
async function dragMap(page: Page): Promise<number[]> {
  const box = await page.locator('.map-port').boundingBox();
  if (box === null) throw new Error('The map is not shown.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.cairnMapWatch.frameMs = [];
  });
  for (let step = 0; step < 240; step += 1) {
    const angle = (step / 60) * 2 * Math.PI;
    await page.mouse.move(middle.x + 300 * Math.sin(angle), middle.y + 150 * Math.sin(2 * angle));
  }
  await page.mouse.up();
  const frames = await page.evaluate(() => {
    const watch: MapWatch = globalThis.cairnMapWatch;
    return watch.frameMs;
  });
  // The first one is the wait for the first move.
  return frames.slice(1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
