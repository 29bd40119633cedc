/** An alarm as a push message: only the device reads it, it goes to its maker alone, and what is made of every answer. */
import { createDecipheriv, createECDH, createHmac, createPublicKey, hkdfSync, verify } from 'node:crypto';
import nock from 'nock';
import { generateVAPIDKeys } from 'web-push';
import { alarmDevices } from '../../../services/alarms/push/collection';
import { createAlarmDevices, subscription } from '../../../services/alarms/push/devices';
import { createWebPush } from '../../../services/alarms/push/webPush';
import { createMemoryRecords } from '../../../services/store/memory/records';

const HOST = 'https://fcm.googleapis.com';
const start = Date.UTC(2026, 10, 24, 10);
const words = {
  kind: 'danger',
  level: 'P0',
  event: 'AB12-CD34',
  link: 'https://win.example/alert/x',
  again: 0,
} as const;
const keys = { ...generateVAPIDKeys(), subject: 'mailto:it@win.example' };

/** A browser: its subscription, and what it makes of a message (RFC 8291). */
function aBrowser(path: string) {
  const ecdh = createECDH('prime256v1');
  const mine = ecdh.generateKeys();
  const auth = Buffer.alloc(16, 3);
  const hkdf = (salt: Buffer, secret: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, info, length));
  return {
    given: {
      endpoint: `${HOST}${path}`,
      keys: { p256dh: mine.toString('base64url'), auth: auth.toString('base64url') },
    },
    opens(body: Buffer): string {
      const salt = body.subarray(0, 16);
      const theirs = body.subarray(21, 21 + (body[20] ?? 0));
      const sealed = body.subarray(21 + theirs.length);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), mine, theirs]);
      const secret = hkdf(auth, ecdh.computeSecret(theirs), info, 32);
      const key = hkdf(salt, secret, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = hkdf(salt, secret, Buffer.from('Content-Encoding: nonce\0'), 12);
      const decipher = createDecipheriv('aes-128-gcm', key, nonce);
      decipher.setAuthTag(sealed.subarray(-16));
      const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
    },
  };
}

async function aTeam({
  staffAt = async (place: number): Promise<string | null> => (place === 0 ? 's_morag' : null),
  // a busy machine is slow, and slow is not away
  timeoutMs = 10_000,
} = {}) {
  const records = createMemoryRecords(alarmDevices);
  const hash = (purpose: string, value: string) =>
    createHmac('sha256', 'k').update(`${purpose} ${value}`).digest('hex');
  const devices = createAlarmDevices({ records, hash, now: () => start });
  return { records, devices, way: createWebPush({ keys, devices, staffAt, timeoutMs }) };
}

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

test('success: the device alone can read it, its maker sees who sent it and that it is urgent', async () => {
  const { devices, way } = await aTeam();
  const phone = aBrowser('/fcm/send/one');
  await devices.add('s_morag', phone.given, 'Firefox, Linux');
  let seen = { body: Buffer.alloc(0), headers: new Map<string, string>() };
  nock(HOST)
    .post('/fcm/send/one', (body) => {
      seen = { ...seen, body: Buffer.from(String(body), 'hex') };
      return true;
    })
    .reply(function () {
      seen = {
        ...seen,
        headers: new Map(Object.entries(this.req.headers).map(([name, value]) => [name, String(value)])),
      };
      return [201];
    });
  expect(await way.call(0, words, 'x')).toEqual({ kind: 'delivered' });
  expect(JSON.parse(phone.opens(seen.body))).toEqual({
    title: 'WIN front door: please look now',
    body: 'Someone who wrote to us needs a person now. Level P0.',
    event: 'AB12-CD34',
    link: 'https://win.example/alert/x',
  });
  expect(seen.body.toString('latin1')).not.toContain('win.example');
  expect(seen.headers.get('urgency')).toBe('high');
  expect(seen.headers.get('content-encoding')).toBe('aes128gcm');
  // signed with our key, for this maker
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(seen.headers.get('authorization') ?? '') ?? [];
  expect(key).toBe(keys.publicKey);
  const [head = '', claims = '', signature = ''] = token.split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: HOST, sub: keys.subject });
  const raw = Buffer.from(keys.publicKey, 'base64url');
  const [x, y] = [raw.subarray(1, 33).toString('base64url'), raw.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  const dsa = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  expect(verify('sha256', signed, dsa, Buffer.from(signature, 'base64url'))).toBe(true);
});

