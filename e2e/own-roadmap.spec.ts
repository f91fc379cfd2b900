import { readFileSync } from 'node:fs';
import { expect, test } from './app.ts';
import { listFaults } from './axe.ts';
import { begin, gradeCards, waitForQuestion } from './learner.ts';
import { waitUntilReadyOffline } from './offline.ts';

const text = `# Evening path

## Stores

- [x] PostgreSQL
- Redis
- Cheese making

## Rest

- Bread baking
`;

const places = [
  { name: 'phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'desktop', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
] as const;

for (const { name, ...use } of places) {
  test.describe(`on a ${name}`, () => {
    test.use(use);

    test('a roadmap is brought in, learned, written for and updated without a network', async ({
      page,
      context,
    }) => {
      // Long, and most of it at the pace of a person.
      test.slow();
      const choose = async (content: string) => {
        await page.getByLabel('Files to import').setInputFiles({
          name: 'path.md',
          mimeType: 'text/markdown',
          buffer: Buffer.from(content),
        });
        return page.getByRole('region', { name: 'path.md' });
      };
      await begin(page);
      await waitUntilReadyOffline(page);
      await context.setOffline(true);

      // In, with a preview that says what it is.
      await page.goto('library');
      const preview = await choose(text);
      await expect(preview.getByText(/^2 of 4 topics, \d+ cards$/)).toBeVisible();
      await expect(preview.getByText('1, taken as set by you')).toBeVisible();
      await preview.getByText('2 topics without cards').click();
      expect(await listFaults(page), 'preview').toEqual([]);
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await expect(page.getByText(/^Imported the roadmap “Evening path”/)).toBeVisible();
      expect(await listFaults(page), 'library').toEqual([]);

      // Among the roadmaps; a linked card is reviewed through it.
      await page.goto('roadmaps');
      await expect(page.getByText(/^Yours\. 2 sections, 4 topics/)).toBeVisible();
      await page.getByRole('link', { name: 'Evening path' }).click();
      await expect(page.getByText(/^0 of \d+ cards started/)).toBeVisible();
      await page.getByRole('link', { name: 'Review this roadmap' }).click();
      await waitForQuestion(page);
      await gradeCards(page, 1);
      await page.goBack();
      await expect(page.getByText(/^1 of \d+ cards started/)).toBeVisible();

      // A card for a topic without any counts as the topic's.
      const bare = page.getByText('2 topics without cards');
      await bare.click();
      expect(await listFaults(page), 'roadmap').toEqual([]);
      await page.getByRole('link', { name: 'Add cards to Cheese making' }).click();
      await page.getByRole('textbox', { name: 'Question' }).fill('What curdles milk?');
      await page.getByRole('textbox', { name: 'Answer' }).fill('Rennet.');
      expect(await listFaults(page), 'editor').toEqual([]);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText(/^The note is saved/)).toBeVisible();
      await page.getByRole('link', { name: 'Done' }).click();
      await page.getByText('1 topic without cards').click();
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save card files to fill in' }).click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe('bread-baking.md');
      expect(readFileSync(await saved.path(), 'utf8')).toContain('title: "Bread baking"');

      // A newer version takes its place and keeps what was learned and written.
      await page.goto('library');
      const newer = await choose(text.replace('- Redis\n', '').replace('## Rest', '## Food'));
      await expect(newer.getByText(/no longer there$/)).toBeVisible();
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await expect(page.getByText('Updated the roadmap “Evening path”.')).toBeVisible();
      await page.getByRole('link', { name: 'Evening path', exact: true }).click();
      await expect(page.getByText('1 topic without cards')).toBeVisible();
      await page.goto('library');
      await choose(text.replace('- Redis\n', '').replace('## Rest', '## Food'));
      await expect(page.getByText(/All of it is here already/)).toBeVisible();
    });
  });
}
