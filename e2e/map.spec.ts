import { readFileSync } from 'node:fs';
import { expect, test } from './app.ts';
import { begin, gradeCards } from './learner.ts';
import { listFaults } from './axe.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 1280, height: 900 } });

    test('the map is walked, opened, searched, moved in time and saved', async ({ page }) => {
      await begin(page);
      await gradeCards(page, 3);
      await page.goto('roadmaps/backend');
      const map = page.getByRole('group', { name: 'Map of Backend Roadmap' });
      const nodes = map.getByRole('button');
      await expect(nodes).toHaveCount(42);
      expect(await listFaults(page), 'map').toEqual([]);

      // By keyboard: from section to section, out to a topic, in and out of its panel.
      await nodes.first().focus();
      await page.keyboard.press('ArrowDown');
      await expect(map.getByRole('button', { name: /^3.0 Core Backend Skills/ })).toBeFocused();
      await page.keyboard.press('ArrowRight');
      const topic = map.getByRole('button', { name: /^Databases/ });
      await expect(topic).toBeFocused();
      await expect(topic).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\?topic=backend%2F.*databases/);
      const panel = page.getByRole('complementary', { name: 'Databases' });
      await expect(panel.getByText(/^\d+ of \d+ cards$/)).toBeVisible();
      expect(await listFaults(page), 'panel').toEqual([]);
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
      await expect(topic).toBeFocused();

      // By mouse: a press opens, back closes, a drag moves and opens nothing.
      await nodes.nth(1).click();
      await expect(page.locator('.topic-content')).toBeVisible();
      await page.goBack();
      await expect(page.locator('.topic-content')).toBeHidden();
      const before = await nodes.first().boundingBox();
      await page.mouse.move(before!.x + 60, before!.y + 20);
      await page.mouse.down();
      await page.mouse.move(before!.x + 10, before!.y + 70, { steps: 5 });
      await page.mouse.up();
      await expect
        .poll(async () => Math.round((await nodes.first().boundingBox())!.x - before!.x))
        .toBe(-50);
      await expect(page).not.toHaveURL(/topic=/);
      await page.getByRole('button', { name: 'Whole map' }).click();
      await expect(nodes.last()).toBeInViewport();

      await page.getByRole('searchbox', { name: 'Find a topic' }).fill('sql');
      await expect(page.getByText(/^1 of \d/)).toBeVisible();
      await expect(map.locator('[data-lit]').first()).toBeInViewport();
      await page.getByRole('searchbox', { name: 'Find a topic' }).fill('');

      const slider = page.getByRole('slider', { name: 'Seen from' });
      await slider.focus();
      await page.keyboard.press('End');
      await expect(page.getByText(/in 30 days without review/).first()).toBeVisible();

      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save as SVG' }).click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toMatch(/^cairn-backend-\d{4}-\d\d-\d\d\.svg$/);
      const svg = readFileSync(await saved.path(), 'utf8');
      expect(svg).toContain('in 30 days without review');
      expect(svg).toContain('>Databases</text>');
      expect(svg).not.toContain('light-dark');
      const drawing = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save as PNG' }).click();
      const png = readFileSync(await (await drawing).path());
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.length).toBeGreaterThan(10_000);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the list folds, and a note on a topic survives a reload and is found', async ({ page }) => {
    await begin(page);
    await page.goto('roadmaps/backend');
    await expect(page.getByRole('link', { name: 'Linux Basics' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Caching Strategies' })).toBeHidden();
    await page.getByRole('heading', { name: 'Foundations' }).tap();
    await expect(page.getByRole('link', { name: 'Linux Basics' })).toBeHidden();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Foundations' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Linux Basics' })).toBeHidden();
    await page.getByRole('heading', { name: 'Foundations' }).tap();
    expect(await listFaults(page), 'list').toEqual([]);

    await page.getByRole('link', { name: 'Linux Basics' }).tap();
    const panel = page.getByRole('dialog', { name: 'Linux Basics' });
    await panel.getByRole('button', { name: 'Write a note' }).tap();
    await panel.getByRole('textbox').fill('Remember the **zeppelin** rule');
    await panel.getByRole('button', { name: 'Save note' }).tap();
    await expect(panel.getByText('Saved.')).toBeVisible();
    expect(await listFaults(page), 'panel').toEqual([]);
    await page.reload();
    await expect(panel.locator('strong', { hasText: 'zeppelin' })).toBeVisible();
    await page.goBack();
    await expect(panel).toBeHidden();
    await page.getByRole('searchbox', { name: 'Find a topic' }).fill('zeppelin');
    await expect(page.getByText('1 of 1, by your note')).toBeVisible();
    await expect(page.locator('.topic[data-lit]')).toHaveText(/Linux Basics/);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});
