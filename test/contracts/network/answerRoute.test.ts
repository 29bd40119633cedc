/** The partner's page over HTTP: what each link gets, what a scanner or an attacker gets, and what is never said. */
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDelivery } from '../../../services/delivery/delivery';
import { DAY, MAYA, memoryStores } from '../../unit/network/aNetwork';
import { partnerServer } from './partnerServer';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function asked(options: Parameters<typeof partnerServer>[0] = {}) {
  const server = await partnerServer(options);
  stops.push(server.stop);
  await server.referrals.create(MAYA);
  const at = `${server.origin}/r/${server.token()}`;
  const post = (body: string, type = 'application/x-www-form-urlencoded') =>
    fetch(at, { method: 'POST', body, headers: { 'content-type': type } });
  return { server, at, post };
}

const PRIVATE = ['Maya', '07700', 'how she feels', 'Mornings'];

describe('B5: a form on another site', () => {
  const strange = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site', origin: 'null' },
  ];

  it.each(strange)(
    'B5: %j answers for nobody, yes, no or not yet, and shows the form to answer on',
    async (headers) => {
      const { server, at } = await asked();
      const before = await server.referrals.get(MAYA.id);
      for (const body of ['say=yes&within=1', 'say=no&reason=full', 'say=notYet&hold=moreInfo&day=2026-11-27', '']) {
        const answer = await fetch(at, { method: 'POST', body: new URLSearchParams(body), headers });
        expect(answer.status).toBe(403);
        expect(await answer.text()).toContain(`action="${new URL(at).pathname}"`);
      }
      expect(await server.referrals.get(MAYA.id)).toEqual(before);
      expect(server.told).toEqual([]);
    },
  );

  it.each([{ 'sec-fetch-site': 'same-origin', origin: 'null' }, { 'sec-fetch-site': 'none' }, { origin: 'null' }, {}])(
    'B5: %j is our own page, or a browser that does not say, and its answer counts',
    async (headers) => {
      const { server, at } = await asked();
      const body = new URLSearchParams('say=no&reason=full');
      expect((await fetch(at, { method: 'POST', body, headers: Object.entries(headers) })).status).toBe(200);
      expect(server.told).toHaveLength(1);
    },
  );
});

describe('opening a link', () => {
  it('is never kept, indexed, framed or passed on', async () => {
    const { at } = await asked();
    const answer = await fetch(at);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('changes nothing, by GET or HEAD, so a mail scanner does no harm', async () => {
    const { server, at } = await asked();
    const before = await server.referrals.get(MAYA.id);
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(at, { method })).status).toBe(200);
    expect(await fetch(`${at}?say=yes&within=1`).then((it) => it.text())).toContain('Yes, we can help');
    expect(await server.referrals.get(MAYA.id)).toEqual(before);
    expect(server.told).toEqual([]);
  });

  it.each([
    ['answered', 200, 'You said no. Thank you'],
    ['withdrawn', 410, 'They have changed their mind'],
    ['expired', 410, 'This link has run out'],
    ['closed', 410, 'We found another way'],
    ['unknown', 404, 'We do not know this link'],
  ] as const)('%s: a calm page with nothing private', async (kind, status, heading) => {
    const { server, at } = await asked();
    if (kind === 'answered') await server.referrals.answer(server.token(), { say: 'no', reason: 'full', words: '' });
    if (kind === 'withdrawn') await server.referrals.withdraw(MAYA.conversationId, MAYA.ref);
    if (kind === 'expired') server.wait(15 * DAY);
    if (kind === 'closed') {
      for (let day = 0; day < 6; day += 1) {
        server.wait(DAY);
        await server.referrals.chase(9);
      }
    }
    const url = kind === 'unknown' ? `${server.origin}/r/${'x'.repeat(43)}` : at;
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(url, { method, ...(method === 'POST' ? { body: 'say=yes' } : {}) });
      const text = await answer.text();
      expect(answer.status).toBe(status);
      expect(text).toContain(heading);
      for (const secret of PRIVATE) expect(text).not.toContain(secret);
    }
    expect(server.told).toEqual([]);
  });
});

