import { expect, type Page } from '@playwright/test';

/** Longer than the time within which a second key or tap does nothing. */
const betweenKeysMs = 280;

/** The first run: follows the roadmap offered first, at ten new cards a day, and comes to a question. */
export async function begin(page: Page): Promise<void> {
  await page.goto('.');
  await page.getByRole('button', { name: 'Start' }).click();
  await waitForQuestion(page);
}

/** Waits for a card whose answer is not shown yet. */
export async function waitForQuestion(page: Page): Promise<void> {
  await expect(page.getByRole('article', { name: 'Question' })).toBeVisible();
}

/** How many answers the screen says are saved. */
export async function readDone(page: Page): Promise<number> {
  return Number(await page.locator('[data-done]').getAttribute('data-done'));
}

/** Shows the answer and grades by keyboard: what is wanted where the card offers it, else Again. */
export async function gradeByKey(page: Page, grade: 'again' | 'good' = 'good'): Promise<void> {
  await waitForQuestion(page);
  const field = page.getByRole('textbox');
  await page.waitForTimeout(betweenKeysMs);
  if ((await field.count()) > 0) await field.press('Enter');
  else await page.keyboard.press('Space');
  await expect(page.getByRole('article', { name: 'Card' })).toBeVisible();
  await page.waitForTimeout(betweenKeysMs);
  const isOffered = (await page.getByRole('button', { name: /^Good/ }).count()) > 0;
  await page.keyboard.press(grade === 'good' && isOffered ? '3' : '1');
}

/** Grades cards by keyboard, each acknowledged before the next. */
export async function gradeCards(page: Page, count: number): Promise<void> {
  for (let card = 0; card < count; card += 1) {
    const done = await readDone(page);
    await gradeByKey(page);
    await expect.poll(() => readDone(page)).toBe(done + 1);
  }
}

interface StoredEvent {
  readonly kind: string;
  readonly subject: string;
  readonly grade?: string;
}

/** All events on this device, oldest first, read past the app from its database. */
function listEvents(page: Page): Promise<StoredEvent[]> {
  return page.evaluate(
    () =>
      new Promise<StoredEvent[]>((resolve, reject) => {
        const opening = indexedDB.open('cairn');
        opening.onerror = () => {
          reject(new Error(String(opening.error)));
        };
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction('events').objectStore('events').getAll();
          reading.onsuccess = () => {
            db.close();
            resolve(reading.result as StoredEvent[]);
          };
        };
      }),
  );
}

/** The kinds of all events on this device, oldest first. */
export async function listEventKinds(page: Page): Promise<string[]> {
  return (await listEvents(page)).map(({ kind }) => kind);
}

/** The reviews on this device, undone ones too, oldest first. */
export async function listReviews(page: Page): Promise<StoredEvent[]> {
  return (await listEvents(page)).filter(({ kind }) => kind === 'reviewed');
}

/** How many reviews this device holds, undone ones too. */
export async function countReviews(page: Page): Promise<number> {
  return (await listReviews(page)).length;
}
