import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import type { Outline, OutlineTopic } from '../src/formats/roadmap/outline.ts';
import { expect, test } from './app.ts';
import { listFaults } from './axe.ts';
import { begin, gradeCards } from './learner.ts';

async function expectNoFaults(page: Page): Promise<void> {
  expect(await listFaults(page)).toEqual([]);
}

/** Changes the order of new cards in the dialog and saves it. */
async function changeOrder(page: Page, choose: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'New cards' }).click();
  await choose();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('New cards now come as you chose.')).toBeVisible();
}

/** Where the first new card of a review of the roadmap stands. */
async function readFirstPlace(page: Page): Promise<string> {
  await page.goto('review?deck=roadmap:backend');
  await expect(page.getByRole('article', { name: 'Question' })).toBeVisible();
  return page.locator('.review-place').innerText();
}

for (const [name, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['a desktop', { width: 1280, height: 800 }],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test('new cards follow filters and a learning path, and switching back can be undone', async ({
      page,
    }) => {
      await begin(page);
      const usual = await readFirstPlace(page);
      expect(usual).toContain('Foundations');
      await page.goto('roadmaps/backend');
      await changeOrder(page, async () => {
        await page.getByRole('dialog').waitFor();
        await expectNoFaults(page);
        await page.getByRole('radio', { name: /^Architect/ }).check();
        await page.getByRole('checkbox', { name: 'General' }).uncheck();
        await expect(page.getByText(/(?:to come|wanted); next: /).first()).toBeVisible();
      });
      await expect(page.getByText(/Path: Architect/)).toBeVisible();
      expect(await readFirstPlace(page)).toContain('Becoming a Senior');
      await page.goto('roadmaps/backend');
      await changeOrder(page, () =>
        page.getByRole('radio', { name: /^The roadmap’s own/ }).check(),
      );
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText(/^Undone/)).toBeVisible();
      expect(await readFirstPlace(page)).toContain('Becoming a Senior');
    });

    test('a topic that waits says for what, and how many cards wait', async ({ page }) => {
      await begin(page);
      await gradeCards(page, 2);
      await page.goto('roadmaps/backend');
      await changeOrder(page, () =>
        page.getByRole('checkbox', { name: /Wait for steady topics/ }).check(),
      );
      const why = /until Basics of HTTP\/HTTPS is steadier: \d+ of 21 days/;
      await expect(page.getByText(why).first()).toBeVisible();
      await expect(page.getByText(/new cards wait in \d+ topics/)).toBeVisible();
      await expectNoFaults(page);
    });
  });
}

function listTopics(topics: readonly OutlineTopic[]): OutlineTopic[] {
  return topics.flatMap((topic) => [topic, ...listTopics(topic.topics ?? [])]);
}

test('a status set by hand goes out with the roadmap, offline too, and is read back the same', async ({
  page,
  context,
}) => {
  await begin(page);
  await page.goto('roadmaps/learning-journey');
  await page.getByRole('button', { name: 'List' }).click();
  const status = page.getByRole('button', { name: /^Status of What is HTTP/ });
  await status.click();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Completed');
  await expect(page.getByText('Set to Completed.')).toBeVisible();
  await expectNoFaults(page);
  await page.keyboard.press('Escape');
  await expect(status).toHaveText('Completed');
  await expect(status).toBeFocused();

  await context.setOffline(true);
  for (const form of ['Progress tables', 'Checklist']) {
    await page.getByRole('button', { name: 'Save as Markdown' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: form }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^backend-learning-journey-\d{4}-\d\d-\d\d\.md$/);
    const path = await file.path();
    const outline = JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/outline.ts', path], {
        encoding: 'utf8',
      }),
    ) as Outline;
    expect(outline.warnings).toEqual([]);
    expect(outline.sections).toHaveLength(22);
    const topics = outline.sections.flatMap((section) => listTopics(section.topics));
    const set = topics.filter((topic) => topic.status === 'completed');
    expect(set.map(({ title }) => title)).toEqual(['What is HTTP?']);
    expect(set[0]?.finished).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(topics.every((topic) => topic.status !== undefined)).toBe(true);
  }
  await context.setOffline(false);
});
