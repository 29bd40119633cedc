/** What is no answer: a thumb on another message, a reaction written as text, a machine that answers a machine; and who is who. */
import { isReaction } from '../../../services/inbox/notAnAnswer';
import { aPhoneService, minute, type PhoneService, second, textsOf } from './aPhoneService';

let phone: PhoneService;
beforeEach(() => {
  phone = aPhoneService();
});
afterEach(async () => {
  expect(phone.faults).toEqual([]);
  await phone.close();
});

const byMeta = { channel: 'whatsapp', carrier: 'meta' } as const;
const says = async (...texts: readonly string[]) => {
  let last: string[] = [];
  for (const text of texts) last = textsOf(await phone.says(text));
  return last;
};
/** Carrier ids of everything that left, oldest first. */
const idsOf = () => phone.reached.map(({ result }) => (result.kind === 'sent' ? result.providerId : ''));

describe('W4: a thumb', () => {
  const thumb = (reactsTo: string) => phone.says('👍', { ...byMeta, reactsTo });
  const keyOf = async () => (await phone.stateOf(await phone.conversationOf('whatsapp', 'meta'))).asked?.key;

  test('W4: on another message than the one that asks is no answer; on the one that asks it is', async () => {
    for (const text of ['hi', 'yes', 'yes']) await phone.says(text, byMeta);
    const first = idsOf()[0] ?? '';
    const asked = await keyOf();
    expect(asked).toBe('safeNow');
    expect(await thumb(first)).toEqual([]);
    expect(await thumb('wamid.of-nobody')).toEqual([]);
    expect(await keyOf()).toBe(asked);
    await thumb(idsOf().at(-1) ?? '');
    expect(await keyOf()).not.toBe(asked);
  });

  test('W4: never consents, on whatever message it is', async () => {
    await phone.says('hi', byMeta);
    await phone.says('yes', byMeta);
    expect(await keyOf()).toBe('consent');
    for (const id of idsOf()) expect(await thumb(id)).toEqual([]);
    expect(await keyOf()).toBe('consent');
  });

  test('W4: never shares', async () => {
    for (const text of ['hi', 'yes', 'yes']) await phone.says(text, byMeta);
    const id = await phone.conversationOf('whatsapp', 'meta');
    await phone.remembers((state) => ({ asked: state.asked && { ...state.asked, key: 'share:x' } }), id);
    for (const of of idsOf()) expect(await thumb(of)).toEqual([]);
    expect(await keyOf()).toBe('share:x');
  });
});

describe('W11: a reaction written as text', () => {
  test.each([
    'Liked “What would you like us to call you?”',
    'Loved "Hello. This is WIN"',
    'Laughed at “Hello. This is WIN…”',
    'Emphasised “Hello. This is WIN”',
    'Questioned “x y z”',
    'Disliked an image',
    'Removed a like from “Hello. This is WIN”',
    'Reacted 😂 to “Hello. This is WIN”',
    '👍 to “ Hello. This is WIN ”',
    '\u200b❤️\u200b to “Hello. This is WIN”',
    'Le gustó “Hello. This is WIN”',
    'A aimé « Hello. This is WIN »',
    'Gefällt „Hello. This is WIN“',
    'Polubiono „Hello. This is WIN”',
    'Ha messo mi piace a “Hello. This is…”',
    'Понравилось «Hello. This is WIN»',
    'أعجبني "Hello. This is WIN"',
  ])('%s is one', (text) => expect(isReaction(text, ['Hello. This is WIN, a front door.'])).toBe(true));

  test.each([
    'I liked it',
    'Loved',
    'My mum said "you need to get help with that"',
    'he said “i will kill you”',
    '"Maya"',
    'Liked by nobody',
    'they call me “Big Tam”',
  ])('%s is not', (text) => expect(isReaction(text, ['Hello. This is WIN, a front door.'])).toBe(false));

  test('W11: on our question it is no name, and the question stays', async () => {
    await says('hi', 'yes');
    const asked = (await phone.stateOf()).asked?.key;
    const question = phone.reached.at(-1)?.text ?? '';
    for (const text of [`Liked “${question}”`, `Polubiono „${question.slice(0, 40)}…”`])
      expect(await says(text)).toEqual([]);
    expect((await phone.stateOf()).asked?.key).toBe(asked);
  });
});

