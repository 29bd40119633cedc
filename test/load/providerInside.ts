/** The whole phone service in this process: the real engine, real HTTP to and from the stand-in carriers, and a clock that can be moved. */

import { randomBytes, randomUUID } from 'node:crypto';
import { createTwilioCarrier } from '../../bot/channels/twilio/twilioCarrier';
import { createMetaCarrier } from '../../bot/channels/whatsapp/metaCarrier';
import { STAND_IN_ACCOUNTS } from '../../bot/dev/mountPhone';
import { postHere } from '../../bot/dev/postWebhook';
import type { Log } from '../../bot/log';
import { mountPhones } from '../../bot/phones';
import { render } from '../../bot/render';
import { createHttpServer } from '../../bot/server';
import type { ContactMode } from '../../dialogs/types';
import type { AlertEvent } from '../../services/alarms/alert';
import { momentOf } from '../../services/calendar/moment';
import { OFFICE_ROTA, teamAt } from '../../services/calendar/team';
import { sampleSettings } from '../../services/calendar/world';
import { collections } from '../../services/collections';
import { addressOf, lineIdOf } from '../../services/contact/lines';
import { createConversationService } from '../../services/conversation/conversations';
import type { ConversationParts } from '../../services/conversation/deps';
import { createEffects } from '../../services/conversation/doEffects';
import type { EffectParts } from '../../services/conversation/effects/effect';
import { createGuesses } from '../../services/conversation/guesses';
import { newSeed } from '../../services/conversation/newSeed';
import { repliesWithoutStore } from '../../services/conversation/replies';
import { createSetAside } from '../../services/conversation/setAside';
import { handoffs } from '../../services/handoffs/collection';
import { createRepository } from '../../services/handoffs/repository';
import { createPhones } from '../../services/inbox/phones';
import { promises } from '../../services/promises/collection';
import { createKeeping } from '../../services/promises/keeping';
import { deadLetters } from '../../services/store/collections/deadLetters';
import { guesses } from '../../services/store/collections/guesses';
import { consents, people } from '../../services/store/collections/people';
import { addresses, inbox, outgoingMessages } from '../../services/store/collections/phone';
import { outcomes } from '../../services/store/collections/running';
import { risks } from '../../services/store/collections/safety';
import { connect } from '../../services/store/mongo/connect';
import { createConversations } from '../../services/store/mongo/conversations';
import { createRecords } from '../../services/store/mongo/records';
import type { PendingEffect } from '../../services/store/ports';
import { createSealer, keyedHash } from '../../services/store/seal';
import { createReader } from '../../services/understanding/read';
import { jobs } from '../../services/work/collection';
import { createQueue } from '../../services/work/queue';
import { PUBLIC_URL } from './providerApps';
import { type StandInServer, startStandIn } from './standInServer';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const { twilio, meta } = STAND_IN_ACCOUNTS;
/** Ours waits ten seconds; nobody who runs this wants to. */
const timeoutMs = 400;

const settings = {
  standIn: false,
  twilio: {
    accountSid: twilio.accountSid,
    authTokens: [twilio.authToken],
    smsFrom: twilio.smsFrom,
    whatsappFrom: twilio.whatsappFrom,
    apiBase: undefined,
    templateSid: `HX${'0'.repeat(32)}`,
  },
  meta: {
    phoneNumberId: meta.phoneNumberId,
    accessToken: meta.accessToken,
    appSecrets: [meta.appSecret],
    verifyToken: 'stand-in',
    apiBase: undefined,
    apiVersion: 'v25.0',
    template: { name: 'reply_waiting', language: 'en_GB' },
  },
} as const;

export type Service = Awaited<ReturnType<typeof startInside>>;

/** Somebody on one of the carriers. */
export interface Someone {
  readonly line: 'sms' | 'whatsappMeta' | 'whatsappTwilio';
  readonly number: string;
}

/** What two processes on one database have in common. */
interface Shared {
  readonly name: string;
  /** 32 bytes, for hashes and seals alike */
  readonly key: Buffer;
}

