import { expect, test } from './app.ts';
import { listFaults } from './axe.ts';
import { begin, gradeByKey, waitForQuestion } from './learner.ts';

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
