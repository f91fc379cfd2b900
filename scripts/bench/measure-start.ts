import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listInitialScripts } from '../built-files.ts';
import { launch, makeProfile, percentile, settleWorker, type Served } from './browse.ts';

const loads = 7;

/** The scripts a start loads before anything shows, in KB after gzip. */
export function measureInitialJs(folder: string): number {
  const bytes = listInitialScripts(folder, '/')
    .map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
    .reduce((sum, length) => sum + length, 0);
  return Math.round((bytes / 1024) * 10) / 10;
}

/** First contentful paint of a page its worker controls, at full and at a quarter of the speed. */
export async function measurePaint(served: Served): Promise<Record<'1x' | '4x', number>> {
  const profile = makeProfile();
  try {
    const first = await launch(profile.folder);
    await first.page.goto(served.address);
    await settleWorker(first.page);
    await first.context.close();
    return { '1x': await paintAt(1), '4x': await paintAt(4) };
  } finally {
    profile.remove();
  }

  async function paintAt(slowdown: number): Promise<number> {
    const { context, page } = await launch(profile.folder);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(served.address);
    const times: number[] = [];
    for (let load = 0; load < loads; load += 1) {
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      times.push(
        await page.evaluate(
          () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
        ),
      );
      await page.waitForTimeout(500);
    }
    await context.close();
    return Math.round(percentile(times, 0.5));
  }
}

/** Wall time of the whole compile command, as an author waits for it. */
export function measureCompile(): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/decks.ts'], {
    stdio: 'ignore',
  });
  if (status !== 0) throw new Error('The decks do not compile. Run "npm run decks".');
  return Math.round(performance.now() - start);
}
