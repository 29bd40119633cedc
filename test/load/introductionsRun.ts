/** People agree to be put in touch, two processes do the work with slow mail, and both are killed at random moments. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Db, type Document, MongoClient } from 'mongodb';
import { holdEngine } from '../../bench/processes';
import { newConversation } from '../../dialogs/newConversation';
import { collections } from '../../services/collections';
import { sampleDirectory } from '../../services/directory/sample/sampleDirectory';
import { projectRoot } from '../../services/store/engine/projectRoot';
import { connect } from '../../services/store/mongo/connect';
import { createConversations } from '../../services/store/mongo/conversations';
import type { PendingEffect } from '../../services/store/ports';
import { createSealer } from '../../services/store/seal';
import { chance } from './http';
import { testKeys } from './introductionsWorker';
import { startMailbox } from './mailbox';

export interface Introducing {
  readonly people: number;
  /** kills of a process, at random moments */
  readonly crashes: number;
  readonly seed: number;
  /** nobody does the work, or effects are lost: shows that the check fails when it should */
  readonly planted?: 'noWork' | 'twice';
  readonly told?: (what: string) => void;
}

export interface Introduced {
  readonly people: number;
  readonly crashes: number;
  /** people whose partner has exactly one letter, by its Message-ID */
  readonly letters: number;
  readonly reminders: number;
  /** people with exactly one live link, the same in every letter */
  readonly links: number;
  /** people whose check-in was made exactly once */
  readonly checks: number;
  /** letters a mail server took twice because we were killed before we heard that it had; one Message-ID, one link */
  readonly takenTwice: number;
  readonly seconds: number;
}

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** Tuesday 24 November 2026, 10 in the morning in Scotland: tomorrow is a working day. */
const tuesday = Date.UTC(2026, 10, 24, 10);
const patienceMs = 15 * 60_000;

interface Worker {
  readonly child: ChildProcess;
  readonly gone: Promise<void>;
}

/** Each person agrees once: a turn with two effects, which nobody has done yet. */
async function agree(uri: string, name: string, people: number, now: number): Promise<void> {
  const database = connect(uri, collections, { name });
  const store = createConversations(database, {
    sealer: createSealer([{ id: 'test', secret: testKeys.sealing }]),
    now: () => now,
  });
  const [service] = sampleDirectory('2026-11-23').services;
  const serviceId = service?.id ?? '';
  await database.ready();
  await Promise.all(
    Array.from({ length: people }, async (_none, n) => {
      const id = `person-${n}`;
      const at = now - 60_000;
      const effects: PendingEffect[] = [
        {
          id: `${id}:life-${n}:1:0`,
          at,
          kind: 'refer',
          data: { ref: `WIN-${n}`, serviceId, need: 'housing', consentVersion: 'SHARE-1.0', consentAt: at },
          secret: JSON.stringify({ lines: [{ field: 'name', label: 'Name', value: 'Sam' }], shown: 'Sam', avoid: '' }),
        },
        { id: `${id}:life-${n}:1:1`, at, kind: 'remind', data: { what: 'checkIn', step: 1, afterMinutes: 60 } },
      ];
      const turn = { inboundId: `in-${n}`, at, firstItem: 1, items: 0, messageIds: [], said: null, replies: [] };
      const state = { ...newConversation('web', at), turns: 1 };
      await store.commit({
        id,
        life: `life-${n}`,
        rev: 0,
        before: null,
        state,
        turn,
        effects,
        expiresAt: now + 365 * day,
      });
    }),
  );
  await store.settled();
  await database.close();
}

/** How many of the people have it exactly once. */
const onceEach = (counts: ReadonlyMap<string, number>) => [...counts.values()].filter((count) => count === 1).length;

function countBy(values: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return counts;
}

/** How often each check-in became a turn of its conversation. */
async function checksMade(db: Db): Promise<ReadonlyMap<string, number>> {
  const kept = await db.collection<Document & { _id: string }>('conversations').find().toArray();
  const ids = kept.flatMap((one) => one['recent'].map((turn: { inboundId: string }) => turn.inboundId));
  return countBy(ids.filter((id: string) => id.endsWith(':1:1')));
}

