/**
 * What is said, kept and shown by two real app processes with one database: every press of a person goes to the other
 * one than the press before, and a partner answers where the person is not. One that served a copy of its own would
 * show a line that was left out, an old date, or a yes that was taken back.
 */
import { until } from '../support/talk';
import type { TwoWholeApps } from '../support/wholeApp';
import { type FormPerson, personByForms, postForm } from './byForms';
import { personByText } from './byText';
import { BOX, goOnTo } from './maya';
import { linesIn, partnerLinesIn, readTalk } from './reading';

type Urls = TwoWholeApps['urls'];

const FIRST = 'ma hoose is damp and the landlord never answers';
const byLetters = (lines: readonly string[]) => [...lines].sort();
const dateIn = (words: string) => /\bby (\S.*?)\.(?:\s|$)/.exec(words)?.[1] ?? 'no date';
const refIn = (words: string) => words.match(/WIN-\w{5}/g)?.at(-1) ?? 'no number';
const textOf = async (url: string) => (await fetch(url)).text();

/** The one-time link in the letter about this number, without the process that wrote it. */
async function linkOf(urls: Urls, ref: string): Promise<string> {
  let link = '';
  await until(async () => {
    const starts = await Promise.all(urls.map((url) => textOf(`${url}/start`)));
    const items = starts.flatMap((start) => start.match(/<li>[\s\S]*?<\/li>/g) ?? []);
    link = items.map((item) => (item.includes(ref) ? /\/r\/[\w-]{43}/.exec(item)?.[0] : '') ?? '').find(Boolean) ?? '';
    return link !== '';
  }, 'The letter');
  return link;
}

const answer = (url: string, link: string, fields: Readonly<Record<string, string>>) =>
  fetch(url + link, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
  });

/** What this person's STATUS says of one number, the same by both processes. */
async function statusOf(person: FormPerson, ref: string): Promise<string> {
  const told = [await person.say('STATUS'), await person.say('STATUS')].map(
    (said) => said.split('\n').find((line) => line.includes(ref)) ?? said,
  );
  expect(told[0]).toBe(told[1]);
  return told[0] ?? '';
}

/** Another phone or tab, on the other process, that knows the number and nothing else. */
async function elsewhere(urls: Urls, words: string): Promise<string> {
  const other = await personByForms([urls[1], urls[0]]);
  await other.press("Yes, that's OK");
  return other.say(words);
}

async function partnerSees(urls: Urls, link: string, lines: readonly string[]): Promise<void> {
  for (const url of urls) expect(byLetters(partnerLinesIn(await textOf(url + link)))).toEqual(byLetters(lines));
}

/** News of a partner comes by itself: both processes show it, and the same last bubble. */
async function newsOnBoth(urls: Urls, person: FormPerson, words: string): Promise<void> {
  for (const url of urls)
    await until(async () => (await person.shownBy(url)).some((one) => one.includes(words)), `News at ${url}`);
}

/** Somebody who chose Text on the web: asked there once, whoever sends it, and told there after a yes. */
async function newsByText(urls: Urls): Promise<void> {
  const phone = personByText(urls, '+447700900611');
  const person = await personByForms(urls);
  await person.press("Yes, that's OK");
  await goOnTo(BOX, person, person.last, { pace: 'Ideas now', number: '07700 900611', time: 'Any time' });
  const ref = refIn(await person.press('Yes'));
  const asks = /you asked us to get in touch/;
  await phone.hears(asks);
  await phone.say('YES', 1, /News will come by text/);
  await answer(urls[0], await linkOf(urls, ref), { say: 'yes', within: '1' });
  await phone.hears(/can help/);
  const texts = await phone.texts();
  for (const once of [asks, /News will come by text/, /can help/])
    expect(texts.filter((text) => once.test(text))).toHaveLength(1);
  expect(await statusOf(person, ref)).toContain('said yes');
}

/** Somebody who goes on by text: their number is shown and asked about, and a partner has it only with a yes. */
async function numberByText(urls: Urls): Promise<void> {
  const person = await personByForms(urls);
  await person.press("Yes, that's OK");
  await goOnTo(/keep in touch/, person, person.last, { pace: 'Ideas now' });
  const words = /ticket: ([a-z]+ [a-z]+ [a-z]+)\./.exec(await person.say('PAUSE'))?.[1] ?? 'no three words';
  const phone = personByText(urls, '+447700900612');
  await phone.say(words, 0, /OK time/);
  await phone.say('yes', 1, /carry on/i);
  await phone.say('carry on', 0, /keep in touch/);
  await phone.say('text', 1, /safe for us to text or call/);
  let asked = await phone.say('yes', 0, /\?/);
  for (let step = 1; step < 8 && !BOX.test(asked); step += 1) {
    const isNumber = /have this number, 07700 900612/.test(asked);
    asked = await phone.say(isNumber ? 'yes' : 'SKIP', step % 2 === 0 ? 0 : 1, /\?/);
  }
  expect(linesIn(asked)).toContain('Contact: text, 07700 900612');
  const ref = refIn(await phone.say('yes', 0, /WIN-/));
  await partnerSees(urls, await linkOf(urls, ref), linesIn(asked));
}

