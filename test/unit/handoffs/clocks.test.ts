/** The clocks with the alarm as their voice: every step is recorded and rung, stops when one of us has it, and is done once. */
import { createHmac } from 'node:crypto';
import { createAlarms } from '../../../services/alarms/alarms';
import { alarms as alarmCollection } from '../../../services/alarms/collection';
import { sampleSettings } from '../../../services/calendar/world';
import type { Needed } from '../../../services/handoffMachine/asking';
import type { StaffNow } from '../../../services/handoffMachine/reasons';
import { handoffs as collection } from '../../../services/handoffs/collection';
import { createHandoffs } from '../../../services/handoffs/handoffs';
import { lookers } from '../../../services/handoffs/lookers';
import { createRepository } from '../../../services/handoffs/repository';
import { promises } from '../../../services/promises/collection';
import { createKeeping } from '../../../services/promises/keeping';
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { jobs } from '../../../services/work/collection';
import { alarm as alarmJob } from '../../../services/work/jobs/alarm';
import { createQueue } from '../../../services/work/queue';
import { createRunner } from '../../../services/work/runner';
import { hour, minute, morag, start } from './aTeam';

const list = ['duty@win.example', 'second@win.example', 'lead@win.example', 'manager@win.example'];

function aHouse({ people = [] as readonly StaffNow[] } = {}) {
  const clock = { now: start };
  const now = () => clock.now;
  const store = createMemoryConversations({ now });
  const records = createMemoryRecords(collection);
  const queue = createQueue(createMemoryRecords(jobs), now);
  const mails: { readonly to: string; readonly text: string; readonly after: number }[] = [];
  const told: string[] = [];
  const measured: [string, number][] = [];
  const broken = { alarms: false };
  const staff = { now: people };
  const hash = (purpose: string, value: string) =>
    createHmac('sha256', 'k').update(`${purpose}|${value}`).digest('hex');
  const alarms = createAlarms({
    alarms: createMemoryRecords(alarmCollection),
    queue,
    emails: list,
    phones: [],
    mail: async (to, text) => {
      mails.push({ to, text, after: (now() - start) / minute });
      return { kind: 'delivered' };
    },
    text: null,
    hash: (purpose, value) => createHmac('sha256', 'k').update(`${purpose}|${value}`).digest('base64url'),
    publicUrl: 'https://win.example',
    open: () => true,
    seen: (alarm, _at, who) => handoffs.seen(alarm.subject, who),
    now,
    log: () => undefined,
  });
  const voice = {
    ...alarms,
    raise: (raised: Parameters<typeof alarms.raise>[0]) =>
      broken.alarms ? Promise.reject(new Error('away')) : alarms.raise(raised),
  };
  const make = () =>
    createHandoffs({
      handoffs: records,
      people: async () => staff.now,
      lookers: createMemoryRecords(lookers),
      store,
      risks: { find: async () => [] },
      promises: createKeeping(createMemoryRecords(promises)),
      outgoing: { find: async () => [] },
      happen: async (_id, key) => {
        told.push(key.split(':').slice(4).join(' '));
        return null;
      },
      audit: async () => undefined,
      settings: sampleSettings,
      alarms: voice,
      hash,
      measure: (level, ms) => void measured.push([level, ms / minute]),
      now,
      log: () => undefined,
    });
  const handoffs = make();
  const runner = createRunner({
    queue,
    kinds: [alarmJob],
    ports: {
      ringAlarm: alarms.ring,
      queueUnrung: alarms.queueUnrung,
      lookAtHandoffs: handoffs.look,
      lookAtPromises: async () => undefined,
      happen: async () => undefined,
      sweepEffects: async () => 0,
      redoEffect: async () => undefined,
      referrals: { chase: async () => [], untold: async () => [], step: async () => null },
      tellNews: async () => undefined,
      fetchMedia: async () => 0,
      erase: async () => true,
      sweepExpired: async () => undefined,
      clockSane: () => true,
    },
    me: 'one',
    now,
    log: () => undefined,
  });
  return {
    handoffs,
    make,
    records,
    alarms,
    mails,
    told,
    measured,
    broken,
    staff,
    clock,
    repository: createRepository(records),
    async pass(ms: number) {
      for (const end = clock.now + ms; ; clock.now = Math.min(end, clock.now + 10_000)) {
        await handoffs.look();
        await runner.runDue();
        if (clock.now >= end) return;
      }
    },
    rangAt: (to: string) => mails.filter((one) => one.to === to).map(({ after }) => after),
    one: async () => (await records.find({}, 1))[0],
  };
}
type House = ReturnType<typeof aHouse>;

