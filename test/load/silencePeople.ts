/** People who go quiet and come back, on two real processes of one database, and write of danger at every point. */
import { randomBytes } from 'node:crypto';
import { postHere } from '../../bot/dev/postWebhook';
import { collections } from '../../services/collections';
import { connect } from '../../services/store/mongo/connect';
import { PUBLIC_URL } from './providerApps';
import { makeProcess, type Process } from './silenceProcess';
import { type StandInServer, startStandIn } from './standInServer';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is broken on purpose, to show that it is seen: effects are never done, or a message never comes. */
type Planted = 'effects' | 'message' | null;

interface SilenceFigures {
  readonly people: number;
  /** messages people wrote, danger among them */
  readonly messages: number;
  readonly dangers: number;
  readonly unanswered: number;
  readonly unalerted: number;
  /** answers a carrier would not take because of its own STOP; the team is told of each */
  readonly refusedByCarrier: number;
  /** a text that came twice, or one message of danger that raised two alarms */
  readonly doubled: number;
  /** processes killed with SIGKILL while they worked */
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
  'who sees this',
  'Shannon',
  'blantyre',
  'no thanks',
  'PAUSE',
  'STATUS',
];
/** Certain danger: answered, and an alarm rings. */
const danger = [
  'i want to kill myself',
  "i've taken all my tablets",
  'i want to die',
  'im going to end it tonight',
  'he is going to kill me',
  'my husband hits me and i am scared of him',
  'ive cut myself and it wont stop bleeding',
  'someone is hurting a wee girl next door',
  'i have nowhere to sleep tonight',
];

