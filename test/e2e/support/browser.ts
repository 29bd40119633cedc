/** A real browser for tests: launch it, open a page at some size, check it with axe, take its picture. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export const PHONE = { width: 360, height: 640 };
export const DESKTOP = { width: 1280, height: 800 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // nothing but this machine is found
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

export interface TestBrowser {
  readonly browser: Browser;
  /** a fresh person: nothing kept from before */
  person(options?: {
    readonly viewport?: { readonly width: number; readonly height: number };
    readonly javaScript?: boolean;
    readonly dark?: boolean;
    readonly touch?: boolean;
    /** false: no request is looked at on its way, so that what a page sends as it goes is not held up; the weather is then not found */
    readonly watched?: boolean;
  }): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  close(): Promise<void>;
}

/** Starts chromium with a home of its own, so that nothing of this machine shows or stays. */
export async function launchBrowser(): Promise<TestBrowser> {
  const home = mkdtempSync(path.join(tmpdir(), 'win-browser-'));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
  return {
    browser,
    async person({
      viewport = PHONE,
      javaScript = true,
      dark = false,
      touch = viewport.width < 600,
      watched = true,
    } = {}) {
      const context = await browser.newContext({
        viewport,
        javaScriptEnabled: javaScript,
        colorScheme: dark ? 'dark' : 'light',
        hasTouch: touch,
        locale: 'en-GB',
      });
      // nothing leaves this machine: the weather page we leave to is a stand-in
      if (watched)
        await context.route('https://www.bbc.co.uk/**', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
        );
      const page = await context.newPage();
      return { context, page };
    },
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const axeSource = () => readFileSync(path.join(__dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** When nothing fades in or moves any more: a bubble half faded in has other colours than the one people read. */
async function settled(page: Page): Promise<void> {
  const still = page.evaluate(
    `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => Promise.allSettled(
      document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished),
    )).then(() => undefined)`,
  );
  // timed from outside: with JavaScript off a page draws and never calls back
  await Promise.race([still, page.waitForTimeout(3_000)]);
}

/** What axe finds wrong with the page as it is now, in words; empty when nothing is. `rules`: these alone. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await settled(page);
  // our content policy forbids inline scripts, so axe is run by the browser's own tools and not as a script of the page
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axeSource());
  const only = JSON.stringify(rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, { runOnly: ${only} }).then((r) => r.violations.map((v) => ({ id: v.id, nodes: v.nodes.map((n) => ({ html: n.html, failureSummary: n.failureSummary })) })))`,
  );
  return found.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html} ${n.failureSummary ?? ''}`).join(' | ')}`);
}

/** Saves a picture under test-output/, which git does not keep. */
export async function takePicture(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = path.join(__dirname, '../../../test-output/pictures');
  mkdirSync(folder, { recursive: true });
  await settled(page);
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage });
}
