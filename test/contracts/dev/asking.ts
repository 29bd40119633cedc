/** Asks the stand-in carriers as an app would, and keeps the webhooks they send. */
import type { Webhook } from '../../../bot/dev/carrierWebhooks';
import { STAND_IN_ACCOUNTS } from '../../../bot/dev/mountPhone';
import { type StandInServer, startStandIn } from '../../load/standInServer';

export const { twilio, meta } = STAND_IN_ACCOUNTS;
export const PHONE = '+447700900123';
export const BASIC = `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`;
export const BEARER = `Bearer ${meta.accessToken}`;

export interface Asking {
  readonly server: StandInServer;
  readonly webhooks: Webhook[];
  twilio(form: Readonly<Record<string, string>>, authorization?: string): Promise<{ status: number; body: unknown }>;
  twilioList(query: Readonly<Record<string, string>>): Promise<{ status: number; body: unknown }>;
  meta(json: unknown, authorization?: string): Promise<{ status: number; body: unknown }>;
}

/** Starts a stand-in whose webhooks are kept rather than sent. A phone that never wrote is outside WhatsApp's window. */
export async function startAsking(): Promise<Asking> {
  const webhooks: Webhook[] = [];
  const server = await startStandIn({
    publicUrl: 'https://win.example.org',
    neverHeard: 'shut',
    post: async (webhook) => webhooks.push(webhook) > 0,
  });
  const read = async (answer: Response) => ({ status: answer.status, body: await answer.json() });
  const messages = `${server.bases.twilio}/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`;
  return {
    server,
    webhooks,
    twilio: async (form, authorization = BASIC) =>
      read(await fetch(messages, { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) })),
    twilioList: async (query) =>
      read(await fetch(`${messages}?${new URLSearchParams(query)}`, { headers: { authorization: BASIC } })),
    meta: async (json, authorization = BEARER) =>
      read(
        await fetch(`${server.bases.meta}/v25.0/${meta.phoneNumberId}/messages`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(json),
        }),
      ),
  };
}
