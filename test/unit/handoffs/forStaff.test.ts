/** What staff do, on a phone line with the whole way to it: a talk between two people, kept, said once, within the rules. */
import type { StaffNow } from '../../../services/handoffMachine/reasons';
import { aPhoneService, hour, minute, type PhoneService } from '../inbox/aPhoneService';
import { ali, boss, lead, morag } from './aTeam';

/** Somebody half way through by text, who then asks for a person; the handoff that comes of it. */
async function asked(words = 'can i talk to a person', at?: number) {
  const phone = aPhoneService(at === undefined ? {} : { at });
  for (const said of ['hi', 'yes', 'yes', 'yes']) await phone.says(said);
  await phone.says(words);
  const [row] = await phone.team.list(words.includes('worker') ? lead : morag);
  if (row === undefined) throw new Error('Nobody was asked for');
  return { phone, team: phone.team, id: row.id };
}
const texts = (phone: PhoneService, from = 0) => phone.reached.slice(from).map(({ text }) => text);
const said = (words: string, n = 1) => ({ key: `message-${n}`, words });

it('a talk: taken, said both ways, handed back, and the questions go on', async () => {
  const { phone, team, id } = await asked();
  const before = phone.reached.length;
  expect(await team.claim(morag, id)).toMatchObject({ kind: 'done', row: { holder: { isYou: true } } });
  await phone.settle();
  expect(texts(phone, before)).toEqual([
    "Morag is here now. They can see what you've said, so you don't need to repeat it.",
  ]);
  expect(await team.say(morag, id, said('What would help most today?'))).toMatchObject({
    kind: 'said',
    items: [{ from: 'advisor', text: 'What would help most today?' }],
  });
  await phone.settle();
  expect(texts(phone, before).at(-1)).toBe('What would help most today?');
  expect(await phone.says('somebody to ring the council wi me')).toEqual([]);
  expect((await team.list(morag))[0]).toMatchObject({ state: 'live', theirTurn: true });
  const read = await team.read(morag, id);
  if (read.kind !== 'found') throw new Error('It cannot be read');
  expect(read.thread.items.slice(-2)).toMatchObject([
    { from: 'advisor', delivery: 'sent' },
    { from: 'person', text: 'somebody to ring the council wi me' },
  ]);
  await team.handBack(morag, id, { intake: 'goesOn', note: '' });
  await phone.settle();
  const handedBack = texts(phone, before + 2).join('\n');
  expect(handedBack).toContain("it's the automated helper again");
  expect(handedBack).toContain('?');
  expect(await team.list(morag)).toEqual([]);
});

it('of two at once one has it; the other hears who, and cannot write', async () => {
  const { team, id } = await asked();
  const [one, two] = await Promise.all([team.claim(morag, id), team.claim(ali, id)]);
  expect([one.kind, two.kind].sort()).toEqual(['done', 'refused']);
  const [holder, other] = one.kind === 'done' ? [morag, ali] : [ali, morag];
  expect(one.kind === 'refused' ? one : two).toMatchObject({ why: 'held', holder: holder.name });
  expect(await team.say(other, id, said('hello'))).toEqual({ kind: 'refused', why: 'held', holder: holder.name });
});

it('sent again under the same key, whatever was lost on the way, it is said once', async () => {
  const { phone, team, id } = await asked();
  await team.claim(morag, id);
  const [one, two] = await Promise.all([1, 2].map(() => team.say(morag, id, said('Are you there?'))));
  const three = await phone.makeTeam().say(morag, id, said('Are you there?'));
  expect(two).toEqual(one);
  expect(three).toMatchObject({ kind: 'said' });
  await phone.settle();
  expect(texts(phone).filter((text) => text === 'Are you there?')).toHaveLength(1);
});

