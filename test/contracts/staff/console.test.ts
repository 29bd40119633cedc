/** The console over HTTP, on a phone line with the whole way to it: what each may see and do, and that nothing is sent by anybody but the holder. */
import type { Role } from '../../../services/store/collections/roles';
import { aPhoneService } from '../../unit/inbox/aPhoneService';
import { staffServer } from './staffServer';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** Maya half way through by text, who asks for a person; the team, and the thread that came of it. */
async function aDesk(words = 'can i talk to a person') {
  const phone = aPhoneService({});
  const alarmSubject = async (token: string) => {
    const [risk] = await phone.kept.risks.find({}, 1);
    return token === 'of-the-danger' ? (risk?.eventId ?? null) : null;
  };
  const server = await staffServer({ desk: { handoffs: phone.team, now: phone.now, alarmSubject } });
  stops.push(server.stop);
  for (const said of ['hi', 'yes', 'yes', 'yes']) await phone.says(said);
  await phone.says(words);
  const as = (name: string, ...roles: [Role, ...Role[]]) => server.as(roles, 'in', `${name}@win.example.org`, name);
  const lead = await as('Jean', 'safeguarding');
  const [row] = await phone.team.list({ id: lead.account.id, name: 'Jean', roles: ['safeguarding'] });
  if (row === undefined) throw new Error('Nobody was asked for');
  const at = `/advisor/threads/${encodeURIComponent(row.id)}`;
  return { phone, as, lead, at, id: row.id, server };
}

const reached = (phone: ReturnType<typeof aPhoneService>) => phone.reached.map(({ text }) => text);

it('taken, said, heard and handed back by plain forms', async () => {
  const { phone, as, at } = await aDesk();
  const ailsa = await as('Ailsa', 'advisor');
  const queue = await ailsa.look('/advisor');
  expect(queue.text).toContain('Asked for a person');
  expect(queue.text).toContain('Take the next one');
  const before = await ailsa.look(at);
  expect(before.text).toContain('Take this one');
  expect(before.text).not.toContain('name="words"');
  expect((await ailsa.send(`${at}/claim`, {}, at)).to).toBe(`${at}?note=taken`);
  const thread = await ailsa.look(at);
  const nonce = /name="nonce" value="([^"]+)"/.exec(thread.text)?.[1] ?? '';
  const words = { words: 'Hello Maya, what would help?', nonce };
  expect((await ailsa.send(`${at}/say`, words, at)).to).toBe(at);
  // the same form once more, as a lost answer makes a browser do
  expect((await ailsa.send(`${at}/say`, words, at)).to).toBe(at);
  await phone.settle();
  expect(reached(phone).filter((text) => text.includes('what would help'))).toHaveLength(1);
  await phone.says('somebody to go to the council wi me');
  const after = await ailsa.look(at);
  expect(after.text).toContain('somebody to go to the council wi me');
  expect(after.text).toContain('Hello Maya, what would help?');
  expect((await ailsa.send(`${at}/hand-back`, { intake: 'goesOn', handBackNote: 'all well' }, at)).to).toBe(
    '/advisor?note=handedBack',
  );
  await phone.settle();
  expect(reached(phone).join('\n')).toContain("it's the automated helper again");
});

it('of two at once one has it; the other is told who, and their words stay in the box', async () => {
  const { phone, as, at } = await aDesk();
  const [ailsa, brodie] = [await as('Ailsa', 'advisor'), await as('Brodie', 'advisor')];
  const both = await Promise.all([ailsa.send(`${at}/claim`, {}, at), brodie.send(`${at}/claim`, {}, at)]);
  expect(both.map(({ to }) => to).sort()).toEqual([`${at}?note=heldByOther`, `${at}?note=taken`]);
  const [other, holder] = both[0]?.to?.endsWith('taken') ? [brodie, 'Ailsa'] : [ailsa, 'Brodie'];
  expect((await other.look(at)).text).toContain(`${holder} has this one.`);
  const before = reached(phone).length;
  const refused = await other.send(`${at}/say`, { words: 'I am here <b>too</b>', nonce: 'message-1' }, at);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(`${holder} has this one.`);
  expect(refused.text).toContain('<p class="words">I am here &lt;b&gt;too&lt;/b&gt;</p>');
  await phone.settle();
  expect(
    reached(phone)
      .slice(before)
      .filter((text) => text.includes('I am here')),
  ).toEqual([]);
});

