import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from './app.ts';
import { buildWithDecks } from './builds.ts';
import { begin, countReviews, gradeCards, listEventKinds, waitForQuestion } from './learner.ts';
import { waitUntilReadyOffline } from './offline.ts';

const mark = 'Said anew by an author: ';

let changed: string;
test.beforeAll(() => {
  changed = buildWithDecks('decks-next', (decks) => {
    const file = `${decks}/cards/web/https-tls.md`;
    const text = readFileSync(file, 'utf8');
    // Every question of the concept that the first roadmap begins with.
    writeFileSync(file, text.replaceAll(/^Q: /gm, `Q: ${mark}`));
  });
});

test('new decks come in while a card is on the table: nothing moves, and the next start has them', async ({
  context,
  page,
  server,
}) => {
  await begin(page);
  await gradeCards(page, 2);
  await waitUntilReadyOffline(page);
  const asked = await page.getByRole('article').innerText();
  const kinds = await listEventKinds(page);
  await server.restart(changed);

  // Another tab starts, fetches the new decks and swaps them in.
  const other = await context.newPage();
  await other.goto('roadmaps');
  await expect
    .poll(() =>
      other.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const opening = indexedDB.open('cairn');
            opening.onsuccess = () => {
              const reading = opening.result.transaction('homes').objectStore('homes').get('cairn');
              reading.onsuccess = () => {
                opening.result.close();
                resolve((reading.result as { version: string }).version);
              };
            };
          }),
      ),
    )
    .toBe(
      (JSON.parse(readFileSync(`${changed}/decks/manifest.json`, 'utf8')) as { version: string })
        .version,
    );

  expect(await page.getByRole('article').innerText()).toBe(asked);
  expect(await listEventKinds(page)).toEqual(kinds);
  await gradeCards(page, 1);
  expect(await countReviews(page)).toBe(3);

  await page.reload();
  await waitForQuestion(page);
  await other.goto('review?topic=backend/foundations/understanding-servers/basics-of-http-https');
  await waitForQuestion(other);
  await expect(other.getByRole('article')).toContainText(mark);

  // The new cards are on the device too.
  await server.stop();
  await other.reload();
  await expect(other.getByRole('article')).toContainText(mark);
});