it.each([
  ['claim', 1],
  ['hand back', 2],
])('a process that ends before the person was told (%s): another tells them, once', async (_what, turn) => {
  const { phone, team, id } = await asked();
  if (turn === 2) await team.claim(morag, id);
  await phone.settle();
  const before = phone.reached.length;
  phone.staff.deaf = 1;
  const acted =
    turn === 1 ? await team.claim(morag, id) : await team.handBack(morag, id, { intake: 'stays', note: '' });
  expect(acted).toMatchObject({ kind: 'done' });
  await phone.settle();
  expect(texts(phone, before)).toEqual([]);
  await Promise.all([phone.makeTeam().look(), phone.makeTeam().look()]);
  await team.look();
  await phone.settle();
  expect(texts(phone, before)).toEqual([expect.stringMatching(turn === 1 ? /^Morag is here/ : /^Morag has left/)]);
});

it('their first words wait for what the person was not told yet, and come after it', async () => {
  const { phone, team, id } = await asked();
  const before = phone.reached.length;
  phone.staff.deaf = 1;
  await team.claim(morag, id);
  await team.say(morag, id, said('How are you?'));
  await phone.settle();
  expect(texts(phone, before)).toEqual([expect.stringMatching(/^Morag is here/), 'How are you?']);
});

describe('what is refused', () => {
  it.each([
    ['STOP', 'stopped'],
    ["he's coming in", 'away'],
  ])('after "%s" no word of ours leaves, and the advisor knows why', async (words, why) => {
    const { phone, team, id } = await asked();
    await team.claim(morag, id);
    await phone.says(words);
    const before = phone.reached.length;
    expect(await team.say(morag, id, said('hello?'))).toMatchObject({ kind: 'refused', why });
    await phone.settle();
    expect(phone.reached).toHaveLength(before);
    const read = await team.read(morag, id);
    expect(read).toMatchObject({ kind: 'found', row: { holder: { isYou: true } } });
    if (read.kind === 'found') expect(read.steps.map(({ what }) => what)).toContain('left');
  });

  it('empty words, endless ones, and a key that is none', async () => {
    const { team, id } = await asked();
    await team.claim(morag, id);
    for (const given of [said('  '), said('x'.repeat(1_501)), { key: 'short', words: 'hello' }])
      expect(await team.say(morag, id, given)).toMatchObject({ kind: 'refused', why: 'bad' });
  });

  it('a call in the past', async () => {
    const { phone, team, id } = await asked();
    await team.claim(morag, id);
    expect(await team.callback(morag, id, { at: phone.now(), note: '' })).toMatchObject({ why: 'bad' });
  });

  it('what is not there, and what they may not see, look the same', async () => {
    const { team, id } = await asked('i want to complain about your worker, he touched me');
    const nothing = { kind: 'refused', why: 'unknown', holder: '' };
    for (const who of [morag, boss]) {
      expect((await team.list(who)).map((row) => row.id)).not.toContain(id);
      expect(await team.read(who, id)).toEqual(nothing);
      expect(await team.claim(who, id)).toEqual(nothing);
      expect(await team.watch(who, id, () => undefined)).toEqual(nothing);
    }
    expect(await team.read(morag, 'no such one')).toEqual(nothing);
    expect(await team.read(lead, id)).toMatchObject({ kind: 'found' });
  });
});

it('words long after they wrote open neutrally; with no safe way they are not sent, and it is back in the queue as that', async () => {
  const { phone, team, id } = await asked();
  await phone.chose({ contactBy: 'text', safeNumber: 'yes', window: 'anyTime' });
  await team.claim(morag, id);
  await phone.pass(3 * hour);
  const before = phone.reached.length;
  await team.say(morag, id, said('Shall I ring at two?'));
  await phone.settle();
  expect(texts(phone, before).join('\n')).toMatch(/^Hi, .*asked us to keep in touch/);
  expect(texts(phone, before).at(-1)).toContain('Shall I ring at two?');
  await phone.chose({ safeNumber: 'no' });
  const from = phone.reached.length;
  await team.say(morag, id, said('Are you OK?', 2));
  await phone.pass(minute);
  expect(texts(phone, from)).toEqual([]);
  expect((await team.list(morag))[0]).toMatchObject({ reasons: expect.arrayContaining(['undelivered']) });
});

