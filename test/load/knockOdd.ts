/** Odd requests and signed webhooks to a running app: every one answered calmly, and nobody falls over. */
import type { Agent } from 'node:http';
import { metaWebhook, twilioWebhook } from '../../bot/dev/carrierWebhooks';
import { STAND_IN_ACCOUNTS } from '../../bot/dev/mountPhone';
import { hostileText } from './bodies';
import { chance, newAgent, send } from './http';
import { oddRequest, sendOdd } from './oddRequests';
import { seesPlanted } from './plantedFault';

export interface Odds {
  readonly sent: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** 5xx answers, and connections nobody took any more: what was sent, at most 20 of them */
  readonly bad: readonly string[];
  readonly badCount: number;
}

async function inTurn(
  settings: { readonly count: number; readonly together: number },
  one: (index: number) => Promise<{ readonly status: number; readonly bad: string | null }>,
): Promise<Odds> {
  const statuses: Record<string, number> = {};
  const bad: string[] = [];
  let badCount = 0;
  let sent = 0;
  const worker = async () => {
    while (sent < settings.count) {
      const index = sent;
      sent += 1;
      const done = await one(index);
      statuses[done.status] = (statuses[done.status] ?? 0) + 1;
      if (done.bad === null) continue;
      badCount += 1;
      if (bad.length < 20) bad.push(`#${index} ${done.bad}`);
      // nobody is there: the rest would say the same
      if (badCount > 200) return;
    }
  };
  await Promise.all(Array.from({ length: settings.together }, worker));
  return { sent, statuses, bad, badCount };
}

interface Knocking {
  readonly base: string;
  readonly count: number;
  readonly together: number;
  readonly seed: number;
}

/** Odd Hosts, targets and headers on bare sockets. */
export function knockOdd(settings: Knocking): Promise<Odds> {
  return inTurn(settings, async (index) => {
    const odd = oddRequest(chance(settings.seed * 1_000_033 + index));
    const status = await sendOdd(settings.base, odd.bytes);
    return {
      status: status ?? 0,
      bad: status === null || status >= 500 ? `${odd.what}: ${status ?? 'nobody there'}` : null,
    };
  });
}

const kinds = ['text', 'edit', 'poll', 'image', 'reaction', 'system', 'hologram', '__proto__'] as const;

function signedWebhook(base: string, random: () => number, index: number) {
  const origin = base.replace('127.0.0.1', 'localhost');
  const { twilio, meta } = STAND_IN_ACCOUNTS;
  const words = hostileText(random)
    .replace(/\p{Surrogate}/gu, '')
    .slice(0, 8_000);
  const from = `+4477009${String(index % 500).padStart(5, '0')}`;
  if (random() < 0.5) {
    const odd =
      random() < 0.3
        ? hostileText(random)
            .replace(/\p{Surrogate}/gu, '')
            .slice(0, 300)
        : from;
    const fields = {
      AccountSid: twilio.accountSid,
      MessageSid: `SM${String(index).padStart(32, '0')}`,
      From: odd,
      To: twilio.smsFrom,
      Body: words,
      NumMedia: random() < 0.1 ? words : '0',
    };
    return twilioWebhook(twilio.authToken, `${origin}/channels/twilio`, fields);
  }
  const type = kinds[Math.floor(random() * kinds.length)] ?? 'text';
  const message = {
    id: `wamid.h${index}`,
    from: from.slice(1),
    timestamp: random() < 0.2 ? words : '1795341600',
    type,
    [type]: random() < 0.5 ? { body: words, caption: words } : words,
  };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { phone_number_id: meta.phoneNumberId },
    messages: [message, random() < 0.2 ? words : message],
  };
  return metaWebhook(meta.appSecret, `${origin}/channels/whatsapp`, value);
}

/** What a carrier is told when its message could not be kept in time, so that it brings it again: the calm one. */
const CALM = /could not (?:keep that|be kept)/i;

/** Webhooks signed as the carriers sign them, with hostile words in every place. */
export async function knockSigned(settings: Knocking): Promise<Odds> {
  const agent: Agent = newAgent();
  const found = await inTurn(settings, async (index) => {
    const { url, headers, body } = signedWebhook(settings.base, chance(settings.seed * 1_000_037 + index), index);
    const target = new URL(new URL(url).pathname, settings.base);
    const bring = () => send(agent, 'POST', target, { ...headers, host: new URL(url).host }, body, 30_000);
    // a connection that was kept may be closed just as it is used again: a carrier brings it once more, and so do we
    const answer = (await bring()) ?? (await bring());
    const status = answer?.status ?? 0;
    const calm = status === 503 && CALM.test(answer?.text ?? '');
    return { status, bad: status === 0 || (status >= 500 && !calm) ? `${target.pathname} signed: ${status}` : null };
  });
  agent.destroy();
  return found;
}

/** Whether odd requests find a server that falls over on one. */
export const seesOddHosts = (): Promise<boolean> =>
  seesPlanted(async (base) => (await knockOdd({ base, count: 400, together: 4, seed: 1 })).badCount > 0);
