/** The phone channels that are switched on: their carriers, their routes, and in development a stand-in for both. */
import type { Server } from 'restify';
import { part, wordsOf } from '../dialogs/content/copy';
import type { Carrier } from '../services/contact/carrier';
import type { Desk } from '../services/inbox/webhook';
import type { MediaSource } from '../services/media/source';
import type { CarrierName } from '../services/store/collections/carriers';
import { createTwilio } from './channels/twilio/api';
import { mountTwilio } from './channels/twilio/mountTwilio';
import { createTwilioCarrier } from './channels/twilio/twilioCarrier';
import { createTwilioMedia } from './channels/twilio/twilioMedia';
import { createMeta } from './channels/whatsapp/graph';
import { createMetaCarrier } from './channels/whatsapp/metaCarrier';
import { createMetaMedia } from './channels/whatsapp/metaMedia';
import { mountWhatsApp } from './channels/whatsapp/mountWhatsApp';
import type { Config } from './config';
import { mountPhone, STAND_IN_ACCOUNTS, standInBases } from './dev/mountPhone';
import type { Log } from './log';

const SEND_WITHIN = 10_000;
const FETCH_WITHIN = 30_000;

interface TwilioSettings {
  readonly accountSid: string;
  readonly authTokens: readonly [string, ...string[]];
  readonly smsFrom: string | undefined;
  readonly whatsappFrom: string | undefined;
  readonly apiBase: string | undefined;
  readonly templateSid: string | undefined;
}

interface MetaSettings {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly appSecrets: readonly [string, ...string[]];
  readonly verifyToken: string;
  readonly apiBase: string | undefined;
  readonly apiVersion: string;
  readonly template: { readonly name: string; readonly language: string } | null;
}

/** What is switched on. `standIn`: no account is set, and this is development, so a stand-in plays both carriers. */
export interface PhoneSettings {
  readonly twilio: TwilioSettings | null;
  readonly meta: MetaSettings | null;
  readonly standIn: boolean;
}

const secondToo = (first: string, second: string | undefined): [string, ...string[]] =>
  second === undefined ? [first] : [first, second];

/** Which phone channels these settings switch on. */
export function phoneSettings(config: Config): PhoneSettings {
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token } = config;
  const { WHATSAPP_PHONE_NUMBER_ID: number, WHATSAPP_ACCESS_TOKEN: access } = config;
  const { WHATSAPP_APP_SECRET: secret, WHATSAPP_VERIFY_TOKEN: verify } = config;
  const none = sid === undefined && number === undefined;
  if (none && config.home && config.PORT !== 0) return standIn(config.PORT);
  return {
    standIn: false,
    twilio:
      sid === undefined || token === undefined
        ? null
        : {
            accountSid: sid,
            authTokens: secondToo(token, config.TWILIO_AUTH_TOKEN_SECONDARY),
            smsFrom: config.TWILIO_SMS_FROM,
            whatsappFrom: config.TWILIO_WHATSAPP_FROM,
            apiBase: config.TWILIO_API_BASE,
            templateSid: config.TWILIO_TEMPLATE_SID,
          },
    meta:
      number === undefined || access === undefined || secret === undefined || verify === undefined
        ? null
        : {
            phoneNumberId: number,
            accessToken: access,
            appSecrets: secondToo(secret, config.WHATSAPP_APP_SECRET_SECONDARY),
            verifyToken: verify,
            apiBase: config.WHATSAPP_API_BASE,
            apiVersion: config.WHATSAPP_API_VERSION,
            template:
              config.WHATSAPP_TEMPLATE === undefined
                ? null
                : { name: config.WHATSAPP_TEMPLATE, language: config.WHATSAPP_TEMPLATE_LANGUAGE },
          },
  };
}

function standIn(port: number): PhoneSettings {
  const bases = standInBases(`http://127.0.0.1:${port}`);
  const { twilio, meta } = STAND_IN_ACCOUNTS;
  return {
    standIn: true,
    twilio: {
      accountSid: twilio.accountSid,
      authTokens: [twilio.authToken],
      smsFrom: twilio.smsFrom,
      whatsappFrom: twilio.whatsappFrom,
      apiBase: bases.twilio,
      templateSid: `HX${'0'.repeat(32)}`,
    },
    meta: {
      phoneNumberId: meta.phoneNumberId,
      accessToken: meta.accessToken,
      appSecrets: [meta.appSecret],
      verifyToken: 'stand-in',
      apiBase: bases.meta,
      apiVersion: 'v25.0',
      template: { name: 'reply_waiting', language: 'en_GB' },
    },
  };
}

/** The carriers of what is switched on. `publicUrl` is where they find us. */
export function makeCarriers({ twilio, meta }: PhoneSettings, publicUrl: string, log: Log): Carrier[] {
  const carriers: Carrier[] = [];
  if (twilio) {
    const [authToken] = twilio.authTokens;
    // Twilio tries a status again, as it does a message, where the address says so (channel-contracts 3.6)
    const statusUrl = `${publicUrl.replace(/\/+$/, '')}/channels/twilio/status#rc=3&rp=5xx,ct,rt`;
    carriers.push(
      createTwilioCarrier({
        ...twilio,
        authToken,
        statusUrl,
        timeoutMs: SEND_WITHIN,
        provider: createTwilio(log.warn),
      }),
    );
  }
  if (meta) {
    const { apiBase, ...settings } = meta;
    carriers.push(
      createMetaCarrier({
        ...settings,
        ...(apiBase === undefined ? {} : { apiBase }),
        timeoutMs: SEND_WITHIN,
        provider: createMeta(log.warn),
        log,
      }),
    );
  }
  return carriers;
}

/** Where files sent to what is switched on are fetched. */
export function mediaSources({ twilio, meta }: PhoneSettings): ReadonlyMap<CarrierName, MediaSource> {
  const sources = new Map<CarrierName, MediaSource>();
  if (twilio) {
    const [authToken] = twilio.authTokens;
    sources.set('twilio', createTwilioMedia({ ...twilio, authToken, timeoutMs: FETCH_WITHIN }));
  }
  if (meta) {
    const { apiBase, ...settings } = meta;
    const base = apiBase === undefined ? {} : { apiBase };
    sources.set('meta', createMetaMedia({ ...settings, ...base, timeoutMs: FETCH_WITHIN }));
  }
  return sources;
}

/** Puts the routes of what is switched on on the server; gives back how to let go of what is open. */
export function mountPhones(
  server: Server,
  settings: PhoneSettings,
  deps: {
    readonly desk: Desk;
    readonly publicUrl: string;
    /** PUBLIC_URL is set; without it `publicUrl` is a guess */
    readonly publicUrlSet: boolean;
    readonly log: Log;
    readonly production: boolean;
    readonly sayAtOnce: (text: string) => readonly string[];
  },
): () => void {
  const { twilio, meta } = settings;
  const { desk, publicUrl, log } = deps;
  if (twilio) {
    const { accountSid, authTokens } = twilio;
    mountTwilio(server, {
      desk,
      accountSid,
      authTokens,
      publicUrl,
      orAsAsked: !deps.publicUrlSet,
      sayAtOnce: deps.sayAtOnce,
      advancedOptOut: twilio.smsFrom?.startsWith('MG') === true,
      log: (event, facts) => log.info(event, facts),
    });
  }
  if (meta) mountWhatsApp(server, { desk, log, ...meta });
  if (!settings.standIn) return () => undefined;
  const phone = mountPhone(server, {
    production: deps.production,
    publicUrl,
    templateWords: wordsOf(part('W-TEMPLATE')),
    ...STAND_IN_ACCOUNTS,
  });
  return phone.close;
}