it('a supervisor takes it over: the person hears who is there, and the first is refused from then on', async () => {
  const { phone, team, id } = await asked();
  await team.claim(morag, id);
  expect(await team.takeOver(ali, id)).toMatchObject({ kind: 'refused', why: 'notForYou' });
  await phone.settle();
  const before = phone.reached.length;
  expect(await team.takeOver(boss, id)).toMatchObject({ kind: 'done' });
  await phone.settle();
  expect(texts(phone, before)).toEqual([expect.stringMatching(/^Rab is here/)]);
  expect(await team.say(morag, id, said('I am still typing'))).toMatchObject({ why: 'held', holder: 'Rab' });
});

it('a call that is agreed is a promise: kept when they are reached, late when they are not in time', async () => {
  const { phone, team, id } = await asked();
  await team.claim(morag, id);
  await phone.settle();
  const before = phone.reached.length;
  await team.callback(morag, id, { at: phone.now() + hour, note: 'ring about the flat' });
  await phone.settle();
  expect(texts(phone, before)).toEqual([expect.stringMatching(/^Morag will be in touch by/)]);
  expect(await phone.kept.promises.find({ state: 'open' }, 9)).toMatchObject([
    { kind: 'callBack', owner: { id: 'Morag' } },
  ]);
  await phone.pass(30 * minute);
  await team.called(morag, id, { reached: false, nextAt: phone.now() + hour });
  await phone.pass(2 * hour);
  await team.look();
  expect((await team.list(morag))[0]).toMatchObject({ state: 'queued' });
  await team.claim(morag, id);
  await team.called(morag, id, { reached: true });
  const calls = await phone.kept.promises.find({ kind: 'callBack' }, 9);
  expect(calls.map(({ state }) => state)).toEqual(['kept', 'broken']);
  const answers = await phone.kept.promises.find({ kind: 'answer' }, 9);
  expect(answers.map(({ state, owner }) => [state, owner.kind])).toEqual([['kept', 'person']]);
  await team.wrapUp(morag, id, { outcome: 'helped', note: 'spoke for ten minutes' });
  expect(await team.list(morag)).toEqual([]);
});

it('the brief says what they said and were asked, how they may be reached, and never a code word', async () => {
  const phone = aPhoneService();
  for (const words of ['hi', 'yes', 'yes', 'yes', 'my flat is damp and i am skint']) await phone.says(words);
  await phone.says('i want to die');
  const [row] = await phone.team.list(morag);
  const read = await phone.team.read(morag, row?.id ?? '');
  if (read.kind !== 'found') throw new Error('It cannot be read');
  const { brief } = read;
  expect(brief.needs.length).toBeGreaterThan(0);
  expect(brief.said.map(({ answer }) => answer).join()).toContain('my flat is damp');
  expect(brief.danger).toMatchObject([{ category: 'suicide_thoughts', words: expect.stringContaining('die') }]);
  expect(brief).toMatchObject({ intakeHeld: true, contact: { mode: 'OPEN', way: 'this thread' } });
  expect(brief.opening).toContain('Morag');
  expect(phone.staff.audited).toContain('Morag handoffRead');
});

it('everything they do is in the audit before it is done, and what is refused is not', async () => {
  const { phone, team, id } = await asked();
  await team.claim(morag, id);
  await team.say(morag, id, said('Hello'));
  await team.say(ali, id, said('Hello'));
  await team.handBack(morag, id, { intake: 'goesOn', note: '' });
  expect(phone.staff.audited).toEqual(['Morag handoffClaimed', 'Morag handoffSaid', 'Morag handoffHandedBack']);
});

