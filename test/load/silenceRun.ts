/** People who go quiet for hours to a year and come back, on two processes that die between any two steps; danger at every point. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Document } from 'mongodb';
import { addressOf } from '../../services/contact/lines';
import { conversationIdOf } from '../../services/store/identity';
import { loadKeys } from '../../services/store/keys';
import { keyedHash } from '../../services/store/seal';
import { chance, newAgent } from './http';
import { type Pair, startPair } from './silencePair';
import { comeToWeb, type WebPerson } from './silenceWeb';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is broken on purpose, to show that it is seen. */
export type PlantedSilence = 'effects' | 'message' | 'twice';

export interface SilenceRun {
  readonly people: number;
  readonly messages: number;
  readonly dangers: number;
  readonly crashes: number;
  readonly longestQuietDays: number;
  /** messages of danger that were owed an answer and got none */
  readonly unanswered: number;
  /** answers a carrier would not take because of its own STOP; the team is told of each */
  readonly refusedByCarrier: number;
  /** answers in QUIET mode that a crash made too late to be safe to send: kept back by the rules, the team told */
  readonly keptBack: number;
  /** messages no turn could be made of: the team is told of each, and there should be none */
  readonly setAside: number;
  /** new danger nobody of the team was told of */
  readonly unalerted: number;
  /** alarms that were raised and rang nowhere */
  readonly unrung: number;
  /** alarms for one message and one reason beyond the first */
  readonly alertsDoubled: number;
  /** messages to a phone that its carrier took twice, and replies a page shows twice */
  readonly repliesDoubled: number;
  /** answers and alarms that came after more than a minute: both processes were gone, or being started */
  readonly late: number;
  /** turns that began and were never finished: messages, replies or effects still waiting at the end */
  readonly left: number;
  /** ms from danger to its answer, of real time, deaths and restarts included */
  readonly answerP50: number;
  readonly answerMost: number;
  readonly seconds: number;
  /** what was wrong, without words: at most 20 */
  readonly wrong: readonly string[];
}

const lines = ['sms', 'whatsappMeta', 'whatsappTwilio', 'web'] as const;
type Line = (typeof lines)[number];

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
  'need food for the weans',
  'PAUSE',
  'who sees this',
];
/** Every kind of danger the service tells apart, in words that leave no doubt. */
const danger = [
  'i want to kill myself',
  "i've taken all my tablets",
  'i want to die',
  'im going to end it tonight',
  'he hit me and hes coming back',
  'my partner has a knife',
  'i cant breathe my chest hurts',
  'my dad hits me im 12',
  'im cutting myself',
  'voices telling me to hurt someone',
  'im going to kill him tonight',
  'i took an overdose',
  'my baby is not breathing',
  'someone is following me home',
];
const quiets = [2 * HOUR, 26 * HOUR, 4 * DAY, 40 * DAY, 100 * DAY, 365 * DAY];
/** Tuesday 24 November 2026, 11 in the morning in Scotland. */
const start = Date.UTC(2026, 10, 24, 11);

interface Tally {
  messages: number;
  dangers: number;
  unanswered: number;
  refused: number;
  keptBack: number;
  setAside: number;
  unalerted: number;
  alertsDoubled: number;
  late: number;
  /** not there in time: looked for again when nothing moves any more */
  open: {
    readonly kind: 'unanswered' | 'unalerted';
    readonly what: string;
    readonly isThere: () => Promise<boolean>;
    /** what is kept of it: codes, no words */
    readonly why: () => Promise<string>;
  }[];
  answers: number[];
  wrong: string[];
}

export interface Silencing {
  readonly people: number;
  /** each a time of writing, with a quiet time after it */
  readonly rounds: number;
  readonly seed: number;
  readonly dies: number;
  /** how many write at the same time */
  readonly together: number;
  readonly planted?: PlantedSilence;
  readonly told?: (what: string) => void;
}

