/** The people of a console test: advisors at their desks, somebody on the web page, and phones on the stand-in carriers. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DESKTOP, type TestBrowser } from '../support/browser';
import type { House } from '../support/house';
import { begin, bubbles, say, until } from '../support/talk';

export const ASKS = 'can I talk to a real person please';

export function aDesk(house: House) {
  async function signInAs(page: Page, name: string): Promise<void> {
    await page.goto(`${house.app.url}/start`);
    await page.getByRole('link', { name: new RegExp(`^${name},`) }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  return {
    signInAs,
    async anAdvisor(name: string, options: Parameters<TestBrowser['person']>[0] = {}) {
      const made = await house.browser.person({ viewport: DESKTOP, ...options });
      await signInAs(made.page, name);
      await made.page.goto(`${house.app.url}/advisor`);
      return made;
    },

    /** Somebody on the web page who asks for a person. */
    async onTheWeb(words = ASKS) {
      const made = await house.browser.person({});
      await begin(made.page, house.app.url);
      await made.page.getByRole('button', { name: 'Yes', exact: true }).first().click();
      await until(async () => (await bubbles(made.page)).length > 4);
      await say(made.page, words);
      const hears = (text: string) => made.page.getByText(text).first().waitFor({ timeout: 20_000 });
      const times = async (text: string) => (await bubbles(made.page)).filter((one) => one.includes(text)).length;
      return { ...made, say: (text: string) => say(made.page, text), hears, times };
    },

    /** Somebody with a phone who asks for a person. `number` is one of Ofcom's for drama. */
    async onAPhone(line: 'SMS (Twilio)' | 'WhatsApp (Meta)', number: string, words = ASKS) {
      const { page, context } = await house.browser.person();
      const talk = page.getByRole('log', { name: 'Messages' });
      const send = async (text: string) => {
        await page.getByLabel('What to send').fill(text);
        await page.getByLabel('What to send').press('Enter');
      };
      const hears = (text: string) => talk.getByText(text).first().waitFor({ timeout: 20_000 });
      await page.goto(`${house.app.url}/dev/phone`);
      await page.getByLabel(line).check();
      await page.getByLabel('Its number').fill(number);
      await page.getByLabel('Its number').press('Tab');
      for (const [text, answer] of [
        ['hi', 'an automated helper'],
        ['yes', 'You might tell us private things'],
        ['yes', 'Is this an OK time and place to chat?'],
        ['yes', 'What do you need in life right now?'],
      ] as const) {
        await send(text);
        // quicker than the carrier's own yes it is no answer to what just came, and is asked for again: nobody is so quick
        const isHeard = talk.getByText(answer).first().waitFor({ timeout: 15_000 });
        if (await isHeard.then(() => false).catch(() => true)) await send(text);
        await hears(answer);
      }
      await send(words);
      return { page, context, say: send, hears, times: (text: string) => talk.getByText(text).count() };
    },

    /** Links of alarms of danger that were mailed. */
    async alarmLinks(): Promise<readonly string[]> {
      const folder = join(house.app.dataDir, 'outbox');
      const names = await readdir(folder).catch(() => []);
      const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      const words = mails.map((mail) => mail.replaceAll('=\n', '')).filter((mail) => mail.includes('Level P0'));
      return [...new Set(words.flatMap((mail) => /\/alert\/[A-Za-z0-9_-]{43}/.exec(mail)?.[0] ?? []))];
    },
  };
}

/** Nothing is left to do: nobody of one test waits in the next. */
export async function closeIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close it' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close it' }).click();
  await page.getByText('It is closed.').waitFor();
}

/** Writes to the person, and waits until it stands in the talk. */
export async function writes(page: Page, words: string): Promise<void> {
  await page.getByLabel('Write to them').fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('log').getByText(words).waitFor();
}
