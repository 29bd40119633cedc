/** People who go quiet and come back, on two processes of one database, and write of danger at every point. */
import { randomBytes } from 'node:crypto';
import { type Service, type Someone, startInside } from './providerInside';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is broken on purpose, to show that it is seen: effects are never done, or a message never comes. */
type Planted = 'effects' | 'message' | null;

interface SilenceFigures {
  readonly people: number;
  readonly dangers: number;
  readonly unanswered: number;
  readonly unalerted: number;
  readonly doubled: number;
  readonly crashes: number;
  readonly longestQuietDays: number;
}

/** Numbers from a seed, the same each run. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
}

interface Going {
  readonly pair: readonly [Service, Service];
  readonly random: () => number;
  readonly planted: Planted;
}

interface Counts {
  dangers: number;
  unanswered: number;
  unalerted: number;
  doubled: number;
  crashes: number;
  longest: number;
}

const lines = ['sms', 'whatsappMeta', 'whatsappTwilio', 'web'] as const;
const ordinary = [
  'hi',
  'yes',
  'aye',
  'my rent is late',
  'im lonely',
  'skip',
  'talk to a person',
  'bye',
  'START',
  'HELLO',
];
const danger = ['i want to kill myself', "i've taken all my tablets", 'i want to die', 'im going to end it tonight'];

/** Both processes at the same moment, with what a crash left behind done by whichever looks first. */
async function pass({ pair, planted }: Going, ms: number): Promise<void> {
  for (const one of pair) await one.pass(ms);
  if (planted === 'effects') return;
  for (const one of pair) await one.effects.sweep(one.store);
  for (const one of pair) await one.settle();
}

const textsOf = ({ pair }: Going, number: string): readonly string[] =>
  pair.flatMap((one) => one.carriers.textsTo(number));
const alertsOf = ({ pair }: Going): ReadonlySet<string> =>
  new Set(pair.flatMap((one) => one.alerts.map(({ id }) => id)));

async function onePerson(going: Going, n: number, counts: Counts): Promise<void> {
  const { pair, random, planted } = going;
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random() * all.length)];
    if (one === undefined) throw new Error('There is nothing to pick from');
    return one;
  };
  const line = pick(lines);
  const numberOf = (phone: number) => `+4477${String(n * 10 + phone).padStart(8, '0')}`;
  let phone = 0;
  let stopped = false;
  let saidSinceStop = false;
  let id = 0;
  const heardOf = new Set<string>();

  /** What came back for it. */
  async function says(text: string): Promise<readonly string[]> {
    const service = pick(pair);
    // a crash after the commit and before anything it asked for
    const crash = random() < 0.25;
    if (crash) counts.crashes += 1;
    service.crash(crash || planted === 'effects');
    const number = numberOf(phone);
    if (planted === 'message') return [];
    id += 1;
    if (line === 'web') {
      const what = { kind: 'text', text } as const;
      const done = await service.service.handleTurn({ id: `w${id}`, address: `web:${number}`, channel: 'web', what });
      service.crash(planted === 'effects');
      await pass(going, 15_000);
      return done.kind === 'done' ? done.turn.replies.map(() => 'said') : ['said'];
    }
    const before = textsOf(going, number).length;
    const who: Someone = { line, number };
    await service.says(who, text);
    for (const one of pair) await one.pass(3_000);
    service.crash(planted === 'effects');
    await pass(going, 15_000);
    return textsOf(going, number).slice(before);
  }

  async function inDanger(): Promise<void> {
    const alerts = alertsOf(going).size;
    const told = await says(pick(danger));
    counts.dangers += 1;
    // after STOP the fixed reply goes once (guide.md X notes); the team hears each time
    const owed = !(stopped && saidSinceStop);
    if (owed && told.length === 0) counts.unanswered += 1;
    if (new Set(told).size < told.length && line !== 'web') counts.doubled += 1;
    if (stopped) saidSinceStop = true;
    // danger that goes on is on the record of the alert it has; new danger, and any after STOP, is a new one
    const owesAlert = stopped || !heardOf.has(numberOf(phone));
    heardOf.add(numberOf(phone));
    if (owesAlert && alertsOf(going).size === alerts) counts.unalerted += 1;
  }

  for (let step = 0; step < 4; step += 1) {
    const what = random();
    if (what < 0.2) {
      const quiet = pick([2 * HOUR, 26 * HOUR, 4 * DAY, 40 * DAY, 100 * DAY, 365 * DAY]);
      counts.longest = Math.max(counts.longest, quiet / DAY);
      await pass(going, quiet);
      for (const one of pair) await one.store.sweepExpired(one.now());
    } else if (what < 0.3 && line !== 'web') {
      await says('STOP');
      stopped = true;
      saidSinceStop = false;
    } else if (what < 0.36) {
      phone += 1;
      stopped = false;
    } else {
      const text = pick(ordinary);
      await says(text);
      if (text === 'START' || text === 'HELLO') stopped = false;
    }
    if (random() < 0.4) await inDanger();
  }
  await inDanger();
}

/** Plays them all, one after another, and counts. The two processes share one database, one clock and their keys. */
export async function playSilence(
  uri: string,
  people: number,
  seed: number,
  planted: Planted,
): Promise<SilenceFigures> {
  const start = Date.UTC(2026, 10, 24, 11);
  const shared = { name: `silence_${process.pid}_${randomBytes(3).toString('hex')}`, key: randomBytes(32) };
  const first = await startInside(uri, start, shared);
  const second = await startInside(uri, start, shared);
  const going: Going = { pair: [first, second], random: numbersFrom(seed), planted };
  const counts: Counts = { dangers: 0, unanswered: 0, unalerted: 0, doubled: 0, crashes: 0, longest: 0 };
  try {
    for (let n = 0; n < people; n += 1) await onePerson(going, n + 1, counts);
  } finally {
    await second.close();
    await first.close();
  }
  const { longest, ...others } = counts;
  return { people, ...others, longestQuietDays: longest };
}

/** Danger nobody answered or heard of, and anything said or raised twice. */
export const wrongIn = (one: SilenceFigures): number => one.unanswered + one.unalerted + one.doubled;