/** One person, who remembers what they did. */
function makePerson(pair: Pair, n: number, random: () => number, tally: Tally, patienceMs: number, secret: Secrets) {
  const agent = newAgent();
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random() * all.length)];
    if (one === undefined) throw new Error('There is nothing to pick from');
    return one;
  };
  const line: Line = lines[n % lines.length] ?? 'sms';
  let phone = 0;
  let stopped = false;
  let web: WebPerson | null = null;
  let heardOf = '';
  /** did somebody take the last message from the carrier */
  let tookLast = true;
  const number = () => `+4477${String(n * 10 + phone).padStart(8, '0')}`;
  const texts = () => pair.carriers.textsTo(number()).length;

  async function conversation(): Promise<string> {
    if (line === 'web') return conversationIdOf(secret.hash, `web:${web?.id ?? ''}`);
    const carrier = line === 'whatsappMeta' ? 'meta' : 'twilio';
    return conversationIdOf(secret.hash, addressOf(carrier, line === 'sms' ? 'sms' : 'whatsapp', number()));
  }
  const lifeNow = async (id: string) => {
    const kept = await pair.db.collection<Document & { _id: string }>('conversations').findOne({ _id: id });
    return String(kept?.['life'] ?? '');
  };
  const alarmsOf = async (id: string): Promise<readonly string[]> => {
    const records = await pair.db.collection('risks').find({ conversationId: id }).toArray();
    const events = new Set(records.map((one) => String(one['eventId'])));
    const alarms = await pair.db.collection('alarms').find({ kind: 'danger' }).toArray();
    const mine = alarms.map((one) => String(one['about'])).filter((about) => events.has(about.split(':')[0] ?? ''));
    return mine;
  };

  /** Says it, as a carrier that brings it until it is taken; true when something came back within `forMs`. */
  async function says(text: string, forMs: number): Promise<boolean> {
    tally.messages += 1;
    if (line === 'web') {
      web = (await web?.stillGood()) ? web : await comeToWeb(agent, pair, patienceMs);
      return web === null ? false : web.says(text, forMs);
    }
    const before = texts();
    const said = { kind: 'text', text } as const;
    let taken = await pair.carriers.standIn.say(line, number(), said);
    // Twilio is asked to try again; the very same message comes
    const until = Date.now() + patienceMs;
    tookLast = true;
    while (!taken && line !== 'whatsappMeta' && Date.now() < until) {
      await wait(300);
      taken = await pair.carriers.standIn.say(line, number(), said);
    }
    tookLast = taken;
    for (const by = Date.now() + forMs; texts() === before && Date.now() < by; ) await wait(40);
    return texts() > before;
  }

  async function inDanger(): Promise<void> {
    const text = pick(danger);
    const idBefore = await conversation();
    const before = await alarmsOf(idBefore);
    const lifeBefore = await lifeNow(idBefore);
    tally.dangers += 1;
    // Twilio lets nothing through after its own STOP: the answer is refused there, and the team is told of that
    const owed = !(stopped && (line === 'sms' || line === 'whatsappTwilio'));
    if (!owed) tally.refused += 1;
    const began = Date.now();
    const [to, textsBefore] = [number(), texts()];
    const answered = await says(text, owed ? patienceMs : 3_000);
    if (owed && answered) tally.answers.push(Date.now() - began);
    const what = `"${text}"${stopped ? ' after STOP' : ''}`;
    if (owed && !answered)
      tally.open.push({
        kind: 'unanswered',
        what: `${n} ${line}: no answer to ${what}`,
        isThere: async () => line !== 'web' && pair.carriers.textsTo(to).length > textsBefore,
        why: async () =>
          `${tookLast ? 'taken' : 'NEVER TAKEN'}; ${await whyUnanswered(pair, await conversation(), began + pair.now() - Date.now())}`,
      });
    const id = await conversation();
    const fresh = id !== idBefore || lifeBefore === '' || heardOf !== `${id} ${lifeBefore}`;
    const earlier = id === idBefore ? before : [];
    // danger that goes on is on the record of the alert it has; new danger, and any after STOP, is a new one
    if (stopped || fresh) {
      const by = Date.now() + patienceMs;
      while ((await alarmsOf(id)).every((one) => earlier.includes(one)) && Date.now() < by) await wait(150);
    }
    const after = await alarmsOf(id);
    const news = after.filter((one) => !earlier.includes(one));
    if ((stopped || fresh) && news.length === 0)
      tally.open.push({
        kind: 'unalerted',
        what: `${n} ${line}: nobody told of ${what}`,
        // by name and not by number: what was kept of an earlier life may be forgotten meanwhile
        isThere: async () => (await alarmsOf(id)).some((one) => !earlier.includes(one)),
        why: async () =>
          `${tookLast ? 'taken' : 'NEVER TAKEN'}; ${await whyUnalerted(pair, id, began + pair.now() - Date.now())}`,
      });
    // `<event>:<reason>:<level>`: one reason is told once for one message
    const reasons = news.map((about) => about.split(':')[1]);
    const twice = reasons.length - new Set(reasons).size;
    tally.alertsDoubled += twice;
    if (twice > 0) tally.wrong.push(`${n} ${line}: ${news.length} alarms for "${text}"`);
    heardOf = `${id} ${await lifeNow(id)}`;
  }

  return {
    line,
    number,
    inDanger,
    async round(last: boolean): Promise<void> {
      const what = random();
      if (what < 0.2 && !last) return;
      if (what < 0.3 && line !== 'web') {
        await says('STOP', 3_000);
        stopped = true;
      } else if (what < 0.4) {
        phone += 1;
        web = null;
        stopped = false;
      } else {
        const text = pick(ordinary);
        await says(text, 8_000);
        // Twilio lifts its own stop at START alone
        const byTwilio = line === 'sms' || line === 'whatsappTwilio';
        if (text === 'START' || (text === 'HELLO' && !byTwilio)) stopped = false;
      }
      if (last || random() < 0.4) await inDanger();
    },
    shownTwice: async () => (web === null ? 0 : web.shownTwice()),
    done: () => agent.destroy(),
  };
}

