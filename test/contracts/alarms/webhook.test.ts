/** An alarm by a signed webhook: what leaves, who can check it, and what is made of every answer. */
import nock from 'nock';
import { createAlarms } from '../../../services/alarms/alarms';
import { alarms as alarmCollection } from '../../../services/alarms/collection';
import { createWebhook, signatureOf, webhookKey } from '../../../services/alarms/webhook';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { jobs } from '../../../services/work/collection';
import { createQueue } from '../../../services/work/queue';

const HOST = 'https://oncall.example.org';
const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const start = Date.UTC(2026, 10, 24, 10);
const words = {
  kind: 'danger',
  level: 'P0',
  event: 'AB12-CD34',
  link: 'https://win.example/alert/x',
  again: 0,
} as const;

// a busy machine is slow, and slow is not away
const aWay = (timeoutMs = 10_000) => createWebhook({ url: `${HOST}/win`, secret: SECRET, now: () => start, timeoutMs });
const there = () => nock(HOST).post('/win');

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

test('signed as Standard Webhooks has it: the example of its own specification', () => {
  const key = webhookKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  expect(signatureOf(key, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

test('success: what leaves is checked by its signature, and holds no more than a text to the team does', async () => {
  let sent = { body: '', id: '', at: '', signature: '' };
  nock(HOST)
    .post('/win', (body) => {
      sent = { ...sent, body: JSON.stringify(body) };
      return true;
    })
    .reply(function () {
      const header = (name: string) => String(this.req.headers[name]);
      sent = {
        ...sent,
        id: header('webhook-id'),
        at: header('webhook-timestamp'),
        signature: header('webhook-signature'),
      };
      return [204];
    });
  expect(await aWay().call(1, words, 'danger:r_secret:1:0')).toEqual({ kind: 'delivered' });
  expect(sent.signature).toBe(signatureOf(webhookKey(SECRET), sent.id, start / 1_000, sent.body));
  expect(sent.at).toBe(String(start / 1_000));
  expect(JSON.parse(sent.body)).toEqual({
    type: 'alarm',
    timestamp: '2026-11-24T10:00:00.000Z',
    data: { kind: 'danger', level: 'P0', event: 'AB12-CD34', link: 'https://win.example/alert/x', place: 2, again: 0 },
  });
  // the name of the call is its own each time, and leads nowhere
  expect(sent.id).toMatch(/^msg_[\w-]{27}$/);
  expect(JSON.stringify(sent)).not.toContain('r_secret');
});

test.each([
  [400, 'refused'],
  [401, 'refused'],
  [302, 'refused'],
  [429, 'tryAgain'],
  [503, 'tryAgain'],
] as const)('refusal %s: %s', async (status, kind) => {
  there().reply(status, 'no', status === 302 ? { location: 'https://elsewhere.example.org/' } : {});
  expect(await aWay().call(0, words, 'x')).toEqual({ kind, why: `webhook ${status}` });
});

test('time-out: it is tried again, and nobody waits for it', async () => {
  there().delay(2_000).reply(200);
  expect(await aWay(50).call(0, words, 'x')).toEqual({ kind: 'tryAgain', why: 'timeout' });
  nock.abortPendingRequests();
});

test('a line that breaks: it is tried again', async () => {
  there().replyWithError(Object.assign(new Error('broke'), { code: 'ECONNRESET' }));
  expect(await aWay().call(0, words, 'x')).toMatchObject({ kind: 'tryAgain' });
});

test('rubbish with a good status has been delivered: they have it', async () => {
  there().reply(200, '<html>'.repeat(50_000));
  expect(await aWay().call(0, words, 'x')).toEqual({ kind: 'delivered' });
});

test('one that fails ten times is still called for the next danger', async () => {
  const way = aWay();
  there().times(12).reply(500);
  for (let n = 0; n < 12; n += 1)
    expect(await way.call(0, words, `x${n}`)).toEqual({ kind: 'tryAgain', why: 'webhook 500' });
  there().reply(200);
  expect(await way.call(0, words, 'x')).toEqual({ kind: 'delivered' });
});

test('an alarm goes by it beside the mail, a call each, and it is in the record; a mail that fails is not alone', async () => {
  const records = createMemoryRecords(alarmCollection);
  const alarms = createAlarms({
    alarms: records,
    queue: createQueue(createMemoryRecords(jobs), () => start),
    emails: ['duty@win.example'],
    phones: [],
    mail: async () => ({ kind: 'tryAgain', why: 'away' }),
    text: null,
    others: [aWay()],
    hash: (purpose, value) => `${purpose}${value}`,
    publicUrl: 'https://win.example',
    open: () => true,
    now: () => start,
    log: () => undefined,
  });
  await alarms.raise({ kind: 'danger', level: 'P0', id: 'r_1' });
  there().reply(200);
  expect(await alarms.ring('danger:r_1')).toBe(start + 2 * 60_000);
  const [kept] = await records.find({}, 5);
  expect(kept?.calls.map(({ by, result }) => `${by} ${result}`)).toEqual(['email away', 'webhook sent']);

  // while the records are away it says so, once, with nothing to stop
  there().reply(200);
  await alarms.raiseUnkept('P0');
});