/** What a process is given where the carriers and the alarms are somebody else's. */
interface Outside {
  readonly bases: StandInServer['bases'];
  readonly shared?: Shared | undefined;
  readonly match?: ConversationParts['match'];
  /** resolves when the carriers have nothing under way; at once where nobody here can tell */
  readonly idle?: () => Promise<void>;
  readonly alert?: EffectParts['alert'];
}

/** Starts it on the engine at `uri`, in a database of its own, at `start` by its own clock, with carriers of its own. */
export async function startInside(uri: string, start: number, shared?: Shared, match?: ConversationParts['match']) {
  let port = 0;
  let now = () => start;
  const carriers = await startStandIn({
    publicUrl: PUBLIC_URL,
    clock: () => now(),
    post: (webhook) => postHere('127.0.0.1', port, webhook),
  });
  const phones = await startPhones(uri, start, {
    bases: carriers.bases,
    shared,
    ...(match === undefined ? {} : { match }),
    idle: () => carriers.standIn.idle(),
  });
  port = phones.port;
  now = phones.now;
  return {
    ...phones,
    carriers,
    says: (who: Someone, text: string) => carriers.standIn.say(who.line, who.number, { kind: 'text', text }),
    async close(): Promise<void> {
      phones.unmount();
      await carriers.stop();
      await phones.close();
    },
  };
}

