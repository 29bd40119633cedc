/** The same message sent five times at once makes one turn, and each sender gets the same reply. */
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { type App, type HeldEngine, holdEngine, startApp } from '../../../bench/processes';
import { jsonOf, newAgent, send } from '../../load/http';
import { openConversation } from '../../load/knock';
import { lookWhole } from '../../load/whole';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const agent = newAgent();
let engine: HeldEngine;
let app: App;

beforeAll(async () => {
  engine = await holdEngine();
  app = await startApp({ mongodbUri: engine.uri });
}, 120_000);

afterAll(async () => {
  agent.destroy();
  await app.stop();
  await engine.stop();
  await rm(app.dataDir, { recursive: true, force: true });
}, 60_000);

const five = <T>(work: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 5 }, work));
const activities = z.object({
  activities: z.array(
    z.object({
      id: z.string().optional(),
      text: z.string().optional(),
      from: z.object({ id: z.string() }).optional(),
      channelData: z.object({ clientActivityID: z.string().optional() }).optional(),
    }),
  ),
});

test('from Azure Bot Service, with expectReplies', async () => {
  const say = async (id: string, text: string) => {
    const body = {
      type: 'message',
      id,
      channelId: 'webchat',
      serviceUrl: app.url,
      from: { id: 'twin' },
      recipient: { id: 'bot' },
      conversation: { id: 'twin-talk' },
      text,
      deliveryMode: 'expectReplies',
    };
    const headers = { 'content-type': 'application/json' };
    const answer = await send(agent, 'POST', new URL('/api/messages', app.url), headers, JSON.stringify(body));
    expect(answer?.status).toBe(200);
    return activities.parse(answer === null ? null : jsonOf(answer)).activities.map((one) => one.text);
  };
  const greetings = await five(() => say('m1', 'hi'));
  const answers = await five(() => say('m2', 'yes'));
  for (const replies of [greetings, answers]) {
    expect(replies[0]?.length).toBeGreaterThan(0);
    expect(new Set(replies.map((texts) => JSON.stringify(texts))).size).toBe(1);
  }
  expect(answers[0]).not.toEqual(greetings[0]);
});

test('from web chat', async () => {
  const pass = await openConversation(agent, app.url);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${pass.token}` };
  const url = new URL(`/v3/directline/conversations/${pass.conversationId}/activities`, app.url);
  const post = JSON.stringify({ type: 'message', text: 'yes', channelData: { clientActivityID: 'once' } });
  const answers = await five(() => send(agent, 'POST', url, headers, post));
  expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map((answer) => answer?.text)).size).toBe(1);

  const read = await send(agent, 'GET', url, headers, null);
  const all = activities.parse(read === null ? null : jsonOf(read)).activities;
  const echoes = all.filter((one) => one.channelData?.clientActivityID === 'once');
  expect(echoes).toHaveLength(1);
  expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
});

test('leaves every conversation whole in the database', async () => {
  const whole = await lookWhole(engine.uri);
  expect(whole.broken).toEqual([]);
  expect(whole.conversations).toBeGreaterThanOrEqual(2);
});
