/** The whole app tried from the stand-in phone with no account: by text, by WhatsApp, doubled, and with the provider down. */
import type { Page } from 'playwright-core';
import { axeViolations, DESKTOP, takePicture } from './support/browser';
import { aHouse } from './support/house';

jest.setTimeout(90_000);

const house = aHouse();

const thread = (page: Page) => page.getByRole('log', { name: 'Messages' });
const tap = (page: Page, name: string) => thread(page).getByRole('button', { name, exact: true }).last().click();
async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('What to send').fill(text);
  await page.getByLabel('What to send').press('Enter');
}
async function pickUp(page: Page, line: string, number: string): Promise<void> {
  await page.goto(`${house.app.url}/dev/phone`);
  await page.getByLabel(line).check();
  await page.getByLabel('Its number').fill(number);
  await page.getByLabel('Its number').press('Tab');
}

test('a text gets the short first words in parts, and answers go on from there', async () => {
  const { page, context } = await house.browser.person();
  await pickUp(page, 'SMS (Twilio)', '+447700900201');
  await say(page, 'hi');
  await thread(page).getByText("Hi, it's WIN. I'm an automated helper, not a person.").waitFor();
  await thread(page).getByText('2 parts · Delivered').first().waitFor();
  await say(page, 'yes');
  await thread(page).getByText('You might tell us private things').waitFor();
  await say(page, '1');
  await thread(page).getByText('Is this an OK time and place to chat?').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await takePicture(page, 'stand-in-whole-sms', true);
  await context.close();
});

test('on WhatsApp the buttons we send can be tapped, and the same tap twice is answered once', async () => {
  const { page, context } = await house.browser.person({ viewport: DESKTOP });
  await pickUp(page, 'WhatsApp (Meta)', '+447700900202');
  await say(page, 'hi');
  await thread(page).getByText('Shall we start?').waitFor();
  await tap(page, 'Yes');
  await thread(page).getByText('You might tell us private things').waitFor();
  await tap(page, "Yes, that's OK");
  await thread(page).getByText('Is this an OK time and place to chat?').waitFor();
  await page.getByRole('button', { name: 'Send the last one again' }).click();
  await page.getByText('Sent once more.').waitFor();
  // whatever a second answer would have said comes before the answer to what is said next
  await tap(page, 'Yes');
  await thread(page).getByText('What do you need in life right now?').first().waitFor();
  expect(await thread(page).getByText('Is this an OK time and place to chat?').count()).toBe(1);
  expect(await axeViolations(page)).toEqual([]);
  await takePicture(page, 'stand-in-whole-whatsapp', true);
  await context.close();
});

test('while the provider is down nothing comes, and once it is back all of it does, once', async () => {
  const { page, context } = await house.browser.person();
  await pickUp(page, 'SMS (Twilio)', '+447700900203');
  await page.getByLabel('Provider down: says no').check();
  await say(page, 'hi');
  await thread(page).getByText('WIN has it').waitFor();
  await page.waitForTimeout(1_500);
  expect(await thread(page).locator('li.bot').count()).toBe(0);
  await page.getByLabel('All is well').check();
  const hello = thread(page).getByText("Hi, it's WIN. I'm an automated helper, not a person.");
  await hello.waitFor({ timeout: 60_000 });
  await say(page, 'yes');
  await thread(page).getByText('You might tell us private things').waitFor();
  expect(await hello.count()).toBe(1);
  await context.close();
});
