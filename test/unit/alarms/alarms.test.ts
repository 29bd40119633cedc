/** The alarm rings: at once, again, and at the next person, until somebody says they have it (H9). */
import { createHmac } from 'node:crypto';
import { createAlarms } from '../../../services/alarms/alarms';
import { alarms as alarmCollection } from '../../../services/alarms/collection';
import { type AlarmLevel, nextRing, RINGING } from '../../../services/alarms/policy';
import type { Sent } from '../../../services/delivery/letter';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { jobs } from '../../../services/work/collection';
import { alarm as alarmJob } from '../../../services/work/jobs/alarm';
import { createQueue, type NewJob } from '../../../services/work/queue';
import { createRunner } from '../../../services/work/runner';

const minute = 60_000;
const start = Date.UTC(2026, 10, 24, 10);
const duty = 'duty@win.example';
const second = 'second@win.example';
const lead = 'lead@win.example';

interface Called {
  readonly to: string;
  readonly words: string;
  readonly after: number;
}

function aTeam({
  emails = [duty, second, lead],
  phones = ['+447700900001', '+447700900002'],
  open = true,
  sms = true,
  mail = (): Sent => ({ kind: 'delivered' }),
} = {}) {
  const clock = { now: start };
  const records = createMemoryRecords(alarmCollection);
  const kept = createQueue(createMemoryRecords(jobs), () => clock.now);
  const queue = {
    ...kept,
    breaks: false,
    enqueue: (job: NewJob) => (queue.breaks ? Promise.reject(new Error('The process ended')) : kept.enqueue(job)),
  };
  const mails: Called[] = [];
  const texts: Called[] = [];
  const logged: string[] = [];
  const seen: number[] = [];
  const make = () =>
    createAlarms({
      alarms: records,
      queue,
      emails,
      phones,
      mail: async (to, words) => {
        const sent = mail();
        mails.push({ to, words, after: clock.now - start });
        return sent;
      },
      text: sms
        ? async (to, words) => {
            texts.push({ to, words, after: clock.now - start });
            return { kind: 'delivered' };
          }
        : null,
      hash: (purpose, value) => createHmac('sha256', 'key').update(`${purpose}|${value}`).digest('base64url'),
      publicUrl: 'https://win.example',
      open: () => open,
      seen: async (_alarm, at) => void seen.push(at - start),
      now: () => clock.now,
      log: (event, facts) => void logged.push(`${event} ${JSON.stringify(facts)}`),
    });
  const alarms = make();
  const process = (me: string) =>
    createRunner({
      queue,
      kinds: [{ ...alarmJob, run: (data, _ports, run) => alarmJob.run(data, ports, run) }],
      ports: null,
      me,
      now: () => clock.now,
      log: (event) => void logged.push(event),
    });
  const nothing = async () => undefined;
  const ports = {
    ringAlarm: alarms.ring,
    queueUnrung: alarms.queueUnrung,
    lookAtHandoffs: nothing,
    lookAtPromises: async () => undefined,
    happen: nothing,
    sweepEffects: async () => 0,
    redoEffect: async () => undefined,
    referrals: { chase: async () => [], untold: async () => [], step: async () => null },
    tellNews: nothing,
    fetchMedia: async () => 0,
    erase: async () => true,
    sweepExpired: nothing,
    clockSane: () => true,
  };
  const [one, two] = [process('one'), process('two')];
  return {
    alarms,
    queue,
    records,
    mails,
    texts,
    logged,
    seen,
    /** lets time pass in small steps, with two processes at work */
    async pass(ms: number) {
      await Promise.all([one.runDue(), two.runDue()]);
      for (const end = clock.now + ms; clock.now < end; ) {
        clock.now = Math.min(end, clock.now + 10_000);
        await Promise.all([one.runDue(), two.runDue()]);
      }
    },
    tokenOf: (called: Called | undefined) => /\/alert\/(\S+)/.exec(called?.words ?? '')?.[1] ?? '',
  };
}