describe('who can be promised', () => {
  const there = (over: Partial<StaffNow> = {}): readonly StaffNow[] => [{ ...morag, ...over }];
  const promised = async (people: readonly StaffNow[], wait = 0) => {
    const phone = aPhoneService();
    phone.staff.now = people;
    await phone.team.lookWhoIsThere();
    for (const words of ['hi', 'yes', 'yes', 'yes']) await phone.says(words);
    if (wait === 0) await phone.team.lookWhoIsThere();
    const sent = await phone.says('talk to a person');
    return sent.map(({ text }) => text).join('\n');
  };

  it('somebody at their console with room: their name, and the minutes', async () => {
    expect(await promised(there())).toContain('passing you to Morag now');
  });

  it.each<[string, readonly StaffNow[]]>([
    ['nobody', []],
    ['somebody who is off shift', there({ onShift: false })],
    ['somebody whose console says nothing', there({ seenAt: 0 })],
    ['somebody with a full desk', there({ room: 0 })],
    ['a manager, who takes no talks', [boss]],
  ])('%s: nobody is promised', async (_who, people) => {
    expect(await promised(people)).not.toContain('passing you');
  });

  it('what was known some time ago promises nobody', async () => {
    const phone = aPhoneService();
    phone.staff.now = there();
    await phone.team.lookWhoIsThere();
    expect(phone.team.rota().onDuty).toMatchObject({ name: 'Morag', minutes: 5 });
    phone.jump(minute);
    expect(phone.team.rota().onDuty).toBeNull();
  });

  it('and when the one who was promised does not come, the person hears it', async () => {
    const phone = aPhoneService();
    phone.staff.now = there();
    for (const words of ['hi', 'yes', 'yes', 'yes']) await phone.says(words);
    await phone.team.lookWhoIsThere();
    await phone.says('talk to a person');
    const before = phone.reached.length;
    for (let go = 0; go < 40; go += 1) {
      await phone.pass(10_000);
      await phone.team.look();
    }
    await phone.settle();
    expect(texts(phone, before)).toEqual([expect.stringMatching(/^Sorry, nobody has been free yet/)]);
  });
});

describe('an open page', () => {
  it('is told at once of what this process does, and soon of another’s', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      const { phone, team, id } = await asked();
      let news = 0;
      const watch = await team.watch(ali, id, () => {
        news += 1;
      });
      await jest.advanceTimersByTimeAsync(1_000);
      expect(news).toBe(0);
      await phone.makeTeam().claim(morag, id);
      await jest.advanceTimersByTimeAsync(600);
      expect(news).toBeGreaterThan(0);
      const before = news;
      const row = (await team.list(ali))[0];
      const conversationId = (await phone.kept.handoffs.get(row?.id ?? ''))?.conversationId ?? '';
      team.conversationMoved(conversationId);
      expect(news).toBe(before + 1);
      if (watch.kind === 'watching') watch.stop();
      team.conversationMoved(conversationId);
      expect(news).toBe(before + 1);
      team.close();
    } finally {
      jest.useRealTimers();
    }
  });

  it('tells a queue that was opened a moment before the next one came', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      const { phone, team, id } = await asked();
      // somebody else's page keeps the looks going, so that this one is opened between two
      const other = await team.watch(morag, null, () => undefined);
      await jest.advanceTimersByTimeAsync(600);
      let news = 0;
      const watch = await team.watch(ali, null, () => {
        news += 1;
      });
      await phone.makeTeam().claim(morag, id);
      await jest.advanceTimersByTimeAsync(2_100);
      expect(news).toBe(1);
      for (const one of [watch, other]) if (one.kind === 'watching') one.stop();
      team.close();
    } finally {
      jest.useRealTimers();
    }
  });

  it('shows who else has it on the screen', async () => {
    const { team, id } = await asked();
    await team.looks(ali, id);
    await team.looks(morag, id);
    expect(await team.read(morag, id)).toMatchObject({ lookers: ['Ali'] });
  });
});

