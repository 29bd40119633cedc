/** Pages are safe by default, and numbers in our words can be tapped. */
import { chatPage } from '../../../web/server/chatPage';
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
  ['Contact: text, 07700 900321', []],
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

test('P-A31: nothing stands twice on one screen, and Skip is never the largest thing to press', () => {
  const choices = [
    { id: 'a~skip', label: 'Skip' },
    { id: 'a~person', label: 'Talk to a person' },
  ];
  const rest = { first: null, bubbles: [], many: false, toGo: '', place: '', nonce: '', watermark: '', draft: '' };
  const text = chatPage({ ...rest, choices }, assets);
  const buttons = [...text.matchAll(/<button([^>]*)>(Skip|Talk to a person)</g)].map((one) => one.slice(1, 3));
  const shown = buttons.filter(([how]) => how?.includes('hidden') === false).map(([how, label]) => [label, how]);
  expect(shown).toEqual([
    ['Talk to a person', ' name="choice" value="a~person Talk to a person"'],
    ['Skip', ' class="quiet" name="say" value="Skip"'],
    // only on the first screen, by its style
    ['Talk to a person', ' class="quiet atfirst" name="say" value="Talk to a person"'],
  ]);
});