/** The same without carriers of its own: for one process of several. */
export async function startPhones(uri: string, start: number, outside: Outside) {
  const { bases, shared, match = () => ({ options: [], leftOut: [] }), idle = async () => undefined } = outside;
  let moved = start - Date.now();
  let stopped: number | null = start;
  const now = () => stopped ?? Date.now() + moved;
  const name = shared?.name ?? `phones_${process.pid}_${randomBytes(3).toString('hex')}`;
  const database = connect(uri, collections, { name });
  const sealer = createSealer([{ id: 'made', secret: shared?.key ?? randomBytes(32) }]);
  const key = shared?.key ?? randomBytes(32);
  let crashed = false;
  const hash = (purpose: string, value: string) => keyedHash(key, purpose, value);
  const store = createConversations(database, { sealer, now });
  const kept = {
    lines: createRecords(database, addresses, sealer),
    inbox: createRecords(database, inbox, sealer),
    outgoing: createRecords(database, outgoingMessages, sealer),
    handoffs: createRecords(database, handoffs, sealer),
    risks: createRecords(database, risks, sealer),
    consents: createRecords(database, consents, sealer),
    people: createRecords(database, people, sealer),
    outcomes: createRecords(database, outcomes, sealer),
    callBacks: { book: async () => undefined, cancel: async () => undefined },
    promises: createKeeping(createRecords(database, promises, sealer)),
    deadLetters: createRecords(database, deadLetters, sealer),
    jobs: createRecords(database, jobs, sealer),
  };
  const { need: needPerson } = createRepository(kept.handoffs);
  const alerts: AlertEvent[] = [];
  const asked: PendingEffect[] = [];
  const faults: string[] = [];
  const log = (event: string) => void faults.push(event);
  const read = createReader();
  const alert = async (event: AlertEvent) => {
    alerts.push(event);
    await outside.alert?.(event);
  };
  const queue = createQueue(kept.jobs, now);
  const effects = createEffects({
    store,
    ...kept,
    needPerson,
    tellHolder: async () => undefined,
    queue,
    refer: async () => undefined,
    withdraw: async () => undefined,
    deliver: (asked) => phones.deliver(asked),
    askByText: (id, number, key) => phones.askByText(id, number, key),
    deleteMedia: async () => undefined,
    alert,
    log,
    now,
  });
  const setAside = createSetAside({ letters: kept.deadLetters, alert, log, now });
  const service = createConversationService({
    findReferral: async () => null,
    store,
    setAside,
    read,
    match,
    settings: sampleSettings,
    now: () => new Date(now()),
    newSeed,
    hash,
    countGuess: createGuesses(createRecords(database, guesses, sealer), hash, now),
    doEffects: (conversationId, effectsOfTurn) => {
      asked.push(...effectsOfTurn);
      // committed, and then nobody is there to do it
      if (crashed) return;
      return effects.start(conversationId, effectsOfTurn);
    },
  });
  const server = createHttpServer(quiet);
  const port = await new Promise<number>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => done(server.address().port));
  });
  const statusUrl = `${PUBLIC_URL}/channels/twilio/status`;
  const [twilioBase, metaBase] = [{ apiBase: bases.twilio }, { apiBase: bases.meta }];
  const phones = createPhones({
    ...kept,
    needPerson,
    store,
    setAside,
    service,
    carriers: [
      createTwilioCarrier({
        ...settings.twilio,
        ...twilioBase,
        authToken: twilio.authToken,
        statusUrl,
        timeoutMs,
      }),
      createMetaCarrier({ ...settings.meta, ...metaBase, timeoutMs, log: quiet }),
    ],
    render,
    read,
    hash,
    repliesWithoutStore: (text) => repliesWithoutStore(read(text, { recentlyFlagged: false }), sampleSettings.phone),
    azureWay: async () => null,
    textsBy: 'twilio',
    keepMedia: async () => undefined,
    momentAt: momentOf,
    dueAt: (level) => teamAt(momentOf(now()), OFFICE_ROTA).replyBy[level].at,
    me: randomUUID(),
    now,
    log: (event) => void (event === 'line.failed' && faults.push(event)),
  });
  const unmount = mountPhones(server, settings, {
    desk: phones.desk,
    publicUrl: PUBLIC_URL,
    publicUrlSet: true,
    log: quiet,
    production: true,
    sayAtOnce: () => [],
  });

  const carrierOf = ({ line }: Someone) => (line === 'whatsappMeta' ? ('meta' as const) : ('twilio' as const));
  const conversationOf = (who: Someone) =>
    service.conversationOf(addressOf(carrierOf(who), who.line === 'sms' ? 'sms' : 'whatsapp', who.number));
  async function settle(): Promise<void> {
    await idle();
    await phones.sweep();
    await phones.idle();
    await effects.idle();
    await idle();
  }
  /** The clock stands at this moment, ms since 1970; never goes back. */
  async function moveTo(at: number): Promise<void> {
    stopped = Math.max(at, now());
    moved = stopped - Date.now();
    await settle();
  }
  return {
    now,
    database,
    sealer,
    store,
    service,
    kept,
    effects,
    /** while true a turn is committed and nothing it asked for is done, as when the process dies there */
    crash: (down: boolean) => {
      crashed = down;
    },
    alerts,
    /** every effect of every turn, as it was committed */
    asked,
    faults,
    queue,
    hash,
    port,
    unmount,
    conversationOf,
    lineOf: (who: Someone) => lineIdOf(hash, carrierOf(who), who.number),
    keyOf: (who: Someone, id: string) => hash('message', `${carrierOf(who)} ${id}`),
    settle,
    /** the clock stands still again, so much later, and what is due is done */
    pass: (ms: number) => moveTo(now() + ms),
    moveTo,
    /** from now on they are reached in this way only */
    async setMode(who: Someone, contact: ContactMode): Promise<void> {
      const id = await conversationOf(who);
      const before = await store.look(id);
      if (!before) return;
      const { life } = before;
      const turn = { inboundId: `mode/${contact}`, at: now(), firstItem: before.items + 1, items: 0, messageIds: [] };
      const state = { ...before.state, contact };
      const rest = { life, effects: [], expiresAt: now() + 1e10, turn: { ...turn, said: null, replies: [] } };
      await store.commit({ id, rev: before.rev, before, state, ...rest });
    },
    async close(): Promise<void> {
      unmount();
      await phones.close();
      await effects.idle();
      await store.settled();
      await new Promise<void>((done) => server.close(() => done()));
      await database.use((db) => db.dropDatabase());
      await database.close();
    },
  };
}
