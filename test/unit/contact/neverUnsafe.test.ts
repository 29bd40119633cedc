/** Whatever people, carriers, clocks and news do, nothing unsafe reaches a phone and nothing is lost. */
import fc from 'fast-check';
import type { SendResult } from '../../../services/contact/carrier';
import { aPhoneService, day, hour, minute, type PhoneService, second } from '../inbox/aPhoneService';
import { judgeOf } from './judge';

const ways = {
  sms: { carrier: 'twilio', channel: 'sms' },
  whatsapp: { carrier: 'twilio', channel: 'whatsapp' },
  meta: { carrier: 'meta', channel: 'whatsapp' },
} as const;
const way = fc.constantFrom('sms' as const, 'sms' as const, 'whatsapp' as const, 'meta' as const);

const words = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('yes', '1', 'hi', 'money trouble', 'no', 'skip', '2', 'my flat is damp', 'Jo'),
  },
  { weight: 2, arbitrary: fc.constantFrom('STOP', 'START', 'HELLO', 'WRONG NUMBER') },
  { weight: 2, arbitrary: fc.constantFrom('took 30 paras', 'I am going to kill myself', 'he is hitting me right now') },
  { weight: 1, arbitrary: fc.constantFrom('OPEN', 'PAUSE', 'PERSON', 'qwx zzt', '?', 'STATUS') },
);
const moods = ['well', 'busy', 'unsure', 'fault', 'window', 'unreachable', 'optedOut', 'mixed'] as const;

