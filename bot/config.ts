/** Every setting, read once from the environment and checked before the first hello; all faults are named at once. */
import { z } from 'zod';
import { webhookKey } from '../services/alarms/webhook';
import { ASKS_BOUNDS, THRESHOLDS } from '../services/understanding/deep/thresholds';
import { readTrust } from './http/realAddress';

const text = z.string().trim().min(1);
const address = z.url({ protocol: /^https?$/ });

/** A list with commas between, each checked. */
const list = (one: z.ZodType<string, string>) =>
  z
    .string()
    .transform((all) => all.split(',').map((each) => each.trim()))
    .pipe(z.array(one).min(1).max(10));

/** The settings as the environment gives them (INTERFACES.md). Empty means not given. */
export const configShape = {
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: text.optional(),
  PUBLIC_URL: address.optional(),
  /** the proxies before us whose X-Forwarded-For counts: how many, or their addresses and ranges with commas between */
  TRUST_PROXY: z
    .string()
    .transform((text, context) => {
      const trust = readTrust(text);
      if (trust === null) context.addIssue('a number of proxies, or addresses and ranges with commas between');
      return trust ?? z.NEVER;
    })
    .optional(),
  /** other sites that may show this chat, with commas between */
  WEB_CHAT_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim().replace(/\/+$/, '')))
    .pipe(z.array(address))
    .optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'starts with mongodb:// or mongodb+srv://')
    .optional(),
  DATA_DIR: text.default('.data'),
  ENCRYPTION_KEYS: text.optional(),
  HASH_KEY: text.optional(),
  MicrosoftAppId: text.optional(),
  MicrosoftAppPassword: text.optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMsi', 'MultiTenant']).optional(),
  MicrosoftAppTenantId: text.optional(),
  /** on: a hub of advisors behind Azure's channel takes handoffs (handoff.initiate, handoff.status); transcript: and reads the talk */
  AZURE_HANDOFF_HUB: z.enum(['on', 'transcript', 'off']).default('off'),
  /** hosts beside Microsoft's that answers may be sent to, with commas between; a host stands for all below it */
  AZURE_SERVICE_HOSTS: list(
    z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'looks like channel.example.org'),
  ).optional(),
  TWILIO_ACCOUNT_SID: text.optional(),
  TWILIO_AUTH_TOKEN: text.optional(),
  TWILIO_SMS_FROM: text.optional(),
  TWILIO_WHATSAPP_FROM: text.optional(),
  /** a second token while the first is being changed, so that no webhook is refused */
  TWILIO_AUTH_TOKEN_SECONDARY: text.optional(),
  /** the approved "You have a reply" template on WhatsApp by Twilio */
  TWILIO_TEMPLATE_SID: z
    .string()
    .regex(/^HX[0-9a-fA-F]{32}$/, 'starts with HX')
    .optional(),
  TWILIO_API_BASE: address.optional(),
  WHATSAPP_PHONE_NUMBER_ID: text.optional(),
  WHATSAPP_ACCESS_TOKEN: text.optional(),
  WHATSAPP_APP_SECRET: text.optional(),
  WHATSAPP_VERIFY_TOKEN: text.optional(),
  /** the old secret while the app secret is being changed */
  WHATSAPP_APP_SECRET_SECONDARY: text.optional(),
  /** the approved "You have a reply" template, and its language */
  WHATSAPP_TEMPLATE: text.optional(),
  WHATSAPP_TEMPLATE_LANGUAGE: text.default('en_GB'),
  WHATSAPP_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'looks like v25.0')
    .default('v25.0'),
  WHATSAPP_API_BASE: address.optional(),
  /** what people write never goes over a line others can read; a stand-in on this machine may be plain */
  CLU_ENDPOINT: address.refine((url) => url.startsWith('https:') || !isPublic(url), 'starts with https://').optional(),
  CLU_KEY: text.optional(),
  CLU_PROJECT: text.optional(),
  CLU_DEPLOYMENT: text.optional(),
  /** off: the fast stage reads alone */
  DEEP_STAGE: z.enum(['on', 'off']).default('on'),
  /** joined log odds of danger from which somebody is asked about it; docs/deep-stage.md has the curve */
  DEEP_ASKS_FROM: z.coerce.number().min(ASKS_BOUNDS.least).max(ASKS_BOUNDS.most).default(THRESHOLDS.asks),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: text.optional(),
  /** who of the team an alarm goes to, in order, with commas between */
  ALERT_EMAIL: list(z.email()).optional(),
  /** their numbers, in the same order; texts go to them when Twilio is set */
  ALERT_PHONES: list(z.string().regex(/^\+[1-9]\d{7,14}$/, 'looks like +447700900123')).optional(),
  /** an on-call service or a board of the team's, told of each alarm as well: Standard Webhooks, signed with the secret */
  ALERT_WEBHOOK_URL: address
    .refine((url) => url.startsWith('https:') || !isPublic(url), 'starts with https://')
    .optional(),
  ALERT_WEBHOOK_SECRET: text
    .refine(
      (secret) => webhookKey(secret).length >= 24,
      'is base64 of 24 bytes or more, such as openssl rand -base64 32',
    )
    .optional(),
  /** alarms as push messages on devices of the team: VAPID keys, and how the makers of browsers reach us */
  ALERT_PUSH_PUBLIC_KEY: text.refine((key) => Buffer.from(key, 'base64url').length === 65, 'is a VAPID key').optional(),
  ALERT_PUSH_PRIVATE_KEY: text
    .refine((key) => Buffer.from(key, 'base64url').length === 32, 'is a VAPID key')
    .optional(),
  ALERT_PUSH_CONTACT: z
    .string()
    .regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/, 'looks like mailto:it@example.org')
    .optional(),
  OIDC_ISSUER: address.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  /** lets a scraper elsewhere read /metrics as a bearer; without it only this machine may */
  METRICS_TOKEN: z.string().trim().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: text.optional(),
} as const;

