/** One process of the silence test: the whole phone service and its jobs on a shared database, until it is killed. */
import { z } from 'zod';
import { createAlarms } from '../../services/alarms/alarms';
import { alarms as alarmCollection } from '../../services/alarms/collection';
import { createRecords } from '../../services/store/mongo/records';
import { jobKinds } from '../../services/work/jobs';
import { createRunner } from '../../services/work/runner';
import { startPhones } from './providerInside';

const bases = z.object({ twilio: z.string(), meta: z.string() });
const settings = z.object({
  uri: z.string(),
  name: z.string(),
  key: z.string(),
  bases,
  start: z.number(),
  me: z.string(),
  /** broken on purpose: what a turn asks for is never done */
  noEffects: z.boolean(),
});
export type WorkerSettings = z.infer<typeof settings>;

export const order = z.discriminatedUnion('what', [
  /** the clock stands at this moment (ms since 1970), and what is due is done */
  z.object({ n: z.number(), what: z.literal('moveTo'), at: z.number() }),
  /** somebody writes on the web */
  z.object({ n: z.number(), what: z.literal('web'), id: z.string(), address: z.string(), text: z.string() }),
  /** conversations past their time are forgotten */
  z.object({ n: z.number(), what: z.literal('forget') }),
  /** the ids of all alarms there are, and the one that is open is taken by whoever has this link */
  z.object({ n: z.number(), what: z.literal('alarms') }),
  z.object({ n: z.number(), what: z.literal('acknowledge'), token: z.string() }),
]);
export type Order = z.infer<typeof order>;

/** What a process says of itself. */
export const word = z.discriminatedUnion('what', [
  z.object({ what: z.literal('ready'), port: z.number() }),
  z.object({ what: z.literal('done'), n: z.number(), said: z.array(z.string()) }),
  z.object({ what: z.literal('failed'), n: z.number(), why: z.string() }),
  /** a mail to the team */
  z.object({ what: z.literal('letter'), id: z.string(), token: z.string() }),
]);
export type Word = z.infer<typeof word>;

const tell = (one: Word) => new Promise<void>((done) => process.send?.(one, undefined, undefined, () => done()));

async function main(): Promise<void> {
  const given = settings.parse(JSON.parse(process.argv[2] ?? '{}'));
  process.on('disconnect', () => process.exit(0));
  const alert: Parameters<typeof startPhones>[2]['alert'] = async ({ id, why, level }) => {
    const urgent = level === 'P0' || level === 'P1';
    const setAside = /^set ?aside/i.test(why);
    if (urgent || setAside)
      await alarms.raise({ kind: setAside ? 'setAside' : 'danger', level: urgent ? level : 'P2', id });
  };
  const phones = await startPhones(given.uri, given.start, {
    bases: given.bases,
    shared: { name: given.name, key: Buffer.from(given.key, 'base64') },
    alert,
  });
  const { now, queue, hash, service, effects, store } = phones;
  if (given.noEffects) phones.crash(true);
  const records = createRecords(phones.database, alarmCollection, phones.sealer);
  const alarms = createAlarms({
    alarms: records,
    queue,
    emails: ['duty@win.example'],
    phones: [],
    mail: async (_to, text, id) => {
      await tell({ what: 'letter', id, token: /\/alert\/([A-Za-z0-9_-]+)/.exec(text)?.[1] ?? '' });
      return { kind: 'delivered', providerId: id };
    },
    text: null,
    hash,
    publicUrl: 'https://front.door.example',
    open: () => true,
    now,
    log: () => undefined,
  });
  const runner = createRunner({
    queue,
    kinds: jobKinds,
    ports: {
      happen: service.happen,
      sweepEffects: async () => (given.noEffects ? 0 : effects.sweep(store)),
      redoEffect: effects.redo,
      referrals: { chase: async () => [], untold: async () => [], step: async () => null },
      tellNews: async () => undefined,
      ringAlarm: alarms.ring,
      queueUnrung: alarms.queueUnrung,
      lookAtHandoffs: async () => undefined,
      lookAtPromises: async () => undefined,
      fetchMedia: async () => 0,
      sweepExpired: async () => undefined,
      erase: async () => true,
      clockSane: () => true,
    },
    me: given.me,
    now,
    log: () => undefined,
  });
  await runner.start();

  async function follow(one: Order): Promise<readonly string[]> {
    switch (one.what) {
      case 'moveTo':
        await phones.moveTo(one.at);
        if (!given.noEffects) await effects.sweep(store);
        await runner.runDue();
        await phones.settle();
        return [];
      case 'web': {
        const { id, address, text } = one;
        const done = await service.handleTurn({ id, address, channel: 'web', what: { kind: 'text', text } });
        await phones.settle();
        return done.kind === 'done'
          ? done.turn.replies.flatMap(({ parts }) => parts.map(() => 'said'))
          : ['crisis text'];
      }
      case 'forget':
        await store.sweepExpired(now());
        return [];
      case 'alarms':
        return (await records.find({}, 10_000)).map(({ id }) => id);
      case 'acknowledge':
        await alarms.acknowledge(one.token);
        return [];
    }
  }

  process.on('message', (message) => {
    const one = order.parse(message);
    follow(one).then(
      (said) => tell({ what: 'done', n: one.n, said: [...said] }),
      (error: unknown) => tell({ what: 'failed', n: one.n, why: error instanceof Error ? error.name : 'unknown' }),
    );
  });
  await tell({ what: 'ready', port: phones.port });
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : 'unknown fault'}\n`);
    process.exit(1);
  });
}
