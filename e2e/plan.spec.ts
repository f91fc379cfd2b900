import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { listFaults } from './axe.ts';
import { begin, listEventKinds } from './learner.ts';

/** Opens the plan of the followed roadmap and waits for its first forecast. */
async function openPlan(page: Page): Promise<void> {
  await begin(page);
  await page.goto('roadmaps/backend');
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What it would take' })).toBeVisible();
}

async function choose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose this plan' }).click();
  await expect(page.getByRole('region', { name: 'Your plan' })).toBeVisible();
}

/** How many new cards Today's queue holds. */
async function readNew(page: Page): Promise<number> {
  await page.goto('.');
  return Number(await page.locator('.day-counts dd').first().textContent());
}

test('choosing a pace sets the limits that the queue follows, and undo takes them back', async ({
  page,
}) => {
  await openPlan(page);
  await page.getByLabel('So many new cards a day').check();
  await page.getByLabel('New cards a day', { exact: true }).fill('3');
  await expect(page.getByText(/cards to meet at 3 a day/)).toBeVisible();
  await choose(page);
  expect(await readNew(page)).toBe(3);
  await expect(page.getByRole('list', { name: 'Plans' })).toContainText(
    /day 1, 0 of \d+ cards met, on time/,
  );

  // It survives the reload that a new address is, and can still be undone.
  await page.getByRole('link', { name: /^Plan for/ }).click();
  await page.getByRole('button', { name: 'Undo the choice' }).click();
  await expect(page.getByText(/^Undone: limits, order and due days/)).toBeVisible();
  expect(await readNew(page)).toBe(10);
  await expect(page.getByRole('list', { name: 'Plans' })).toBeHidden();
});

test('a plan that does not fit says what could give, and taking it makes it fit', async ({
  page,
}) => {
  await openPlan(page);
  await page.getByLabel('Minutes a day, at most').fill('5');
  await page.getByRole('heading', { name: 'What could give' }).waitFor();
  await page.getByRole('button', { name: /^Take until/ }).click();
  await expect(page.getByRole('heading', { name: 'It does not fit' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Choose this plan' })).toBeEnabled();
});

test('an interview is planned for its sections, with its reviews beyond the schedule', async ({
  page,
}) => {
  await openPlan(page);
  await page.getByLabel('Be ready for an interview').check();
  await page.getByRole('checkbox', { name: 'Foundations' }).check();
  await page.getByLabel(/^Recall of each card/).fill('95');
  await expect(page.getByRole('heading', { name: 'On the day' })).toBeVisible();
  await expect(page.getByText(/extra reviews beyond the schedule/)).toBeVisible();
  await page.getByText('Which cards on which days').click();
  await choose(page);
  await expect(page.getByText(/^Interview on /)).toBeVisible();
  expect(await listEventKinds(page)).toContain('setting-set');
});

test('the source’s own periods are a plan where a roadmap has them', async ({ page }) => {
  await begin(page);
  await page.goto('roadmaps/mastery/plan');
  await page.getByLabel('The roadmap’s own periods').check();
  await expect(page.getByText(/at most, by period/)).toBeVisible();
  await page.getByText('When each section begins and ends').click();
  await expect(page.getByText(/the roadmap gives it until/).first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    test.describe(`in ${colorScheme}, ${String(viewport.width)} px wide`, () => {
      test.use({ colorScheme, viewport });

      test('a plan can be read and worked by everyone, as far as a machine can tell', async ({
        page,
      }) => {
        await openPlan(page);
        await page.getByLabel('Be ready for an interview').check();
        await page.getByRole('checkbox', { name: 'Foundations' }).check();
        await page.getByLabel('Minutes a day, at most').fill('1');
        await page.getByRole('heading', { name: 'It does not fit' }).waitFor();
        await page.getByText('The same as a table').click();
        await expect(page.locator('.plan-result')).toHaveAttribute('aria-busy', 'false');
        expect(await listFaults(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
        await page.getByRole('button', { name: 'Choose it as it is' }).click();
        await expect(page.getByRole('region', { name: 'Your plan' })).toBeVisible();
        expect(await listFaults(page)).toEqual([]);
      });
    });
  }
}
