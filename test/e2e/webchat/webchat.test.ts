/** Microsoft's own Web Chat, the real bundle, unchanged, in a real browser against our Direct Line. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { DESKTOP, launchBrowser, type TestBrowser, takePicture } from '../support/browser';
import { makeFakeConversations } from '../support/fakeConversations';
import { startWebChat, type WebChatServer } from '../support/webChatServer';

jest.setTimeout(120_000);

const BUNDLE = path.join(__dirname, '../../../.cache/webchat-4.18.1/package/dist/webchat.js');

let browser: TestBrowser;
let site: Server;
let siteOrigin: string;
let server: WebChatServer;

/** Another organisation's page with Web Chat on it, on another origin, as people embed it. */
const hostPage = (chat: string) => `<!doctype html><html lang="en"><title>host</title>
<style>html,body,#webchat{height:100%;margin:0}</style><div id="webchat" role="main"></div>
<script src="/webchat.js"></script><script>
(async () => {
  const { token, domain } = await (await fetch('${chat}/chat/token', { method: 'POST' })).json();
  WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ token, domain }) }, document.getElementById('webchat'));
})();
</script></html>`;

beforeAll(async () => {
  if (!existsSync(BUNDLE))
    throw new Error('Web Chat is not here: node scripts/prepare.mjs --dev fetches it into .cache');
  browser = await launchBrowser();
  site = createServer((req, res) => {
    if (req.url === '/webchat.js') {
      res.setHeader('content-type', 'text/javascript');
      createReadStream(BUNDLE).pipe(res);
      return;
    }
    res.setHeader('content-type', 'text/html');
    res.end(req.url === '/' ? hostPage(server.origin) : '');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  siteOrigin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  server = await startWebChat(makeFakeConversations(), { origins: [siteOrigin] });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await new Promise((resolve) => site.close(resolve));
});

const shown = (page: Page) => page.locator('.webchat__bubble__content').allTextContents();

async function type(page: Page, text: string): Promise<void> {
  const box = page.locator('[data-testid="send box text area"], .webchat__send-box-text-box__input').first();
  await box.fill(text);
  await box.press('Enter');
}

test('greeting, a choice tapped, words typed, a server restart: nothing lost and nothing doubled', async () => {
  const { page, context } = await browser.person({ viewport: DESKTOP });
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) outside.push(request.url());
  });
  await page.goto(siteOrigin);
  await page.getByText('Is it OK for us to keep that').first().waitFor();
  await page.getByRole('toolbar').getByRole('button', { name: "Yes, that's OK" }).click();
  await page.getByText('OK time and place').first().waitFor();
  expect(server.fake.seen.at(-1)?.what).toEqual({ kind: 'choice', id: 'consent:yes', label: "Yes, that's OK" });
  await type(page, 'yes it is');
  await page.getByText('Pick any that fit, or').first().waitFor();

  await server.stop();
  const address = [...server.fake.kept.keys()][0] ?? '';
  const fake = makeFakeConversations(server.fake.kept);
  fake.advisorSays(address);
  server = await startWebChat(fake, { port: server.port, origins: [siteOrigin] });

  // it comes back by itself within 3 to 15 seconds, and hears what was said meanwhile
  await page.getByText('Morag from the team').first().waitFor();
  await type(page, 'and after the restart');
  await page.getByText('biggest difference').first().waitFor();
  await takePicture(page, 'web-chat');

  const expected = [
    'this is WIN',
    'not an emergency',
    'We keep what you tell us',
    'private things',
    "Yes, that's OK",
    'OK time and place',
    'yes it is',
    'Pick any that fit',
    'Morag',
    'and after the restart',
    'biggest difference',
  ];
  const all = await shown(page);
  expect(all).toHaveLength(expected.length);
  expect(all).toEqual(expected.map((words) => expect.stringContaining(words)));
  expect(await page.getByText('Send failed').count()).toBe(0);
  const said = [...fake.kept.values()].flat().flatMap((turn) => (turn.said === null ? [] : [turn.said]));
  expect(said).toEqual(["Yes, that's OK", 'yes it is', 'and after the restart']);
  expect(outside).toEqual([]);
  expect(server.faults).toEqual([]);
  await context.close();
});

test('a site that was not allowed cannot use it', async () => {
  await server.stop();
  server = await startWebChat(server.fake, { port: server.port });
  const { page, context } = await browser.person({ viewport: DESKTOP });
  await page.goto(`${siteOrigin}/empty`);
  const answer = await page.evaluate(
    `fetch('${server.origin}/chat/token', { method: 'POST' }).then(() => 'read', () => 'blocked')`,
  );
  expect(answer).toBe('blocked');
  await context.close();
});