interface Secrets {
  readonly hash: (purpose: string, value: string) => string;
}

const open = ['waiting', 'sending', 'unsure'];

/** Waits until nothing moves any more; how much is still to do then. */
async function untilQuiet(pair: Pair, withinMs: number): Promise<number> {
  const { db } = pair;
  const waiting = async () => {
    const counts = await Promise.all([
      db.collection('inbox').countDocuments({ state: 'waiting' }),
      db.collection('outgoing').countDocuments({ state: { $in: open }, dueAt: { $lte: pair.now() } }),
      db.collection('conversations').countDocuments({ 'outbox.0': { $exists: true } }),
    ]);
    return counts.reduce((sum, one) => sum + one, 0);
  };
  let left = await waiting();
  for (const by = Date.now() + withinMs; left > 0 && Date.now() < by; left = await waiting()) await wait(250);
  return left;
}

/** Plays it and counts. */
export async function runSilence(settings: Silencing): Promise<SilenceRun> {
  const { planted, people: count } = settings;
  const began = performance.now();
  const random = chance(settings.seed);
  const patienceMs = planted === undefined ? 60_000 : 6_000;
  const pair = await startPair({
    dies: settings.dies,
    start,
    noEffects: planted === 'effects',
    ...(planted === 'message' ? { dropped: () => true } : {}),
  });
  const tally: Tally = {
    messages: 0,
    dangers: 0,
    unanswered: 0,
    refused: 0,
    keptBack: 0,
    setAside: 0,
    unalerted: 0,
    alertsDoubled: 0,
    late: 0,
    open: [],
    answers: [],
    wrong: [],
  };
  const explained = new Set<string>();
  let longest = 0;
  let left = 0;
  try {
    const { hash: key } = loadKeys({ production: false, dataDir: pair.dataDir });
    const secret = { hash: (purpose: string, value: string) => keyedHash(key, purpose, value) };
    const everyone = Array.from({ length: count }, (_none, n) =>
      makePerson(pair, n + 1, chance(settings.seed * 7_919 + n), tally, patienceMs, secret),
    );
    for (let round = 0; round < settings.rounds; round += 1) {
      const last = round === settings.rounds - 1;
      const queue = [...everyone];
      let done = 0;
      const worker = async () => {
        for (let one = queue.pop(); one; one = queue.pop()) {
          await one.round(last);
          done += 1;
          settings.told?.(
            `round ${round + 1} of ${settings.rounds}: ${done} of ${count}; ${pair.crashes()} crashes, wrong so far: ${tally.wrong.join('; ') || 'nothing'}`,
          );
        }
      };
      await Promise.all(Array.from({ length: settings.together }, worker));
      left = planted === undefined ? await untilQuiet(pair, 90_000) : 0;
      for (const { kind, what, isThere, why } of tally.open.splice(0)) {
        if (await isThere()) tally.late += 1;
        else {
          const because = await why();
          const isKeptBack = kind === 'unanswered' && because.includes('too late to be safe');
          tally[isKeptBack ? 'keptBack' : kind] += 1;
          tally.wrong.push(`${what} ${because}`);
        }
      }
      const aside = await pair.db.collection('deadLetters').find({ what: 'message' }).toArray();
      tally.setAside += planted === undefined ? aside.length : 0;
      for (const one of aside) tally.wrong.push(`set aside: ${codes(one, ['why'])}`);
      await pair.db.collection('deadLetters').deleteMany({ what: 'message' });
      if (left > 0) tally.wrong.push(`round ${round + 1}: ${left} still waiting`);
      // now, for with their talk what is kept of them goes too
      for (const [ref, often] of twiceSent(pair)) {
        if (!explained.has(ref)) tally.wrong.push(await whyTwice(pair, ref, often));
        explained.add(ref);
      }
      if (last) break;
      // the team says it has them, as it would by the link
      await pair.db
        .collection('alarms')
        .updateMany({ acknowledgedAt: null, 'calls.0': { $exists: true } }, [
          { $set: { acknowledgedAt: '$raisedAt', acknowledgedBy: 0 } },
        ]);
      const quiet = quiets[Math.floor(random() * quiets.length)] ?? DAY;
      longest += quiet / DAY;
      await pair.pass(quiet);
    }
    if (planted === 'twice') await plantTwice(pair, tally);
    const rung = { 'calls.result': 'sent' };
    for (const by = Date.now() + (planted === undefined ? 30_000 : 0); Date.now() < by; await wait(250))
      if ((await pair.db.collection('alarms').countDocuments({ $nor: [rung] })) === 0) break;
    const silent = await pair.db
      .collection<Document & { _id: string }>('alarms')
      .find({ $nor: [rung] })
      .toArray();
    const unrung = silent.length;
    for (const one of silent) tally.wrong.push(await whySilent(pair, one));
    let repliesDoubled = twiceSent(pair).reduce((sum, [, often]) => sum + often - 1, 0);
    for (const one of everyone) repliesDoubled += await one.shownTwice();
    for (const one of everyone) one.done();
    const answers = [...tally.answers].sort((a, b) => a - b);
    return {
      people: count,
      messages: tally.messages,
      dangers: tally.dangers,
      crashes: pair.crashes(),
      longestQuietDays: Math.round(longest * 10) / 10,
      unanswered: tally.unanswered,
      refusedByCarrier: tally.refused,
      keptBack: tally.keptBack,
      setAside: tally.setAside,
      unalerted: tally.unalerted,
      unrung: planted === undefined ? unrung : 0,
      alertsDoubled: tally.alertsDoubled,
      repliesDoubled,
      late: tally.late,
      left,
      answerP50: answers[Math.floor(answers.length / 2)] ?? 0,
      answerMost: answers.at(-1) ?? 0,
      seconds: Math.round((performance.now() - began) / 1000),
      wrong: tally.wrong.slice(0, 20),
    };
  } finally {
    await pair.stop();
  }
}

