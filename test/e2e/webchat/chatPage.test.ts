/** Our page in a real browser, with JavaScript: the talk, coming back, the network going away, and leaving. */
import type { Page } from 'playwright-core';
import { privacyWords } from '../../../dialogs/content/privacy';
import { firstScreenChoices, firstScreenWords } from '../../../services/conversation/replies';
import { axeViolations, DESKTOP, launchBrowser, PHONE, type TestBrowser, takePicture } from '../support/browser';
import { makeFakeConversations } from '../support/fakeConversations';
import { begin, brokenNumbers, bubbles, say, until, YES } from '../support/talk';
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

const answerable = (page: Page) => page.getByText('OK time and place').waitFor();

test.each([
  ['phone, light', {}],
  ['phone, dark', { dark: true }],
  ['desktop, light', { viewport: DESKTOP }],
  ['desktop, dark', { viewport: DESKTOP, dark: true }],
])(
  'on a %s the whole talk looks right and axe finds nothing',
  async (name, options) => {
    const { page, context } = await browser.person(options);
    const outside: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) outside.push(request.url());
    });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (fault) => complaints.push(fault.message));
    const picture = (part: string) => takePicture(page, `${name.replace(', ', '-')}-${part}`);

    await page.goto(server.origin);
    expect(await axeViolations(page)).toEqual([]);
    await picture('1-first');
    expect(server.fake.seen).toEqual([]);
    await page.getByRole('button', { name: YES }).click();
    await answerable(page);
    await picture('2-talk');
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByLabel('Money worries').check();
    await page.getByLabel('Feeling alone').check();
    expect(await axeViolations(page)).toEqual([]);
    await picture('3-many');
    await page.getByRole('button', { name: "That's them" }).click();
    await page.getByText('biggest difference').waitFor();
    expect(server.fake.seen.at(-1)?.what).toEqual({
      kind: 'choice',
      id: 'need:money,need:lonely',
      label: 'Money worries, Feeling alone',
    });
    server.fake.advisorSays([...server.fake.kept.keys()][0] ?? '');
    await page.getByText('Morag').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await picture('4-advisor');
    await page.goto(`${server.origin}/safety`);
    expect(await axeViolations(page)).toEqual([]);
    await picture('5-safety');

    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
    // one, that says nothing and goes with the browser
    expect(await context.cookies()).toMatchObject([{ name: 'win', expires: -1, httpOnly: true, sameSite: 'Lax' }]);
    await context.close();
  },
  60_000,
);

