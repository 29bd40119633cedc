/** Talks to a bot over `POST /api/messages` with `expectReplies`, as a person who answers whatever is asked. */
import { Agent, request } from 'node:http';
import { z } from 'zod';
import { answerFor } from './answers';
import { varied } from './varied';

const Activities = z.object({
  activities: z.array(
    z.object({
      type: z.string(),
      text: z.string().optional(),
      suggestedActions: z
        .object({ actions: z.array(z.object({ title: z.string(), value: z.unknown().optional() })) })
        .optional(),
    }),
  ),
});
export type Heard = z.infer<typeof Activities>['activities'];

export interface Said {
  readonly ms: number;
  readonly heard: Heard;
}

export interface Line {
  say(text: string): Promise<Said>;
}

/** One agent a bot: as many kept-open connections as conversations at once. */
export const connections = (): Agent => new Agent({ keepAlive: true, maxSockets: 256 });

function post(url: URL, agent: Agent, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const outgoing = request(url, { agent, method: 'POST', headers, timeout: 30_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
      response.on('error', reject);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('No answer within 30 s')));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/**
 * Opens a conversation; nothing is sent until the first `say`. `ms` is from sending to the whole answer. `saidBefore` is
 * how many messages it has had, when it goes on.
 */
export function openLine(base: string, agent: Agent, conversation: string, saidBefore = 0): Line {
  const url = new URL('/api/messages', base);
  let count = saidBefore;
  return {
    async say(text) {
      count += 1;
      const body = JSON.stringify({
        type: 'message',
        id: `${conversation}-${count}`,
        timestamp: new Date().toISOString(),
        channelId: 'webchat',
        serviceUrl: base,
        from: { id: `person-${conversation}`, role: 'user' },
        recipient: { id: 'bot', role: 'bot' },
        conversation: { id: conversation },
        text,
        deliveryMode: 'expectReplies',
      });
      const started = performance.now();
      const { status, text: answer } = await post(url, agent, body);
      const ms = performance.now() - started;
      if (status !== 200) throw new Error(`The bot answered ${status}: ${answer.slice(0, 200)}`);
      return { ms, heard: Activities.parse(JSON.parse(answer)).activities };
    },
  };
}

/** What somebody who answers whatever is asked would type next; `n` is another for each answer, and so are the words. */
export function answerTo(heard: Heard, n: number): string {
  const asked = heard.findLast((one) => one.suggestedActions !== undefined);
  const actions = asked?.suggestedActions?.actions ?? [];
  const answer = answerFor(
    lastWords(heard),
    actions.map((one) => one.title),
  );
  return varied(answer.kind === 'words' ? answer.said : (actions[answer.at]?.title ?? ''), n);
}

/** The last thing that was asked, to see that a conversation moves on. */
export const lastWords = (heard: Heard): string => heard.findLast((one) => one.text !== undefined)?.text ?? '';