it('while they write it is shown to who they talk with, and to nobody who is alone, stopped or with another', async () => {
  const shown: string[] = [];
  const phone = aPhoneService({});
  for (const words of ['hi', 'yes', 'yes', 'yes', 'can i talk to a person']) await phone.says(words);
  const team = phone.makeTeam(() => ({ writing: (id) => void shown.push(id) }));
  const [row] = await team.list(morag);
  const id = row?.id ?? '';
  await team.writes(morag, id);
  await team.claim(ali, id);
  await team.writes(morag, id);
  await team.writes(morag, 'nothing');
  expect(shown).toEqual([]);
  await team.writes(ali, id);
  expect(shown).toEqual([await phone.conversationOf()]);
  await phone.says('STOP');
  await team.writes(ali, id);
  expect(shown).toHaveLength(1);
  team.close();
});

describe('after the talk', () => {
  const due = (phone: Awaited<ReturnType<typeof asked>>['phone']) => phone.now() + 3 * hour;

  it('something left to do is somebody’s with a time: it is in their queue, and nothing is said of it to the person', async () => {
    const { phone, team, id } = await asked();
    phone.staff.now = [{ ...ali, onShift: true, signedIn: true, seenAt: Number.MAX_SAFE_INTEGER, room: 3 }];
    await team.claim(morag, id);
    await phone.settle();
    const before = phone.reached.length;
    const next = { action: 'Ring the council about the form', ownerId: ali.id, dueAt: due(phone) };
    expect((await team.wrapUp(morag, id, { outcome: 'helped', note: 'Likes tea', next })).kind).toBe('done');
    await phone.settle();
    expect(texts(phone, before).join(' ')).not.toMatch(/council|call/i);
    const [row] = await team.list(ali);
    expect(row).toMatchObject({ state: 'callback', hasNext: true, holder: { name: 'Ali', isYou: true } });
    expect(await team.read(ali, id)).toMatchObject({
      nextAction: 'Ring the council about the form',
      notes: [{ who: 'Morag', words: 'Likes tea' }],
    });
    expect(await team.wrapUp(morag, id, { outcome: 'helped', note: '' })).toMatchObject({ why: 'held', holder: 'Ali' });
    expect((await team.wrapUp(ali, id, { outcome: 'helped', note: '' })).kind).toBe('done');
    expect(await team.list(ali)).toEqual([]);
  });

  it('not done in time, it is asked of the team again, and still says what it was', async () => {
    const { phone, team, id } = await asked();
    await team.claim(morag, id);
    const next = { action: 'Ring the council', ownerId: morag.id, dueAt: due(phone) };
    await team.wrapUp(morag, id, { outcome: 'helped', note: '', next });
    await phone.pass(3 * hour + minute);
    await team.look();
    const read = await team.read(ali, id);
    expect(read).toMatchObject({ row: { state: 'queued' }, nextAction: 'Ring the council' });
    expect(read.kind === 'found' ? read.steps.map(({ what }) => what) : []).toContain('nextMissed');
  });

  it.each([
    ['a time that is gone', { action: 'x', ownerId: 'Morag', dueAt: 1 }],
    ['nobody we know', { action: 'x', ownerId: 'nobody', dueAt: Number.NaN }],
    ['nothing to do', { action: '  ', ownerId: 'Morag', dueAt: 1 }],
  ])('%s is no next thing', async (_what, given) => {
    const { phone, team, id } = await asked();
    await team.claim(morag, id);
    const next = { ...given, ownerId: given.ownerId === 'nobody' ? 'nobody' : morag.id };
    const dueAt = given.dueAt === 1 && given.action === 'x' ? 1 : due(phone);
    expect(await team.wrapUp(morag, id, { outcome: 'helped', note: '', next: { ...next, dueAt } })).toMatchObject({
      why: 'bad',
    });
    expect((await team.list(morag))[0]).toMatchObject({ state: 'claimed' });
  });

  it('ticked off together: one’s own is done or put off, and what is another’s stays as it is', async () => {
    const { phone, team, id } = await asked();
    await team.claim(morag, id);
    const next = { action: 'Ring the council', ownerId: morag.id, dueAt: due(phone) };
    await team.wrapUp(morag, id, { outcome: 'noAnswer', note: '', next });
    const [row] = await team.list(morag);
    expect(row?.next).toBe('Ring the council');
    expect((await team.list(ali))[0]?.next).toBe('');
    expect(await team.actOnTasks(ali, [id], { kind: 'done' })).toEqual({ acted: 0, left: 1 });
    const later = due(phone) + 20 * hour;
    expect(await team.actOnTasks(morag, [id, id, 'nothing'], { kind: 'putOff', dueAt: later })).toEqual({
      acted: 1,
      left: 1,
    });
    expect((await team.list(morag))[0]).toMatchObject({ callAt: later, next: 'Ring the council' });
    expect(await team.actOnTasks(morag, [id], { kind: 'putOff', dueAt: 1 })).toEqual({ acted: 0, left: 1 });
    const before = phone.reached.length;
    expect(await team.actOnTasks(morag, [id], { kind: 'done' })).toEqual({ acted: 1, left: 0 });
    await phone.settle();
    expect(await team.list(morag)).toEqual([]);
    expect(phone.reached.length).toBe(before);
    expect(await team.actOnTasks(morag, [id], { kind: 'done' })).toEqual({ acted: 0, left: 1 });
  });

  it('somebody one talks to is never ticked off', async () => {
    const { team, id } = await asked();
    await team.claim(morag, id);
    expect(await team.actOnTasks(morag, [id], { kind: 'done' })).toEqual({ acted: 0, left: 1 });
    expect((await team.list(morag))[0]).toMatchObject({ state: 'claimed' });
  });

  it('a private note is for whoever may see the thread, kept once, and never with the person', async () => {
    const { phone, team, id } = await asked();
    await phone.settle();
    const before = phone.reached.length;
    for (let n = 0; n < 2; n += 1) await team.wroteNote(ali, id, 'His sister helps him');
    await phone.settle();
    expect(phone.reached).toHaveLength(before);
    const read = await team.read(morag, id);
    expect(read).toMatchObject({ notes: [{ who: 'Ali', words: 'His sister helps him' }] });
    expect(read.kind === 'found' ? read.notes : []).toHaveLength(1);
    expect(await team.wroteNote({ id: 'x', name: 'X', roles: ['admin'] }, id, 'hello')).toMatchObject({
      why: 'unknown',
    });
    expect(await team.wroteNote(ali, id, ' ')).toMatchObject({ why: 'bad' });
  });
});

