/** A person on web chat who does not give up: says the same thing again, with the same id, until it is acknowledged. */
import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { answerFor } from '../../bench/answers';
import { jsonOf, send } from './http';

const Session = z.object({ token: z.string(), conversationId: z.string() });
const Acknowledged = z.object({ id: z.string() });
const Activity = z.object({
  id: z.string(),
  type: z.string(),
  text: z.string().default(''),
  from: z.object({ role: z.string() }),
  replyToId: z.string().optional(),
  channelData: z
    .object({ clientActivityID: z.string().optional(), messageIds: z.array(z.string()).optional() })
    .default({}),
  suggestedActions: z
    .object({ actions: z.array(z.object({ title: z.string(), value: z.object({ choice: z.string() }) })) })
    .optional(),
});
export type Seen = z.infer<typeof Activity>;
const Batch = z.object({ activities: z.array(Activity), watermark: z.string() });

export interface Talk {
  readonly conversationId: string;
  /** ids we gave to what we said and saw acknowledged, in order, and the id each was given */
  readonly acknowledged: readonly { readonly clientId: string; readonly id: string }[];
  /** everything as it was read along the way, by watermark */
  readonly seen: readonly Seen[];
  /** everything, read once more from the start at the end */
  readonly again: readonly Seen[];
  /** the longest wait for an acknowledgement or a question, ms */
  readonly longestWait: number;
  readonly stuck: boolean;
  /** wrote of danger at the end, and it was acknowledged */
  readonly danger: boolean;
}

/** What somebody writes last: it asks for a record, an alert and a place in the queue, each once. */
const LAST_WORDS = 'i want to kill myself tonight';

const lastFromBot = (seen: readonly Seen[]) =>
  seen.findLast((one) => one.from.role === 'bot' && one.type === 'message');

interface Post {
  readonly text: string;
  readonly value?: { readonly choice: string };
}

function answerTo(question: Seen | undefined): Post {
  const actions = question?.suggestedActions?.actions ?? [];
  const answer = answerFor(
    question?.text ?? '',
    actions.map((one) => one.title),
  );
  if (answer.kind === 'words') return { text: answer.said };
  const action = actions[answer.at];
  return action === undefined ? { text: 'Maya' } : { text: action.title, value: action.value };
}

interface Wanted<T> {
  readonly success: boolean;
  readonly data?: T;
}

interface Manners {
  readonly base: string;
  readonly agent: Agent;
  /** no progress for so long counts as stuck, ms */
  readonly patienceMs: number;
}

/** Asks again until `read` makes something of the answer; null when patience ran out. */
function makeInsist({ base, agent, patienceMs }: Manners) {
  let token = '';
  let longestWait = 0;
  const headers = () => ({
    'content-type': 'application/json',
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  });
  const insist = async <T>(method: string, path: () => string, body: unknown, read: (json: unknown) => Wanted<T>) => {
    const started = performance.now();
    while (performance.now() - started < patienceMs) {
      const text = body === null ? null : JSON.stringify(body);
      const answer = await send(agent, method, new URL(path(), base), headers(), text);
      if (answer !== null && answer.status < 300) {
        const found = read(jsonOf(answer));
        if (found.success && found.data !== undefined) {
          longestWait = Math.max(longestWait, performance.now() - started);
          return found.data;
        }
      }
      await wait(40);
    }
    return null;
  };
  return {
    insist,
    use: (given: string) => {
      token = given;
    },
    longestWait: () => longestWait,
  };
}

/** Has one conversation of `answers` answers; then, and only then, it is of danger. */
export async function haveConversation(
  settings: Manners & {
    readonly name: string;
    readonly answers: number;
    readonly pauseMs: () => number;
    readonly onAcknowledged: () => void;
  },
): Promise<Talk> {
  const { insist, use, longestWait } = makeInsist(settings);
  const acknowledged: { clientId: string; id: string }[] = [];
  let seen: readonly Seen[] = [];
  let conversationId = '';
  let danger = false;
  let stuck = false;
  const ended = (isStuck: boolean, again: readonly Seen[]): Talk => ({
    conversationId,
    acknowledged,
    seen,
    again,
    longestWait: longestWait(),
    stuck: isStuck,
    danger,
  });

  const session = await insist(
    'POST',
    () => '/chat/token',
    {},
    (json) => Session.safeParse(json),
  );
  if (session === null) return ended(true, []);
  use(session.token);
  conversationId = session.conversationId;
  const begun = await insist(
    'POST',
    () => '/v3/directline/conversations',
    {},
    (json) => Session.safeParse(json),
  );
  if (begun === null) return ended(true, []);

  const path = `/v3/directline/conversations/${conversationId}/activities`;
  let watermark = '';
  /** Reads on from the watermark until the bot has said something after `own`. */
  const hear = (own: string | null) =>
    insist(
      'GET',
      () => `${path}?watermark=${watermark}`,
      null,
      (json): Wanted<true> => {
        const read = Batch.safeParse(json);
        if (!read.success) return { success: false };
        watermark = read.data.watermark;
        seen = [...seen, ...read.data.activities];
        const mine = own === null ? -1 : seen.findIndex((one) => one.id === own);
        const heard = seen.slice(mine + 1).some((one) => one.from.role === 'bot');
        return heard && (own === null || mine >= 0) ? { success: true, data: true } : { success: false };
      },
    );

  if ((await hear(null)) === null) return ended(true, []);
  for (let n = 0; n <= settings.answers; n += 1) {
    await wait(settings.pauseMs());
    const clientId = `${settings.name}-${n}`;
    const said = n === settings.answers ? { text: LAST_WORDS } : answerTo(lastFromBot(seen));
    const post = { type: 'message', ...said, channelData: { clientActivityID: clientId } };
    const done = await insist(
      'POST',
      () => path,
      post,
      (json) => Acknowledged.safeParse(json),
    );
    stuck = done === null;
    if (done === null) break;
    acknowledged.push({ clientId, id: done.id });
    settings.onAcknowledged();
    danger = n === settings.answers;
    stuck = (await hear(done.id)) === null;
    if (stuck) break;
  }
  // read again whatever came of it: what was acknowledged has to be there
  const again: Seen[] = [];
  for (let from = '', more = true; more; ) {
    const page = `${path}?watermark=${from}`;
    const batch = await insist(
      'GET',
      () => page,
      null,
      (json) => Batch.safeParse(json),
    );
    if (batch === null) return ended(true, []);
    again.push(...batch.activities);
    more = batch.activities.length > 0;
    from = batch.watermark;
  }
  return ended(stuck, again);
}
