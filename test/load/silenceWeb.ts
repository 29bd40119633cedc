/** Somebody on the page, on whichever of two processes is alive, who posts again with the same id until it is acknowledged. */
import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Answer, jsonOf, send } from './http';
import type { Pair } from './silencePair';

const Session = z.object({ token: z.string(), conversationId: z.string() });
const Batch = z.object({
  activities: z.array(
    z.object({ id: z.string(), type: z.string(), text: z.string().default(''), from: z.object({ role: z.string() }) }),
  ),
});

export interface WebPerson {
  readonly id: string;
  /** false when the page would have to begin anew: its pass is over, or the talk was forgotten */
  stillGood(): Promise<boolean>;
  /** true when something came back within `forMs` */
  says(text: string, forMs: number): Promise<boolean>;
  /** activities the page shows twice */
  shownTwice(): Promise<number>;
}

/** Opens the page. Null when nobody answered in time. */
export async function comeToWeb(agent: Agent, pair: Pair, patienceMs: number): Promise<WebPerson | null> {
  /** Tries both processes, again and again. */
  async function insist(
    method: string,
    path: string,
    token: string,
    body: unknown,
    forMs: number,
  ): Promise<Answer | null> {
    const headers = {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    };
    for (const by = Date.now() + forMs; Date.now() < by; await wait(100)) {
      const which = Math.random() < 0.5 ? 0 : 1;
      const url = pair.urls()[which];
      if (url === undefined || !pair.alive(which)) continue;
      const text = body === null ? null : JSON.stringify(body);
      const answer = await send(agent, method, new URL(path, url), headers, text);
      if (answer !== null && answer.status < 500) return answer;
    }
    return null;
  }
  const given = await insist('POST', '/chat/token', '', {}, patienceMs);
  const session = Session.safeParse(given === null ? null : jsonOf(given));
  if (!session.success) return null;
  const { token, conversationId } = session.data;
  await insist('POST', '/v3/directline/conversations', token, {}, patienceMs);
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  let said = 0;

  async function all(): Promise<readonly z.infer<typeof Batch>['activities'][number][]> {
    const answer = await insist('GET', path, token, null, 5_000);
    const read = Batch.safeParse(answer === null ? null : jsonOf(answer));
    return read.success ? read.data.activities : [];
  }
  return {
    id: conversationId,
    async stillGood() {
      const answer = await insist('GET', path, token, null, 5_000);
      const read = Batch.safeParse(answer === null ? null : jsonOf(answer));
      return answer?.status === 200 && read.success && read.data.activities.length > 0;
    },
    async says(text, forMs) {
      said += 1;
      const channelData = { clientActivityID: `${conversationId}-${said}` };
      const by = Date.now() + forMs;
      const answer = await insist('POST', path, token, { type: 'message', text, channelData }, forMs);
      const id = z.object({ id: z.string() }).safeParse(answer === null ? null : jsonOf(answer));
      if (!id.success) return false;
      do {
        const shown = await all();
        const mine = shown.findIndex((one) => one.id === id.data.id);
        if (mine >= 0 && shown.slice(mine + 1).some((one) => one.from.role === 'bot')) return true;
        await wait(100);
      } while (Date.now() < by);
      return false;
    },
    async shownTwice() {
      const ids = (await all()).map((one) => one.id);
      return ids.length - new Set(ids).size;
    },
  };
}
