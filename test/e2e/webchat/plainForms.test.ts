/** Our page with JavaScript off: every part of the talk works as plain forms. */
import type { Page } from 'playwright-core';
import { axeViolations, launchBrowser, type TestBrowser, takePicture } from '../support/browser';
import { begin, brokenNumbers, bubbles, until, YES } from '../support/talk';
import { startWebChat, type WebChatServer } from '../support/webChatServer';

jest.setTimeout(60_000);

let browser: TestBrowser;
let server: WebChatServer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  server = await startWebChat();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

async function begun(): Promise<Page> {
  const { page } = await browser.person({ javaScript: false });
  await begin(page, server.origin);
  return page;
}

test('buttons, ticks, words and the ways out all work', async () => {
  const page = await begun();
  await takePicture(page, 'plain-talk');
  expect(await page.title()).toBe('WIN');
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByLabel('Money worries').check();
  await page.getByLabel('Feeling alone').check();
  await page.getByLabel('Your words').fill('and my flat is damp, ring me on 07700 900123, it was WIN-7F3K4');
  await page.getByRole('button', { name: "That's them" }).click();
  await page.getByText('Thank you. What would make').waitFor();
  expect(await brokenNumbers(page)).toEqual([]);
  for (const way of ['Skip', 'Back', 'Pause', 'Talk to a person']) {
    const heard = server.fake.seen.length;
    await page.getByRole('button', { name: way, exact: true }).first().click();
    await until(() => server.fake.seen.length > heard, way);
  }
  expect(server.fake.seen.map(({ what }) => what)).toEqual([
    { kind: 'hello' },
    { kind: 'choice', id: 'consent:yes', label: YES },
    { kind: 'choice', id: 'safe:yes', label: 'Yes' },
    {
      kind: 'choice',
      id: 'need:money,need:lonely',
      label: 'Money worries, Feeling alone',
      beside: 'and my flat is damp, ring me on 07700 900123, it was WIN-7F3K4',
    },
    ...['Skip', 'Back', 'Pause', 'Talk to a person'].map((text) => ({ kind: 'text', text })),
  ]);
  await page.context().close();
});

test('the newest question is in view, and how far there is to go', async () => {
  const page = await begun();
  const question = await page.getByText('OK time and place').boundingBox();
  expect(question?.y).toBeGreaterThanOrEqual(0);
  expect(question?.y).toBeLessThan(640);
  expect(await page.locator('#togo').textContent()).toBe('About 4 to go');
  await page.context().close();
});

test('a reload or a second press is the same turn and the same page', async () => {
  const page = await begun();
  const before = await bubbles(page);
  await page.reload();
  expect(await bubbles(page)).toEqual(before);
  expect([...server.fake.kept.values()].flat()).toHaveLength(2);
  await page.context().close();
});

test('axe finds nothing in the page a form gets', async () => {
  const page = await begun();
  const text = await page.content();
  await page.context().close();
  // axe needs scripts, so the very same page is looked at where they may run but ours do not
  const { page: looked, context } = await browser.person();
  await looked.route('**/assets/*.js', (route) => route.abort());
  await looked.route(`${server.origin}/chat`, (route) => route.fulfill({ contentType: 'text/html', body: text }));
  await looked.goto(`${server.origin}/chat`);
  await looked.getByText('OK time and place').waitFor();
  expect(await axeViolations(looked)).toEqual([]);
  await context.close();
});

test('a script that arrives late takes over where the forms are', async () => {
  const { page, context } = await browser.person();
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(server.origin);
  await page.getByRole('button', { name: YES }).click();
  await page.getByText('OK time and place').waitFor();
  await page.unroute('**/assets/*.js');
  await page.reload();
  await page.getByRole('button', { name: 'Keep my place' }).waitFor();
  const before = await bubbles(page);
  await page.getByRole('button', { name: 'Not sure' }).click();
  await page.getByText('Pick any that fit, or').waitFor();
  const after = await bubbles(page);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after).toHaveLength(before.length + 2);
  await context.close();
});

test('nothing can be saved: the crisis words come, what was written stays in the box, and sending again is one turn', async () => {
  const page = await begun();
  server.fake.storeDown = true;
  await page.getByLabel('Your words').fill('I need help');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('01698 000 000').waitFor();
  expect(await page.getByLabel('Your words').inputValue()).toBe('I need help');
  server.fake.storeDown = false;
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Pick any that fit, or').waitFor();
  expect([...server.fake.kept.values()].flat().filter((turn) => turn.said === 'I need help')).toHaveLength(1);
  await page.context().close();
});

describe('B2: typed words are read and kept when they leave too', () => {
  const WORDS = 'I took all my tablets, I want to die';
  const heard = () => server.fake.seen.at(-1)?.what;

  test.each(['by thumb', 'first by keyboard'])('B2: words typed, then Leave now, %s', async (how) => {
    const page = await begun();
    await page.getByLabel('Your words').fill(WORDS);
    if (how === 'by thumb') await page.locator('.dockline .leave').click();
    else {
      await page.locator('.leave.first').focus();
      await page.keyboard.press('Enter');
    }
    await until(() => server.fake.left.length === 1);
    expect(heard()).toEqual({ kind: 'text', text: WORDS });
    await page.context().close();
  });

  test('B2: Enter in a tick box sends, and does not leave', async () => {
    const page = await begun();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByLabel('Money worries').check();
    await page.keyboard.press('Enter');
    await page.getByText('Thank you. What would make').waitFor();
    expect(heard()).toEqual({ kind: 'choice', id: 'need:money', label: 'Money worries' });
    await page.context().close();
  });
});

test('B3: a draft edited after a page that could not save is another message', async () => {
  const page = await begun();
  server.fake.storeDown = true;
  await page.getByLabel('Your words').fill('my flat is damp');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('01698 000 000').waitFor();
  // it was kept after all, only the answer came too late
  server.fake.storeDown = false;
  const late = server.fake.seen.at(-1);
  if (late !== undefined) await server.fake.handleTurn(late);
  await page.getByLabel('Your words').fill('I want to kill myself');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('#talk li.person', { hasText: 'I want to kill myself' }).waitFor();
  expect([...server.fake.kept.values()].flat().map((turn) => turn.said)).toContain('I want to kill myself');
  await page.context().close();
});

test('B3: words on a page more than a day old begin a new talk', async () => {
  let now = Date.now();
  await server.stop();
  server = await startWebChat(undefined, { clock: () => now });
  const page = await begun();
  now += 25 * 3600_000;
  await page.getByLabel('Your words').fill('he has locked me in');
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.locator('#talk li.person', { hasText: 'he has locked me in' }).waitFor();
  expect(server.fake.kept.size).toBe(2);
  expect([...server.fake.kept.values()].at(-1)?.map((turn) => turn.said)).toEqual([null, 'he has locked me in']);
  await page.context().close();
});

test('leaving ends the session, opens the weather, and going back restores nothing', async () => {
  const page = await begun();
  await page.locator('.dockline .leave').click();
  await page.waitForURL('https://www.bbc.co.uk/weather');
  await until(() => server.fake.left.length === 1, 'Word of leaving');
  await page.goBack().catch(() => null);
  expect(await page.getByText('OK time and place').count()).toBe(0);
  await page.reload().catch(() => null);
  expect(await page.getByText('OK time and place').count()).toBe(0);
  await page.context().close();
});