const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      say: words,
      way,
      lateMs: fc.constantFrom(0, 0, 0, 0, second, minute, 10 * minute, 2 * hour, 30 * hour),
      again: fc.boolean(),
      at: fc.constantFrom('then wait', 'and go on' as string),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('tap' as const),
      id: fc.constantFrom('start~yes', 'consent~yes', 'safeNow~no', 'command~stop', 'x'),
      way,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('pass' as const, 'pass' as const, 'down' as const),
      ms: fc.constantFrom(
        2 * second,
        30 * second,
        3 * minute,
        50 * minute,
        5 * hour,
        11 * hour,
        25 * hour,
        4 * day,
        200 * day,
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('mood' as const), mood: fc.constantFrom(...moods) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('news' as const),
      what: fc.constantFrom('rafter', 'wrote', 'person', 'referral', 'checkIn', 'silence', 'joined' as string),
      way,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('settings' as const),
      way,
      contactBy: fc.constantFrom('text', 'text', 'whatsapp', 'whatsapp', 'email', 'none'),
      safeNumber: fc.constantFrom('yes', 'yes', 'textOnly', 'callOnly', 'no'),
      window: fc.constantFrom('morning', 'afternoon', 'evening', 'anyTime', 'skipped'),
      senderStyle: fc.constantFrom('win', 'firstName', 'noName'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('status' as const),
      which: fc.nat(20),
      state: fc.constantFrom('sent' as const, 'delivered' as const, 'read' as const, 'failed' as const),
      result: fc.constantFrom('later' as const, 'unreachable' as const, 'fault' as const, 'window' as const),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function resultOf(mood: (typeof moods)[number], n: number): SendResult {
  const kind = mood === 'mixed' ? (moods[(n * 7 + 3) % 6] ?? 'well') : mood;
  switch (kind) {
    case 'well':
    case 'mixed':
      return { kind: 'sent', providerId: `id-${n}` };
    case 'busy':
      return { kind: 'later', code: '429', afterMs: second };
    case 'optedOut':
      return { kind: 'optedOut', code: '21610' };
    default:
      return { kind, code: kind };
  }
}

async function news(phone: PhoneService, what: string, conversationId: string): Promise<void> {
  const advisor = { name: 'advisorSays', person: 'Sam', method: 'text', by: '5pm' } as const;
  const moved = {
    name: 'referralMoved',
    ref: 'WIN-1',
    reason: 'full',
    step: 2,
    dueAt: 0,
    contact: '',
    hold: null,
    by: '',
  } as const;
  if (what === 'rafter') await phone.happens({ ...advisor, message: 'RAFTER' }, conversationId);
  else if (what === 'wrote')
    await phone.happens(
      { name: 'advisorWrote', person: 'Sam', words: 'Shall I ring at two?', thread: { id: 'h', claim: 1 } },
      conversationId,
    );
  else if (what === 'person') await phone.happens({ ...advisor, message: 'N1' }, conversationId);
  else if (what === 'checkIn') await phone.happens({ name: 'checkInDue' }, conversationId);
  else if (what === 'silence') await phone.happens({ name: 'riskSilence' }, conversationId);
  else if (what === 'joined')
    await phone.happens({ name: 'handoffAccepted', person: 'Sam', minutes: 5 }, conversationId);
  else {
    const known = {
      ref: 'WIN-1',
      serviceId: 's',
      partner: 'The Shelf',
      state: 'requested',
      dueAt: 0,
      contact: '',
      hold: null,
      need: 'money',
    } as const;
    await phone.remembers((state) => (state.referrals.length ? {} : { referrals: [known] }), conversationId);
    const states = ['accepted', 'in-progress', 'rejected', 'completed'] as const;
    await phone.happens({ ...moved, state: states[phone.reached.length % 4] ?? 'accepted' }, conversationId);
  }
}

async function take(
  phone: PhoneService,
  one: Step,
  failed: (ref: string) => void,
  setMood: (mood: (typeof moods)[number]) => void,
) {
  const idOf = (name: keyof typeof ways) => phone.conversationOf(ways[name].channel, ways[name].carrier);
  switch (one.do) {
    case 'write': {
      const message = phone.message(one.say, {
        ...ways[one.way],
        sentAt: one.lateMs ? phone.now() - one.lateMs : null,
      });
      phone.watch.takes(message);
      await phone.phones.desk.take(one.again ? [message, message] : [message]);
      if (one.at === 'then wait') await phone.pass(3 * second);
      if (one.again) await phone.phones.desk.take([message]);
      return;
    }
    case 'tap':
      await phone.says({ kind: 'choice', id: one.id, label: one.id }, ways[one.way]);
      return;
    case 'pass':
      return phone.pass(one.ms);
    case 'down':
      phone.jump(one.ms);
      return phone.settle();
    case 'mood':
      return setMood(one.mood);
    case 'news':
      return news(phone, one.what, await idOf(one.way));
    case 'settings': {
      const { contactBy, safeNumber, window, senderStyle } = one;
      return phone.chose({ safeNow: 'yes', contactBy, safeNumber, window, senderStyle }, await idOf(one.way));
    }
    case 'status': {
      const sent = phone.reached.filter((was) => was.result.kind === 'sent');
      const about = sent[sent.length - 1 - (one.which % Math.max(1, sent.length))];
      if (about?.result.kind !== 'sent') return;
      if (one.state === 'failed') failed(about.ref);
      const result = one.state === 'failed' ? { kind: one.result, code: one.result } : null;
      const { providerId } = about.result;
      await phone.phones.desk.status([
        { carrier: about.where.carrier, providerId, ref: about.ref, state: one.state, result },
      ]);
      await phone.settle();
    }
  }
}

/** At the end, with the carrier well and time to spare: what became of everything. */
async function lost(phone: PhoneService): Promise<string[]> {
  const tasks = await phone.tasks();
  const known = (conversationId: string) =>
    tasks.some((one) => one.conversationId === conversationId && one.state !== 'closed' && one.dueAt > 0);
  const outgoing = await phone.kept.outgoing.find({}, 10_000);
  const wrong = outgoing.flatMap(({ state, code, conversationId, id }) => {
    if (state === 'sent' || state === 'delivered' || state === 'read') return [];
    if (state === 'dropped' && code) return [];
    if (state === 'held' && (code === 'window' || code === 'quiet' || known(conversationId))) return [];
    return state === 'failed' && known(conversationId) ? [] : [`${id} is ${state} (${code}) and nobody knows`];
  });
  const waiting = await phone.kept.inbox.find({ state: 'waiting' }, 1_000);
  return [...wrong, ...waiting.map((one) => `${one.id} was never heard`)];
}

async function play(steps: readonly Step[], from: number): Promise<string[]> {
  const phone = aPhoneService({ at: from });
  const judge = judgeOf(phone);
  let mood: (typeof moods)[number] = 'well';
  phone.watch.each = judge.each;
  phone.watch.takes = judge.wrote;
  phone.watch.answered = judge.answered;
  phone.mood.of = (n) => resultOf(mood, n);
  for (const one of steps) {
    await take(phone, one, judge.failed, (next) => {
      mood = next;
    });
  }
  mood = 'well';
  await phone.pass(20 * day);
  const wrong = [...judge.wrong, ...(await lost(phone)), ...phone.faults];
  await phone.close();
  return wrong;
}

/** Days that matter: an ordinary Tuesday, the night before the clocks go back, and Christmas Eve. */
const starts = fc.constantFrom(
  '2026-11-24T11:00:00Z',
  '2026-10-24T19:30:00Z',
  '2026-12-24T15:00:00Z',
  '2027-03-27T20:30:00Z',
);

test('nothing unsafe reaches a phone, and nothing is lost', async () => {
  const steps = fc.array(step, { minLength: 10, maxLength: 40, size: 'max' });
  await fc.assert(
    fc.asyncProperty(starts, steps, async (start, walk) => {
      expect(await play(walk, Date.parse(start))).toEqual([]);
    }),
    { numRuns: Number(process.env['CONTACT_RUNS'] ?? 80) },
  );
}, 60_000);

test.each(['STOP', 'WRONG NUMBER'])('%s after a day away stops everything', async (word) => {
  const phone = aPhoneService();
  await phone.says('hi');
  await phone.pass(25 * hour);
  await phone.says(word);
  const { contact } = await phone.stateOf();
  await phone.close();
  expect(contact).toBe('STOPPED');
});

test('a stop that could not be confirmed is not confirmed later, once the carrier says it holds an opt-out', async () => {
  const write = (say: 'STOP' | 'took 30 paras'): Step => ({
    do: 'write',
    say,
    way: 'sms',
    lateMs: 0,
    again: false,
    at: 'then wait',
  });
  const walk: readonly Step[] = [
    { do: 'mood', mood: 'fault' },
    write('STOP'),
    { do: 'mood', mood: 'optedOut' },
    write('took 30 paras'),
    write('STOP'),
  ];
  expect(await play(walk, Date.parse('2026-11-24T11:00:00Z'))).toEqual([]);
});
