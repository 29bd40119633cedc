/** A partner answers in a real browser, on a phone and at a desk, with and without JavaScript. */
import type { Page } from 'playwright-core';
import { partnerServer } from '../../contracts/network/partnerServer';
import { MAYA } from '../../unit/network/aNetwork';
import { axeViolations, DESKTOP, launchBrowser, PHONE, type TestBrowser, takePicture } from '../support/browser';
import { brokenNumbers } from '../support/talk';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

async function asked(more: Partial<typeof MAYA> = {}) {
  const server = await partnerServer();
  await server.referrals.create({ ...MAYA, ...more });
  return { server, url: `${server.origin}/r/${server.token()}` };
}

/** No part of the page is wider than the screen. */
async function fits(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
}

const SIZES = [
  ['phone', PHONE, false],
  ['phone in the dark', PHONE, true],
  ['small phone', { width: 320, height: 568 }, false],
  ['desktop', DESKTOP, false],
] as const;

describe('the partner page', () => {
  it.each(SIZES)(
    'on a %s: who, what and by when at a glance, nothing wrong for axe, nothing too wide',
    async (name, viewport, dark) => {
      const { server, url } = await asked();
      const { context, page } = await browser.person({ viewport, dark });
      await page.goto(url);
      const words = await page.textContent('main');
      for (const seen of [
        'Maya',
        'Text 07700 900123',
        'how she feels',
        'by 5pm on Tue 24 Nov',
        'Text only, never call.',
      ]) {
        expect(words).toContain(seen);
      }
      expect(await page.title()).toBe('WIN');
      expect(await fits(page)).toBe(true);
      const team = page.getByRole('link', { name: '01632 960 100' });
      expect(await team.getAttribute('href')).toBe('tel:01632960100');
      expect((await team.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      if (viewport.width < 600) expect(await brokenNumbers(page)).toEqual([]);
      await takePicture(page, `partner-${name.replaceAll(' ', '-')}`, true);
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, `partner-${name.replaceAll(' ', '-')}-no`, true);
      await context.close();
      await server.stop();
    },
    60_000,
  );

  it.each([true, false])(
    'yes, JavaScript %s: the person hears by when, and the details can be opened again until it is closed',
    async (javaScript) => {
      const { server, url } = await asked();
      const { context, page } = await browser.person({ javaScript });
      await page.goto(url);
      await page.getByLabel('By the end of the next working day').check();
      await page.getByRole('button', { name: 'Yes, we can help' }).click();
      await page.getByRole('heading', { name: 'Thank you. We are telling them now' }).waitFor();
      expect(await page.textContent('main')).toContain('07700 900123');
      if (javaScript) expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, `partner-yes-${javaScript ? 'with' : 'without'}-script`, true);
      expect(server.told).toMatchObject([
        {
          conversationId: 'conversation-1',
          happening: { state: 'accepted', dueAt: Date.UTC(2026, 10, 24, 17), contact: '' },
        },
      ]);

      await page.goto(url);
      const later = await page.textContent('body');
      expect(later).toContain('You said yes');
      for (const shared of ['Maya', '07700', 'feels', 'Mornings']) expect(later).toContain(shared);
      expect(later).toContain('01632 960 100');
      await context.close();
      await server.stop();
    },
    60_000,
  );

  it.each([true, false])(
    'no, JavaScript %s: a reason is asked for, kindly, and the person hears it in plain words',
    async (javaScript) => {
      const { server, url } = await asked();
      const { context, page } = await browser.person({ javaScript });
      await page.goto(url);
      await page.getByText('Not this time').click();
      await page.getByLabel('We are full just now').check();
      await page.getByLabel(/Anything our team can learn from/).fill('We open more places in January');
      await page.getByRole('button', { name: 'Send a no' }).click();
      await page.getByRole('heading', { name: 'Thank you for telling us' }).waitFor();
      expect(server.told).toMatchObject([{ happening: { state: 'rejected', reason: 'they have no places left' } }]);
      await context.close();
      await server.stop();
    },
    60_000,
  );

  it('works from the keyboard alone', async () => {
    const { server, url } = await asked();
    const { context, page } = await browser.person({ viewport: DESKTOP });
    await page.goto(url);
    await page.locator('input[name=within]:checked').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you. We are telling them now' }).waitFor();
    expect(server.told).toMatchObject([{ happening: { dueAt: Date.UTC(2026, 10, 26, 17) } }]);
    await context.close();
    await server.stop();
  }, 60_000);

  it('keeps the safe rules in sight on any screen, and never over what is asked', async () => {
    const long = 'never when the car is in the drive, '.repeat(6).slice(0, 200);
    const { server, url } = await asked({
      shared: [...MAYA.shared, { field: 'avoid', label: 'Times to avoid', value: long }],
    });
    const { context, page } = await browser.person();
    for (const size of [PHONE, { width: 320, height: 568 }, DESKTOP]) {
      await page.setViewportSize(size);
      await page.goto(url);
      expect(await page.locator('.careful').boundingBox()).toMatchObject({ y: expect.any(Number) });
      const yes = page.getByRole('button', { name: 'Yes, we can help' });
      await yes.scrollIntoViewIfNeeded();
      const rules = page.locator(size === DESKTOP ? '.careful' : '.insight');
      const kept = await rules.boundingBox();
      expect([kept?.y, await rules.textContent()]).toEqual([0, expect.stringContaining('Text only, never call.')]);
      // the question, its answers and the button are all there below them
      const top = await page.getByText('When can you get in touch?').boundingBox();
      const end = await yes.boundingBox();
      expect(top?.y).toBeGreaterThanOrEqual(kept?.height ?? 0);
      expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(size.height);
      if (size !== DESKTOP) expect(kept?.height).toBeLessThanOrEqual(size.height / 6);
      await takePicture(page, `partner-scrolled-${size.width}`);
    }
    await context.close();
    await server.stop();
  }, 60_000);

  it('puts what a person wrote on the page as words, never as code', async () => {
    const wild = '<img src=x onerror=alert(1)> & "quotes" \u202e\u0007';
    const { server, url } = await asked({ shared: [{ field: 'words', label: 'In their words', value: wild }] });
    const { context, page } = await browser.person();
    await page.goto(url);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.textContent('main')).toContain('<img src=x onerror=alert(1)>');
    await context.close();
    await server.stop();
  }, 60_000);
});
