/** What the console looks like: each of its states in each size and shade, in a real browser. */
import type { Page } from 'playwright-core';
import { axeViolations, DESKTOP, takePicture } from '../support/browser';
import { aHouse } from '../support/house';
import { say } from '../support/talk';
import { aDesk, closeIt } from './desk';

jest.setTimeout(120_000);

const house = aHouse();
const desk = aDesk(house);
const anAdvisor = desk.anAdvisor;
const aPersonWhoAsks = () => desk.onTheWeb();

const fits = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

/** What is wrong with the page as it stands: too wide, or for axe. In the dark only its colours are others. */
async function wrongWith(page: Page, dark: boolean): Promise<readonly string[]> {
  const wrong = await axeViolations(page, dark ? ['color-contrast'] : undefined);
  return [...((await fits(page)) ? [] : ['it is too wide']), ...wrong];
}

const SIZES = [
  ['phone', { width: 390, height: 844 }],
  ['desktop', DESKTOP],
] as const;
const SHADES = [
  ['', false],
  ['-dark', true],
] as const;

/** One talk from the first look to its end; at each step the page is looked at in every size and shade. */
it('each state of the console fits, and has nothing wrong for axe', async () => {
  const faults: string[] = [];
  const ailsa = await anAdvisor('Ailsa');
  const look = async (name: string, page = ailsa.page) => {
    for (const [size, viewport] of SIZES) {
      await page.setViewportSize(viewport);
      // what stays in sight is painted where the page stands
      await page.evaluate('scrollTo(0, 0)');
      for (const [shade, dark] of SHADES) {
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
        await takePicture(page, `console-${name}-${size}${shade}`, true);
        for (const one of await wrongWith(page, dark)) faults.push(`${name}, ${size}${shade}: ${one}`);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
  const inDialog = async (opener: string, name: string) => {
    await ailsa.page.getByRole('button', { name: opener }).first().click();
    await ailsa.page.getByRole('dialog').waitFor();
    await look(name);
    await ailsa.page.keyboard.press('Escape');
  };
  await look('queue-empty');
  const maya = await aPersonWhoAsks();
  await ailsa.page.getByText('Asked for a person').first().waitFor({ timeout: 20_000 });
  await look('queue-waiting');
  await ailsa.page.getByRole('link', { name: /Asked for a person/ }).click();
  await ailsa.page.getByRole('button', { name: 'Take this one' }).waitFor();
  await look('thread-free');
  await ailsa.page.getByRole('button', { name: 'Take this one' }).click();
  await ailsa.page.getByText('You have this one.').waitFor();
  await ailsa.page.getByLabel('Write to them').fill('Hello Maya. I have read what you said.');
  await ailsa.page.getByRole('button', { name: 'Send' }).click();
  await maya.page.getByText('I have read what you said.').waitFor();
  await look('thread');
  await ailsa.page.getByText('Saved phrases').click();
  await look('phrases');
  await ailsa.page.getByText('Saved phrases').click();
  await say(maya.page, "I've got the pills here and I'm going to take them");
  await ailsa.page.getByRole('heading', { name: 'Danger' }).waitFor({ timeout: 20_000 });
  await ailsa.page.locator('.where').getByText('At once').waitFor({ timeout: 10_000 });
  await look('thread-danger');
  await inDialog('Hand back', 'hand-back');
  await inDialog('Agree a call', 'call');
  await inDialog('Close it', 'close');
  await ailsa.page.getByLabel('Write to them').fill('I am ringing for help now.');
  const lead = await anAdvisor('Catriona');
  await lead.page
    .getByRole('link', { name: /Danger/ })
    .first()
    .click();
  await lead.page.getByText('Ailsa has this one.').waitFor();
  await look('thread-of-another', lead.page);
  await lead.page.getByRole('button', { name: 'Take over' }).click();
  await lead.page.getByText('You have this one.').waitFor();
  await ailsa.page.getByText('Catriona has this one.').waitFor({ timeout: 10_000 });
  await ailsa.page.getByRole('button', { name: 'Send' }).click();
  await ailsa.page.getByText('You wrote this. It was not sent').waitFor();
  await look('not-sent');
  // closed with something left to do: it stands in the queue until it is done
  await lead.page.getByRole('button', { name: 'Close it' }).first().click();
  const form = lead.page.getByRole('dialog');
  await form.getByLabel('A note for the team').fill('Safe at home with a sister.');
  await form.getByLabel('Something left to do').fill('Ring tomorrow to ask how it went');
  await form.getByLabel('By which day').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await form.getByRole('button', { name: 'Close it' }).click();
  await lead.page.getByText('What is left to do stands in the queue.').waitFor();
  await look('queue-to-do', lead.page);
  await lead.page
    .getByRole('link', { name: /Danger/ })
    .first()
    .click();
  await lead.page.getByText('Ring tomorrow to ask how it went').waitFor();
  await look('thread-to-do', lead.page);
  await closeIt(lead.page);
  await ailsa.page.getByText('This one is closed.').waitFor({ timeout: 10_000 });
  await look('thread-closed');
  await ailsa.page.goto(`${house.app.url}/advisor`);
  await ailsa.page.getByRole('button', { name: 'I am away' }).click();
  await ailsa.page.getByText('You are away. What you held').waitFor();
  await look('queue-away');
  expect(faults).toEqual([]);
  for (const { context } of [ailsa, lead, maya]) await context.close();
});
