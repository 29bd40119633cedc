/** P-H11: somebody on the web who chose Text and gave a number is asked there once, and hears their news there after a yes. */
import { splitKey } from '../../../dialogs/catalogue/question';
import { textOf } from '../../../dialogs/content/copy';
import type { Happening, Reply } from '../../../dialogs/types';
import { lineIdOf } from '../../../services/contact/lines';
import { sampleSnapshot } from '../../../services/directory/sample/sampleDirectory';
import { match } from '../../../services/routing/match';
import { aPhoneService, hash, MAYA, tuesdayAt11 } from './aPhoneService';

const hour = 60 * 60_000;
const day = 24 * hour;
const sample = sampleSnapshot('2026-11-24');
const ASKED = 'Hi, you asked us to get in touch. Is now an OK time? Reply YES, LATER or NO.';

const always: Readonly<Record<string, string>> = {
  consent: 'yes',
  safeNow: 'yes',
  leaveFast: 'carryOn',
  sharedDevice: 'no',
  ageBand: 'over18',
  area: 'blantyre',
  summary: 'yes',
  need: 'I am lonely',
  options: 'sample-blether-table',
  contactBy: 'text',
  number: '07700 900123',
  safeNumber: 'yes',
  window: 'anyTime',
  share: 'yes',
};

/** Somebody on a web page, up to the question named; a phone of theirs is at `MAYA`. */
async function onTheWeb(answers: Readonly<Record<string, string>> = {}, at = tuesdayAt11) {
  const service = aPhoneService({ at, match: (query, today) => match(sample, query, today) });
  let turns = 0;
  let id = '';
  let last: readonly Reply[] = [];
  const say = async (what: { kind: 'text'; text: string } | { kind: 'choice'; id: string; label: string }) => {
    turns += 1;
    const inbound = { id: `web/${turns}`, address: 'web:page', channel: 'web', what } as const;
    const done = await service.service.handleTurn(inbound);
    if (done.kind !== 'done') throw new Error('The store was down');
    id = done.conversationId;
    last = done.turn.replies;
    await done.settled;
    service.jump(5_000);
    return last.map(textOf).join('\n');
  };
  const state = () => service.stateOf(id);
  const told: string[] = [await say({ kind: 'text', text: 'hello' })];
  for (let step = 0; step < 60; step += 1) {
    const key = (await state()).asked?.key ?? '';
    if (key === '' || splitKey(key).id === 'checkIn' || splitKey(key).id === 'equalityOk') break;
    const said = answers[splitKey(key).id] ?? always[splitKey(key).id] ?? 'SKIP';
    const choice = last.flatMap((reply) => reply.choices).find((one) => one.id === `${key}~${said}`);
    told.push(
      await say(choice ? { kind: 'choice', id: choice.id, label: choice.label } : { kind: 'text', text: said }),
    );
  }
  await service.pass(2_000);
  const texts = () => service.reached.map(({ text }) => text);
  return {
    ...service,
    texts,
    state,
    say,
    told: told.join('\n'),
    id: () => id,
    async news(step = 1): Promise<void> {
      const ref = (await state()).referrals[0]?.ref ?? '';
      const event: Happening = {
        name: 'referralMoved',
        ref,
        state: 'accepted',
        step,
        reason: '',
        dueAt: service.now() + day,
        contact: '',
        hold: null,
      };
      await service.service.happen(id, `referral:${ref}:${step}`, event);
      await service.pass(5_000);
    },
  };
}

it('P-H11: asked once, by text, neutrally, and nothing more without a reply', async () => {
  const talk = await onTheWeb();
  expect(talk.texts()).toEqual([ASKED]);
  expect(talk.reached[0]?.where).toEqual({ carrier: 'twilio', channel: 'sms', to: MAYA });
  await talk.news();
  await talk.pass(20 * day);
  expect(talk.texts()).toEqual([ASKED]);
  expect(talk.alerts).toEqual([]);
  expect(await talk.kept.handoffs.find({ reason: 'undelivered' }, 9)).toEqual([]);
});

