/** An advisor and a person at once, in two real browsers: waiting, taken, live talk both ways, handed back; and what the console looks like. */
import type { Page } from 'playwright-core';
import { axeViolations, DESKTOP, launchBrowser, type TestBrowser, takePicture } from '../support/browser';
import { bubbles, say, until } from '../support/talk';
import { startWholeApp, type WholeApp } from '../support/wholeApp';
import { aDesk, closeIt } from './desk';

let browser: TestBrowser;
let app: WholeApp;
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startWholeApp()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

jest.setTimeout(120_000);

const desk = aDesk(
  () => browser,
  () => app,
);
const anAdvisor = desk.anAdvisor;
const aPersonWhoAsks = () => desk.onTheWeb();

const fits = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

/** What is wrong with the page as it stands: too wide, or for axe. */
async function wrongWith(page: Page): Promise<readonly string[]> {
  return [...((await fits(page)) ? [] : ['it is too wide']), ...(await axeViolations(page))];
}

it('one advisor and one person: taken, both ways live, handed back', async () => {
  const ailsa = await anAdvisor('Ailsa');
  const maya = await aPersonWhoAsks();
  await ailsa.page.getByText('Asked for a person').first().waitFor({ timeout: 20_000 });
  await ailsa.page.getByRole('button', { name: 'Take the next one' }).click();
  await ailsa.page.getByText('You have this one.').waitFor();
  await maya.page.getByText('Ailsa is here now').waitFor();
  await ailsa.page.getByRole('button', { name: 'Put it in the box' }).click();
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toContain("it's Ailsa from WIN");
  await ailsa.page.getByLabel('Write to them').fill('Hi, it is Ailsa. How are you today?');
  await ailsa.page.keyboard.press('Enter');
  await maya.page.getByText('Hi, it is Ailsa. How are you today?').waitFor();
  await ailsa.page.getByRole('log').getByText('How are you today?').waitFor();
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toBe('');
  // what is half written stays while the person writes
  await ailsa.page.getByLabel('Write to them').fill('I was just going to');
  await say(maya.page, 'it is about my council house');
  await ailsa.page.getByRole('log').getByText('it is about my council house').waitFor({ timeout: 5_000 });
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toBe('I was just going to');
  // what is kept for the team is there, and what was half written to the person is too
  await ailsa.page.getByLabel('Write a note').fill('Their sister helps');
  await ailsa.page.getByRole('button', { name: 'Keep the note' }).click();
  await ailsa.page.getByText('Your note is kept.').waitFor();
  await ailsa.page.getByRole('complementary').getByText('Their sister helps').waitFor();
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toBe('I was just going to');
  // saved phrases go in the box where one is, and are not sent by themselves
  await ailsa.page.getByText('Saved phrases').click();
  await ailsa.page.getByRole('button', { name: 'Take your time. I am here.' }).click();
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toBe(
    'I was just going to Take your time. I am here.',
  );
  expect((await bubbles(maya.page)).join()).not.toContain('Take your time. I am here.');
  await ailsa.page.getByRole('button', { name: 'Hand back' }).click();
  await takePicture(ailsa.page, 'console-hand-back');
  expect(await axeViolations(ailsa.page)).toEqual([]);
  await ailsa.page.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click();
  await ailsa.page.getByText('Handed back.').waitFor();
  await maya.page.getByText("it's the automated helper again").waitFor();
  await ailsa.context.close();
  await maya.context.close();
});