export function sharingOnTwo(apps: () => TwoWholeApps): void {
  // a text is answered after two seconds in which more may come: these wait while the others are at work
  let byText: Promise<readonly PromiseSettledResult<void>[]>;
  beforeAll(() => {
    byText = Promise.allSettled([newsByText(apps().urls), numberByText(apps().urls)]);
  });

  test('P-H15, P-H1, P-H12, P-H13, P-A17, P-A19, B9: first words, the box, its lines, each date and the taking back are one on both processes', async () => {
    const { urls } = apps();
    const person = await personByForms(urls);
    await person.say(FIRST);
    await person.press("Yes, that's OK");
    const box = await goOnTo(BOX, person, person.last, { pace: 'A bit more first' });
    expect(linesIn(box)).toEqual(expect.arrayContaining([`Own words: ${FIRST}`, 'Name: Maya']));
    expect((await person.shownBy(urls[0])).join('\n')).not.toContain('What do you need in life right now?');

    // a line is left out at one process, and agreed to at the other
    await person.press("Change what's shared");
    await person.press('My name', 'Times to avoid');
    const less = person.last();
    expect(linesIn(less)).toEqual(linesIn(box).filter((line) => !/^(Name|Times to avoid)/.test(line)));
    const passed = await person.press('Yes');
    const ref = refIn(passed);
    const link = await linkOf(urls, ref);
    await partnerSees(urls, link, linesIn(less));
    const asked = dateIn(passed);
    expect(dateIn(await statusOf(person, ref))).toBe(asked);
    expect(dateIn(await elsewhere(urls, `status ${ref}`))).toBe(asked);

    // a partner answers at either, and each says what is so
    const list = { say: 'notYet', why: 'waitingList', until: '2027-03-01' };
    expect((await answer(urls[1], link, list)).status).toBe(200);
    expect(await statusOf(person, ref)).toContain('on a waiting list until Mon 1 Mar');
    expect(await elsewhere(urls, `status ${ref}`)).toContain('on a waiting list until Mon 1 Mar');
    expect((await answer(urls[0], link, { say: 'no', reason: 'full' })).status).toBe(200);
    await newsOnBoth(urls, person, "can't take this on");
    for (const url of urls) expect((await person.shownBy(url)).at(-1)).not.toMatch(/Name: |Times to avoid: /);
    expect(linesIn(person.last())).toEqual(linesIn(less));

    // the next one says yes at one process while the person takes it back at the other
    const next = await person.press('Yes');
    const second = refIn(next);
    expect(second).not.toBe(ref);
    const secondLink = await linkOf(urls, second);
    await partnerSees(urls, secondLink, linesIn(less));
    await Promise.all([
      answer(urls[1], secondLink, { say: 'yes', within: '1' }),
      answer(urls[0], secondLink, { say: 'yes', within: '1' }),
      person.say('take back what you shared'),
    ]);
    // the partner's link is shut a moment after the words that say so
    for (const url of urls)
      await until(async () => (await textOf(url + secondLink)).includes('They have changed their mind'), 'A shut link');
    const status = await statusOf(person, second);
    expect(status).toContain('is off, as you asked');
    expect(await elsewhere(urls, `status ${second}`)).toContain('is off, as you asked');
  });

  test('P-H10, P-H16, P-H12: no promise without a way back, one date with it, and "naebody has phoned me", on both processes', async () => {
    const { urls } = apps();
    const asked = async (): Promise<FormPerson> => {
      const person = await personByForms(urls);
      await person.press("Yes, that's OK");
      await person.press('Yes');
      await person.say('PERSON');
      return person;
    };
    const nowhere = await asked();
    expect(await nowhere.say('naw')).toMatch(/reach us on 01632 960 100/);
    for (const told of [await nowhere.say('STATUS'), await nowhere.say('STATUS')]) {
      expect(told).toContain('You can call them on 01632 960 100');
      expect(told).not.toContain('in touch by');
    }
    const person = await asked();
    const promised = await person.say('07700 900123');
    expect(promised).toContain('One of our team will be in touch by');
    const told = [await person.say('STATUS'), await person.say('STATUS')];
    expect(told).toEqual(told.map(() => expect.stringContaining(`in touch by ${dateIn(promised)}.`)));
    for (let process = 0; process < 2; process += 1)
      expect(await person.say('naebody has phoned me')).toContain("I'm so sorry. I've told our team this minute.");
  });

  test('B5: a place is its own browser alone at the process that did not give it out', async () => {
    const { urls } = apps();
    const person = await personByForms(urls);
    await person.press("Yes, that's OK");
    await person.press('Yes');
    await person.say(FIRST);
    const place = person.place();
    for (const url of urls) {
      const cookie = ((await fetch(url)).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const fields = new URLSearchParams({ place, nonce: 'not-theirs-1', text: 'hello', do: 'send' });
      const shown = readTalk(await (await postForm(url, cookie, fields)).text());
      expect(shown.bubbles.join('\n')).not.toContain(FIRST);
      expect((await person.shownBy(url)).join('\n')).toContain(FIRST);
    }
  });

  test('P-H11: asked once by text, and told once, by whichever process; a yes comes in at the other', async () => {
    const [news] = await byText;
    expect(news).toEqual({ status: 'fulfilled', value: undefined });
  });

  test('P-H2: by text, the number that was shown and said yes to is the one a partner has, on both processes', async () => {
    const [, number] = await byText;
    expect(number).toEqual({ status: 'fulfilled', value: undefined });
  });
}
