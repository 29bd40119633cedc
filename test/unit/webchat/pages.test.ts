/** Pages are safe by default, and numbers in our words can be tapped. */
import { LINES } from '../../../dialogs/content/helplines/lines';
import { chatPage } from '../../../web/server/chatPage';
import { html } from '../../../web/server/html';
import { splitNumbers } from '../../../web/server/numbers';
import { page } from '../../../web/server/page';
import { keptWhole, withNumbers } from '../../../web/server/withNumbers';
import { CRISIS_LINES, words } from '../../../web/server/words';

const assets = { url: (name: string) => `/assets/${name}` };

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
  ['Childline is free, day or night: 0800 1111.', ['08001111']],
  [
    '0808 8020 133, 0800 148 88 88, 0800 12 44 222 and 0303 123 1012',
    ['08088020133', '08001488888', '08001244222', '03031231012'],
  ],
  ['Contact: text, 07700 900321', []],
  ['Reply by 4.45pm, 1999 people, W1-1112, 3 of 999999', []],
])('%s', (text, dials) => {
  const pieces = splitNumbers(text);
  expect(pieces.flatMap((piece) => piece.dial ?? [])).toEqual(dials);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});

test('every line that can be called is a link, however its number is spaced', () => {
  for (const { numbers, voice } of Object.values(LINES)) {
    for (const number of voice ? numbers.filter((one) => /^[\d ]+$/.test(one)) : []) {
      const own = number.startsWith('07');
      const one = { text: number, whole: true, ...(own ? {} : { dial: number.replaceAll(' ', '') }) };
      expect(splitNumbers(`Call ${number}, free.`)).toEqual([{ text: 'Call ' }, one, { text: ', free.' }]);
    }
  }
});

test.each([
  ['Your number for it is WIN-7F3K4.', 'WIN-7F3K4'],
  ["what's happening wi win-u46dk the day", 'win-u46dk'],
  ['Contact: text, 07700 900123', '07700 900123'],
  ['ring +44 (0)7700 900123 after six', '+44 (0)7700 900123'],
])('"%s" keeps its number on one line, and rings nobody', (text, number) => {
  const kept = [withNumbers(text), keptWhole(text)].map((pieces) => pieces.map((piece) => piece.html).join(''));
  for (const html of kept) {
    expect(html).toContain(`<span class="whole">${number}</span>`);
    expect(html).not.toContain('tel:');
  }
});

test("a number in a person's own words is no link", () => {
  const rest = { first: null, choices: [], many: false, toGo: '', place: '', nonce: '', watermark: '', draft: '' };
  const said = (from: 'person' | 'bot') => ({ id: from, from, text: 'call 01698 123456', calls: [] });
  const text = chatPage({ ...rest, crisisLines: [], bubbles: [said('person'), said('bot')] }, assets);
  expect(text.match(/tel:01698123456/g)).toHaveLength(1);
  expect(text).toContain('<span class="whole">01698 123456</span>');
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
