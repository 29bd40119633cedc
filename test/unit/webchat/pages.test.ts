/** Pages are safe by default, and numbers in our words can be tapped. */
import { html } from '../../../web/server/html';
import { splitNumbers } from '../../../web/server/numbers';
import { page } from '../../../web/server/page';
import { CRISIS_LINES, words } from '../../../web/server/words';

const assets = { url: (name: string) => `/assets/${name}`, find: () => null };

test('what people write is never markup', () => {
  const hostile = `<img src=x onerror="alert(1)">'&`;
  expect(html`<p title="${hostile}">${hostile}</p>`.html).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;</p>',
  );
  expect(html`${[html`<b>1</b>`, null, false, 'a<b']}${7}`.html).toBe('<b>1</b>a&lt;b7');
});

test('a page is neutral over a shoulder', () => {
  const text = page({ body: html`<main>x</main>` }, assets);
  expect(text).toContain('<title>WIN</title>');
  expect(text).not.toMatch(/https?:/);
});

test.each([
  ["If you're in danger, call 999.", ['999']],
  ['Call 111, or Samaritans free on 116 123.', ['111', '116123']],
  ['Call 0800 027 1234 or 01698 123456 or 08000 121 700.', ['08000271234', '01698123456', '08000121700']],
  ['Reply by 4.45pm, 1999 people, W1-1112, 3 of 999999', []],
])('%s', (text, dials) => {
  const pieces = splitNumbers(text);
  expect(pieces.flatMap((piece) => piece.dial ?? [])).toEqual(dials);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});

test('the words round the talk are short and plain', () => {
  for (const line of [...Object.values(words), ...CRISIS_LINES]) {
    // GSM-7's letters, so the same words could go by text
    expect(line).toMatch(/^[A-Za-z0-9 .,'?-]+$/);
    for (const sentence of line.split(/[.?]/)) expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(20);
  }
});