const shape = z.object(configShape);

export interface Config extends Omit<z.infer<typeof shape>, 'NODE_ENV'> {
  readonly production: boolean;
  /** development where nobody but this machine comes in: only then are there /start, /dev and carriers with known keys */
  readonly home: boolean;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Which kind of running NODE_ENV says; null when it says something else. */
function saidOf(environment: string | undefined): 'production' | 'development' | 'nothing' | null {
  const word = environment?.trim().toLowerCase();
  if (word === undefined) return 'nothing';
  if (word === 'production' || word === 'prod') return 'production';
  return word === 'development' || word === 'dev' || word === 'test' ? 'development' : null;
}

/** Whether people elsewhere are meant to come in by this address. Rubbish counts as public: it is refused anyway. */
const isPublic = (url: string | undefined): boolean =>
  url !== undefined && !(URL.canParse(url) && LOOPBACK.test(new URL(url).hostname));

/**
 * Development only where it was said, or where only this machine can come in; a public address or a listening address
 * that others reach, with nothing said, is production.
 */
function placeOf(given: Readonly<Record<string, string | undefined>>) {
  const said = saidOf(given['NODE_ENV']);
  const open = isPublic(given['PUBLIC_URL']) || (given['HOST'] !== undefined && !LOOPBACK.test(given['HOST'].trim()));
  const production = said === 'production' || (said === 'nothing' && open);
  return { said, production, home: !production && !open };
}

export type ConfigRead =
  | { readonly kind: 'good'; readonly config: Config }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

const neededTogether: readonly (readonly (keyof typeof configShape)[])[] = [
  ['CLU_ENDPOINT', 'CLU_PROJECT', 'CLU_DEPLOYMENT'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['ALERT_WEBHOOK_URL', 'ALERT_WEBHOOK_SECRET'],
  ['ALERT_PUSH_PUBLIC_KEY', 'ALERT_PUSH_PRIVATE_KEY', 'ALERT_PUSH_CONTACT'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  ['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_ACCESS_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'],
];

/** Without a mail server nothing reaches a partner, and without a name on the list an alarm reaches nobody. */
const neededInProduction = ['PUBLIC_URL', 'MONGODB_URI', 'ENCRYPTION_KEYS', 'HASH_KEY', 'SMTP_URL', 'ALERT_EMAIL'];

/** Reads settings from an environment; every fault, not the first. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigRead {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = shape.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const has = (name: string) => given[name] !== undefined;
  for (const group of neededTogether) {
    const missing = group.filter((name) => !has(name));
    if (missing.length > 0 && missing.length < group.length)
      faults.push(`${missing.join(', ')}: needed beside ${group.filter(has).join(', ')}`);
  }
  const type = given['MicrosoftAppType'];
  if (has('MicrosoftAppId')) {
    if ((type === 'SingleTenant' || type === 'UserAssignedMsi') && !has('MicrosoftAppTenantId'))
      faults.push(`MicrosoftAppTenantId: needed for ${type}`);
    if (type !== 'UserAssignedMsi' && !has('MicrosoftAppPassword'))
      faults.push('MicrosoftAppPassword: needed beside MicrosoftAppId');
    if (type === 'UserAssignedMsi' && has('MicrosoftAppPassword'))
      faults.push('MicrosoftAppPassword: must be left out for UserAssignedMsi');
  } else {
    // an app id forgotten would shut the door to Azure without a word
    const others = ['MicrosoftAppPassword', 'MicrosoftAppTenantId'].filter(has);
    if (type === 'SingleTenant' || type === 'UserAssignedMsi') others.push('MicrosoftAppType');
    if (others.length > 0) faults.push(`MicrosoftAppId: needed beside ${others.join(', ')}`);
  }
  if (has('SMTP_URL') && !has('MAIL_FROM')) faults.push('MAIL_FROM: needed beside SMTP_URL');
  const { said, production, home } = placeOf(given);
  if (said === null) faults.push('NODE_ENV: production or development');
  if (production) {
    for (const name of neededInProduction) if (!has(name)) faults.push(`${name}: needed in production`);
    if (said === 'nothing' && faults.length > 0)
      faults.push('NODE_ENV: development, to try this out; an address others can reach is production until it says so');
  }
  if (faults.length > 0 || !parsed.success) return { kind: 'faults', faults };
  const { NODE_ENV: _environment, ...config } = parsed.data;
  return { kind: 'good', config: { ...config, production, home } };
}

/** The settings of this process. */
export function ownConfig(): ConfigRead {
  return readConfig(process.env);
}
