/** What has to hold on our page when it matters most: danger first, leaving, and nothing stale. One browser for all. */
import type { Page } from 'playwright-core';
import type { Conversations } from '../../../bot/channels/channel';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { makeFakeConversations } from '../support/fakeConversations';
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
afterEach(async () => {
  await server.stop();
});

const YES = "Yes, that's OK";

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your words').fill(text);
  await page.getByLabel('Your words').press('Enter');
}

/** A service on a database that says nothing: plain words hang for ever, danger is answered after 2.5 s. */
function frozen(fake: ReturnType<typeof makeFakeConversations>): Conversations {
  return {
    ...fake,
    async handleTurn(inbound) {
      const { what } = inbound;
      if (what.kind !== 'text' || !what.text.includes('die')) return new Promise(() => {});
      await new Promise((done) => setTimeout(done, 2_500));
      fake.storeDown = true;
      return fake.handleTurn(inbound);
    },
    transcript: () => new Promise(() => {}),
  };
}

describe('B4: danger goes ahead of everything, the database frozen', () => {
  it('B4: behind a message that hangs, the crisis text is there within 5 s', async () => {
    const fake = makeFakeConversations();
    const calm = fake.handleTurn.bind(fake);
    let isFrozen = false;
    const cold = frozen(fake);
    server = await startWebChat(fake, {
      conversations: { ...fake, handleTurn: (inbound) => (isFrozen ? cold.handleTurn(inbound) : calm(inbound)) },
    });
    const { page, context } = await browser.person();
    await page.goto(server.origin);
    await page.getByRole('button', { name: YES }).click();
    await page.getByText('OK time and place').waitFor();
    isFrozen = true;
    await say(page, 'just looking');
    const since = Date.now();
    await say(page, 'I want to die');
    await page.getByText('01698 000 000').waitFor();
    expect(Date.now() - since).toBeLessThan(5_000);
    await context.close();
  });

  it('B4: as the first words on the page, before anything could begin', async () => {
    const fake = makeFakeConversations();
    server = await startWebChat(fake, { conversations: frozen(fake) });
    const { page, context } = await browser.person();
    await page.goto(server.origin);
    const since = Date.now();
    await say(page, 'I want to die');
    await page.getByText('01698 000 000').waitFor();
    expect(Date.now() - since).toBeLessThan(5_000);
    await context.close();
  });

  it('B4: when the server never answers at all, the page itself shows who to call within 5 s', async () => {
    server = await startWebChat();
    const { page, context } = await browser.person();
    await page.goto(server.origin);
    await page.route('**/chat/token', () => {});
    const since = Date.now();
    await say(page, 'I want to die');
    await page.locator('#band a[href="tel:999"]').waitFor();
    expect(Date.now() - since).toBeLessThan(5_000);
    await context.close();
  });
});
