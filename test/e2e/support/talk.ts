/** What every test of our chat page does: begin, say, look, and wait for what is then looked at. */
import type { Page } from 'playwright-core';

/** The answer that begins a talk. */
export const YES = "Yes, that's OK";

/** Every bubble shown just now, as its words. */
export const bubbles = (page: Page): Promise<string[]> => page.locator('#talk li').allTextContents();

/** Opens the page and says yes to the first question: the next one is shown when this is done. */
export async function begin(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('button', { name: YES }).click();
  await page.getByText('OK time and place').first().waitFor();
}

/** Types words and sends them with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your words').fill(text);
  await page.getByLabel('Your words').press('Enter');
}

/** Looks again and again until it is so. A server hears of some things after the page has shown them. Throws after ten seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, what = 'It'): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`${what} did not come`);
}
