/** One-time links of sample people: each signs its own person in once, on a development machine and nowhere else. */
import { readConfig } from '../../../bot/config';
import { createHttpServer } from '../../../bot/server';
import { createOwnStaff } from '../../../bot/staff';
import { alarmDevices } from '../../../services/alarms/push/collection';
import { createAlarmDevices } from '../../../services/alarms/push/devices';
import { rotaCollection } from '../../../services/rota/collection';
import { createRota } from '../../../services/rota/service';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { aPhoneService } from '../../unit/inbox/aPhoneService';
import { aStaff, ORIGIN } from '../../unit/staff/aStaff';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://win.example.org',
  MONGODB_URI: 'mongodb://db.example.org/win',
  ENCRYPTION_KEYS: 'a:AAAA',
  HASH_KEY: 'AAAA',
  SMTP_URL: 'smtps://name:password@mail.example.org',
  MAIL_FROM: 'door@example.org',
  ALERT_EMAIL: 'duty@example.org',
};

async function aHouse(environment: Readonly<Record<string, string>>, isSeeded = true) {
  const read = readConfig(environment);
  if (read.kind === 'faults') throw new Error(read.faults.join());
  const { records, hash, now } = aStaff();
  const server = createHttpServer(quiet);
  const own = createOwnStaff(server, {
    ...records,
    config: read.config,
    hash,
    audit: async () => undefined,
    handoffs: aPhoneService().team,
    promises: {
      owedIn: async () => [],
      keptIn: async () => ({
        callBack: { kept: 0, broken: 0 },
        answer: { kept: 0, broken: 0 },
        referral: { kept: 0, broken: 0 },
        complaint: { kept: 0, broken: 0 },
        rights: { kept: 0, broken: 0 },
      }),
    },
    people: {
      contact: async () => null,
      read: async () => null,
      search: async () => ({ by: 'nothing', people: [], more: false }),
    },
    assisted: { begin: async () => null, look: async () => null, put: async () => false },
    followUps: { of: async () => [] },
    overview: { look: () => Promise.reject(new Error('Nobody looks here')) },
    corrections: {
      flag: async () => null,
      needs: async () => null,
      sayFlag: async () => 'missing',
      sayNeeds: async () => 'missing',
      write: async () => 'missing',
    },
    exports: { take: async () => null },
    erasures: {
      ofPerson: async () => [],
      get: async () => null,
      ask: async () => ({ kind: 'missing' }),
      confirm: async () => ({ kind: 'missing' }),
      takeBack: async () => ({ kind: 'missing' }),
    },
    risks: { read: async () => ({ kind: 'missing' }), write: async () => 'missing' },
    rota: createRota({ records: createMemoryRecords(rotaCollection), audit: async () => undefined, now }),
    alarmSubject: async () => null,
    alarmDevices: createAlarmDevices({ records: createMemoryRecords(alarmDevices), hash, now: Date.now }),
    files: { of: async () => [], read: async () => ({ kind: 'denied' }) },
    publicUrl: ORIGIN,
    addressOf: () => 'here',
    now,
    log: quiet,
  });
  if (isSeeded) await own.samples?.seed();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const at = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  stops.push(async () => {
    own.hangUp();
    own.stop();
    await new Promise<void>((done) => server.close(() => done()));
  });
  const open = (path: string, cookie = '') =>
    fetch(`${at}${path}`, { redirect: 'manual', headers: { cookie, connection: 'close' } });
  return { own, open };
}

it('a terminal of a development machine is given one for an advisor, a manager and a partner; each is good once', async () => {
  const { own, open } = await aHouse({});
  const links = own.samples?.oneEach() ?? [];
  expect(links.map(({ role }) => role)).toEqual(expect.arrayContaining(['advisor', 'manager', 'partner']));
  const path = links.find(({ role }) => role === 'advisor')?.path ?? '';
  const first = await open(path);
  expect(first.headers.get('location')).toBe('/staff');
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await open('/advisor', cookie)).status).toBe(200);
  const again = await open(path);
  expect(again.headers.get('location')).toBe('/start');
  expect(again.headers.get('set-cookie')).toBeNull();
});

it('a link pressed while the sample people are still being added signs its own in', async () => {
  const { own, open } = await aHouse({}, false);
  const path = (own.samples?.links() ?? []).find(({ role }) => role === 'partner')?.path ?? '';
  const { add } = own.staff.accounts;
  // a database under load
  jest.spyOn(own.staff.accounts, 'add').mockImplementation(async (...asked) => {
    await new Promise((next) => setTimeout(next, 60));
    return add(...asked);
  });
  const seeding = own.samples?.seed();
  expect((await open(path)).headers.get('location')).toBe('/staff');
  await seeding;
});

it('in production there are none, no sample person, and no page that would take one', async () => {
  const development = await aHouse({});
  const { own, open } = await aHouse(PRODUCTION);
  expect(own.samples).toBeNull();
  expect(await own.staff.accounts.list()).toEqual([]);
  const path = development.own.samples?.oneEach()[0]?.path ?? '';
  expect((await open(path)).status).toBe(404);
});
