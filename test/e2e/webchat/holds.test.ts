/** What has to hold on our page when it matters most: danger first, leaving, and nothing stale. One browser for all. */
import type { Page } from 'playwright-core';
import type { Conversations } from '../../../bot/channels/channel';
import { axeViolations, launchBrowser, type TestBrowser, takePicture } from '../support/browser';
import { makeFakeConversations } from '../support/fakeConversations';
import { begin, say, until, YES } from '../support/talk';
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
    await begin(page, server.origin);
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

/** What lies on top in the middle of an element, as far as it can be seen; null when it cannot be seen at all. */
const ON_TOP = `(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
  if (bottom - top < 2) return null;
  const hit = document.elementFromPoint((box.left + box.right) / 2, (top + bottom) / 2);
  return hit?.closest('button, textarea')?.matches(selector) ?? false;
}`;

const SEND = '.compose .main';
const BOX = '#text';
const LEAVE = '.dockline .leave';

const HEIGHTS = [260, 300, 320, 360, 392, 420, 430, 520, 640];
/** 1280 by 1024 at 200% and at 400%. */
const ZOOMS = [
  { width: 640, height: 512 },
  { width: 320, height: 256 },
];
const SIZES = [...HEIGHTS.map((height) => ({ width: 360, height })), ...ZOOMS];

/** Send, the box and Leave now: seen whole, at least 44 px, with nothing on top. */
async function expectFootInView(page: Page, where: string): Promise<void> {
  const { height } = page.viewportSize() ?? { height: 0 };
  for (const selector of [SEND, BOX, LEAVE]) {
    const box = await page.locator(selector).boundingBox();
    expect([where, selector, await page.evaluate(`(${ON_TOP})(${JSON.stringify(selector)})`)]).toEqual([
      where,
      selector,
      true,
    ]);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
}

describe('P-H3: with the keyboard up, at any height and at any zoom', () => {
  it('P-H3: Send, the box and Leave now are whole and apart, before, in and after a message', async () => {
    server = await startWebChat();
    const { page, context } = await browser.person();
    await page.goto(server.origin);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const at of [0, 120, 10_000]) {
        await page.evaluate(`window.scrollTo(0, ${at})`);
        await expectFootInView(page, `first screen at ${size.width} by ${size.height}, scrolled to ${at}`);
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.width);
    }
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByRole('button', { name: YES }).click();
    await page.getByText('OK time and place').waitFor();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const where = `the talk at ${size.width} by ${size.height}`;
      await page.locator(BOX).fill('');
      await page.locator(BOX).focus();
      await expectFootInView(page, where);
      await page.locator(BOX).fill('my flat is damp and the boiler is broken and nobody comes to mend it');
      await expectFootInView(page, `${where}, written`);
      for (const at of [0, 200, 10_000]) {
        await page.evaluate(`window.scrollTo(0, ${at})`);
        await expectFootInView(page, `${where}, scrolled to ${at}`);
      }
      // the answers can be brought clear of what is fixed, and Tab does it
      for (const name of ['Not sure', 'Talk to a person']) {
        const button = page.locator('.answers').getByRole('button', { name, exact: true });
        await button.focus();
        const box = await button.boundingBox();
        const dock = await page.locator('.dock').boundingBox();
        expect([where, name, (box?.y ?? 0) + (box?.height ?? 0) <= (dock?.y ?? 0) + 1]).toEqual([where, name, true]);
      }
    }
    await page.setViewportSize({ width: 360, height: 320 });
    await takePicture(page, 'phone-keyboard-320');
    const sent = page.locator(BOX);
    await sent.fill('is anybody there');
    await page.locator(SEND).click();
    await page.getByText('Pick any that fit, or').waitFor();
    await expectFootInView(page, 'after sending');
    expect(page.url()).toBe(`${server.origin}/`);
    await context.close();
  });
});

