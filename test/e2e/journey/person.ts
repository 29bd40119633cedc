/** A person at the page, with or without JavaScript: presses what is there, says what they mean. */
import type { Page } from 'playwright-core';

export interface Person {
  press(...labels: readonly string[]): Promise<void>;
  say(words: string): Promise<void>;
  /** waits until these words are shown */
  sees(words: string | RegExp): Promise<void>;
}

/** Waits until we have answered: there is more than before, and the last word is ours. Works with no script in the page. */
async function answered(page: Page, before: number): Promise<void> {
  for (let go = 0; go < 400; go += 1) {
    const now = await look(page).catch(() => null);
    if (now !== null && now.count > before && now.last !== 'person') return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('No answer came');
}

async function look(page: Page): Promise<{ count: number; last: string }> {
  const count = await page.locator('#talk li').count();
  const last = count > 0 ? await page.locator('#talk li').last().getAttribute('class', { timeout: 1_000 }) : '';
  return { count, last: last ?? '' };
}

const bubbles = (page: Page) => page.locator('#talk li').count();

export function personAt(page: Page): Person {
  return {
    async press(...labels) {
      const before = await bubbles(page);
      const [only] = labels;
      const choices = page.locator('#choices');
      const box = (label: string) =>
        choices.locator('label').filter({ hasText: new RegExp(`^${label.replace(/[?+.]/g, '\\$&')}$`) });
      const button = choices.getByRole('button', { name: only ?? '', exact: true });
      // the buttons of the question before may still be there
      await button
        .or(box(only ?? ''))
        .first()
        .waitFor();
      if (await button.isVisible()) await button.click();
      else {
        for (const label of labels) await box(label).click();
        await choices.locator('button').click();
      }
      await answered(page, before);
    },
    async say(words) {
      const before = await bubbles(page);
      await page.locator('#text').fill(words);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await answered(page, before);
    },
    async sees(words) {
      await page.locator('#talk').getByText(words).last().waitFor({ timeout: 20_000 });
    },
  };
}
