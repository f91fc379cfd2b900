import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect, test } from './app.ts';
import { begin, gradeByKey, waitForQuestion } from './learner.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page, each with the elements it stands for. */
async function listFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(() => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('every screen can be read and worked by everyone, as far as a machine can tell', async ({
      page,
    }) => {
      await page.goto('.');
      await page.getByRole('button', { name: 'Start' }).waitFor();
      expect(await listFaults(page), 'welcome').toEqual([]);
      await begin(page);
      expect(await listFaults(page), 'question').toEqual([]);
      await gradeByKey(page);
      for (let card = 0; card < 6; card += 1) {
        await waitForQuestion(page);
        expect(await listFaults(page), `question ${String(card)}`).toEqual([]);
        await page.waitForTimeout(280);
        await page.keyboard.press('Space');
        const field = page.getByRole('textbox');
        if ((await field.count()) > 0) await field.press('Enter');
        await page.getByRole('article', { name: 'Card' }).waitFor();
        expect(await listFaults(page), `answer ${String(card)}`).toEqual([]);
        await page.waitForTimeout(280);
        await page.keyboard.press('1');
      }
      for (const dialog of ['?', 'i']) {
        await page.keyboard.press(dialog);
        await page.getByRole('dialog').waitFor();
        expect(await listFaults(page), `dialog ${dialog}`).toEqual([]);
        await page.keyboard.press('Escape');
      }
      for (const path of ['.', 'roadmaps', 'roadmaps/mastery', 'settings', 'nowhere']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForTimeout(300);
        expect(await listFaults(page), path).toEqual([]);
      }
    });
  });
}