const codes = (one: Document, names: readonly string[]) =>
  names.map((name) => `${name} ${String(one[name] ?? '-')}`).join(', ');

/** An alarm that rang nowhere, with what its work says: codes and times, no words. */
async function whySilent(pair: Pair, alarm: Document & { _id: string }): Promise<string> {
  const job = await pair.db.collection<Document & { _id: string }>('jobs').findOne({ _id: `alarm:${alarm._id}` });
  const age = Math.round((pair.now() - Number(alarm['raisedAt'])) / 1000);
  const calls = Array.isArray(alarm['calls']) ? alarm['calls'].length : 0;
  const work = job === null ? 'no job' : codes(job, ['state', 'attempts', 'why', 'leaseBy', 'rev', 'fence']);
  return `alarm ${codes(alarm, ['kind', 'level', 'acknowledgedBy', 'acknowledgedWho'])}, ${age} s old, ${calls} calls, ${alarm['acknowledgedAt'] === null ? 'open' : 'stopped'}; ${work}`;
}

/** What became of the answers of a talk since a moment, and of the messages on its line. */
async function whyUnanswered(pair: Pair, conversationId: string, since: number): Promise<string> {
  const sent = await pair.db
    .collection('outgoing')
    .find({ conversationId, at: { $gte: since - 1_000 } })
    .toArray();
  const kept = await pair.db.collection<Document & { _id: string }>('conversations').findOne({ _id: conversationId });
  const line = await pair.db
    .collection('lines')
    .findOne({ $or: [{ 'sms.conversationId': conversationId }, { 'whatsapp.conversationId': conversationId }] });
  const stop: unknown = line?.['stopped'];
  const talk = kept === null ? 'no talk' : codes(kept, ['contact', 'rev', 'life']);
  const answers = sent.map((one) => codes(one, ['why', 'state', 'code', 'attempts', 'fixedReply'])).join(' / ');
  return `${talk}; line ${line === null ? 'none' : stop === null ? 'open' : JSON.stringify(stop)}; answers: ${answers || 'none'}`;
}

