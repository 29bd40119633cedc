/** Somebody asks for a person by text when we are shut: they choose a time, move it, call it off; we ring, or say sorry. */
import { whenIs } from '../../../services/calendar/moment';
import { ali, morag } from '../handoffs/aTeam';
import { aPhoneService, hour, minute, type PhoneService } from '../inbox/aPhoneService';
import { oneOf, weekdays } from '../rota/aRota';

/** Tuesday evening. */
const evening = whenIs('2026-11-24', 20 * 60);

async function asked(staff: readonly string[] = ['Morag'], at = evening) {
  const phone = aPhoneService({ at });
  phone.staff.now = [morag, ali].map((one) => ({ ...one, onShift: false, signedIn: false }));
  phone.rota.now = staff.map((id) => oneOf(id, ...weekdays(9 * 60, 17 * 60)));
  await phone.bookings.look();
  for (const said of ['hi', 'yes', 'yes', 'yes']) await phone.says(said);
  const offer = await tells(phone, 'can i talk to a person');
  return { phone, offer };
}
const tells = async (phone: PhoneService, words: string) =>
  (await phone.says(words)).map(({ text }) => text).join('\n');
const booked = async (phone: PhoneService) =>
  (await phone.kept.callBacks.find({ state: 'booked' }, 9)).map(({ staffId, from }) => [staffId, from]);
const promised = async (phone: PhoneService) =>
  (await phone.kept.promises.find({}, 20)).map(({ kind, state, owner }) => [
    kind,
    state,
    owner.kind === 'person' ? owner.name : 'team',
  ]);
async function passes(phone: PhoneService, ms: number): Promise<string> {
  const before = phone.reached.length;
  for (let gone = 0; gone < ms; gone += 10 * minute) {
    await phone.pass(10 * minute);
    await phone.team.look();
    await phone.promiseClocks.look();
    await phone.settle();
  }
  return phone.reached
    .slice(before)
    .map(({ text }) => text)
    .join('\n');
}
const wednesday = (minutes: number) => whenIs('2026-11-25', minutes);

it('is offered times that exist, on two days at a glance, and more of them', async () => {
  const { phone, offer } = await asked();
  expect(offer).toContain('Our team is back tomorrow at 9am');
  expect(offer).toContain(
    [
      'When would you like us to call you?',
      '1 9am on Wed 25 Nov',
      '2 9.30am on Wed 25 Nov',
      '3 9am on Thu 26 Nov',
      '4 9.30am on Thu 26 Nov',
      '5 Other times',
      '6 No call, thanks',
    ].join('\n'),
  );
  expect(await tells(phone, '5')).toContain('1 9am on Fri 27 Nov');
});

it('chooses, and it is a promise with an owner, in STATUS and with whoever rings', async () => {
  const { phone } = await asked();
  expect(await tells(phone, '2')).toContain(
    "That's booked. One of our team will call you at 9.30am on Wed 25 Nov, or in the half hour after.",
  );
  expect(await booked(phone)).toEqual([['Morag', wednesday(570)]]);
  expect(await promised(phone)).toEqual([
    ['answer', 'cancelled', 'team'],
    ['callBack', 'open', 'Morag'],
  ]);
  expect(await phone.team.list(morag)).toMatchObject([
    { state: 'callback', holder: { isYou: true }, callAt: wednesday(570) },
  ]);
  expect(await tells(phone, 'STATUS')).toContain('will call you at 9.30am on Wed 25 Nov');
});

it('moves it in their own words: the first time is free again, and the promise is the new one', async () => {
  const { phone } = await asked();
  await phone.says('1');
  expect(await tells(phone, 'can i move the call please')).toContain('When would you like us to call you?');
  await phone.says('2');
  expect(await booked(phone)).toEqual([['Morag', wednesday(570)]]);
  expect((await promised(phone)).filter(([, state]) => state === 'open')).toEqual([['callBack', 'open', 'Morag']]);
  expect(await phone.team.list(morag)).toMatchObject([{ callAt: wednesday(570) }]);
  expect(phone.bookings.times('another', { window: null, avoid: '' })[0]).toMatchObject({ from: wednesday(540) });
});

it.each(['NO CALL', 'cancel my phone call', "don't call me"])('calls it off: %s', async (words) => {
  const { phone } = await asked();
  await phone.says('1');
  expect(await tells(phone, words)).toContain("That's off. We won't call.");
  expect(await booked(phone)).toEqual([]);
  expect((await promised(phone)).filter(([, state]) => state === 'open')).toEqual([]);
  expect(await phone.team.list(morag)).toEqual([]);
  expect(await tells(phone, 'STATUS')).not.toContain('will call you');
});

it.each(['STOP', 'wrong number'])('%s: a phone that must not be written to does not ring either', async (words) => {
  const { phone } = await asked();
  await phone.says('1');
  await phone.says(words);
  expect(await booked(phone)).toEqual([]);
  expect((await promised(phone)).filter(([, state]) => state === 'open')).toEqual([]);
});

