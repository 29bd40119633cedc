/** S7: who is counted as who, behind proxies and behind lies; and counts that all processes share. */
import { Socket } from 'node:net';
import { networkOf, readTrust, realAddress } from '../../../bot/http/realAddress';
import { createLimit } from '../../../services/limits/limit';
import { guesses } from '../../../services/store/collections/guesses';
import { createMemoryRecords } from '../../../services/store/memory/records';

function from(remote: string, forwarded: string | undefined, trust: string | null): string {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remote });
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return realAddress({ socket, headers }, trust === null ? null : readTrust(trust));
}

test.each([
  ['203.0.113.5', undefined, null, '203.0.113.5'],
  // without the setting nobody's word is taken
  ['10.0.0.1', '198.51.100.7', null, '10.0.0.1'],
  ['10.0.0.1', '198.51.100.7', '1', '198.51.100.7'],
  // a stranger wrote the first one himself
  ['10.0.0.1', '1.1.1.1, 198.51.100.7', '1', '198.51.100.7'],
  ['10.0.0.1', '1.1.1.1, 198.51.100.7, 10.0.0.9', '2', '198.51.100.7'],
  ['10.0.0.1', '1.1.1.1, 198.51.100.7, 10.0.0.9', '10.0.0.0/8', '198.51.100.7'],
  ['203.0.113.5', '198.51.100.7', '10.0.0.0/8', '203.0.113.5'],
  ['::ffff:127.0.0.1', '198.51.100.7:4711', 'loopback', '198.51.100.7'],
  ['fe80::1%eth0', '[2001:db8::5]:443', 'private', '2001:db8::5'],
  ['10.0.0.1', 'rubbish', '1', '10.0.0.1'],
  ['10.0.0.1', '', '1', '10.0.0.1'],
  ['10.0.0.1', '198.51.100.7', '5', '198.51.100.7'],
])('S7: a connection from %s saying %s, with TRUST_PROXY %s, is %s', (remote, forwarded, trust, address) => {
  expect(from(remote, forwarded, trust)).toBe(address);
});

test.each(['x', '10.0.0.0/33', '10.0.0.0/8/2', '1.2.3', '10.0.0.1,,', '-1', '::1/129', 'true'])(
  'S7: TRUST_PROXY %s is refused',
  (text) => expect(readTrust(text)).toBeNull(),
);

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('S7: %s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));

test('S7: a limit is shared by all processes, ends with its time, and a store that is down lets everybody in', async () => {
  let now = 1_000_000;
  const records = createMemoryRecords(guesses);
  const rules = { name: 'starts', most: 5, windowMs: 60_000 };
  const hash = (purpose: string, value: string) => `${purpose} ${value}`;
  const [one, other] = [createLimit(records, hash, () => now, rules), createLimit(records, hash, () => now, rules)];
  const tries: boolean[] = [];
  for (let times = 0; times < 4; times += 1) tries.push(await one('a'), await other('a'));
  expect(tries).toEqual([true, true, true, true, true, false, false, false]);
  expect(await other('b')).toBe(true);
  now += 60_001;
  expect(await one('a')).toBe(true);
  const down = { ...records, get: () => Promise.reject(new Error('down')) };
  expect(await createLimit(down, hash, () => now, { ...rules, most: 0 })('a')).toBe(true);
  const hung = { ...records, get: () => new Promise<never>(() => undefined) };
  expect(await createLimit(hung, hash, () => now, rules)('a')).toBe(true);
});
