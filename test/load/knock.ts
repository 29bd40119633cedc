/** Sends hostile bodies to every door, and looks whether the app is calm, alive and whole afterwards. */
import type { Agent } from 'node:http';
import { z } from 'zod';
import { hostileBody, hostileText } from './bodies';
import { chance, jsonOf, newAgent, send } from './http';
import { type Door, doors, type Pass } from './routes';

export interface Hostile {
  readonly sent: number;
  /** answers by their status; 0 for cut off by the server without one */
  readonly statuses: Readonly<Record<string, number>>;
  /** 5xx answers, and small bodies cut off: what was sent where, at most 20 of them */
  readonly bad: readonly string[];
  readonly badCount: number;
  /** ms */
  readonly slowest: number;
}

/** A body so big may be cut off while it is still being sent. */
const big = 60_000;
const Session = z.object({ token: z.string(), conversationId: z.string() });

/** A conversation with nothing wrong about it. */
export async function openConversation(agent: Agent, base: string): Promise<Pass> {
  const headers = { 'content-type': 'application/json' };
  const given = await send(agent, 'POST', new URL('/chat/token', base), headers, '{}');
  const { token, conversationId } = Session.parse(given === null ? null : jsonOf(given));
  const bearer = { ...headers, authorization: `Bearer ${token}` };
  const begun = await send(agent, 'POST', new URL('/v3/directline/conversations', base), bearer, '{}');
  if (begun === null || begun.status >= 300)
    throw new Error(`A conversation could not begin: ${begun?.status ?? 'cut off'}`);
  return { token, conversationId };
}

/** Something an address may hold, near enough: what an address cannot carry is escaped or left out. */
const inAddress = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '').slice(0, 2_000)) || 'x';

async function knockOnce(agent: Agent, base: string, door: Door, pass: Pass, random: () => number) {
  const body = hostileBody(random);
  const url = new URL(door.path(pass, inAddress(hostileText(random))), base);
  const headers: Record<string, string> = { 'content-type': body.type };
  if (body.what === 'claims gzip') headers['content-encoding'] = 'gzip';
  if (door.withPass)
    headers['authorization'] = `Bearer ${random() < 0.9 ? pass.token : inAddress(hostileText(random))}`;
  const started = performance.now();
  const sends = door.method !== 'GET' || random() < 0.3;
  const answer = await send(agent, door.method, url, headers, sends ? body.bytes : null, 30_000);
  const status = answer?.status ?? 0;
  const cutOff = status === 0 && !(sends && body.bytes.length > big);
  const where = `${door.method} ${url.pathname.slice(0, 80)} (${body.what}, ${body.bytes.length} bytes): ${status}`;
  return { status, ms: performance.now() - started, bad: status >= 500 || cutOff ? where : null };
}

/** Knocks `count` times, `together` at a time, at all doors in turn. */
export async function knock(settings: {
  readonly base: string;
  readonly count: number;
  readonly together: number;
  readonly seed: number;
  readonly told?: (sent: number) => void;
}): Promise<Hostile> {
  const agent = newAgent();
  const statuses: Record<string, number> = {};
  const bad: string[] = [];
  let badCount = 0;
  let slowest = 0;
  let sent = 0;
  const passes = await Promise.all(Array.from({ length: 10 }, () => openConversation(agent, settings.base)));
  const worker = async () => {
    while (sent < settings.count) {
      const index = sent;
      sent += 1;
      const door = doors[index % doors.length];
      const pass = passes[index % passes.length];
      if (door === undefined || pass === undefined) return;
      // a chance of its own for each, so that number 4711 can be sent again alone
      const done = await knockOnce(agent, settings.base, door, pass, chance(settings.seed * 1_000_003 + index));
      statuses[done.status] = (statuses[done.status] ?? 0) + 1;
      slowest = Math.max(slowest, done.ms);
      if (done.bad !== null) {
        badCount += 1;
        if (bad.length < 20) bad.push(`#${index} ${done.bad}`);
      }
      settings.told?.(sent);
    }
  };
  await Promise.all(Array.from({ length: settings.together }, worker));
  agent.destroy();
  return { sent, statuses, bad, badCount, slowest: Math.round(slowest) };
}
