/** Bad input at every door: no crash, no 5xx, nothing stored half, and the next person is served as ever. */
import { rm } from 'node:fs/promises';
import { type App, type HeldEngine, holdEngine, startApp } from '../../../bench/processes';
import { newAgent } from '../../load/http';
import { knock } from '../../load/knock';
import { knockOdd, knockSigned, seesOddHosts } from '../../load/knockOdd';
import { haveConversation } from '../../load/person';
import { judge, nothingWrong } from '../../load/verdict';
import { lookWhole } from '../../load/whole';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

let engine: HeldEngine;
let app: App;

beforeAll(async () => {
  engine = await holdEngine();
  app = await startApp({ mongodbUri: engine.uri });
}, 120_000);

afterAll(async () => {
  await app.stop();
  await engine.stop();
  await rm(app.dataDir, { recursive: true, force: true });
}, 60_000);

test('six hundred hostile bodies get a calm answer or a clear 4xx', async () => {
  const found = await knock({ base: app.url, count: 600, together: 8, seed: 3 });
  expect(found.bad).toEqual([]);
  expect(found.sent).toBeGreaterThanOrEqual(600);
  expect(app.alive()).toBe(true);
}, 120_000);

test('B16: the check for odd requests sees a planted fault', async () => {
  expect(await seesOddHosts()).toBe(true);
}, 60_000);

test('B1: odd Hosts, targets and headers, and signed webhooks with hostile words, are answered calmly', async () => {
  const odd = await knockOdd({ base: app.url, count: 600, together: 8, seed: 5 });
  const signed = await knockSigned({ base: app.url, count: 200, together: 8, seed: 5 });
  expect([odd.bad, signed.bad]).toEqual([[], []]);
  expect(odd.statuses['400']).toBeGreaterThan(100);
  expect(signed.statuses['200']).toBeGreaterThan(50);
  expect(app.alive()).toBe(true);
}, 120_000);

test('a person who comes afterwards is served as ever', async () => {
  const agent = newAgent();
  const talk = await haveConversation({
    base: app.url,
    agent,
    name: 'after',
    answers: 6,
    patienceMs: 20_000,
    pauseMs: () => 0,
    onAcknowledged: () => undefined,
  });
  agent.destroy();
  expect(judge(talk)).toEqual(nothingWrong);
  expect(talk.acknowledged.length).toBeGreaterThanOrEqual(6);
}, 60_000);

test('nothing is stored half', async () => {
  expect((await lookWhole(engine.uri)).broken).toEqual([]);
});
