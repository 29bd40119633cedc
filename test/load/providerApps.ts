/** Two app processes on one database, and the stand-in carriers outside: what the replay and the outage are run on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, holdEngine, startApp } from '../../bench/processes';
import type { Webhook } from '../../bot/dev/carrierWebhooks';
import { STAND_IN_ACCOUNTS } from '../../bot/dev/mountPhone';
import { postHere } from '../../bot/dev/postWebhook';
import { type StandInServer, startStandIn } from './standInServer';

/** Where the carriers were told we are; nothing is ever sent there. */
export const PUBLIC_URL = 'https://front.door.example';
export const WEBHOOKS = { twilio: `${PUBLIC_URL}/channels/twilio`, meta: `${PUBLIC_URL}/channels/whatsapp` } as const;

export interface TwoApps {
  readonly uri: string;
  /** where both keep their keys */
  readonly dataDir: string;
  readonly carriers: StandInServer;
  /** hands a webhook to one of the two, 0 or 1; true when it was taken */
  readonly post: (webhook: Webhook, to: number) => Promise<boolean>;
  readonly kill: (which: number) => Promise<void>;
  readonly alive: () => readonly number[];
  readonly stop: () => Promise<void>;
}

/** The settings that switch on both carriers, with accounts that are good for the stand-in and nowhere else. */
export function carrierSettings(bases: { readonly twilio: string; readonly meta: string }): Record<string, string> {
  const { twilio, meta } = STAND_IN_ACCOUNTS;
  return {
    PUBLIC_URL,
    NODE_ENV: 'development',
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_SMS_FROM: twilio.smsFrom,
    TWILIO_WHATSAPP_FROM: twilio.whatsappFrom,
    TWILIO_TEMPLATE_SID: `HX${'0'.repeat(32)}`,
    TWILIO_API_BASE: bases.twilio,
    WHATSAPP_PHONE_NUMBER_ID: meta.phoneNumberId,
    WHATSAPP_ACCESS_TOKEN: meta.accessToken,
    WHATSAPP_APP_SECRET: meta.appSecret,
    WHATSAPP_VERIFY_TOKEN: 'stand-in',
    WHATSAPP_TEMPLATE: 'reply_waiting',
    WHATSAPP_API_BASE: bases.meta,
    LOG_LEVEL: 'error',
  };
}

/** Starts the engine, the carriers and both apps. Statuses go to either app, and again to the other where one is gone. */
export async function startTwo(): Promise<TwoApps> {
  const engine = await holdEngine();
  const dataDir = await mkdtemp(join(tmpdir(), 'win-replay-'));
  const apps: App[] = [];
  const portOf = (which: number) => Number(new URL(apps[which]?.url ?? 'http://127.0.0.1:1').port);
  const alive = () => apps.flatMap((app, which) => (app.alive() ? [which] : []));
  const post = (webhook: Webhook, to: number) => postHere('127.0.0.1', portOf(to), webhook);
  let turns = 0;
  const carriers = await startStandIn({
    publicUrl: PUBLIC_URL,
    metaRetries: [500, 1_000, 2_000, 4_000, 8_000],
    post: async (webhook) => {
      turns += 1;
      for (const first of [turns % 2, (turns + 1) % 2])
        if (apps[first]?.alive() && (await post(webhook, first))) return true;
      return false;
    },
  });
  const settings = { mongodbUri: engine.uri, dataDir, env: carrierSettings(carriers.bases) };
  // one after the other: the first makes the keys both use
  for (let n = 0; n < 2; n += 1) apps.push(await startApp(settings));
  return {
    uri: engine.uri,
    dataDir,
    carriers,
    post,
    alive,
    kill: async (which) => apps[which]?.stop('SIGKILL'),
    async stop() {
      await Promise.all(apps.map((app) => (app.alive() ? app.stop() : undefined)));
      await carriers.stop();
      await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