describe('W12: loops', () => {
  test('W12: a machine that answers each of our texts hears nothing after a few', async () => {
    await says('hi');
    let answered = 0;
    for (let times = 0; times < 50; times += 1) {
      if ((await phone.says("I'm driving at the moment, I'll get back to you later")).length > 0) answered += 1;
      await phone.pass(second);
    }
    expect(answered).toBeLessThanOrEqual(3);
    // a person takes the phone
    await phone.pass(11 * minute);
    expect(await says('yes')).not.toEqual([]);
  });

  test('W12: short answers may come again and again, and STOP and danger are heard in the midst of a loop', async () => {
    await says('hi');
    for (let times = 0; times < 6; times += 1) expect(await says('hello there')).not.toEqual([]);
    for (let times = 0; times < 140; times += 1)
      await phone.says(`word ${'abcdefghijklmnopqrstuvwxyz'[times % 26]}${times}x`);
    expect(await says('something quite new')).toEqual([]);
    expect((await says('i want to kill myself')).length).toBeGreaterThan(0);
    expect((await says('STOP')).length).toBeGreaterThan(0);
    expect((await phone.stateOf()).contact).toBe('STOPPED');
  });

  test('W12: the same words of danger over and over are answered, at least once a minute', async () => {
    let answered = 0;
    for (let times = 0; times < 40; times += 1)
      if ((await phone.says('please help i want to kill myself')).length > 0) answered += 1;
    // 40 times in two minutes: the first three, and then once a minute
    expect(answered).toBeGreaterThanOrEqual(4);
    expect(answered).toBeLessThanOrEqual(8);
  });
});

