/** A promise from the words that make it to the line that says sorry, on a phone; STATUS tells the truth at each step. */
import type { StaffNow } from '../../../services/handoffMachine/reasons';
import { ali, morag } from '../handoffs/aTeam';
import { aPhoneService, hour, minute, type PhoneService } from '../inbox/aPhoneService';

/** Somebody asks for a person by text, at 11 on a Tuesday: they are told "by 5pm". */
async function asked(over: Readonly<Record<string, string>> = {}) {
  const phone = aPhoneService();
  for (const said of ['hi', 'yes', 'yes', 'yes', 'can i talk to a person']) await phone.says(said);
  await phone.chose({ contactBy: 'text', safeNumber: 'yes', window: 'anyTime', ...over });
  const [row] = await phone.team.list(morag);
  if (row === undefined) throw new Error('Nobody was asked for');
  return { phone, id: row.id };
}
/** Time passes, and the clocks are looked at every five minutes. */
async function passes(phone: PhoneService, ms: number): Promise<readonly string[]> {
  const before = phone.reached.length;
  for (let gone = 0; gone < ms; gone += 5 * minute) {
    await phone.pass(5 * minute);
    await phone.team.look();
    await phone.promiseClocks.look();
    await phone.settle();
  }
  return phone.reached.slice(before).map(({ text }) => text);
}
const states = async (phone: PhoneService) =>
  (await phone.kept.promises.find({}, 20)).map(({ kind, about, state }) => `${kind} ${about} ${state}`);
const status = async (phone: PhoneService) => (await phone.says('STATUS')).map(({ text }) => text).join('\n');
const here = (one: StaffNow): StaffNow => ({ ...one, seenAt: Number.MAX_SAFE_INTEGER });

it('a note nobody answers: warned of, broken, sorry said once, the team asked again, and a new time told', async () => {
  const { phone } = await asked();
  expect(await status(phone)).toContain('They aim to be in touch by 5pm today');
  await passes(phone, 5.2 * hour);
  expect(phone.staff.rung.size).toBe(1);
  expect(await states(phone)).toEqual(['answer asked warned']);
  const said = (await passes(phone, hour)).filter((text) => text.includes('sorry'));
  expect(said).toEqual([expect.stringMatching(/\n\nOur team was to get back to you, and that was due earlier today/)]);
  expect(await states(phone)).toEqual(['answer asked sorrySaid', 'answer late open']);
  expect(await phone.kept.handoffs.find({ 'asks.reason': 'late' }, 9)).toMatchObject([{ level: 'P2' }]);
  expect(await status(phone)).toMatch(/They aim to be in touch by 10am on Wed 25 Nov/);
  // and that one too: the team is asked again, and no text says sorry every few hours
  expect((await passes(phone, 18 * hour)).filter((text) => text.includes('sorry'))).toEqual([]);
  expect(await states(phone)).toEqual(['answer asked sorrySaid', 'answer late broken']);
  expect(await status(phone)).toContain('that was due earlier today');
});

it('one that is answered is kept: nobody is rung about it again, and nobody hears sorry', async () => {
  const { phone, id } = await asked();
  await passes(phone, 5.2 * hour);
  await phone.team.claim(morag, id);
  await phone.team.say(morag, id, { key: 'message-1', words: 'Hello, it is Morag' });
  await phone.team.handBack(morag, id, { intake: 'stays', note: '' });
  expect((await passes(phone, 5 * hour)).filter((text) => text.includes('sorry'))).toEqual([]);
  expect(await states(phone)).toEqual(['answer asked kept']);
  expect(phone.staff.rung.size).toBe(0);
  expect(await status(phone)).not.toContain('Our team has your note');
});

it('whoever owns it and is at their console is not rung', async () => {
  const { phone, id } = await asked();
  phone.staff.now = [here(morag)];
  await phone.team.claim(morag, id);
  await passes(phone, 5.2 * hour);
  expect(await states(phone)).toEqual(['answer asked warned']);
  expect(phone.staff.rung.size).toBe(0);
});

describe('a call that was agreed', () => {
  async function agreed() {
    const { phone, id } = await asked();
    await phone.team.claim(morag, id);
    await phone.team.callback(morag, id, { at: phone.now() + 2 * hour, note: '' });
    await phone.settle();
    return { phone, id };
  }

  it('is in STATUS until it is made, and then no more', async () => {
    const { phone, id } = await agreed();
    expect(await status(phone)).toMatch(/^Morag will be in touch by 1.*pm today/m);
    await passes(phone, hour);
    await phone.team.called(morag, id, { reached: true });
    await phone.settle();
    expect(await status(phone)).not.toContain('Morag will be');
    expect(await states(phone)).toContain(`callBack ${id} kept`);
  });

  it('when they are not reached they hear by when we try again', async () => {
    const { phone, id } = await agreed();
    const before = phone.reached.length;
    await phone.team.called(morag, id, { reached: false, nextAt: phone.now() + 3 * hour });
    await phone.settle();
    expect(phone.reached.slice(before).map(({ text }) => text)).toEqual([
      expect.stringMatching(/\n\nWe tried to reach you and couldn't get through. Morag will try again by 2.*pm today/),
    ]);
    expect(await status(phone)).toMatch(/^Morag will be in touch by 2/m);
  });

  it('when nobody rings they hear sorry, and the team has it again', async () => {
    const { phone, id } = await agreed();
    const said = await passes(phone, 2.5 * hour);
    expect(said.filter((text) => text.includes('sorry'))).toEqual([
      expect.stringMatching(/\n\nOur call to you was due earlier today. If nobody has called, I'm so sorry/),
    ]);
    expect(await states(phone)).toEqual(expect.arrayContaining([`callBack ${id} sorrySaid`, 'answer late open']));
    expect(await status(phone)).not.toContain('Morag will be');
    expect((await phone.team.list(ali))[0]).toMatchObject({ id, holder: { isPerson: false } });
  });

  it('"nobody phoned me" before it is due: sorry, the team told, and what was agreed', async () => {
    const { phone } = await agreed();
    const said = (await phone.says('naebody has phoned me')).map(({ text }) => text).join('\n');
    expect(said).toContain("I'm so sorry");
    expect(said).toContain('Morag will be in touch by');
  });
});

it.each([
  ['after STOP', 'STOP'],
  ['once they left because somebody came', 'someone is coming'],
])('%s nothing is said, and the team is asked all the same', async (_when, words) => {
  const { phone } = await asked();
  await phone.says(words);
  expect((await passes(phone, 7 * hour)).filter((text) => text.includes('sorry'))).toEqual([]);
  expect((await states(phone))[0]).toBe('answer asked broken');
  expect(await phone.kept.handoffs.find({ 'asks.reason': 'late' }, 9)).toHaveLength(1);
});

it('on a phone that nobody called safe it waits until they write', async () => {
  const { phone } = await asked({ safeNumber: 'no' });
  expect(await passes(phone, 7 * hour)).toEqual([]);
  const before = phone.reached.length;
  await phone.says('hello');
  await phone.pass(minute);
  expect(
    phone.reached
      .slice(before)
      .map(({ text }) => text)
      .join('\n'),
  ).toContain("I'm so sorry");
});

it('when telling fails it is told by the next look, once', async () => {
  const { phone } = await asked();
  await passes(phone, 5.9 * hour);
  phone.staff.deaf = 2;
  const said = await passes(phone, hour);
  expect(said.filter((text) => text.includes('sorry'))).toHaveLength(1);
  expect((await states(phone))[0]).toBe('answer asked sorrySaid');
});
