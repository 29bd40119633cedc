/** What every test of our chat page does: begin, say, look, and wait for what is then looked at. */
import type { Page } from 'playwright-core';

/** The answer that begins a talk. */
export const YES = "Yes, that's OK";

/** Every bubble shown just now, as its words. */
export const bubbles = (page: Page): Promise<string[]> => page.locator('#talk li').allTextContents();

/** Opens the page and says yes to the first question: the next one is shown when this is done. */
export async function begin(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('button', { name: YES }).click();
  await page.getByText('OK time and place').first().waitFor();
}

/** Types words and sends them with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your words').fill(text);
  await page.getByLabel('Your words').press('Enter');
}

/** Looks again and again until it is so. A server hears of some things after the page has shown them. Throws after ten seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, what = 'It'): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`${what} did not come`);
}

/** Phone numbers and WIN numbers of which a part stands on another line than the rest, at any width a phone may have. */
const BROKEN = `(() => {
  const number = /WIN-\\w{4,6}|\\+?\\d{2,5}(?: \\d{2,4}){1,3}/gi;
  const broken = [];
  const look = (width) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      for (const found of walk.currentNode.data.matchAll(number)) {
        const range = document.createRange();
        range.setStart(walk.currentNode, found.index);
        range.setEnd(walk.currentNode, found.index + found[0].length);
        const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (tops.size > 1) broken.push(width + ' px: ' + found[0]);
      }
    }
  };
  for (let width = 300; width <= 420; width += 4) {
    document.body.style.width = width + 'px';
    look(width);
  }
  document.body.style.width = '';
  return broken;
})()`;

/** Numbers that break over two lines, whatever they are marked up as. */
export const brokenNumbers = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(BROKEN);

const isAbove = async (page: Page, label: string): Promise<boolean> => {
  const button = await page.locator('#choices').getByRole('button', { name: label, exact: true }).boundingBox();
  const dock = await page.locator('.dock').boundingBox();
  return (button?.y ?? 9999) + (button?.height ?? 0) <= (dock?.y ?? 0) + 1;
};

/** An answer can be seen, or "More below" says that it is there and leads to it. */
export async function expectFound(page: Page, label: string): Promise<void> {
  const more = page.locator('#more');
  if (!(await isAbove(page, label))) {
    expect((await more.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await more.click();
    await until(() => isAbove(page, label), label);
  }
  await more.waitFor({ state: 'hidden' });
}