/** Runs it and counts. Throws when the work is not over in good time. */
export async function introduce(settings: Introducing): Promise<Introduced> {
  const { people } = settings;
  const random = chance(settings.seed);
  const say = settings.told ?? (() => undefined);
  const given = process.env['MONGODB_URI'];
  const engine = given === undefined ? await holdEngine() : null;
  const uri = given ?? engine?.uri ?? '';
  const name = `introductions_${randomBytes(4).toString('hex')}`;
  const mailbox = await startMailbox(() => 20 + random() * (random() < 0.05 ? 2_000 : 200));
  const client = await MongoClient.connect(uri);
  const db = client.db(name);
  const began = performance.now();
  let offset = tuesday - Date.now();
  let made = 0;
  const workers: Worker[] = [];

  const start = async (): Promise<Worker> => {
    made += 1;
    const argument = JSON.stringify({ uri, name, smtp: mailbox.url, me: `process-${made}` });
    const child = fork(join(projectRoot(), 'dist', 'test', 'load', 'introductionsWorker.js'), [argument], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    child.send({ offset });
    await new Promise<void>((ready, fail) => {
      child.once('message', () => ready());
      child.once('exit', () => fail(new Error('A process did not start')));
    });
    return { child, gone };
  };
  const kill = async (n: number) => {
    const worker = workers[n];
    worker?.child.kill('SIGKILL');
    await worker?.gone;
    workers[n] = await start();
  };
  /** Waits until `count` says all are done; kills meanwhile. */
  const until = async (what: string, crashes: number, count: () => Promise<number>) => {
    const limit = performance.now() + (settings.planted === 'noWork' ? 700 : patienceMs);
    let killed = 0;
    for (;;) {
      const there = await count();
      if (there >= people && killed >= crashes) break;
      if (performance.now() > limit) break;
      say(`${what}: ${there} of ${people}`);
      if (killed < crashes) {
        await wait(100 + random() * 900);
        await kill(killed % 2);
        killed += 1;
      } else await wait(250);
    }
    return killed;
  };
  const asked = (action: string) => () => db.collection('referrals').countDocuments({ nextAction: action });

  try {
    await agree(uri, name, people, tuesday);
    if (settings.planted !== 'noWork') workers.push(await start(), await start());
    const half = Math.ceil(settings.crashes / 2);
    const alone = settings.planted === 'noWork';
    let crashes = await until('letters', alone ? 0 : half, asked('chase'));
    const firstLetters = mailbox.letters.size;
    // a day and a bit on: every partner was silent, and every check-in is due
    offset += day + 8 * hour;
    for (const { child } of workers) child.send({ offset });
    crashes += await until('reminders', alone ? 0 : settings.crashes - half, asked('team'));
    await until('check-ins', 0, async () => (await checksMade(db)).size);
    if (settings.planted === 'twice') {
      const [one] = await db.collection('referralLinks').find().limit(1).toArray();
      await db.collection<Document & { _id: string }>('referralLinks').insertOne({ ...one, _id: 'second' });
    }
    const links = countBy((await db.collection('referralLinks').find().toArray()).map((link) => link['referralId']));
    return {
      people,
      crashes,
      letters: firstLetters,
      reminders: mailbox.letters.size - firstLetters,
      links: Math.min(onceEach(links), [...links.keys()].length === people ? mailbox.links.size : 0),
      checks: onceEach(await checksMade(db)),
      takenTwice: [...mailbox.letters.values()].filter((count) => count > 1).length,
      seconds: Math.round((performance.now() - began) / 100) / 10,
    };
  } finally {
    for (const { child, gone } of workers) {
      child.kill('SIGKILL');
      await gone;
    }
    await db.dropDatabase().catch(() => undefined);
    await client.close();
    await mailbox.stop();
    await engine?.stop();
  }
}

/** Every figure is as it should be. */
export function allOnce(found: Introduced): boolean {
  return [found.letters, found.reminders, found.links, found.checks].every((count) => count === found.people);
}