it('after more than a day it is first asked if it is a good time, and then where things stand', async () => {
  const { phone } = await asked(['Morag'], whenIs('2026-11-27', 18 * 60));
  await phone.says('1');
  await passes(phone, 62 * hour);
  expect(await tells(phone, 'MOVE')).not.toContain('call');
  expect(await booked(phone)).toHaveLength(1);
  expect(await tells(phone, 'NO CALL')).toContain("That's off");
  expect(await booked(phone)).toEqual([]);
});

it('"I cannae make it" is asked about, and kept when they keep it', async () => {
  const { phone } = await asked();
  await phone.says('1');
  expect(await tells(phone, 'i cannae make it')).toContain('You have a call booked for 9am on Wed 25 Nov');
  expect(await tells(phone, 'keep it')).toContain('will call you at 9am');
  expect(await booked(phone)).toHaveLength(1);
});

it('one that went between the offer and the choice: they hear it, and choose another', async () => {
  const { phone } = await asked();
  await phone.bookings.book('somebody else', wednesday(540));
  const said = await tells(phone, '1');
  expect(said).toContain('That time has gone to somebody else');
  expect(said).toContain('1 9.30am on Wed 25 Nov');
  expect(await booked(phone)).toEqual([['Morag', wednesday(540)]]);
  await phone.says('1');
  expect(await booked(phone)).toHaveLength(2);
});

it('one that turns out to be gone when it is written down: they hear it, and the team has it again', async () => {
  const { phone } = await asked();
  await phone.says('1');
  await phone.chose({ contactBy: 'text', safeNumber: 'yes' });
  const said = (await phone.happens({ name: 'callGone' })).map(({ text }) => text).join('\n');
  expect(said).toContain('That time has gone to somebody else');
  expect(said).toContain('1 9am on Wed 25 Nov');
  expect((await phone.stateOf()).call).toBeNull();
  expect((await phone.stateOf()).handoff).not.toBeNull();
});

it('nobody is on the rota: what is promised is what was promised before', async () => {
  const { phone, offer } = await asked([]);
  expect(offer).not.toContain('When would you like us to call you?');
  expect(await promised(phone)).toEqual([['answer', 'open', 'team']]);
});

it('wants no call: the note stands, with its time', async () => {
  const { phone } = await asked();
  expect(await tells(phone, '6')).toContain('will be in touch by');
  expect(await promised(phone)).toEqual([['answer', 'open', 'team']]);
});

it('only in their safe times', async () => {
  const phone = aPhoneService({ at: evening });
  phone.rota.now = [oneOf('Morag', ...weekdays(9 * 60, 17 * 60))];
  await phone.bookings.look();
  for (const said of ['hi', 'yes', 'yes', 'yes']) await phone.says(said);
  await phone.chose({ contactBy: 'call', safeNumber: 'yes', window: 'afternoon' });
  await phone.remembers(({ secrets }) => ({ secrets: { ...secrets, 'said/avoid': 'not wednesdays' } }));
  const offer = await tells(phone, 'can i talk to a person');
  expect(offer).toContain('1 noon on Thu 26 Nov');
  expect(offer).not.toContain('Wed');
});

it.each([
  ['only a text is safe', { contactBy: 'text', safeNumber: 'textOnly' }],
  ['the phone is not safe', { contactBy: 'none', safeNumber: 'no' }],
])('%s: no call is offered', async (_why, chosen) => {
  const phone = aPhoneService({ at: evening });
  phone.rota.now = [oneOf('Morag', ...weekdays(9 * 60, 17 * 60))];
  await phone.bookings.look();
  for (const said of ['hi', 'yes', 'yes', 'yes']) await phone.says(said);
  await phone.chose(chosen);
  expect(await tells(phone, 'can i talk to a person')).not.toContain('When would you like us to call you?');
});

it('Morag is warned, rings, and writes it up: kept, and nothing is still to come', async () => {
  const { phone } = await asked();
  await phone.says('2');
  await passes(phone, 13.4 * hour);
  expect((await promised(phone)).at(-1)).toEqual(['callBack', 'warned', 'Morag']);
  expect(phone.staff.rung.size).toBe(1);
  const [row] = await phone.team.list(morag);
  await phone.team.called(morag, row?.id ?? '', { reached: true });
  await phone.team.wrapUp(morag, row?.id ?? '', { outcome: 'helped', note: 'spoke' });
  await passes(phone, hour);
  expect((await promised(phone)).at(-1)).toEqual(['callBack', 'kept', 'Morag']);
  expect(phone.staff.rung.size).toBe(0);
  expect(await tells(phone, 'STATUS')).not.toContain('will call you');
});

it('nobody rings: sorry when they can be told, the team asked again, and STATUS says what is so', async () => {
  const { phone } = await asked();
  await phone.says('2');
  await phone.chose({ contactBy: 'text', safeNumber: 'yes' });
  expect(await passes(phone, 14.5 * hour)).toContain('Our call to you was due earlier today');
  expect((await promised(phone)).slice(1)).toEqual([
    ['callBack', 'sorrySaid', 'Morag'],
    ['answer', 'open', 'team'],
  ]);
  expect((await phone.team.list(morag))[0]).toMatchObject({ holder: { isPerson: false } });
  expect(await tells(phone, 'STATUS')).toContain('Our team has your note');
});