it('what was written down is there when it is closed, and when they come back another day', async () => {
  const phone = aPhoneService({});
  for (const words of ['hi', 'yes', 'yes', 'yes', 'can i talk to a person']) await phone.says(words);
  const notes = async (id: string) => {
    const read = await phone.team.read(morag, id);
    return read.kind === 'found' ? read.notes.map(({ words }) => words) : [];
  };
  const [first] = await phone.team.list(morag);
  await phone.team.claim(morag, first?.id ?? '');
  await phone.team.wroteNote(morag, first?.id ?? '', 'Their sister helps');
  await phone.team.wrapUp(morag, first?.id ?? '', { outcome: 'helped', note: '' });
  expect(await notes(first?.id ?? '')).toEqual(['Their sister helps']);
  await phone.pass(24 * hour);
  await phone.says('can i talk to a person');
  const [again] = await phone.team.list(morag);
  expect(again?.id).not.toBe(first?.id);
  expect(await notes(again?.id ?? '')).toEqual(['Their sister helps']);
});

it('how long danger waited for one of us is there to be read, by level', async () => {
  const { phone, team, id } = await asked('i have taken all my tablets');
  const begun = phone.now();
  await phone.pass(3 * minute);
  await team.claim(morag, id);
  const found = (await team.acknowledgedSince(begun - hour)).get('P0');
  expect(found).toMatchObject({ n: 1 });
  expect(found?.p50).toBeGreaterThanOrEqual(3 * minute);
  expect(found?.p95).toBeLessThan(4 * minute);
  expect(await team.acknowledgedSince(begun + hour)).toEqual(new Map());
});