test('P-A24: on every phone the question, its answers and whom to call are in view from the start', async () => {
  await server.stop();
  const words = { paragraphs: firstScreenWords, choices: firstScreenChoices };
  const privacy = privacyWords({ org: 'What I Need in Life', phone: '01632 960 100' });
  server = await startWebChat(undefined, { firstScreen: () => words, privacy });
  const { page, context } = await browser.person();
  await page.goto(server.origin);
  for (const [width, height] of [
    [360, 640],
    [412, 780],
    [360, 560],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    const dock = await page.locator('.dock').boundingBox();
    const end = (box: { readonly y: number; readonly height: number } | null) => (box?.y ?? 9999) + (box?.height ?? 0);
    for (const choice of words.choices) {
      const box = await page.getByRole('button', { name: choice.label, exact: true }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(end(box)).toBeLessThanOrEqual(dock?.y ?? 0);
    }
    const question = await page.locator('#question').boundingBox();
    expect(end(await page.locator('.urgent').boundingBox())).toBeLessThanOrEqual(question?.y ?? 0);
    // at the commonest sizes all of it is there without scrolling
    if (height >= 640) expect(end(await page.locator('#first').boundingBox())).toBeLessThanOrEqual(question?.y ?? 0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await takePicture(page, `first-${width}x${height}`);
  }
  await page.getByRole('link', { name: 'Your privacy' }).click();
  await page.getByText('How long we keep it').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await takePicture(page, 'phone-privacy');
  await context.close();
});

test('everything to the first bot message is at most 20 KB over the wire', async () => {
  const { page, context } = await browser.person();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.loadingFinished', (finished) => {
    bytes += finished.encodedDataLength;
  });
  await page.goto(server.origin, { waitUntil: 'networkidle' });
  const first = bytes;
  await page.getByRole('button', { name: YES }).click();
  await answerable(page);
  process.stdout.write(
    `page weight: ${first} bytes to the first words, ${bytes} to the first answer (headers and all)\n`,
  );
  expect(first).toBeGreaterThan(3_000);
  expect(bytes).toBeLessThanOrEqual(20 * 1024);
  await context.close();
});

test('what is sent is compressed, never cached, and says nothing to other sites', async () => {
  const answer = await fetch(server.origin, { headers: { 'accept-encoding': 'br' } });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('content-security-policy')).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self'",
  );
  const text = await answer.text();
  expect(text).toContain('<title>WIN</title>');
  expect(text).not.toMatch(/<script>|style="| on\w+="|https?:\/\//);
  const script = /\/assets\/chat\.[\w-]+\.js/.exec(text)?.[0] ?? '';
  const file = await fetch(server.origin + script, { headers: { 'accept-encoding': 'gzip' } });
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('with the keyboard alone: leaving is first, and a whole answer can be given', async () => {
  const { page, context } = await browser.person({ viewport: DESKTOP });
  await page.goto(server.origin);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toContain('Leave now');
  const box = await page.locator(':focus').boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  while ((await page.locator(':focus').textContent()) !== YES) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await answerable(page);
  // the choices that were pressed are gone: the focus waits just before the new ones
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Yes');
  await page.keyboard.press('Enter');
  await page.getByText('Pick any that fit, or').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await page.getByLabel('Somewhere to live').isChecked()).toBe(true);
  await context.close();
});

test('a reload goes on where it was, and a new tab knows nothing', async () => {
  const { page, context } = await browser.person();
  await begin(page, server.origin);
  await say(page, 'my own words: ring me on 07700 900123, it was WIN-7F3K4');
  await page.getByText('Pick any that fit, or').waitFor();
  expect(await brokenNumbers(page)).toEqual([]);
  const before = await bubbles(page);
  await page.reload();
  await page.getByText('Pick any that fit, or').waitFor();
  expect(await bubbles(page)).toEqual(before);
  await page.getByLabel('Money worries').check();
  await page.getByRole('button', { name: "That's them" }).click();
  await page.getByText('biggest difference').waitFor();
  const other = await context.newPage();
  await other.goto(server.origin);
  expect(await bubbles(other)).toEqual([]);
  expect(await other.evaluate('JSON.stringify({ ...localStorage })')).toBe('{}');
  await context.close();
});

test('the network drops: words wait, the emergency numbers show, and all arrives once', async () => {
  const { page, context } = await browser.person({ viewport: { width: 320, height: 568 } });
  await begin(page, server.origin);
  // on the smallest phone too the question and its answers can still be seen above what is said
  await context.setOffline(true);
  await page.locator('#band').waitFor();
  await page.waitForTimeout(100);
  const dock = await page.locator('.dock').boundingBox();
  expect((await page.locator('#talk li').last().boundingBox())?.y).toBeGreaterThanOrEqual(0);
  for (const answer of await page.locator('#choices button').all()) {
    const box = await answer.boundingBox();
    expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(dock?.y ?? 0);
  }
  await takePicture(page, 'phone-offline-small');
  await page.setViewportSize(PHONE);
  await say(page, 'are you there');
  await say(page, 'hello again');
  await page.getByText("We can't get through just now").waitFor();
  expect(await page.locator('#band').textContent()).toContain('999');
  await takePicture(page, 'phone-offline');
  expect(await axeViolations(page)).toEqual([]);
  await context.setOffline(false);
  await page.getByText('biggest difference').waitFor();
  await page.locator('#band').waitFor({ state: 'hidden' });
  const said = (await bubbles(page)).map((text) => text.replace(/^You: ?/, ''));
  expect(said.filter((text) => text.includes('are you there'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('hello again'))).toHaveLength(1);
  const kept = [...server.fake.kept.values()].flat().flatMap((turn) => (turn.said === null ? [] : [turn.said]));
  expect(kept).toEqual([YES, 'are you there', 'hello again']);
  await context.close();
});

test('an answer that got lost on the way back is not sent as another', async () => {
  const { page, context } = await browser.person();
  await begin(page, server.origin);
  let lost = 0;
  await page.route('**/activities', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await say(page, 'only once please');
  await page.getByText('Pick any that fit, or').waitFor();
  await page.waitForFunction(`document.querySelectorAll('.pending').length === 0`);
  const kept = [...server.fake.kept.values()].flat().filter((turn) => turn.said === 'only once please');
  expect(kept).toHaveLength(1);
  expect(lost).toBe(1);
  await context.close();
});

test('words that wait survive a reload', async () => {
  const { page, context } = await browser.person();
  await begin(page, server.origin);
  await page.route('**/activities', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await say(page, 'keep these words');
  await page.getByText("We can't get through just now").waitFor();
  await page.unroute('**/activities');
  await page.reload();
  await page.getByText('Pick any that fit, or').waitFor();
  expect((await bubbles(page)).filter((text) => text.includes('keep these words'))).toHaveLength(1);
  await context.close();
});

test('the server restarts in mid-talk and nobody has to do anything', async () => {
  const { page, context } = await browser.person();
  await begin(page, server.origin);
  await server.stop();
  await say(page, 'said while it was away');
  server = await startWebChat(makeFakeConversations(server.fake.kept), { port: server.port });
  await page.getByText('Pick any that fit, or').waitFor();
  const all = await bubbles(page);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((text) => text.includes('said while it was away'))).toHaveLength(1);
  await context.close();
});

test('the server cannot be reached at all: the page itself shows who to call', async () => {
  const { page, context } = await browser.person();
  await page.goto(server.origin);
  await server.stop();
  await page.getByRole('button', { name: YES }).click();
  await page.getByText("We can't get through just now").waitFor();
  expect(await page.locator('#band').textContent()).toMatch(/999[\s\S]*116 123/);
  expect(await page.locator('#band a').first().getAttribute('href')).toBe('tel:999');
  server = await startWebChat(server.fake, { port: server.port });
  await answerable(page);
  await context.close();
});

test('nothing can be saved: the crisis words show, once, and the words are sent when it can', async () => {
  const { page, context } = await browser.person();
  await begin(page, server.origin);
  server.fake.storeDown = true;
  await say(page, 'I need help');
  await page.getByText("We can't save anything just now").waitFor();
  await page.locator('#talk').getByText('01698 000 000').waitFor();
  // a second try gives the same words, not more of them
  await page.waitForResponse((response) => response.status() === 503);
  expect((await bubbles(page)).filter((text) => text.includes('01698'))).toHaveLength(1);
  server.fake.storeDown = false;
  await page.getByText('Pick any that fit, or').waitFor();
  await page.locator('#band').waitFor({ state: 'hidden' });
  await context.close();
});

test('sockets that never get through: polling carries the talk', async () => {
  const { page, context } = await browser.person();
  await page.addInitScript(
    `window.WebSocket = class { constructor() { setTimeout(() => this.onclose({ reason: '' }), 5) } close() {} send() {} }`,
  );
  await begin(page, server.origin);
  await say(page, 'by polling');
  await page.getByText('Pick any that fit, or').waitFor();
  await context.close();
});

test.each([
  ['the button', (page: Page) => page.locator('.dockline .leave').click()],
  [
    'Shift three times',
    async (page: Page) => {
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift');
    },
  ],
])('leaving by %s hides all, ends the session and cannot be undone by going back', async (_name, leave) => {
  const { page, context } = await browser.person();
  await begin(page, server.origin);
  await page.getByRole('button', { name: 'Keep my place' }).click();
  await page.getByRole('button', { name: 'Yes, keep it' }).click();
  await page.getByText('kept on this phone').waitFor();
  await leave(page);
  await page.waitForURL('https://www.bbc.co.uk/weather');
  await until(() => server.fake.left.length === 1, 'Word of leaving');
  await page.goBack();
  await page.goto(server.origin);
  expect(await bubbles(page)).toEqual([]);
  expect(await page.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')).toBe('[{},{}]');
  await context.close();
});

test('a place is kept on the phone only when asked, offered rather than opened, and forgotten when asked', async () => {
  const { page, context } = await browser.person();
  await begin(page, server.origin);
  expect(await page.evaluate('localStorage.length')).toBe(0);
  await page.getByRole('button', { name: 'Keep my place' }).click();
  await page.getByRole('button', { name: 'Yes, keep it' }).click();
  await page.getByText('kept on this phone').waitFor();
  await page.close();

  const later = await context.newPage();
  await later.goto(server.origin);
  await later.getByText('You asked this phone').waitFor();
  expect(await bubbles(later)).toEqual([]);
  await later.getByRole('button', { name: 'Carry on' }).click();
  await answerable(later);
  await later.getByRole('button', { name: 'Forget it' }).click();
  await later.waitForFunction('localStorage.length === 0');
  await context.close();
});