it('an open page takes its own words from the answer; signed out, it is sent on and knows that nothing was taken', async () => {
  const { phone, as, at, server } = await aDesk();
  const ailsa = await as('Ailsa', 'advisor');
  await ailsa.send(`${at}/claim`, {}, at);
  const open = ailsa.like({ 'x-win-live': '1' });
  open.take(ailsa.cookie());
  const taken = await open.send(`${at}/say`, { words: 'Are you warm enough?', nonce: 'message-7' }, at);
  expect(taken.status).toBe(200);
  expect(taken.text).toContain('Are you warm enough?');
  await phone.settle();
  expect(reached(phone).filter((text) => text.includes('warm enough'))).toHaveLength(1);
  await server.house.accounts.setRoles(ailsa.account.id, ['manager'], 'command');
  const after = await open.ask('POST', `${at}/say`, { words: 'and now?', nonce: 'message-8', csrf: 'any' });
  expect(after.status).toBe(303);
});

it('an alarm leads to its thread after sign-in, and nowhere once that is closed or for who may not see it', async () => {
  const { as, at, lead, server } = await aDesk('i have taken all my tablets');
  const alarm = '/advisor/alarms/of-the-danger';
  const nobody = server.aBrowser();
  expect((await nobody.look(alarm)).to).toBe(`/staff/sign-in?next=${encodeURIComponent(alarm)}`);
  const ailsa = await as('Ailsa', 'advisor');
  expect((await ailsa.look(alarm)).to).toBe(at);
  expect((await ailsa.look('/advisor/alarms/of-nothing')).to).toBe('/advisor?note=alarmDone');
  await ailsa.send(`${at}/claim`, {}, at);
  expect((await lead.look(alarm)).to).toBe(at);
  await ailsa.send(`${at}/wrap-up`, { outcome: 'helped', closeNote: '' }, at);
  expect((await ailsa.look(alarm)).to).toBe('/advisor?note=alarmDone');
});

it('a supervisor takes over; an advisor may not even ask', async () => {
  const { as, at, lead } = await aDesk();
  const ailsa = await as('Ailsa', 'advisor');
  await ailsa.send(`${at}/claim`, {}, at);
  const brodie = await as('Brodie', 'advisor');
  expect((await brodie.look(at)).text).not.toContain('Take over');
  expect((await brodie.send(`${at}/take-over`, {}, '/advisor')).status).toBe(403);
  expect((await lead.look(at)).text).toContain('Take over');
  expect((await lead.send(`${at}/take-over`, {}, at)).to).toBe(`${at}?note=taken`);
  expect((await ailsa.send(`${at}/say`, { words: 'still here', nonce: 'message-2' }, '/advisor')).status).toBe(422);
});

it('a worry about one of us is seen by the lead alone: to the others there is no such page, and nothing of it in the queue', async () => {
  const { as, at, lead, server } = await aDesk('i want to complain about your worker, he touched me');
  expect((await lead.look(at)).status).toBe(200);
  for (const who of [await as('Ailsa', 'advisor'), await as('Rab', 'manager')]) {
    for (const path of [at, '/advisor/threads/none']) expect((await who.look(path)).status).toBe(404);
    for (const what of ['claim', 'say', 'hand-back', 'release', 'wrap-up'])
      expect((await who.send(`${at}/${what}`, { words: 'hello', nonce: 'message-3' }, '/advisor')).status).toBe(404);
    expect((await who.look('/advisor')).text).not.toContain(at);
    const news = await fetch(`${server.at}/advisor/events?thread=${at.split('/').at(-1) ?? ''}`, {
      headers: { cookie: who.cookie() ?? '' },
    });
    expect(await news.text()).toBe('');
  }
});

it('the brief says what they were promised, and by when, once', async () => {
  const { as, at } = await aDesk();
  const { text } = await (await as('Ailsa', 'advisor')).look(at);
  expect(text).toContain('<span class="line">Be in touch, 5pm today</span>');
});

it('after STOP nothing leaves, and what was written is still there to read', async () => {
  const { phone, as, at } = await aDesk();
  const ailsa = await as('Ailsa', 'advisor');
  await ailsa.send(`${at}/claim`, {}, at);
  await phone.says('STOP');
  const before = reached(phone).length;
  const refused = await ailsa.send(`${at}/say`, { words: 'Are you all right?', nonce: 'message-4' }, at);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('They said stop, so it was not sent.');
  expect(refused.text).toContain('>Are you all right?</textarea>');
  expect(refused.text).toContain('value="message-4"');
  await phone.settle();
  expect(reached(phone)).toHaveLength(before);
  expect((await ailsa.look(at)).text).toContain('They said stop. Nothing is sent until they write again.');
});

it('every opening is in the audit; saying that a page reads again does not get round it', async () => {
  const { phone, as, at } = await aDesk();
  const ailsa = await as('Ailsa', 'advisor');
  const reads = () => phone.staff.audited.filter((one) => one === `${ailsa.account.id} handoffRead`).length;
  const sly = ailsa.like({ 'x-win-live': '1' });
  sly.take(ailsa.cookie());
  expect((await sly.look(at)).status).toBe(200);
  expect(reads()).toBe(1);
  await sly.look(at);
  expect(reads()).toBe(1);
  await ailsa.look(at);
  expect(reads()).toBe(2);
});