const needed = (over: Partial<Needed> = {}): Needed => ({
  id: 'c:a:1:0',
  conversationId: 'c',
  reason: 'risk',
  level: 'P0',
  at: start,
  dueAt: start + 2 * minute,
  riskId: 'risk-1',
  ...over,
});
const [duty = '', second = '', lead = '', manager = ''] = list;

/** Danger as a turn tells it: the alarm of the danger, then the handoff. */
async function danger(house: House, over: Partial<Needed> = {}) {
  await house.alarms.raise({ kind: 'danger', level: 'P0', id: 'risk-1:suicide_act:P0' });
  await house.handoffs.need(needed(over));
  await house.handoffs.idle();
}

it('P0: one voice at the times of the guide, each step on the record', async () => {
  const house = aHouse();
  await danger(house);
  await house.pass(8 * minute);
  expect(house.rangAt(duty)).toEqual([0, 2, 4, 6, 8]);
  expect([house.rangAt(second)[0], house.rangAt(lead)[0], house.rangAt(manager)[0]]).toEqual([4, 6, 8]);
  const { steps = [] } = (await house.one()) ?? {};
  expect(steps.map(({ what, at }) => [what, (at - start) / minute])).toEqual([
    ['asked', 0],
    ['offered', 0],
    ['offeredAgain', 2],
    ['second', 4],
    ['lead', 6],
    ['manager', 8],
  ]);
});

it('taken in the console, every alarm about it stops and the wait is measured once', async () => {
  const house = aHouse();
  await danger(house);
  await house.pass(3 * minute);
  const { id = '' } = (await house.one()) ?? {};
  await house.repository.change(id, { name: 'claimed', at: house.clock.now, by: morag });
  // the process ended here: another does what was left
  await house.make().look();
  expect(house.measured).toEqual([['P0', 3]]);
  expect(house.told).toContain('accepted 1');
  const before = house.mails.length;
  await house.pass(minute);
  expect(house.mails).toHaveLength(before);
  expect(house.measured).toHaveLength(1);
  expect(await house.one()).toMatchObject({ todo: [], todoSince: null });
});

it('said behind the link of the danger, it is seen; not come to, a new round rings again', async () => {
  const house = aHouse();
  await danger(house);
  await house.pass(minute);
  const token = /alert\/(\S+)/.exec(house.mails[0]?.text ?? '')?.[1] ?? '';
  await house.alarms.acknowledge(token);
  expect(await house.one()).toMatchObject({ owner: { holder: 'alert list, place 1' }, danger: null });
  expect(house.measured).toEqual([['P0', 1]]);
  const quiet = house.mails.length;
  await house.pass(minute);
  expect(house.mails).toHaveLength(quiet);
  await house.pass(2 * minute);
  expect(house.mails.length).toBeGreaterThan(quiet);
  expect(await house.one()).toMatchObject({ round: 1 });
});

it('urgent without an alarm of its own, it has one', async () => {
  const house = aHouse();
  await house.handoffs.need(needed({ reason: 'undelivered', level: 'P1', riskId: '' }));
  await house.pass(0);
  expect(house.rangAt(duty)).toEqual([0]);
  expect(house.mails[0]?.text).toContain('Someone waits for a person of ours');
  expect(house.mails[0]?.text).not.toContain('c:a');
});

it('P2 that is not seen to when it is due: the second place, the lead and the manager are asked, one alarm', async () => {
  const house = aHouse();
  await house.handoffs.need(needed({ reason: 'media', level: 'P2', riskId: '', dueAt: start + 4 * hour }));
  await house.pass(4 * hour - minute);
  expect(house.mails).toEqual([]);
  await house.pass(2 * hour + 2 * minute);
  expect([house.rangAt(second)[0], house.rangAt(lead)[0], house.rangAt(manager)[0]]).toEqual([240, 300, 360]);
  const { id = '' } = (await house.one()) ?? {};
  await house.repository.change(id, { name: 'claimed', at: house.clock.now, by: morag });
  await house.pass(minute);
  const before = house.mails.length;
  await house.pass(50 * minute);
  expect(house.mails).toHaveLength(before);
});

it('an alarm that cannot be raised holds up nothing, and rings as soon as it can, once', async () => {
  const house = aHouse();
  house.broken.alarms = true;
  await house.handoffs.need(needed({ riskId: '' }));
  await house.pass(minute);
  expect(house.mails).toEqual([]);
  expect(await house.one()).toMatchObject({ state: 'queued', rung: 0 });
  house.broken.alarms = false;
  await house.pass(20_000);
  expect(house.rangAt(duty)).toHaveLength(1);
});