test.each([
  [400, 'refused', 1],
  [403, 'refused', 1],
  [404, 'refused', 0],
  [410, 'refused', 0],
  [429, 'tryAgain', 1],
  [500, 'tryAgain', 1],
] as const)('refusal %s: %s, and %s devices ring after it', async (status, kind, left) => {
  const { devices, way } = await aTeam();
  await devices.add('s_morag', aBrowser('/fcm/send/one').given, 'Firefox, Linux');
  nock(HOST).post('/fcm/send/one').reply(status);
  expect(await way.call(0, words, 'x')).toEqual({ kind, why: `push ${status}` });
  expect(await devices.of('s_morag')).toHaveLength(left);
});

test('time-out and a line that breaks: tried again with the next ring', async () => {
  const { devices, way } = await aTeam({ timeoutMs: 100 });
  await devices.add('s_morag', aBrowser('/fcm/send/one').given, 'Firefox, Linux');
  nock(HOST).post('/fcm/send/one').delay(2_000).reply(201);
  expect(await way.call(0, words, 'x')).toEqual({ kind: 'tryAgain', why: 'timeout' });
  nock.abortPendingRequests();
  nock(HOST)
    .post('/fcm/send/one')
    .replyWithError(Object.assign(new Error('broke'), { code: 'ECONNRESET' }));
  expect(await way.call(0, words, 'x')).toMatchObject({ kind: 'tryAgain' });
});

test('rubbish with a good status has been taken', async () => {
  const { devices, way } = await aTeam();
  await devices.add('s_morag', aBrowser('/fcm/send/one').given, 'Firefox, Linux');
  nock(HOST).post('/fcm/send/one').reply(200, '<html>'.repeat(60_000));
  expect(await way.call(0, words, 'x')).toEqual({ kind: 'delivered' });
});

test('of several devices one that rings is enough, and all are told', async () => {
  const { devices, way } = await aTeam();
  for (const one of ['one', 'two']) await devices.add('s_morag', aBrowser(`/fcm/send/${one}`).given, one);
  nock(HOST).post('/fcm/send/one').reply(500);
  nock(HOST).post('/fcm/send/two').reply(201);
  expect(await way.call(0, words, 'x')).toEqual({ kind: 'delivered' });
});

test('who has no device, no account or a place nobody stands at is not told this way; nor can anybody be while the records are away', async () => {
  const { way } = await aTeam();
  expect(await way.call(0, words, 'x')).toBeNull();
  expect(await way.call(1, words, 'x')).toBeNull();
  expect(await way.unkept(0, 'P0', 'x')).toBeNull();
  const broken = await aTeam({ staffAt: () => Promise.reject(new Error('away')) });
  expect(await broken.way.call(0, words, 'x')).toEqual({ kind: 'tryAgain', why: 'Error' });
});

test.each([
  'http://fcm.googleapis.com/x',
  'https://fcm.googleapis.com:8443/x',
  'https://me@fcm.googleapis.com/x',
  'https://fcm.googleapis.com.elsewhere.example/x',
  'https://169.254.169.254/latest',
  'https://localhost/x',
  'file:///etc/passwd',
  'nothing',
])('an address that is no maker’s is not called: %s', (endpoint) => {
  const { given } = aBrowser('/fcm/send/one');
  expect(subscription.safeParse(given).success).toBe(true);
  expect(subscription.safeParse({ ...given, endpoint }).success).toBe(false);
});
