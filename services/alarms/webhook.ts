/** Alarms by a signed webhook, for an on-call service or a wall board of the team: Standard Webhooks 1.0, so that any receiver can check them. */
import { createHash, createHmac } from 'node:crypto';
import { ask } from '../outside/ask';
import { createProvider, type ProviderSettings } from '../outside/provider';
import type { AlarmWay } from './way';

export interface WebhookSettings {
  readonly url: string;
  /** what both sides know: base64, with or without `whsec_` before it */
  readonly secret: string;
  /** ms since 1970 */
  readonly now: () => number;
  /** ms for a whole call; 10,000 when absent */
  readonly timeoutMs?: number;
  readonly told?: ProviderSettings['told'];
}

/** The key in a secret; what is no base64 makes a short one, which the settings refuse. */
export const webhookKey = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/** The call's name, which a receiver knows a second one by: it leads to nothing of ours. */
const nameOf = (id: string): string => `msg_${createHash('sha256').update(id).digest('base64url').slice(0, 27)}`;

/** The value of `webhook-signature` for what is sent. */
export function signatureOf(key: Buffer, id: string, seconds: number, body: string): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

export function createWebhook({ url, secret, now, timeoutMs = 10_000, told }: WebhookSettings): AlarmWay {
  const key = webhookKey(secret);
  const provider = createProvider({
    name: 'alarm webhook',
    faults: 10,
    restMs: 2_000,
    ...(told === undefined ? {} : { told }),
  });

  async function post(id: string, told: Readonly<Record<string, string | number | boolean>>) {
    const at = now();
    const [name, seconds] = [nameOf(id), Math.floor(at / 1_000)];
    const body = JSON.stringify({ type: 'alarm', timestamp: new Date(at).toISOString(), data: told });
    const answer = await ask(provider, {
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        'webhook-id': name,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signatureOf(key, name, seconds, body),
      },
      body,
      timeoutMs,
      // somebody in danger does not wait for a breaker
      urgent: true,
    });
    if (answer.kind === 'noAnswer') return { kind: 'tryAgain', why: answer.code } as const;
    if (answer.status >= 200 && answer.status < 300) return { kind: 'delivered' } as const;
    const kind = answer.status === 429 || answer.status >= 500 ? 'tryAgain' : 'refused';
    return { kind, why: `webhook ${answer.status}` } as const;
  }

  return {
    by: 'webhook',
    call: (place, { kind, level, event, link, again }, id) =>
      post(id, { kind, level, event, link, place: place + 1, again }),
    // one for everybody: there is nothing in it that is one person's
    unkept: async (place, level, id) => (place === 0 ? post(id, { kind: 'danger', level, recordsAway: true }) : null),
  };
}