/** What is kept of danger in a talk since a moment, and what of it is still to be done: codes, no words. */
async function whyUnalerted(pair: Pair, conversationId: string, since: number): Promise<string> {
  const { db } = pair;
  const kept = await db.collection<Document & { _id: string }>('conversations').findOne({ _id: conversationId });
  const risks = await db
    .collection('risks')
    .find({ conversationId, detectedAt: { $gte: since - 2_000 } })
    .toArray();
  const jobs = await db.collection<Document & { _id: string }>('jobs').find({ conversationId }).toArray();
  const handoffs = await db.collection('handoffs').find({ conversationId }).toArray();
  const alarms = await db
    .collection('alarms')
    .find({ raisedAt: { $gte: since - 2_000 } })
    .toArray();
  const about = new Set(risks.map((one) => String(one['eventId'])));
  const mine = alarms.filter((one) => about.has(String(one['about']).split(':')[0] ?? ''));
  const turns = Array.isArray(kept?.['recent']) ? kept['recent'] : [];
  const outbox = Array.isArray(kept?.['outbox']) ? kept['outbox'] : [];
  return [
    kept === null ? 'no talk' : codes(kept, ['rev', 'life', 'forgetting']),
    `turns ${turns.map((one: Document) => `${String(one['n'])} ${String(one['at'] - since)} ${String(one['messageIds'])}`).join(', ')}`,
    `outbox ${outbox.map((one: Document) => codes(one, ['kind', 'parked'])).join(', ')}`,
    `risks ${risks.map((one) => codes(one, ['_id', 'detector', 'levelAuto', 'category', 'mode'])).join(' / ')}`,
    `jobs ${jobs.map((one) => codes(one, ['_id', 'state', 'attempts', 'why'])).join(' / ')}`,
    `handoffs ${handoffs.map((one) => codes(one, ['_id', 'state', 'level', 'reason'])).join(' / ')}`,
    `alarms about it ${mine.length}`,
  ].join('; ');
}

/** References a carrier took more than once, and how often. */
const twiceSent = (pair: Pair) => [...pair.carriers.byRef()].filter(([, often]) => often > 1);

/** A message a carrier took more than once, with what is kept of it. */
async function whyTwice(pair: Pair, ref: string, often: number): Promise<string> {
  const kept = await pair.db.collection('outgoing').findOne({ ref });
  const what =
    kept === null
      ? 'not kept'
      : codes(kept, ['carrier', 'channel', 'why', 'fixedReply', 'state', 'attempts', 'code', 'n']);
  const carrier = pair.carriers.taken.find((one) => one.ref === ref)?.carrier ?? '-';
  return `taken ${often} times by ${carrier}: ${what}`;
}

/** An alarm is there a second time: counted over all, as the people count their own. */
async function plantTwice(pair: Pair, tally: Tally): Promise<void> {
  const alarms = pair.db.collection<Document & { _id: string }>('alarms');
  const [one] = await alarms.find({ kind: 'danger' }).limit(1).toArray();
  if (one === undefined) return;
  const before = (await alarms.find({ about: one['about'] }).toArray()).length;
  await alarms.insertOne({ ...one, _id: 'danger:twice', links: ['twice'] });
  tally.alertsDoubled += (await alarms.find({ about: one['about'] }).toArray()).length - before;
}

/** Everything that must be nothing. */
export const wrongInRun = (one: SilenceRun): number =>
  one.unanswered + one.setAside + one.unalerted + one.unrung + one.alertsDoubled + one.repliesDoubled + one.left;
