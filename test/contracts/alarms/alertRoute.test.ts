/** The page that stops an alarm, over HTTP: a scanner stops nothing, a button does, and nobody learns anything there. */

import { guard } from '../../../bot/http/gate';
import { createProtect } from '../../../bot/http/protect';
import { mountAlertPage } from '../../../bot/routes/alert';
import { createHttpServer } from '../../../bot/server';
import type { AlarmView } from '../../../services/alarms/alarms';
import type { Alarm } from '../../../services/alarms/collection';
import { page } from '../../../web/server/page';

const token = 'a'.repeat(43);
const alarm: Alarm = {
  id: 'danger:risk-1',
  rev: 1,
  kind: 'danger',
  level: 'P0',
  about: 'risk-1',
  subject: 'risk-1',
  places: 1,
  event: '7F3A-9C2D',
  inHours: true,
  raisedAt: Date.UTC(2026, 10, 24, 10),
  calls: [],
  links: [],
  acknowledgedAt: null,
  acknowledgedBy: null,
  acknowledgedWho: '',
  expiresAt: 0,
};

async function aServer() {
  let taken = false;
  const used: string[] = [];
  const look = (given: string): AlarmView =>
    given === token ? { kind: taken ? 'already' : 'open', alarm } : { kind: 'unknown' };
  const server = createHttpServer({ info: () => undefined, warn: () => undefined, error: () => undefined });
  mountAlertPage(server, {
    alarms: {
      lookAt: async (given) => look(given),
      acknowledge: async (given) => {
        used.push(given);
        const seen = look(given);
        if (seen.kind !== 'open') return seen;
        taken = true;
        return { kind: 'taken', alarm };
      },
    },
    clock: () => Date.UTC(2026, 10, 24, 10, 3),
    page,
  });
  guard(server.server, () => undefined, createProtect(false));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { at: `http://127.0.0.1:${port}`, used, stop: () => new Promise<void>((done) => server.close(() => done())) };
}

test('H9: opening the link changes nothing; the button stops the alarm, once', async () => {
  const { at, used, stop } = await aServer();
  for (let n = 0; n < 3; n += 1) {
    const opened = await fetch(`${at}/alert/${token}`);
    expect(opened.status).toBe(200);
    expect(opened.headers.get('cache-control')).toBe('no-store');
    const text = await opened.text();
    expect(text).toContain('Can you take this now?');
    expect(text).toContain('7F3A-9C2D');
    expect(text).not.toContain('risk-1');
    expect(text).not.toContain('/advisor/');
  }
  expect(used).toEqual([]);
  expect(await (await fetch(`${at}/alert/${token}`, { method: 'POST' })).text()).toMatch(
    new RegExp(`Thank you, you have it.*href="/advisor/alarms/${token}"`, 's'),
  );
  expect(await (await fetch(`${at}/alert/${token}`, { method: 'POST' })).text()).toContain('Somebody has this one');
  expect(used).toHaveLength(2);
  await stop();
});

test.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://elsewhere.example' },
])('B5: a form on another site (%j) stops no alarm', async (headers) => {
  const { at, used, stop } = await aServer();
  const answer = await fetch(`${at}/alert/${token}`, { method: 'POST', headers });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('Can you take this now?');
  expect(used).toEqual([]);
  await stop();
});

test.each(['x', 'b'.repeat(43), '%00', encodeURIComponent('<script>')])(
  'an unknown link (%s) is a calm 404',
  async (other) => {
    const { at, stop } = await aServer();
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(`${at}/alert/${other}`, { method });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('We do not know this link');
    }
    await stop();
  },
);
