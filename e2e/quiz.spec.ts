import { expect, test } from './app.ts';
import { listFaults } from './axe.ts';
import { begin, listEventKinds } from './learner.ts';
import { waitUntilReadyOffline } from './offline.ts';
import {
  answerByKey,
  goThroughQuestion,
  waitForFeedback,
  waitForQuizQuestion,
} from './quiz-play.ts';

const count = (kinds: readonly string[], kind: string) =>
  kinds.filter((each) => each === kind).length;

test('a quiz by keyboard goes on after a reload and with the server gone, and is undone whole', async ({
  page,
  server,
  context,
}) => {
  await begin(page);
  await page.keyboard.press('Space');
  await waitUntilReadyOffline(page);
  await page.goto('quiz');
  await page.getByRole('button', { name: 'Start the quiz' }).waitFor();
  await page.getByRole('radio', { name: '5', exact: true }).focus();
  await page.keyboard.press('Space');
  const section = page.getByRole('checkbox', { name: /^Foundations/ }).first();
  await section.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Start the quiz' }).focus();
  await page.keyboard.press('Enter');
  await goThroughQuestion(page);
  await waitForQuizQuestion(page);
  await expect(page.getByText('1 of 5 answered')).toBeVisible();

  await server.stop();
  await page.reload();
  await waitForQuizQuestion(page);
  await expect(page.getByText('1 of 5 answered')).toBeVisible();

  // Another tab shows the same quiz; what it answers is answered here too.
  const other = await context.newPage();
  await other.goto(page.url());
  await answerByKey(other);
  await other.close();
  await waitForFeedback(page);
  await expect(page.getByText('2 of 5 answered')).toBeVisible();
  await page.keyboard.press('Enter');
  for (let left = 3; left > 0; left -= 1) {
    expect(await goThroughQuestion(page)).toBe(left === 1);
  }
  await expect(page.getByRole('heading', { level: 1, name: /of 5 right/ })).toBeVisible();
  expect(count(await listEventKinds(page), 'answered')).toBe(5);
  await page.getByRole('button', { name: 'Undo the whole quiz' }).click();
  await expect(page.getByRole('heading', { name: 'This quiz is undone' })).toBeVisible();
  await page.getByRole('button', { name: 'Bring the quiz back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /of 5 right/ })).toBeVisible();
});

test('a deep link starts a quiz, and going back leaves it rather than starting another', async ({
  page,
}) => {
  await begin(page);
  await page.goto('roadmaps');
  await page.goto('quiz?section=backend/foundations&length=5&kinds=recall&minutes=10');
  await waitForQuizQuestion(page);
  await expect(page.getByRole('timer')).toHaveText(/\d:\d\d left/);
  await page.keyboard.press('?');
  await waitForFeedback(page);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Roadmaps' })).toBeVisible();
  expect(count(await listEventKinds(page), 'quiz-started')).toBe(1);
});

test('a placement walks the roadmap, places what is confirmed, and is undone at once', async ({
  page,
}) => {
  await page.goto('.');
  await page.getByRole('button', { name: 'Find out first what I know' }).click();
  await page.getByRole('button', { name: 'Start the placement' }).click();
  let asked = 0;
  for (let isLast = false; !isLast; asked += 1) {
    await waitForQuizQuestion(page);
    isLast = await goThroughQuestion(page);
  }
  expect(asked).toBeGreaterThanOrEqual(10);
  expect(asked).toBeLessThanOrEqual(20);
  await expect(page.getByRole('heading', { name: 'What you know already' })).toBeVisible();
  const confirm = page.getByRole('button', { name: /^Take (one card|\d+ cards) as known$/ });
  await confirm.click();
  const undo = page.getByRole('button', { name: 'Undo the placement' });
  await expect(undo).toBeVisible();
  expect(count(await listEventKinds(page), 'placed')).toBeGreaterThan(0);
  await undo.click();
  await expect(confirm).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });

  test('a quiz by touch, with what was missed reviewed at its end', async ({ page }) => {
    await begin(page);
    await page.goto('quiz');
    await page.getByRole('radio', { name: '5', exact: true }).tap();
    await page
      .getByRole('checkbox', { name: /^Foundations/ })
      .first()
      .tap();
    await page.getByRole('button', { name: 'Start the quiz' }).tap();
    for (let question = 0; question < 5; question += 1) {
      await waitForQuizQuestion(page);
      await page.getByRole('button', { name: 'I don’t know' }).tap();
      await waitForFeedback(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await page.getByRole('button', { name: /^(Next|See the result)$/ }).tap();
    }
    await expect(page.getByRole('heading', { level: 1, name: '0 of 5 right' })).toBeVisible();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, .button, summary')]
        .filter((element) => element.getBoundingClientRect().height < 43.5)
        .map((element) => element.textContent),
    );
    expect(small).toEqual([]);
    await page.getByRole('link', { name: 'Review these now' }).tap();
    await expect(page.getByRole('article', { name: 'Question' })).toBeVisible();
    await expect(page.getByText(/0 of 5 done/)).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('a quiz from choice to undo can be read and worked by everyone, as far as a machine can tell', async ({
      page,
    }) => {
      await begin(page);
      await page.goto('quiz');
      await page.getByRole('button', { name: 'Start the quiz' }).waitFor();
      await page.getByText('More choices').click();
      expect(await listFaults(page), 'choice').toEqual([]);
      await page.goto('quiz?section=backend/foundations&length=5&minutes=10&kinds=choice');
      await waitForQuizQuestion(page);
      expect(await listFaults(page), 'question').toEqual([]);
      await answerByKey(page);
      expect(await listFaults(page), 'answer').toEqual([]);
      await page.getByRole('link', { name: 'See the result so far' }).click();
      await page.getByRole('heading', { name: 'Once more' }).waitFor();
      expect(await listFaults(page), 'result').toEqual([]);
      await page.getByRole('button', { name: 'Undo the whole quiz' }).click();
      await page.getByRole('heading', { name: 'This quiz is undone' }).waitFor();
      expect(await listFaults(page), 'undone').toEqual([]);
    });

    test('so can questions to type and to recall', async ({ page }) => {
      await begin(page);
      for (const kind of ['typed', 'recall']) {
        await page.goto(`quiz?section=backend/foundations&length=5&kinds=${kind}`);
        await waitForQuizQuestion(page);
        expect(await listFaults(page), `${kind} question`).toEqual([]);
        await answerByKey(page);
        expect(await listFaults(page), `${kind} answer`).toEqual([]);
      }
    });

    test('so can a placement and what it proposes', async ({ page }) => {
      await begin(page);
      await page.goto('placement?roadmap=backend');
      await page.getByRole('button', { name: 'Start the placement' }).waitFor();
      expect(await listFaults(page), 'placement').toEqual([]);
      await page.getByRole('button', { name: 'Start the placement' }).click();
      while (!(await goThroughQuestion(page)));
      await page.getByRole('link', { name: /^(Take nothing as known|Start learning)$/ }).waitFor();
      expect(await listFaults(page), 'proposal').toEqual([]);
    });
  });
}
