/** P-H11 on the real engine, with the stand-in carrier: a number given on the web is asked once, and news goes there after a yes. */
import { splitKey } from '../../../dialogs/catalogue/question';
import { textOf } from '../../../dialogs/content/copy';
import { sampleSnapshot } from '../../../services/directory/sample/sampleDirectory';
import { match } from '../../../services/routing/match';
import { type Service, startInside } from '../../load/providerInside';
import { engineUri } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const hour = 3_600_000;
const sample = sampleSnapshot('2026-11-24');
let service: Service;
beforeAll(async () => {
  const found = (...asked: Parameters<typeof match> extends [unknown, ...infer Rest] ? Rest : never) =>
    match(sample, ...asked);
  service = await startInside(engineUri(), Date.UTC(2026, 10, 24, 11), undefined, found);
});
afterAll(() => service.close());

const said: Readonly<Record<string, string>> = {
  consent: 'yes',
  safeNow: 'yes',
  sharedDevice: 'no',
  ageBand: '18',
  area: 'Blantyre',
  summary: 'yes',
  need: 'I am lonely',
  options: '1',
  contactBy: 'text',
  safeNumber: 'yes',
  window: 'any time',
  share: 'yes',
};

/** Up to the end of a talk on the web in which something was passed on; this number was given. */
async function onTheWeb(page: string, number: string): Promise<{ readonly id: string; readonly told: string }> {
  let id = '';
  const told: string[] = [];
  const say = async (text: string, n: number) => {
    const done = await service.service.handleTurn({
      id: `${page}-${n}`,
      address: page,
      channel: 'web',
      what: { kind: 'text', text },
    });
    if (done.kind !== 'done') throw new Error('The store was down');
    id = done.conversationId;
    told.push(...done.turn.replies.map(textOf));
  };
  await say('hello', 0);
  for (let n = 1; n < 50; n += 1) {
    const key = (await service.store.look(id))?.state.asked?.key ?? '';
    const name = splitKey(key).id;
    if (name === 'checkIn' || name === '') break;
    await say(name === 'number' ? number : (said[name] ?? 'SKIP'), n);
  }
  // what the turn asked for is written down first, then it leaves
  await service.effects.idle();
  await service.pass(2_000);
  await service.pass(2_000);
  return { id, told: told.join('\n') };
}

async function news(id: string): Promise<void> {
  const ref = (await service.store.look(id))?.state.referrals[0]?.ref ?? '';
  const dueAt = service.now() + 24 * hour;
  await service.service.happen(id, `referral:${ref}:1`, {
    name: 'referralMoved',
    ref,
    state: 'accepted',
    step: 1,
    reason: '',
    dueAt,
    contact: '',
    hold: null,
  });
  await service.pass(5_000);
}

test('P-H11: asked once by text; a yes, and the news comes to that phone', async () => {
  const who = { line: 'sms', number: '+447700900611' } as const;
  const { id, told } = await onTheWeb('web:news-yes', '07700 900611');
  expect(told).toMatch(/We'll try your number by text, once/);
  expect(told).not.toMatch(/I'll tell you/);
  const texts = () => service.carriers.textsTo(who.number);
  expect(texts()).toEqual(['Hi, you asked us to get in touch. Is now an OK time? Reply YES, LATER or NO.']);
  await service.says(who, 'yes');
  await service.pass(3_000);
  expect(texts().at(-1)).toMatch(/^Thank you\. News will come by text/);
  expect(await service.conversationOf(who)).toBe(id);
  await service.pass(3 * hour);
  await news(id);
  expect(texts()).toHaveLength(3);
  expect(texts().at(-1)).toMatch(/it's good\. The Blether Bench can help/);
});

test('P-H11: no reply, or a no: one text and nothing more, and STATUS on the page has the news', async () => {
  for (const [number, reply] of [
    ['07700 900612', null],
    ['07700 900613', 'NO'],
  ] as const) {
    const who = { line: 'sms', number: `+44${number.slice(1).replace(' ', '')}` } as const;
    const page = `web:news-${number}`;
    const { id } = await onTheWeb(page, number);
    if (reply !== null) await service.says(who, reply);
    await service.pass(3_000);
    const before = service.carriers.textsTo(who.number).length;
    expect(before).toBe(reply === null ? 1 : 2);
    await news(id);
    await service.pass(5 * 24 * hour);
    expect(service.carriers.textsTo(who.number)).toHaveLength(before);
    expect(service.carriers.textsTo(who.number).join()).not.toMatch(/Blether/);
    expect((await service.store.look(id))?.state.byText).toBe('asked');
  }
});