it('a forged form says nothing in anybody’s name', async () => {
  const { phone, as, at } = await aDesk();
  const ailsa = await as('Ailsa', 'advisor');
  await ailsa.send(`${at}/claim`, {}, at);
  await phone.settle();
  const before = reached(phone).length;
  const forged = await ailsa.ask('POST', `${at}/say`, { words: 'send me money', nonce: 'message-5', csrf: 'guess' });
  expect(forged.to).toBe('/staff?note=stale');
  const { text } = await ailsa.look(at);
  const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const elsewhere = ailsa.like({ 'sec-fetch-site': 'cross-site' });
  elsewhere.take(ailsa.cookie());
  await elsewhere.ask('POST', `${at}/say`, { words: 'send me money', nonce: 'message-6', csrf });
  await phone.settle();
  expect(reached(phone)).toHaveLength(before);
});

it('a call is agreed for a time that is still to come, and written down when it was made', async () => {
  const { phone, as, at } = await aDesk();
  const ailsa = await as('Ailsa', 'advisor');
  await ailsa.send(`${at}/claim`, {}, at);
  for (const [day, time] of [
    ['2026-11-23', '10:00'],
    ['2026-11-24', 'soon'],
    ['', ''],
    ['2026-11-25', '25:00'],
  ]) {
    const refused = await ailsa.send(`${at}/call-back`, { day: day ?? '', time: time ?? '' }, at);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Please give a day and a time that are still to come.');
  }
  expect((await ailsa.send(`${at}/call-back`, { day: '2026-11-25', time: '10.30' }, at)).to).toBe(
    '/advisor?note=agreed',
  );
  const [made] = await phone.kept.promises.find({ kind: 'callBack' }, 5);
  expect(made).toMatchObject({ dueAt: Date.UTC(2026, 10, 25, 10, 30), state: 'open' });
  const page = await ailsa.look(at);
  expect(page.text).toContain('You agreed to call them');
  expect((await ailsa.send(`${at}/called`, { reached: 'yes' }, at)).to).toBe(`${at}?note=called`);
  expect((await ailsa.send(`${at}/wrap-up`, { outcome: 'helped', closeNote: '' }, at)).to).toBe(
    '/advisor?note=closedNow',
  );
  expect((await ailsa.look(at)).text).toContain('This one is closed.');
});

it('closed with something left to do: a time that is gone is refused with all that was written, and then it is theirs to do', async () => {
  const { as, at } = await aDesk();
  const ailsa = await as('Ailsa', 'advisor');
  await ailsa.send(`${at}/claim`, {}, at);
  expect((await ailsa.send(`${at}/note`, { note: 'Knows <b>Rab</b>' }, at)).to).toBe(`${at}?note=noted`);
  expect((await ailsa.look(at)).text).toContain('Knows &lt;b&gt;Rab&lt;/b&gt;');
  const left = {
    outcome: 'passedOn',
    closeNote: 'all well',
    nextAction: 'Ring the council',
    nextOwner: ailsa.account.id,
  };
  const refused = await ailsa.send(`${at}/wrap-up`, { ...left, nextDay: '2026-11-01', nextTime: '10:00' }, at);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('>all well</textarea>');
  expect(refused.text).toContain('value="Ring the council"');
  expect((await ailsa.send(`${at}/wrap-up`, { ...left, nextDay: '2026-11-25', nextTime: '10:00' }, at)).to).toBe(
    '/advisor?note=leftToDo',
  );
  const page = await ailsa.look(at);
  expect(page.text).toContain('Ring the council');
  expect((await ailsa.look('/advisor')).text).toContain('To do');
  await ailsa.send(`${at}/wrap-up`, { outcome: 'helped', closeNote: '' }, at);
  expect((await ailsa.look(at)).text).toContain('This one is closed.');
});

it('news ends with the session', async () => {
  const { as, server } = await aDesk();
  const ailsa = await as('Ailsa', 'advisor');
  const news = await fetch(`${server.at}/advisor/events`, { headers: { cookie: ailsa.cookie() ?? '' } });
  expect(news.headers.get('content-type')).toContain('text/event-stream');
  const reader = news.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(first).toContain('event: beat');
  await server.house.accounts.setRoles(ailsa.account.id, ['manager'], 'command');
  const next = await fetch(`${server.at}/advisor/events`, {
    headers: { cookie: ailsa.cookie() ?? '' },
    redirect: 'manual',
  });
  expect(next.status).toBe(303);
  await reader?.cancel();
});