describe('who is who', () => {
  const number = '+447700900123';
  const alias = 'GB.99887766';

  test('W9: a stop from the user id alone stops the number it once came with', async () => {
    for (const text of ['hi', 'yes']) await phone.says(text, { ...byMeta, from: number, alias });
    await phone.says('STOP', { ...byMeta, from: alias });
    const id = await phone.conversationOf('whatsapp', 'meta', number);
    expect((await phone.stateOf(id)).contact).toBe('STOPPED');
  });

  test('W9: a stop given under the user id before they came together holds for the number too', async () => {
    for (const text of ['hi', 'STOP']) await phone.says(text, { ...byMeta, from: alias });
    await phone.says('hello', { ...byMeta, from: number, alias });
    const [line] = (await phone.kept.lines.find({ carrier: 'meta' }, 10)).filter(
      (one) => one.whatsapp !== null && one.address === number,
    );
    expect(line?.stopped).not.toBeNull();
  });

  test('W19: after a changed number nothing goes to the old one until somebody writes from it', async () => {
    for (const text of ['hi', 'yes', 'yes', 'yes', 'money']) await phone.says(text, byMeta);
    const id = await phone.conversationOf('whatsapp', 'meta');
    await phone.phones.desk.left?.('meta', [{ address: number, at: phone.now() }]);
    const before = phone.reached.length;
    await phone.pass(72 * 60 * minute);
    expect(phone.reached).toHaveLength(before);
    expect(textsOf(await phone.says('hello again', byMeta)).length).toBeGreaterThan(0);
    expect((await phone.stateOf(id)).needs).toEqual(['money']);
  });

  test('W19: whoever has the number now begins anew: no word, no name, no question of the talk before', async () => {
    for (const text of ['hi', 'yes', 'yes', 'yes', 'am skint and ma rent is due']) await phone.says(text, byMeta);
    const before = await phone.conversationOf('whatsapp', 'meta');
    const asked = (await phone.stateOf(before)).asked;
    await phone.phones.desk.left?.('meta', [{ address: number, at: phone.now() }]);
    // the word comes again, as carriers do, and changes nothing
    await phone.phones.desk.left?.('meta', [{ address: number, at: phone.now() }]);
    await phone.pass(3 * 60 * minute);
    const first = textsOf(await phone.says('hello', byMeta)).join('\n');
    expect(first).toContain('this is WIN');
    expect(first).not.toMatch(/welcome back|again|money|skint|rent/i);
    for (const text of ['STATUS', 'back', 'carry on', 'yes'])
      expect(textsOf(await phone.says(text, byMeta)).join('\n')).not.toMatch(/money|skint|rent|welcome back/i);
    expect((await phone.stateOf(before)).asked).toEqual(asked);
    const [line] = await phone.kept.lines.find({ carrier: 'meta' }, 10);
    expect(line?.whatsapp?.conversationId).not.toBe(before);
  });

  test('W19: the word that comes again days later does not end the talk of whoever has the number now', async () => {
    await phone.says('hi', byMeta);
    const gone = { address: number, at: phone.now() };
    await phone.phones.desk.left?.('meta', [gone]);
    await phone.pass(60 * minute);
    for (const text of ['hello', 'yes', 'yes', 'yes', 'money']) await phone.says(text, byMeta);
    const line = async () => (await phone.kept.lines.find({ carrier: 'meta' }, 10))[0]?.whatsapp?.conversationId;
    const talk = await line();
    await phone.phones.desk.left?.('meta', [gone]);
    expect(await line()).toBe(talk);
  });

  test('W19: what somebody wrote and left behind is not answered to the next; danger in it goes to a person', async () => {
    await phone.says('hi', byMeta);
    const [line] = await phone.kept.lines.find({ carrier: 'meta' }, 10);
    if (!line) throw new Error('There is no line');
    const busy = { leaseBy: 'another', leaseUntil: phone.now() + minute };
    await phone.kept.lines.replace({ ...line, ...busy, rev: line.rev + 1 }, line.rev);
    const before = phone.reached.length;
    await phone.phones.desk.take([phone.message('the rent', byMeta), phone.message('i want to die', byMeta)]);
    await phone.phones.desk.left?.('meta', [{ address: number, at: phone.now() + 1_000 }]);
    await phone.pass(10 * minute);
    expect(phone.reached).toHaveLength(before);
    expect((await phone.kept.deadLetters.find({}, 10)).map(({ words }) => words)).toEqual(['i want to die']);
    expect(phone.alerts.map(({ level }) => level)).toEqual(['P0']);
  });

  test('W19: what was held for the one before is dropped, and a word to open it opens nothing', async () => {
    for (const text of ['hi', 'yes', 'yes', 'yes', 'money']) await phone.says(text, byMeta);
    const id = await phone.conversationOf('whatsapp', 'meta');
    await phone.chose({ contactBy: 'whatsapp', safeNumber: 'yes' }, id);
    await phone.pass(25 * 60 * minute);
    await phone.happens({ name: 'advisorSays', message: 'N1', person: 'Sam', method: 'text', by: '5pm' }, id);
    expect(await phone.kept.outgoing.find({ state: 'held' }, 50)).toHaveLength(1);
    await phone.phones.desk.left?.('meta', [{ address: number, at: phone.now() }]);
    expect(await phone.kept.outgoing.find({ state: { $in: ['waiting', 'sending', 'unsure', 'held'] } }, 50)).toEqual(
      [],
    );
    expect(textsOf(await phone.says('OPEN', byMeta)).join('\n')).not.toMatch(/\bSam\b/);
    await phone.happens({ name: 'advisorSays', message: 'N1', person: 'Sam', method: 'text', by: '5pm' }, id);
    await phone.pass(26 * 60 * minute);
    expect(phone.reached.map(({ text }) => text).join('\n')).not.toMatch(/\bSam\b/);
  });

  test('W19: a stop of the one before is not the stop of the one after', async () => {
    for (const text of ['hi', 'STOP']) await phone.says(text, byMeta);
    await phone.phones.desk.left?.('meta', [{ address: number, at: phone.now() }]);
    expect(textsOf(await phone.says('hello', byMeta)).join('\n')).toContain('this is WIN');
  });

  test('W19: a user id that led to the number leads to it no more', async () => {
    for (const text of ['hi', 'yes', 'yes', 'yes', 'money']) await phone.says(text, { ...byMeta, from: number, alias });
    await phone.phones.desk.left?.('meta', [{ address: number, at: phone.now() }]);
    await phone.pass(minute);
    const before = phone.reached.length;
    await phone.says('hello', { ...byMeta, from: alias });
    expect(phone.reached.slice(before).map(({ where }) => where.to)).not.toContain(number);
    expect(phone.reached.length).toBeGreaterThan(before);
  });

  test('H13: two hundred people in one payload are each kept once, in order, and each is heard', async () => {
    const batch = Array.from({ length: 200 }, (_, n) =>
      phone.message('hi', { ...byMeta, from: `+4477009${String(n).padStart(5, '0')}` }),
    );
    expect(await phone.phones.desk.take(batch)).toBe('kept');
    const kept = await phone.kept.inbox.find({}, 1_000);
    expect(new Set(kept.map((one) => one.line)).size).toBe(200);
    expect(new Set(kept.map((one) => one.at)).size).toBe(200);
    for (let go = 0; go < 20 && new Set(phone.reached.map((one) => one.where.to)).size < 200; go += 1)
      await phone.pass(3 * second);
    expect(new Set(phone.reached.map((one) => one.where.to)).size).toBe(200);
  });
});
