import { expect, test } from './app.ts';
import { begin, countReviews, gradeCards, readDone } from './learner.ts';
import { waitUntilReadyOffline } from './offline.ts';

const places = [
  { path: '.', heading: 'Today' },
  { path: 'roadmaps', heading: 'Roadmaps' },
  { path: 'roadmaps/backend', heading: 'Backend Roadmap' },
  { path: 'roadmaps/mastery', heading: 'Backend Engineering Mastery' },
  { path: 'settings', heading: 'Settings' },
  { path: 'nothing/here', heading: 'Nothing here' },
] as const;

test('with the server gone, every place opens cold and reviews go on', async ({
  page,
  server,
  context,
}) => {
  await begin(page);
  await gradeCards(page, 2);
  await waitUntilReadyOffline(page);
  await server.stop();

  await page.reload();
  await expect.poll(() => readDone(page)).toBe(2);
  await gradeCards(page, 3);
  for (const { path, heading } of places) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  // A roadmap that was never opened while there was a network.
  await page.goto('roadmaps/learning-journey');
  await page.getByRole('button', { name: 'List' }).click();
  const section = page
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { level: 2 }) })
    .nth(3);
  await section.locator('summary').click();
  await section.getByRole('link', { name: 'Review this section' }).click();
  await expect(page.getByRole('article', { name: 'Question' })).toBeVisible();
  await gradeCards(page, 1);

  const later = await context.newPage();
  await later.goto('review');
  await gradeCards(later, 1);
  expect(await countReviews(later)).toBe(7);
});

test('says ready offline only when nothing is missing', async ({ page }) => {
  await page.goto('settings');
  await waitUntilReadyOffline(page);
  await expect(page.getByText('Ready offline', { exact: true })).toBeVisible();
});
