/** One conversation flooded by a loop, others beside it, and what came of both. */
import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { BSON, MongoClient } from 'mongodb';
import { z } from 'zod';
import { holdEngine, residentBytes, startApp } from '../../bench/processes';
import { percentile, round } from '../../bench/statistics';
import { type Answer, chance, jsonOf, newAgent, send } from './http';
import { openConversation } from './knock';
import { carrierSettings } from './providerApps';
import { textWebhook } from './replaySend';
import { startStandIn } from './standInServer';

export interface Waits {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

export interface Flood {
  readonly bytes: number;
  readonly messages: number;
  /** messages of the flood answered with anything but yes */
  readonly refused: number;
  /** the largest conversation document, bytes */
  readonly documentBytes: number;
  /** how long other people waited for an answer, ms */
  readonly before: Waits;
  readonly during: Waits;
  /** from words of danger in the flooded talk to the crisis text, ms, on the page and by SMS; null: never */
  readonly dangerAfter: number | null;
  readonly dangerBySmsAfter: number | null;
  readonly memoryMB: number;
}

interface Flooding {
  readonly bytes: number;
  /** others who talk beside it */
  readonly people: number;
  /** how long they talk before the flood, ms */
  readonly quietMs: number;
  /** the check looks for what cannot be: a small bound, and an answer to danger that never comes */
  readonly planted: boolean;
  readonly told?: (bytes: number) => void;
}

/** Largest message of the flood, characters: as much as the door takes. */
const PIECE = 55_000;
/** Largest text of the flood, characters: more than any phone sends, and as much as is taken. */
const TEXT_PIECE = 15_000;
/** This much of the flood comes by SMS. */
const BY_SMS = 0.2;
const NUMBER = '+447700900777';
const BOUND = 1_000_000;
const CRISIS_WITHIN = 5_000;
/** What a planted fault took away is not waited for, ms. */
const PLANTED_WITHIN = 1_500;
const CRISIS = /999|116 123|safe right now/;
/** Words of ours that are never said: looked for where a fault is planted, for "thanks" may answer a worry heard in the flood. */
const NEVER_SAID = /these words are never said/;
/** Under this, twice as long is nothing anybody notices, ms. */
const UNNOTICED = 50;

const WORDS =
  'the a my and i was so when they said house rent money tired dog street bus work mum late again then went could not sleep think about before after tea cold phone council letter never always maybe every night wee bit much more'.split(
    ' ',
  );
const Batch = z.object({ activities: z.array(z.object({ text: z.string().default(''), type: z.string() })) });

function textOf(random: () => number, length: number): string {
  let text = '';
  while (text.length < length)
    text += `${WORDS[Math.floor(random() * WORDS.length)] ?? 'and'}${random() < 0.08 ? '. ' : ' '}`;
  return text.slice(0, length);
}

/** Taken, or turned away with words of danger's numbers in the answer: what a person reads, not what a program counts. */
const isTaken = (answer: Answer | null): boolean =>
  answer !== null && (answer.status < 300 || (answer.status === 503 && 'activities' in Object(jsonOf(answer))));
/** A carrier brings a text again that was turned away, this many times. */
const AGAIN = 3;

const waits = (all: readonly number[]): Waits => ({
  count: all.length,
  p50: round(percentile(all, 0.5), 1),
  p99: round(percentile(all, 0.99), 1),
});

export async function floodOnce({ bytes, people, quietMs, planted, told }: Flooding): Promise<Flood> {
  const engine = await holdEngine();
  const carriers = await startStandIn({ publicUrl: 'https://front.door.example' });
  const app = await startApp({ mongodbUri: engine.uri, env: carrierSettings(carriers.bases) });
  const agent = newAgent();
  const client = new MongoClient(engine.uri);
  const random = chance(11);
  let over = false;
  let flooding = false;
  const before: number[] = [];
  const during: number[] = [];
  const post = async (pass: { token: string; conversationId: string }, text: string) => {
    const url = new URL(`/v3/directline/conversations/${pass.conversationId}/activities`, app.url);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${pass.token}` };
    const id = `f${Math.floor(random() * 1e15)}`;
    const body = JSON.stringify({ type: 'message', text, channelData: { clientActivityID: id } });
    return send(agent, 'POST', url, headers, body, 30_000);
  };
  const live = async () => {
    const pass = await openConversation(agent, app.url);
    while (!over) {
      const since = performance.now();
      await post(pass, textOf(random, 20 + random() * 60));
      (flooding ? during : before).push(performance.now() - since);
      await wait(100 + random() * 150);
    }
  };
  try {
    const others = Array.from({ length: people }, live);
    await wait(quietMs);
    // the first answers of a process are slow, and no measure of the others
    before.splice(0, Math.floor(before.length / 3));
    const flooded = await openConversation(agent, app.url);
    flooding = true;
    let sent = 0;
    let messages = 0;
    let refused = 0;
    const writer = async () => {
      while (sent < bytes) {
        const piece = textOf(random, Math.min(PIECE, bytes - sent));
        sent += piece.length;
        messages += 1;
        const answer = await post(flooded, piece);
        if (!isTaken(answer)) refused += 1;
        told?.(sent);
      }
    };
    let texts = 0;
    const texted = async (text: string, again = 0): Promise<Answer | null> => {
      if (again === 0) texts += 1;
      const { headers, body } = textWebhook(`SM${String(texts).padStart(32, '0')}`, NUMBER, text);
      const to = new URL('/channels/twilio', app.url);
      const answer = await send(agent, 'POST', to, { ...headers, host: 'front.door.example' }, body, 30_000);
      if ((answer?.status ?? 503) < 300 || again === AGAIN) return answer;
      await wait(500 * (again + 1));
      return texted(text, again + 1);
    };
    const texter = async () => {
      for (let left = bytes * BY_SMS; left > 0; left -= TEXT_PIECE) {
        const piece = textOf(random, Math.min(TEXT_PIECE, left));
        sent += piece.length;
        messages += 1;
        if (!isTaken(await texted(piece))) refused += 1;
        await wait(20);
      }
    };
    await Promise.all([writer(), writer(), texter()]);
    const patience = planted ? PLANTED_WITHIN : CRISIS_WITHIN;
    const looked = planted ? NEVER_SAID : CRISIS;
    // what was said before is read to its end: a worry heard in the flood is no answer to what comes now
    const page = pageOf(agent, app.url, flooded);
    for (let texts = await page(); texts.length > 0; ) texts = await page();
    const sms = crisisBySms(carriers, looked, 2 * patience, () =>
      texted(planted ? 'thanks' : 'i want to kill myself tonight'),
    );
    const since = performance.now();
    await post(flooded, planted ? 'thanks' : 'i want to kill myself tonight');
    let dangerAfter: number | null = null;
    while (dangerAfter === null && performance.now() - since < patience) {
      const texts = await page();
      if (texts.some((text) => looked.test(text))) dangerAfter = Math.round(performance.now() - since);
      if (texts.length === 0) await wait(50);
    }
    const dangerBySmsAfter = await sms;
    over = true;
    await Promise.all(others);
    const documents = await client.db('win').collection('conversations').find({}).toArray();
    const documentBytes = Math.max(0, ...documents.map((one) => BSON.calculateObjectSize(one)));
    const memoryMB = Math.round(((await residentBytes(app.pid)) ?? 0) / 1_048_576);
    return {
      bytes: sent,
      messages,
      refused,
      documentBytes: planted ? documentBytes * 1_000 : documentBytes,
      before: waits(before),
      during: waits(during),
      dangerAfter,
      dangerBySmsAfter,
      memoryMB,
    };
  } finally {
    over = true;
    await client.close();
    await app.stop();
    await carriers.stop();
    await engine.stop();
    agent.destroy();
  }
}

/** Each call gives what was said in this talk since the last one; the first begins at the start. */
function pageOf(agent: Agent, base: string, pass: { readonly token: string; readonly conversationId: string }) {
  let watermark = '';
  return async (): Promise<readonly string[]> => {
    const url = new URL(`/v3/directline/conversations/${pass.conversationId}/activities?watermark=${watermark}`, base);
    const answer = await send(agent, 'GET', url, { authorization: `Bearer ${pass.token}` }, null);
    const found = answer === null ? null : jsonOf(answer);
    watermark = z.object({ watermark: z.string() }).safeParse(found).data?.watermark ?? watermark;
    return Batch.parse(found ?? { activities: [] }).activities.map(({ text }) => text);
  };
}

/** ms from words of danger by SMS to a crisis text there; null: never. Texts written together are read together. */
async function crisisBySms(
  carriers: { textsTo(number: string): readonly string[] },
  looked: RegExp,
  patienceMs: number,
  ask: () => Promise<unknown>,
): Promise<number | null> {
  const count = () => carriers.textsTo(NUMBER).filter((text) => looked.test(text)).length;
  const before = count();
  const since = performance.now();
  await ask();
  while (performance.now() - since < patienceMs) {
    if (count() > before) return Math.round(performance.now() - since);
    await wait(50);
  }
  return null;
}

/** What must not be: unbounded, unanswered, refused, or others kept waiting. */
export function wrongOfFlood(found: Flood): number {
  const { documentBytes, dangerAfter, dangerBySmsAfter, refused, before, during } = found;
  const slow = during.p99 > Math.max(UNNOTICED, 2 * before.p99);
  return [
    documentBytes > BOUND,
    dangerAfter === null || dangerAfter > CRISIS_WITHIN,
    dangerBySmsAfter === null,
    refused > 0,
    slow,
  ].filter(Boolean).length;
}
