/**
 * `npm run hostile`: sends bad input to every door of a running app, then looks whether it is calm, alive and whole.
 *
 *   --requests 100000 --together 16 --seed 1
 *
 * Seven in ten are bodies at every door, two are odd Hosts, targets and headers on bare sockets, one is a signed webhook.
 * It starts by showing that it sees a planted fault.
 *   --json       one JSON object
 */
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { endWithPrograms, holdEngine, residentBytes, startApp } from '../../bench/processes';
import { note, progress } from '../../bench/progress';
import { newAgent } from './http';
import { knock, openConversation } from './knock';
import { knockOdd, knockSigned, seesOddHosts } from './knockOdd';
import { haveConversation } from './person';
import { judge } from './verdict';
import { lookWhole } from './whole';

async function main(): Promise<void> {
  endWithPrograms();
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      // as before: so many bodies, and the others in their share
      bodies: { type: 'string' },
      together: { type: 'string', default: '16' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const all = values.bodies === undefined ? Number(values.requests) : Math.round(Number(values.bodies) / 0.7);
  const count = Math.ceil(all * 0.7);
  if (!(await seesOddHosts())) throw new Error('This check cannot see a planted fault, so it shows nothing.');
  note('The planted fault was seen.');
  const engine = await holdEngine();
  const app = await startApp({ mongodbUri: engine.uri });
  try {
    const found = await knock({
      base: app.url,
      count,
      together: Number(values.together),
      seed: Number(values.seed),
      told: (sent) => progress('bodies', sent, count),
    });
    const together = Number(values.together);
    const seed = Number(values.seed);
    const odd = await knockOdd({ base: app.url, count: Math.ceil(all * 0.2), together, seed });
    const signed = await knockSigned({ base: app.url, count: Math.ceil(all * 0.1), together, seed });
    const alive = app.alive();
    const memoryMB = Math.round(((await residentBytes(app.pid)) ?? 0) / 1024 / 1024);
    const agent = newAgent();
    await openConversation(agent, app.url);
    const talk = await haveConversation({
      base: app.url,
      agent,
      name: 'after',
      answers: 5,
      patienceMs: 10_000,
      pauseMs: () => 0,
      onAcknowledged: () => undefined,
    });
    agent.destroy();
    const verdict = judge(talk);
    const whole = await lookWhole(engine.uri);
    const badCount = found.badCount + odd.badCount + signed.badCount;
    const result = { ...found, badCount, odd, signed, alive, memoryMB, after: verdict, whole };
    if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else {
      const statuses = Object.entries(found.statuses).map(([status, times]) => `${status}: ${times}`);
      process.stdout.write(
        [
          `${found.sent} bodies. Answers: ${statuses.join(', ')} (0: too big, cut off). Slowest ${found.slowest} ms.`,
          `${odd.sent} odd requests. Answers: ${JSON.stringify(odd.statuses)} (0: half a request, or a tunnel).`,
          `${signed.sent} signed webhooks. Answers: ${JSON.stringify(signed.statuses)}.`,
          `Bad answers: ${badCount}. Crashes: ${alive ? 0 : 1}. App ${alive ? 'alive' : 'DEAD'}, ${memoryMB} MB.`,
          `A conversation afterwards: ${JSON.stringify(verdict)}.`,
          `Stored: ${whole.conversations} conversations, ${whole.turns} turns, ${whole.broken.length} broken.`,
          ...found.bad,
          ...odd.bad,
          ...signed.bad,
          ...whole.broken.slice(0, 20),
          '',
        ].join('\n'),
      );
    }
    const wrong = Object.values(verdict).some((times) => times > 0);
    if (badCount > 0 || !alive || wrong || whole.broken.length > 0) process.exitCode = 1;
  } finally {
    await app.stop();
    await engine.stop();
    await rm(app.dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  note(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