describe('whoever has it is gone', () => {
  const ways: readonly [string, Partial<StaffNow>][] = [
    ['off shift and gone home', { onShift: false, seenAt: 0 }],
    ['signed out', { signedIn: false }],
    ['silent', { seenAt: 0 }],
  ];

  it.each(ways)(
    '%s: it is asked of another within 60 seconds, and the conversation hears of it',
    async (_why, away) => {
      const house = aHouse();
      const here = (one: StaffNow): StaffNow => ({ ...one, seenAt: Number.MAX_SAFE_INTEGER });
      const other = here({ ...morag, id: 'Ali', name: 'Ali' });
      house.staff.now = [here(morag), other];
      await danger(house);
      const { id = '' } = (await house.one()) ?? {};
      await house.repository.change(id, { name: 'claimed', at: start, by: morag });
      await house.repository.change(id, { name: 'said', at: start, by: morag });
      await house.pass(30_000);
      expect(await house.one()).toMatchObject({ state: 'live', owner: { id: 'Morag' } });
      house.staff.now = [{ ...morag, ...away }, other];
      await house.pass(60_000);
      expect(await house.one()).toMatchObject({ state: 'offered', owner: { id: 'Ali' }, round: 1 });
      expect(house.told).toContain('released 1');
      // it is danger: the list is rung as well
      expect(house.mails.length).toBeGreaterThan(0);
    },
  );

  it('no talk ends because the clock struck five: whoever is still at it has it, and is offered nothing new', async () => {
    const house = aHouse();
    const atIt: StaffNow = { ...morag, seenAt: Number.MAX_SAFE_INTEGER, onShift: false };
    house.staff.now = [atIt];
    await danger(house);
    const { id = '' } = (await house.one()) ?? {};
    await house.repository.change(id, { name: 'claimed', at: start, by: morag });
    await house.repository.change(id, { name: 'said', at: start, by: morag });
    await house.pass(20 * minute);
    expect(await house.one()).toMatchObject({ state: 'live', owner: { id: 'Morag' }, round: 0 });
    await house.handoffs.need(needed({ id: 'c2:a:1:0', conversationId: 'c2' }));
    await house.pass(minute);
    const [other] = await house.repository.ofConversation('c2');
    expect(other).toMatchObject({ state: 'queued', owner: { kind: 'team' } });
  });

  it('somebody on a call about what can wait is not gone because their screen sleeps', async () => {
    const house = aHouse();
    house.staff.now = [{ ...morag, seenAt: 0 }];
    await house.handoffs.need(needed({ reason: 'asked', level: 'P3', riskId: '', dueAt: start + 30 * hour }));
    const { id = '' } = (await house.one()) ?? {};
    await house.repository.change(id, { name: 'claimed', at: start, by: morag });
    await house.pass(30 * minute);
    expect(await house.one()).toMatchObject({ state: 'claimed', owner: { id: 'Morag' } });
  });
});

it('however many wait, asking for one more reads none of theirs, and who has no room is not asked', async () => {
  const house = aHouse({ people: [{ ...morag, room: 1 }] });
  const ask = (n: number) =>
    house.handoffs.need(
      needed({ id: `c${n}:a:1:0`, conversationId: `c${n}`, reason: 'asked', level: 'P3', riskId: '', at: start + n }),
    );
  for (let n = 0; n < 40; n += 1) await ask(n);
  await house.handoffs.idle();
  const [first] = await house.repository.ofConversation('c0');
  await house.repository.change(first?.id ?? '', { name: 'claimed', at: start, by: morag });
  const find = jest.spyOn(house.records, 'find');
  await ask(40);
  await house.handoffs.idle();
  const read = (await Promise.all(find.mock.results.map(({ value }) => value))).flat();
  expect(new Set(read.map(({ conversationId }) => conversationId))).toEqual(new Set(['c0', 'c40']));
  expect(await house.repository.ofConversation('c40')).toMatchObject([{ state: 'queued', owner: { kind: 'team' } }]);
});

it('two processes that look at the same moment make one step of it', async () => {
  const house = aHouse();
  await house.handoffs.need(needed({ riskId: '' }));
  await house.handoffs.idle();
  house.clock.now = start + 2 * minute;
  await Promise.all([house.handoffs.look(), house.make().look(), house.make().look()]);
  const { steps = [] } = (await house.one()) ?? {};
  expect(steps.map(({ what, times }) => [what, times])).toEqual([
    ['asked', 1],
    ['offered', 1],
    ['offeredAgain', 1],
  ]);
});