/** The two processes, the carriers and the clock they share. */
interface House {
  readonly pair: readonly [Process, Process];
  readonly carriers: StandInServer;
  /** mails to the team: how often each was sent, by its id */
  readonly letters: Map<string, number>;
  readonly random: () => number;
  readonly planted: Planted;
  now: number;
  /** may a process be killed at any moment */
  killing: boolean;
  crashes: number;
  starting: Promise<void>;
  /** links of alarms that ring */
  readonly ringing: Set<string>;
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** A process that lives, this time perhaps the other one; waits for one when both are gone. */
async function someProcess({ pair, random, starting }: House): Promise<Process> {
  const [one, other] = random() < 0.5 ? pair : [pair[1], pair[0]];
  if (one.alive()) return one;
  if (other.alive()) return other;
  await starting;
  return one;
}

/** Kills one of them some ms into whatever is under way, and starts it again. */
async function killSoon(house: House, one: Process): Promise<void> {
  house.crashes += 1;
  await wait(house.random() * 45);
  await one.kill();
  house.starting = house.starting.then(() => one.start(house.now));
}

/** The clock moves, and both processes do what is due. What a killed one was doing, the other does when its lease is over. */
async function pass(house: House, ms: number): Promise<void> {
  await house.starting;
  house.now += ms;
  for (const one of house.pair) await one.ask({ what: 'moveTo', at: house.now });
  await house.carriers.standIn.idle();
  for (const token of house.ringing) {
    house.ringing.delete(token);
    await house.pair[0].ask({ what: 'acknowledge', token });
  }
}

async function alarmsOf(house: House): Promise<ReadonlySet<string>> {
  await house.starting;
  return new Set((await house.pair[0].ask({ what: 'alarms' })) ?? []);
}

interface Counts {
  messages: number;
  dangers: number;
  unanswered: number;
  unalerted: number;
  refusedByCarrier: number;
  doubled: number;
  longest: number;
}

/** One person's weeks and months: they write, go quiet, stop, start, change phones, and are in danger. */
async function onePerson(house: House, n: number, counts: Counts): Promise<void> {
  const { random, planted, carriers } = house;
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random() * all.length)];
    if (one === undefined) throw new Error('There is nothing to pick from');
    return one;
  };
  const line = pick(lines);
  const numberOf = (phone: number) => `+4477${String(n * 10 + phone).padStart(8, '0')}`;
  let phone = 0;
  let stopped = false;
  let id = 0;
  const heardOf = new Set<string>();

  /** Tries again with the same id until a process has it, as the page does. */
  async function onWeb(text: string, id: string): Promise<readonly string[]> {
    for (;;) {
      const one = await someProcess(house);
      const said = await one.ask({ what: 'web', id, address: `web:${numberOf(phone)}`, text });
      if (said !== null) return said;
    }
  }

  /** What came back for it. */
  async function says(text: string): Promise<readonly string[]> {
    counts.messages += 1;
    id += 1;
    if (planted === 'message') return [];
    await house.starting;
    const kill = house.killing && random() < 0.2 ? killSoon(house, pick(house.pair)) : null;
    if (line === 'web') {
      const said = await onWeb(text, `w${id}`);
      await kill;
      await pass(house, 31_000);
      return planted === 'effects' ? [] : said;
    }
    const number = numberOf(phone);
    const before = carriers.textsTo(number).length;
    await carriers.standIn.say(line, number, { kind: 'text', text });
    await kill;
    // messages written together are read together; then leases of whoever was killed run out
    await pass(house, 3_000);
    await pass(house, 31_000);
    const told = carriers.textsTo(number).slice(before);
    if (told.length === 0) await pass(house, 61_000);
    return carriers.textsTo(number).slice(before);
  }

  async function inDanger(): Promise<void> {
    const before = await alarmsOf(house);
    const told = await says(pick(danger));
    counts.dangers += 1;
    // Twilio lets nothing through after its own STOP: the answer is refused there, and a person of the team is told of that
    const refused = stopped && (line === 'sms' || line === 'whatsappTwilio');
    if (refused) counts.refusedByCarrier += 1;
    // after STOP each message of danger has one fixed reply (guide.md X notes), and the team hears each time
    if (!refused && told.length === 0) counts.unanswered += 1;
    if (line !== 'web' && new Set(told).size < told.length) counts.doubled += 1;
    const raised = [...(await alarmsOf(house))].filter((one) => !before.has(one) && !one.includes('no reply after'));
    // danger that goes on is on the record of the alarm it has; new danger, and any after STOP, is a new one
    const owesAlarm = stopped || !heardOf.has(numberOf(phone));
    heardOf.add(numberOf(phone));
    if (owesAlarm && raised.length === 0) counts.unalerted += 1;
    if (raised.length > (refused ? 2 : 1)) counts.doubled += 1;
  }

  for (let step = 0; step < 4; step += 1) {
    const what = random();
    if (what < 0.2) {
      const quiet = pick([2 * HOUR, 26 * HOUR, 4 * DAY, 40 * DAY, 100 * DAY, 365 * DAY]);
      counts.longest = Math.max(counts.longest, quiet / DAY);
      await pass(house, quiet);
      await house.pair[0].ask({ what: 'forget' });
    } else if (what < 0.3 && line !== 'web') {
      await says('STOP');
      stopped = true;
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

/**
 * Plays them all, one after another, and counts. Two processes of the app share one database, one clock, their keys and the
 * carriers; either is killed while it works, and started again. `told` hears of each person done.
 */
export async function playSilence(
  uri: string,
  people: number,
  seed: number,
  planted: Planted,
  told: (done: number) => void = () => undefined,
): Promise<SilenceFigures> {
  const start = Date.UTC(2026, 10, 24, 11);
  const name = `silence_${process.pid}_${randomBytes(3).toString('hex')}`;
  const letters = new Map<string, number>();
  const ringing = new Set<string>();
  const random = numbersFrom(seed);
  let house: House | null = null;
  const carriers = await startStandIn({
    publicUrl: PUBLIC_URL,
    clock: () => house?.now ?? start,
    // a carrier whose webhook nobody took sends it again, and meets whoever lives
    post: async (webhook) => {
      for (let tries = 0; house !== null && tries < 8; tries += 1) {
        const one = await someProcess(house);
        if (await postHere('127.0.0.1', one.port(), webhook)) return true;
        await wait(25);
      }
      return false;
    },
  });
  const shared = { uri, name, key: randomBytes(32).toString('base64'), bases: carriers.bases };
  const letter = (id: string, token: string) => {
    letters.set(id, (letters.get(id) ?? 0) + 1);
    ringing.add(token);
  };
  const make = (me: string) => makeProcess({ ...shared, me, noEffects: planted === 'effects' }, letter);
  const pair = [make('first'), make('second')] as const;
  const counts: Counts = {
    messages: 0,
    dangers: 0,
    unanswered: 0,
    unalerted: 0,
    refusedByCarrier: 0,
    doubled: 0,
    longest: 0,
  };
  const database = connect(uri, collections, { name });
  try {
    for (const one of pair) await one.start(start);
    const starting = Promise.resolve();
    house = {
      pair,
      carriers,
      letters,
      ringing,
      random,
      planted,
      now: start,
      killing: planted === null,
      crashes: 0,
      starting,
    };
    for (let n = 0; n < people; n += 1) {
      await onePerson(house, n + 1, counts);
      told(n + 1);
    }
    // what one message asked the carriers for, they took once
    counts.doubled += [...carriers.byRef().values()].filter((times) => times > 1).length;
    const { longest, ...others } = counts;
    return { people, ...others, crashes: house.crashes, longestQuietDays: longest };
  } finally {
    await house?.starting;
    for (const one of pair) await one.kill();
    await carriers.stop();
    await database.use((db) => db.dropDatabase());
    await database.close();
  }
}

/** Danger nobody answered or heard of, and anything said or raised twice. */
export const wrongIn = (one: SilenceFigures): number => one.unanswered + one.unalerted + one.doubled;