it('a line that breaks, and a page loaded again, lose nothing and double nothing', async () => {
  const ailsa = await anAdvisor('Ailsa');
  const maya = await aPersonWhoAsks();
  await ailsa.page.getByRole('button', { name: 'Take the next one' }).click({ timeout: 20_000 });
  await ailsa.page.getByText('You have this one.').waitFor();
  await ailsa.context.setOffline(true);
  await ailsa.page.getByLabel('Write to them').fill('Are you somewhere warm?');
  await ailsa.page.getByRole('button', { name: 'Send' }).click();
  await ailsa.page.getByText('Not sent yet.').waitFor();
  await takePicture(ailsa.page, 'console-not-sent');
  await say(maya.page, 'hello, are you there');
  await ailsa.context.setOffline(false);
  await maya.page.getByText('Are you somewhere warm?').waitFor({ timeout: 20_000 });
  await ailsa.page.getByRole('log').getByText('hello, are you there').waitFor({ timeout: 20_000 });
  // the answer is lost: the browser does not know that it was taken
  let lost = false;
  await ailsa.page.route('**/say', async (route) => {
    if (!lost) await route.fetch({ maxRedirects: 0 });
    lost = true;
    await route.abort();
  });
  await ailsa.page.getByLabel('Write to them').fill('I can ring the council for you.');
  await ailsa.page.getByRole('button', { name: 'Send' }).click();
  await ailsa.page.getByText('Not sent yet.').waitFor();
  await ailsa.page.unroute('**/say');
  await ailsa.page.reload();
  await ailsa.page.getByRole('log').getByText('I can ring the council for you.').waitFor();
  await until(async () => (await ailsa.page.getByLabel('Write to them').inputValue()) === '');
  await say(maya.page, 'yes please do');
  await ailsa.page.getByRole('log').getByText('yes please do').waitFor({ timeout: 10_000 });
  for (const words of ['Are you somewhere warm?', 'I can ring the council for you.'])
    expect((await bubbles(maya.page)).filter((text) => text.includes(words))).toHaveLength(1);
  await closeIt(ailsa.page);
  await ailsa.context.close();
  await maya.context.close();
});

it('without JavaScript the queue is read, one is taken, and answered', async () => {
  const maya = await aPersonWhoAsks();
  const brodie = await anAdvisor('Brodie', { javaScript: false });
  await until(async () => {
    await brodie.page.reload();
    return (await brodie.page.getByRole('button', { name: 'Take the next one' }).count()) > 0;
  });
  await brodie.page.getByRole('button', { name: 'Take the next one' }).click();
  await brodie.page.getByLabel('Write to them').fill('Hello, it is Brodie.');
  await brodie.page.getByRole('button', { name: 'Send' }).click();
  await maya.page.getByText('Hello, it is Brodie.').waitFor();
  await say(maya.page, 'hi brodie');
  await until(async () => {
    await brodie.page.reload();
    return ((await brodie.page.textContent('main')) ?? '').includes('hi brodie');
  });
  await closeIt(brodie.page);
  await brodie.context.close();
  await maya.context.close();
});

const PHONE_390 = { width: 390, height: 844 };
const SIZES = [
  ['phone', PHONE_390, false],
  ['phone-dark', PHONE_390, true],
  ['desktop', DESKTOP, false],
  ['desktop-dark', DESKTOP, true],
] as const;

describe.each(SIZES)('on a %s', (size, viewport, dark) => {
  it('each state of the console fits, and has nothing wrong for axe', async () => {
    const faults: string[] = [];
    const ailsa = await anAdvisor('Ailsa', { viewport, dark });
    const look = async (name: string, page = ailsa.page) => {
      // what stays in sight is painted where the page stands
      await page.evaluate('scrollTo(0, 0)');
      await takePicture(page, `console-${name}-${size}`, true);
      for (const one of await wrongWith(page)) faults.push(`${name}: ${one}`);
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
    const lead = await anAdvisor('Catriona', { viewport, dark });
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
    await ailsa.page.goto(`${app.url}/advisor`);
    await ailsa.page.getByRole('button', { name: 'I am away' }).click();
    await ailsa.page.getByText('You are away. What you held').waitFor();
    await look('queue-away');
    expect(faults).toEqual([]);
    for (const { context } of [ailsa, lead, maya]) await context.close();
  });
});