describe('H9: a life at risk rings a phone, not a log', () => {
  it('at once by mail and text, again every two minutes, the second person at four, the lead at six', async () => {
    const { alarms, mails, texts, pass } = aTeam();
    await alarms.raise({ kind: 'danger', level: 'P0', id: 'risk-1' });
    await pass(0);
    expect(mails.map(({ to, after }) => [to, after])).toEqual([[duty, 0]]);
    expect(texts.map(({ to, after }) => [to, after])).toEqual([['+447700900001', 0]]);
    await pass(7 * minute);
    const when = (to: string) => mails.filter((one) => one.to === to).map(({ after }) => after / minute);
    expect(when(duty)).toEqual([0, 2, 4, 6]);
    expect(when(second)).toEqual([4, 6]);
    expect(when(lead)).toEqual([6]);
    expect(texts.filter(({ to }) => to === '+447700900002').map(({ after }) => after / minute)).toEqual([4, 6]);
  });

  it('raised by a process that ended before its ringing was written down, it rings all the same, once', async () => {
    const { alarms, queue, mails, pass, records } = aTeam();
    queue.breaks = true;
    await expect(alarms.raise({ kind: 'handoff', level: 'P2', id: 'h_1:0' })).rejects.toThrow('ended');
    queue.breaks = false;
    await pass(minute);
    expect(mails).toHaveLength(0);
    expect(await alarms.queueUnrung()).toBe(1);
    await pass(0);
    expect(mails).toHaveLength(1);
    // one that has rung, one that somebody has, and one that was just raised are left alone
    await alarms.raise({ kind: 'handoff', level: 'P2', id: 'h_2:0', subject: 'h_2' });
    expect(await alarms.queueUnrung()).toBe(0);
    await alarms.hush('h_2', 'Ailsa');
    await pass(minute);
    expect(await alarms.queueUnrung()).toBe(0);
    expect(await records.find({ 'calls.result': 'sent' }, 9)).toHaveLength(1);
  });

  it('is raised once for one event, whoever raises it and however often, and rung by one process', async () => {
    const { alarms, mails, pass } = aTeam();
    await Promise.all([1, 2, 3].map(() => alarms.raise({ kind: 'danger', level: 'P1', id: 'risk-1' })));
    await pass(0);
    await alarms.raise({ kind: 'danger', level: 'P1', id: 'risk-1' });
    await pass(0);
    expect(mails).toHaveLength(1);
  });

  it('stops when somebody says they have it, by their own link, and the time is the time it happened', async () => {
    const { alarms, mails, records, pass, tokenOf, seen, logged } = aTeam();
    await alarms.raise({ kind: 'danger', level: 'P0', id: 'risk-1' });
    await pass(4.5 * minute);
    const token = tokenOf(mails.find(({ to }) => to === second));
    expect(await alarms.lookAt(token)).toMatchObject({ kind: 'open' });
    expect((await records.get('danger:risk-1'))?.acknowledgedAt).toBeNull();
    expect(await alarms.acknowledge(token)).toMatchObject({ kind: 'taken' });
    const before = mails.length;
    await pass(60 * minute);
    expect(mails).toHaveLength(before);
    expect(await records.get('danger:risk-1')).toMatchObject({
      acknowledgedAt: start + 4.5 * minute,
      acknowledgedBy: 1,
    });
    expect(seen).toEqual([4.5 * minute]);
    // the link has done its work: theirs and the others' change nothing any more
    expect(await alarms.acknowledge(tokenOf(mails[0]))).toMatchObject({ kind: 'already' });
    expect(await records.get('danger:risk-1')).toMatchObject({ acknowledgedBy: 1 });
    expect(logged.join()).toContain('"seconds":270');
  });

  it('knows no other link', async () => {
    const { alarms } = aTeam();
    await alarms.raise({ kind: 'danger', level: 'P0', id: 'risk-1' });
    expect(await alarms.acknowledge('x'.repeat(43))).toEqual({ kind: 'unknown' });
  });

  it('says nothing of the person, in any of its words or in the log', async () => {
    const { alarms, mails, texts, logged, pass } = aTeam();
    await alarms.raise({ kind: 'danger', level: 'P0', id: 'conversation-secret:suicide' });
    await pass(3 * minute);
    for (const words of [...mails, ...texts].map((one) => one.words).concat(logged))
      expect(words).not.toMatch(/conversation|secret|suicide/);
    expect(mails[0]?.words).toMatch(/Event [0-9A-F]{4}-[0-9A-F]{4}/);
  });

  it('a mail server that is away is tried again within the minute, and keeps nobody from the text', async () => {
    let up = false;
    const { alarms, mails, texts, pass } = aTeam({
      sms: false,
      mail: () => (up ? { kind: 'delivered' } : { kind: 'tryAgain', why: 'ECONNREFUSED' }),
    });
    await alarms.raise({ kind: 'danger', level: 'P0', id: 'risk-1' });
    await pass(minute);
    up = true;
    await pass(minute);
    expect(mails.length).toBeGreaterThanOrEqual(3);
    expect(texts).toEqual([]);
  });

  it('one person on the list is asked again and again, for there is nobody else', async () => {
    const { alarms, mails, pass } = aTeam({ emails: [duty], phones: [] });
    await alarms.raise({ kind: 'setAside', level: 'P1', id: 'message-1' });
    await pass(31 * minute);
    expect(mails.map(({ to }) => to)).toEqual(Array.from({ length: 7 }, () => duty));
    expect(mails[1]?.words).toContain('Nobody has taken it yet');
  });

  it('danger while records are away is told to everybody at once, but not with every message', async () => {
    const { alarms, mails, texts, logged } = aTeam();
    await Promise.all([1, 2, 3].map(() => alarms.raiseUnkept('P0')));
    expect(mails.map(({ to }) => to)).toEqual([duty, second, lead]);
    expect(texts).toHaveLength(2);
    expect(logged.join()).toContain('alarm.unkept');
  });

  it('danger while records and mail are away is told with the next message instead', async () => {
    let up = false;
    const { alarms, mails } = aTeam({
      sms: false,
      mail: () => (up ? { kind: 'delivered' } : { kind: 'tryAgain', why: 'ECONNREFUSED' }),
    });
    await alarms.raiseUnkept('P0');
    up = true;
    await alarms.raiseUnkept('P0');
    await alarms.raiseUnkept('P0');
    expect(mails).toHaveLength(6);
  });

  it('keeps the clocks of the guide (2.2) out of hours too', async () => {
    const { alarms, mails, pass } = aTeam({ open: false });
    await alarms.raise({ kind: 'danger', level: 'P0', id: 'risk-1' });
    await pass(10 * minute);
    expect(mails.filter(({ to }) => to === second).map(({ after }) => after / minute)).toEqual([10]);
  });
});

describe('how alarms ring, as data', () => {
  it.each(Object.keys(RINGING).filter((level): level is AlarmLevel => level in RINGING))(
    '%s: always a next time, and no step is left out',
    (level) => {
      for (const ringing of Object.values(RINGING[level])) {
        let after = 0;
        const times: number[] = [];
        for (let n = 0; n < 30; n += 1) {
          const next = nextRing(ringing, after, 4);
          expect(next).toBeGreaterThan(after);
          expect(next - after).toBeLessThanOrEqual(ringing.repeat);
          times.push(next);
          after = next;
        }
        expect(times).toEqual(expect.arrayContaining([...ringing.next]));
      }
    },
  );
});