describe('sending an answer', () => {
  it('yes is told once, however often it is sent', async () => {
    const { server, post } = await asked();
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('say=yes&within=1').then((it) => it.text())));
    expect(answers.filter((text) => text.includes('We are telling them now'))).toHaveLength(1);
    expect(server.told).toHaveLength(1);
    expect(await server.referrals.untold(9)).toEqual([]);
  });

  it('when the conversation is away, the answer is kept and the news waits', async () => {
    const { server, post } = await asked({ deaf: true });
    expect((await post('say=yes&within=2')).status).toBe(200);
    expect(await server.referrals.untold(9)).toMatchObject([{ conversationId: 'conversation-1' }]);
    expect(server.logged).toEqual(['partner answer kept but not told yet']);
  });

  it('a no without a reason asks for one and changes nothing', async () => {
    const { server, post } = await asked();
    const answer = await post('say=no');
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('Please pick a reason');
    expect(text).toContain('<details open>');
    expect((await server.referrals.get(MAYA.id))?.state).toBe('requested');
  });

  it('words too many are cut, and the answer still counts', async () => {
    const { server, post } = await asked();
    expect((await post(`say=no&reason=other&words=${'x'.repeat(900)}`)).status).toBe(200);
    expect((await server.referrals.get(MAYA.id))?.declineWords).toHaveLength(500);
  });

  it.each([
    ['nothing', ''],
    ['an unknown answer', 'say=maybe'],
    ['an unknown reason', 'say=no&reason=rude'],
    ['a wrong time', 'say=yes&within=99'],
    ['a huge form', `say=no&reason=other&words=${'x'.repeat(1_000_000)}`],
    ['JSON of the wrong shape', '{"say":{"$gt":""}}'],
    ['broken JSON', '{"say":'],
    ['control characters', 'say=%00&reason=%ff%fe\u0000'],
    ['a fake field of the record', 'say=&__proto__=1&constructor=1'],
  ])('%s changes nothing and gets a calm page', async (_what, body) => {
    const { server, post } = await asked();
    const answer = await post(body);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Someone would like your help');
    expect((await server.referrals.get(MAYA.id))?.state).toBe('requested');
    expect(server.told).toEqual([]);
  });

  it('a mangled address is only a page that is not there', async () => {
    const { server } = await asked();
    const paths = [
      '/r/',
      '/r/%00',
      '/r/..%2f..%2fetc',
      `/r/${'a'.repeat(5_000)}`,
      '/r/%E0%A4%A',
      '/r/<script>',
      '/r/%F0%9F%98%80',
    ];
    for (const at of paths) {
      const status = await new Promise<number>((resolve, reject) => {
        const { port } = new URL(server.origin);
        request({ host: '127.0.0.1', port, path: at }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
      expect([400, 404, 414]).toContain(status);
    }
  });
});

/** One of each, as its form on the page sends it, and what the record and the person's talk hold after it. */
const NOT_YET = [
  {
    why: 'moreInfo',
    body: 'words=Which+days+suit%3F',
    after: {
      hold: 'moreInfo',
      holdUntil: null,
      holdWords: 'Which days suit?',
      tried: null,
      owner: 'team',
      nextAction: 'look',
    },
    told: { hold: 'moreInfo', dueAt: 0 },
  },
  {
    why: 'waitingList',
    body: 'until=2026-12-14',
    after: {
      hold: 'waitingList',
      holdUntil: Date.parse('2026-12-14T17:00:00Z'),
      holdWords: '',
      tried: null,
      owner: 'partner',
      nextAction: 'keepInTouch',
    },
    told: { hold: 'waitingList', dueAt: Date.parse('2026-12-14T17:00:00Z') },
  },
  {
    why: 'notReached',
    body: 'on=2026-11-23&times=3',
    after: {
      hold: 'notReached',
      holdUntil: null,
      tried: { on: '2026-11-23', times: 3 },
      owner: 'team',
      nextAction: 'look',
    },
    told: { hold: 'notReached', dueAt: 0 },
  },
] as const;

describe('P-A17: "not yet", through the page', () => {
  it.each(NOT_YET)(
    'P-A17: $why is kept, told once, and the link stays open for a yes',
    async ({ why, body, after, told }) => {
      const { server, at, post } = await asked();
      const form = await fetch(at).then((it) => it.text());
      expect(form).toContain(`<input type="hidden" name="why" value="${why}">`);
      const answer = await post(`say=notYet&why=${why}&${body}`);
      expect(answer.status).toBe(200);
      const said = await answer.text();
      for (const secret of PRIVATE) expect(said).not.toContain(secret);
      expect(said).toContain('01632 960 100');
      expect(await server.referrals.get(MAYA.id)).toMatchObject({ state: 'on-hold', ...after });
      expect(server.told.map(({ happening }) => happening)).toMatchObject([
        { name: 'referralMoved', ref: MAYA.ref, state: 'on-hold', ...told },
      ]);
      // the partner's own words never reach the person
      expect(JSON.stringify(server.told)).not.toContain('Which days');
      const again = await fetch(at).then((it) => it.text());
      expect(again).toContain('Yes, we can help');
      expect((await post('say=yes&within=1')).status).toBe(200);
      expect(await server.referrals.get(MAYA.id)).toMatchObject({ state: 'accepted', hold: null, holdUntil: null });
      expect(server.told).toHaveLength(2);
    },
  );

  it.each(['waitingList', 'notReached'])('P-A17: %s without its day asks for one and changes nothing', async (why) => {
    const { server, post } = await asked();
    for (const body of ['', '&until=2026-02-31&on=2026-02-31&times=1', '&until=soon&on=soon&times=2']) {
      const answer = await post(`say=notYet&why=${why}${body}`);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('role="alert"');
    }
    expect((await server.referrals.get(MAYA.id))?.state).toBe('requested');
    expect(server.told).toEqual([]);
  });
});

describe('too much, or too little', () => {
  it('asks an eager caller to wait a minute, and then goes on', async () => {
    const { server, at } = await asked({ perMinute: 5 });
    const seen: number[] = [];
    for (let go = 0; go < 7; go += 1) seen.push((await fetch(at)).status);
    expect(seen).toEqual([200, 200, 200, 200, 200, 429, 429]);
    server.wait(60_000);
    expect((await fetch(at)).status).toBe(200);
  });

  it('when the store is away, says so calmly and logs no link', async () => {
    const stores = memoryStores();
    const { server, at } = await asked({ stores });
    jest.spyOn(stores.links, 'get').mockRejectedValue(new Error('down'));
    const answer = await fetch(at);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('Nothing was lost');
    expect(server.logged).toEqual(['partner page failed']);
  });
});

describe('the start page', () => {
  let outbox: string;
  beforeEach(async () => {
    outbox = await mkdtemp(path.join(tmpdir(), 'start-'));
  });
  afterEach(() => rm(outbox, { recursive: true, force: true }));

  it('on a development machine shows the letters with their links, and nothing that leads elsewhere', async () => {
    const server = await partnerServer({ outbox });
    stops.push(server.stop);
    const delivery = createDelivery({ mode: { kind: 'outbox', folder: outbox }, from: 'hello@win.example' });
    const letter = {
      id: '1',
      kind: 'asked',
      to: 'otter-steps@example.org',
      partner: 'Otter Steps',
      service: 'One to one talk',
      phone: '01632 960 100',
      by: '5pm tomorrow',
    } as const;
    const token = 'a'.repeat(43);
    await delivery.send({ ...letter, ref: 'WIN-7F3K4', link: `${server.origin}/r/${token}` });
    await delivery.send({ ...letter, ref: 'WIN-7F3K6', link: `https://elsewhere.example/r/${token}` });
    const text = await fetch(`${server.origin}/start`).then((it) => it.text());
    expect(text).toContain(`href="/r/${token}"`);
    expect(text).toContain('WIN-7F3K6');
    expect(text).not.toContain('elsewhere.example/r/');
    expect(text).toContain('href="/"');
  });

  it('in production is not there', async () => {
    const server = await partnerServer({ outbox, production: true });
    stops.push(server.stop);
    const answer = await fetch(`${server.origin}/start`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('Letters');
  });
});