describe('H2 and P-H19: leaving', () => {
  it('H2: without sendBeacon the page goes, and the server hears of it', async () => {
    server = await startWebChat();
    const { page, context } = await browser.person();
    await page.addInitScript('delete Navigator.prototype.sendBeacon');
    await begin(page, server.origin);
    await page.locator(LEAVE).click();
    await page.waitForURL('https://www.bbc.co.uk/weather');
    await until(() => server.fake.left.length === 1, 'Word of leaving');
    await context.close();
  });

  it('H2: a browser that can tell the server nothing still leaves, and words not sent yet go with it when it can', async () => {
    server = await startWebChat();
    const { page, context } = await browser.person();
    await page.addInitScript(
      'delete Navigator.prototype.sendBeacon; const real = fetch; window.fetch = (at, how) => { if (String(at).includes("leave")) throw new Error("no"); return real(at, how); };',
    );
    await begin(page, server.origin);
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.waitForURL('https://www.bbc.co.uk/weather');
    await context.close();
    const words = { kind: 'text', text: 'he is coming up the stairs' };
    const arrived = () => server.fake.seen.some(({ what }) => JSON.stringify(what) === JSON.stringify(words));
    // a beacon is the browser's own best effort, and this browser's requests are watched: one may get lost, three do not
    for (let people = 0; people < 3 && !arrived(); people += 1) {
      const { page: other, context: second } = await browser.person();
      await other.addInitScript(
        'const real = fetch; window.fetch = (at, how) => how?.method === "POST" && String(at).includes("/activities") ? Promise.reject(new TypeError("no line")) : real(at, how);',
      );
      await other.goto(server.origin);
      await other.locator(BOX).waitFor();
      await say(other, words.text);
      await other.getByText(words.text).waitFor();
      await other.waitForTimeout(200);
      expect(arrived()).toBe(false);
      await other.locator(LEAVE).click();
      await other.waitForURL('https://www.bbc.co.uk/weather');
      for (let tries = 0; tries < 60 && !arrived(); tries += 1) await other.waitForTimeout(50);
      await second.close();
    }
    expect(server.fake.seen.map(({ what }) => what)).toContainEqual(words);
    expect(server.fake.seen.at(-1)?.what).toEqual(words);
  });

  it('P-H19: the code word clears the screen as Leave now does, with JavaScript and without', async () => {
    server = await startWebChat();
    for (const javaScript of [true, false]) {
      const { page, context } = await browser.person({ javaScript });
      await begin(page, server.origin);
      await page.getByLabel('Your words').fill('bluebell');
      const before = server.fake.left.length;
      await page.getByRole('button', { name: 'Send' }).click();
      await until(() => server.fake.left.length === before + 1, 'Word of leaving');
      await until(() => !page.url().includes(server.origin), 'Another page');
      await context.close();
    }
  });

  it('H1: another device in the same talk shows nothing of it once somebody leaves', async () => {
    server = await startWebChat();
    const { page, context } = await browser.person();
    await begin(page, server.origin);
    const [address = ''] = server.fake.kept.keys();
    await server.fake.leave(address);
    server.fake.advisorSays(address);
    await page.getByText('This chat has ended').waitFor();
    expect(await page.locator('#talk li').count()).toBe(0);
    await context.close();
  });
});

describe('an answer to danger', () => {
  it('P-H18, P-A23, P-A12: nothing stale beside it, and the numbers are buttons', async () => {
    server = await startWebChat();
    const { page, context } = await browser.person();
    await page.goto(server.origin);
    await say(page, 'I took all my tablets');
    await page.getByText("I'm worried about you").waitFor();
    expect(await page.locator('#choices button').count()).toBe(0);
    const calls = page.locator('#talk a.call');
    expect(await calls.allTextContents()).toEqual(['Call 999', 'Call Samaritans 116\u00a0123']);
    const dials = await Promise.all((await calls.all()).map((call) => call.getAttribute('href')));
    expect(dials).toEqual(['tel:999', 'tel:116123']);
    for (const call of await calls.all()) {
      const box = await call.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(200);
    }
    expect(await axeViolations(page)).toEqual([]);
    await takePicture(page, 'phone-danger');
    await context.close();
    const { page: talking, context: later } = await browser.person();
    await talking.goto(server.origin);
    await talking.getByRole('button', { name: YES }).click();
    await talking.getByText('About 4 to go').waitFor();
    await say(talking, 'I took all my tablets');
    await talking.getByText("I'm worried about you").waitFor();
    expect(await talking.locator('#togo').textContent()).toBe('');
    expect(await talking.locator('#choices button').count()).toBe(0);
    await later.close();
  });

  it('P-A22: own words are said once, and the first screen is not read out again', async () => {
    server = await startWebChat();
    const { page, context } = await browser.person();
    await page.goto(server.origin);
    await page.evaluate(`(() => {
      window.said = [];
      new MutationObserver((all) => {
        for (const { addedNodes } of all)
          for (const node of addedNodes) {
            const from = node.nodeType === 1 ? node : node.parentElement;
            if (node.textContent.trim() !== '') window.said.push([node.textContent, from]);
          }
      }).observe(document.getElementById('log'), { childList: true, subtree: true, characterData: true });
    })()`);
    await page.getByRole('button', { name: YES }).click();
    await page.getByText('OK time and place').waitFor();
    await page.waitForTimeout(300);
    // what a screen reader would say: what was added where the nearest live region is not off
    const heard = await page.evaluate(
      `window.said.filter(([, from]) => from?.closest('[aria-live]')?.getAttribute('aria-live') === 'polite').map(([text]) => text)`,
    );
    expect(heard).toEqual([`You: ${YES}`, expect.stringMatching(/^WIN: Is this an OK time and place to chat/)]);
    await context.close();
  });
});