it('P-H11: until a yes, the web says how they will hear, and promises nothing', async () => {
  const { told } = await onTheWeb();
  expect(told).toMatch(/We'll try your number by text, once, to ask if news can go there/);
  expect(told).toMatch(/come back with your three words, or WIN-\w{5}, and send STATUS/);
  expect(told).not.toMatch(/I'll tell you/);
  for (const way of [{ contactBy: 'call' }, { contactBy: 'email', email: 'maya@example.org' }]) {
    const other = await onTheWeb(way);
    expect(other.told).toMatch(/To hear what they say, come back with your three words, or WIN-\w{5}/);
    expect(other.told).not.toMatch(/I'll tell you|We'll try your number/);
    expect(other.texts()).toEqual([]);
  }
});

it('P-H11: after a yes, news comes to that phone, and the talk goes on there', async () => {
  const talk = await onTheWeb();
  const answered = await talk.says('yes');
  expect(answered.map(({ text }) => text)).toEqual([expect.stringMatching(/^Thank you\. News will come by text/)]);
  expect((await talk.state()).byText).toBe('yes');
  expect(await talk.conversationOf()).toBe(talk.id());
  await talk.pass(3 * hour);
  await talk.news();
  expect(talk.texts().at(-1)).toMatch(/it's good\. The Blether Bench can help/);
  const status = await talk.says('STATUS');
  expect(status.map(({ text }) => text).join()).toMatch(/The Blether Bench said yes/);
  // they write on the page again: the next news still comes to the phone
  await talk.say({ kind: 'text', text: 'STATUS' });
  const before = talk.reached.length;
  await talk.pass(3 * hour);
  await talk.news(2);
  expect(talk.reached).toHaveLength(before + 1);
});

it.each(['aye', 'Yes please', 'YES', 'ok'])('P-H11: %j is a yes', async (said) => {
  const talk = await onTheWeb();
  await talk.says(said);
  expect((await talk.state()).byText).toBe('yes');
});

it('P-H11: LATER waits, and the yes counts when it comes', async () => {
  const talk = await onTheWeb();
  const later = await talk.says('LATER');
  expect(later.map(({ text }) => text)).toEqual(['OK, no rush. Reply YES when it suits you.']);
  await talk.pass(5 * day);
  expect(talk.texts()).toHaveLength(2);
  await talk.says('yes');
  expect((await talk.state()).byText).toBe('yes');
});

it.each(['no', 'STOP', 'wrong number'])('P-H11: %j links nothing, and no news comes there', async (said) => {
  const talk = await onTheWeb();
  await talk.says(said);
  const before = talk.reached.length;
  await talk.news();
  await talk.pass(10 * day);
  expect((await talk.state()).byText).toBe('asked');
  expect(talk.texts().slice(before).join()).not.toMatch(/Blether|news/i);
});

it('P-H11: WhatsApp chosen on the web is asked by text too', async () => {
  const talk = await onTheWeb({ contactBy: 'whatsapp' });
  expect(talk.reached.map(({ where }) => where.channel)).toEqual(['sms']);
  await talk.says('yes');
  await talk.pass(3 * hour);
  await talk.news();
  expect(talk.texts().at(-1)).toMatch(/can help/);
});

it('P-H11: never outside their hours', async () => {
  const late = tuesdayAt11 + 9 * hour;
  const talk = await onTheWeb({ window: 'morning' }, late);
  expect(talk.texts()).toEqual([]);
  await talk.pass(12 * hour + 50 * 60_000);
  expect(talk.texts()).toEqual([]);
  await talk.pass(2 * hour);
  expect(talk.texts()).toEqual([ASKED]);
});

it('P-H11: never in QUIET mode, also where that was said after the question was put off', async () => {
  for (const unsafe of [{ sharedDevice: 'yes' }, { safeNumber: 'no' }])
    expect((await onTheWeb(unsafe)).texts()).toEqual([]);
  const talk = await onTheWeb({ window: 'morning' }, tuesdayAt11 + 9 * hour);
  await talk.say({ kind: 'text', text: 'my husband hits me and he reads my texts' });
  if ((await talk.state()).contact === 'OPEN') throw new Error('QUIET was not heard');
  await talk.pass(3 * day);
  expect(talk.texts()).toEqual([]);
});

it('P-H11: a phone that has talked with us, or said stop, is left alone', async () => {
  for (const before of ['hello', 'STOP']) {
    const talk = await onTheWeb({ share: 'no' });
    await talk.says(before);
    const said = talk.texts().length;
    await talk.phones.askByText(talk.id(), MAYA, 'effect:1');
    await talk.pass(day);
    expect(talk.texts()).toHaveLength(said);
  }
});

it('P-H11: the same effect done twice asks once; no mobile is asked nothing', async () => {
  const talk = await onTheWeb();
  const line = await talk.kept.lines.get(lineIdOf(hash, 'twilio', MAYA));
  expect(line?.sms?.heardAt).toBe(0);
  await talk.phones.askByText(talk.id(), MAYA, 'another');
  await talk.pass(day);
  expect(talk.texts()).toEqual([ASKED]);
  const landline = await onTheWeb({ number: '0141 496 0000' });
  expect(landline.texts()).toEqual([]);
  expect(landline.told).not.toMatch(/We'll try your number/);
});
