/** Replays thousands of webhooks, doubled, shuffled and in parallel, to two apps on one database, and says what came of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { chance } from './http';
import { startTwo } from './providerApps';
import { addFound, type Found, faultsIn, judgeLine, type Mine, nothingFound } from './replayCheck';
import { makePlan, type Plan, type Writer } from './replayPlan';
import { type Sent, sendPlan } from './replaySend';
import { type Look, lookInto } from './replayStore';

export interface Replayed extends Found {
  readonly webhooks: number;
  readonly refused: number;
  readonly unique: number;
  readonly turns: number;
  readonly people: number;
  /** from the first webhook to quiet */
  readonly seconds: number;
}

export interface Replaying {
  readonly webhooks: number;
  readonly people: number;
  /** they write over about so long, ms */
  readonly over: number;
  readonly seed: number;
  /** kills the first process when about half is written */
  readonly kill: boolean;
  /** plants a fault: one text is thanked for and never comes */
  readonly dropOne?: boolean;
  /** told of each person something went wrong for: figures, no words */
  readonly wrong?: (figures: string) => void;
  readonly told?: (what: string, done: number, all: number) => void;
}

/** Nothing moves for so long: then something is stuck. A killed process keeps its lines for 25 s and a try for a minute. */
const stuckAfter = 150_000;

async function untilQuiet(look: Look, told: Replaying['told']): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  let since = Date.now();
  for (let quiet = 0; quiet < 4; ) {
    const waiting = await look.waiting();
    quiet = waiting === 0 ? quiet + 1 : 0;
    if (waiting < least) {
      least = waiting;
      since = Date.now();
    }
    told?.('still waiting', waiting, waiting);
    if (Date.now() - since > stuckAfter) return;
    await wait(500);
  }
}

function mineOf(plan: Plan, sent: Sent, writer: Writer, look: Look, started: number): Mine[] {
  const thankedAt = (id: string) => sent.thankedAt.get(id) ?? Number.POSITIVE_INFINITY;
  if (writer.answers)
    return sent.answered
      .filter((one) => one.writer.n === writer.n)
      .map((one) => ({
        key: look.keyOf(writer, one.id),
        text: one.said,
        writtenAt: one.tap ? Infinity : null,
        thankedAt: thankedAt(one.id),
      }));
  const written =
    writer.line === 'sms' ? plan.texts.map((one) => one.message) : plan.batches.flatMap((one) => one.messages);
  return written
    .filter((one) => one.writer.n === writer.n)
    .sort((a, b) => a.at - b.at)
    .map((one) => ({
      key: look.keyOf(writer, one.id),
      text: one.text,
      thankedAt: thankedAt(one.id),
      // Meta tells the second, and Twilio nothing
      writtenAt: writer.line === 'sms' ? null : Math.floor((started + one.at) / 1_000) * 1_000 + 999,
    }));
}

/** Runs it. */
export async function replay(settings: Replaying): Promise<Replayed> {
  const plan = makePlan(settings.webhooks, settings.people, settings.over, settings.seed);
  const two = await startTwo();
  let look: Look | null = null;
  try {
    look = lookInto(two.uri, two.dataDir);
    const started = Date.now();
    const last = Math.max(0, ...plan.texts.map((one) => one.message.at), ...plan.batches.flatMap((one) => one.at));
    const dropped = settings.dropOne === true ? (plan.texts[0]?.message.id ?? null) : null;
    const sent = sendPlan(two, plan, chance(settings.seed + 1), last, dropped);
    if (settings.kill) void wait(last / 2).then(() => two.kill(0));
    const timer = setInterval(
      () => settings.told?.('webhooks', Math.min(sent.posts(), plan.webhooks), plan.webhooks),
      1_000,
    );
    await sent.done.finally(() => clearInterval(timer));
    await untilQuiet(look, settings.told);
    const seconds = Math.round((Date.now() - started) / 1_000);
    await two.carriers.standIn.idle();
    let found = nothingFound;
    let turns = 0;
    let unique = 0;
    for (const writer of plan.writers) {
      const mine = mineOf(plan, sent, writer, look, started);
      const [said, items, outgoing] = await Promise.all([
        look.turnsOf(writer),
        look.itemsOf(writer),
        look.outgoingOf(writer),
      ]);
      const taken = two.carriers.taken.filter((one) => one.number === writer.number).map((one) => one.ref);
      turns += said.length;
      unique += mine.length;
      const here = judgeLine({ mine, turns: said, items, outgoing, taken });
      if (faultsIn(here) > 0) settings.wrong?.(`${writer.line} ${JSON.stringify(here)}`);
      found = addFound(found, here);
    }
    return {
      webhooks: sent.posts(),
      refused: sent.refused(),
      unique,
      turns,
      people: plan.writers.length,
      seconds,
      ...found,
    };
  } finally {
    await look?.close();
    await two.stop();
  }
}

/** A short run with a message dropped: how much was seen to be wrong. */
export async function droppedIsSeen(seed: number): Promise<number> {
  const found = await replay({ webhooks: 16, people: 4, over: 1_000, seed, kill: false, dropOne: true });
  return found.lost;
}
