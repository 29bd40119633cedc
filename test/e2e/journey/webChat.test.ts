/** Microsoft's own Web Chat, unchanged, completes the short path against the real app, through a power cut. */
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { DESKTOP, launchBrowser, type TestBrowser, takePicture } from '../support/browser';
import { startWholeApp, type WholeApp } from '../support/wholeApp';

jest.setTimeout(90_000);

const bundle = path.join(__dirname, '../../../.cache/webchat-4.18.1/package/dist/webchat.js');
let browser: TestBrowser;
let app: WholeApp;

/** Another organisation's page with Web Chat on it, as people embed it. */
let site: Server;
let siteOrigin: string;

beforeAll(async () => {
  site = createServer((req, res) => {
    res.setHeader('content-type', req.url === '/webchat.js' ? 'text/javascript' : 'text/html');
    if (req.url === '/webchat.js') createReadStream(bundle).pipe(res);
    else res.end(hostPage(app.url));
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  const address = site.address();
  siteOrigin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  [browser, app] = await Promise.all([launchBrowser(), startWholeApp({ WEB_CHAT_ORIGINS: siteOrigin })]);
});
afterAll(async () => {
  await Promise.all([browser.close(), app.stop(), new Promise((done) => site.close(done))]);
});

const hostPage = (
  chat: string,
) => `<!doctype html><html lang="en"><title>host</title><style>html,body,#chat{height:100%;margin:0}</style>
<div id="chat" role="main"></div><script src="/webchat.js"></script><script>
(async () => {
  const { token, domain } = await (await fetch('${chat}/chat/token', { method: 'POST' })).json();
  WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ token, domain }) }, document.getElementById('chat'));
})();
</script></html>`;

const shown = (page: Page) => page.locator('.webchat__bubble__content').allTextContents();
const tap = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true }).click();
async function type(page: Page, words: string): Promise<void> {
  const box = page.locator('[data-testid="send box text area"], .webchat__send-box-text-box__input').first();
  await box.fill(words);
  await box.press('Enter');
}

test('hello, yes, yes, a need, a power cut, PERSON: nothing lost, nothing doubled', async () => {
  const { page, context } = await browser.person({ viewport: DESKTOP });
  await page.goto(siteOrigin);
  await page.getByText('Is it OK for us to keep that').first().waitFor();
  await tap(page, "Yes, that's OK");
  await page.getByText('OK time and place').first().waitFor();
  await tap(page, 'Yes');
  await page.getByText('leave fast').first().waitFor();
  await page.getByText('What do you need in life right now').first().waitFor();

  await app.restart();
  await type(page, 'need help wi ma rent');
  // it comes back by itself within 3 to 15 seconds; what was typed is there once, and answered
  await page
    .getByText(/, got it\./)
    .first()
    .waitFor({ timeout: 40_000 });
  await type(page, 'PERSON');
  await page
    .getByText(/team (a note|is back)/)
    .first()
    .waitFor();
  await page.getByText('safe way to get back to you').first().waitFor();
  await type(page, '07700 900123');
  await page.getByText('One of our team will be in touch').first().waitFor();
  await takePicture(page, 'web-chat-whole');

  const all = await shown(page);
  const times = (words: string) => all.filter((text) => text.includes(words)).length;
  for (const words of [
    'Hi, this is WIN',
    'Is it OK for us to keep that',
    'OK time and place',
    'What do you need in life right now',
    'need help wi ma rent',
    ', got it.',
    'PERSON',
    '07700 900123',
    'One of our team will be in touch',
  ]) {
    expect({ words, times: words === 'PERSON' ? 1 : times(words) }).toEqual({ words, times: 1 });
  }
  expect(all.filter((text) => text.trim() === 'PERSON')).toHaveLength(1);
  await context.close();
});
