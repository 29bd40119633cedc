/** A whole phone service in memory: a clock that stands still until moved, and carriers that write down what reached them. */

import { createHmac } from 'node:crypto';
import { render } from '../../../bot/render';
import type { ConversationState, Happening, MatchQuery, MatchResult } from '../../../dialogs/types';
import type { AlertEvent } from '../../../services/alarms/alert';
import { momentOf } from '../../../services/calendar/moment';
import { OFFICE_ROTA, teamAt } from '../../../services/calendar/team';
import { sampleSettings } from '../../../services/calendar/world';
import { createBookings } from '../../../services/callBacks/bookings';
import { callBacks } from '../../../services/callBacks/collection';
import { createCallBackDesk } from '../../../services/callBacks/desk';
import type { Carrier, Cleared, SendResult, Where } from '../../../services/contact/carrier';
import { addressOf } from '../../../services/contact/lines';
import { mustBeCleared } from '../../../services/contact/mustBeCleared';
import { createConversationService } from '../../../services/conversation/conversations';
import { createEffects } from '../../../services/conversation/doEffects';
import { createGuesses } from '../../../services/conversation/guesses';
import type { Inbound } from '../../../services/conversation/inbound';
import { repliesWithoutStore } from '../../../services/conversation/replies';
import { createSetAside } from '../../../services/conversation/setAside';
import type { StaffNow } from '../../../services/handoffMachine/reasons';
import { handoffs } from '../../../services/handoffs/collection';
import { createHandoffs, type HandoffsParts } from '../../../services/handoffs/handoffs';
import { lookers } from '../../../services/handoffs/lookers';
import { createPhones } from '../../../services/inbox/phones';
import type { PhoneMessage } from '../../../services/inbox/webhook';
import { createPromiseClocks } from '../../../services/promises/clocks';
import { promises } from '../../../services/promises/collection';
import { createKeeping } from '../../../services/promises/keeping';
import { referralCollection } from '../../../services/referrals/collection';
import type { StaffRota } from '../../../services/rota/rota';
import type { Today } from '../../../services/routing/offer';
import type { CarrierName } from '../../../services/store/collections/carriers';
import { deadLetters } from '../../../services/store/collections/deadLetters';
import { guesses } from '../../../services/store/collections/guesses';
import { media } from '../../../services/store/collections/media';
import { consents, people } from '../../../services/store/collections/people';
import { addresses, inbox, outgoingMessages } from '../../../services/store/collections/phone';
import { outcomes } from '../../../services/store/collections/running';
import { risks } from '../../../services/store/collections/safety';
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import { createMemoryRecords } from '../../../services/store/memory/records';
import type { Commit, ConversationStore } from '../../../services/store/ports';
import { createReader } from '../../../services/understanding/read';
import { jobs } from '../../../services/work/collection';
import { createQueue } from '../../../services/work/queue';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Tuesday 24 November 2026, 11am in Scotland. */
export const tuesdayAt11 = Date.parse('2026-11-24T11:00:00Z');
export const MAYA = '+447700900123';

/** One message that reached a carrier, and how it answered. */
export interface Reached {
  readonly at: number;
  readonly where: Where;
  readonly kind: Cleared['message']['kind'];
  readonly text: string;
  readonly ref: string;
  readonly result: SendResult;
}

/** One turn that was made of what they wrote. */
export interface Heard {
  readonly at: number;
  readonly inbound: Inbound;
  readonly repeated: boolean;
}

/** How a carrier answers; `n` counts everything it was handed. */
export type Mood = (n: number, cleared: Cleared) => SendResult;
export const well: Mood = (n) => ({ kind: 'sent', providerId: `id-${n}` });

const read = createReader();
export const hash = (purpose: string, value: string) =>
  createHmac('sha256', 'a key for tests').update(`${purpose}\n${value}`).digest('base64url');

/** Everything a process and its database hold. `share` joins another process on the same database. */
export function aPhoneService({
  at = tuesdayAt11,
  carriers = ['twilio', 'meta'] as readonly CarrierName[],
  match = (): MatchResult => ({ options: [], leftOut: [] }),
}: {
  readonly at?: number;
  readonly carriers?: readonly CarrierName[];
  readonly match?: (query: MatchQuery, today: Today) => MatchResult;
} = {}) {
  let now = at;
  const clock = () => now;
  const kept = {
    lines: createMemoryRecords(addresses),
    inbox: createMemoryRecords(inbox),
    outgoing: createMemoryRecords(outgoingMessages),
    handoffs: createMemoryRecords(handoffs),
    risks: createMemoryRecords(risks),
    promises: createMemoryRecords(promises),
    callBacks: createMemoryRecords(callBacks),
    deadLetters: createMemoryRecords(deadLetters),
    consents: createMemoryRecords(consents),
    outcomes: createMemoryRecords(outcomes),
    referrals: createMemoryRecords(referralCollection),
    media: createMemoryRecords(media),
    people: createMemoryRecords(people),
  };
  const alerts: AlertEvent[] = [];
  const memory = createMemoryConversations({ now: clock });
  /** what a store that fails for good throws at every write of some conversations */
  const broken = { on: null as ((commit: Commit) => Error | null) | null };
  const store: ConversationStore = {
    ...memory,
    commit: async (commit) => {
      const fault = broken.on?.(commit);
      if (fault) throw fault;
      return memory.commit(commit);
    },
  };
  const reached: Reached[] = [];
  const mood = { of: well, wasTaken: 'unknown' as 'unknown' | 'notTaken' | 'by its words' };
  const faults: string[] = [];
  let ids = 0;

  /** who of the team is there, what was written in the audit, and how often telling the conversation fails */
  const staff = {
    now: [] as readonly StaffNow[],
    audited: [] as string[],
    deaf: 0,
    /** alarms about promises that ring, by their subject */
    rung: new Set<string>(),
  };
  /** another process on the same records; `other`: what is different there */
  const makeTeam = (other: (parts: HandoffsParts) => Partial<HandoffsParts> = () => ({})) => {
    const parts: HandoffsParts = {
      handoffs: kept.handoffs,
      lookers: createMemoryRecords(lookers),
      people: async () => staff.now,
      store,
      risks: kept.risks,
      promises: createKeeping(kept.promises),
      outgoing: kept.outgoing,
      happen: (id, key, event) => {
        staff.deaf -= 1;
        return staff.deaf >= 0 ? Promise.reject(new Error('deaf')) : plain.happen(id, key, event);
      },
      audit: async ({ actor, action }) => void staff.audited.push(`${actor} ${action}`),
      settings: sampleSettings,
      alarms: { raise: async () => true, ringsAbout: async () => false, hush: async () => undefined },
      hash,
      measure: () => undefined,
      now: clock,
      log: () => undefined,
    };
    return createHandoffs({ ...parts, ...other(parts) });
  };
  const team = makeTeam();
  /** who of the team works when; nobody is offered a call while it is empty */
  const rota = { now: [] as readonly StaffRota[] };
  const bookings = createBookings({ records: kept.callBacks, rota: async () => rota.now, now: clock });
  const desk = createCallBackDesk({
    bookings,
    keeping: createKeeping(kept.promises),
    people: async () => staff.now,
    handoffs: team,
    happen: (id, key, event) => plain.happen(id, key, event),
    now: clock,
  });
  const promiseClocks = createPromiseClocks({
    keeping: createKeeping(kept.promises),
    people: async () => staff.now,
    happen: (id, key, event) => {
      staff.deaf -= 1;
      return staff.deaf >= 0 ? Promise.reject(new Error('deaf')) : plain.happen(id, key, event);
    },
    needPerson: team.need,
    alarms: {
      raise: async ({ subject }) => staff.rung.add(subject),
      hush: async (subject) => void staff.rung.delete(subject),
    },
    hash,
    dueAt: (level) => teamAt(momentOf(now), OFFICE_ROTA).replyBy[level].at,
    introduction: async () => null,
    now: clock,
    log: () => undefined,
  });
  const effects = createEffects({
    store,
    consents: kept.consents,
    risks: kept.risks,
    people: kept.people,
    needPerson: team.need,
    tellHolder: team.holderNews,
    outcomes: kept.outcomes,
    promises: createKeeping(kept.promises),
    callBacks: desk,
    queue: createQueue(createMemoryRecords(jobs), clock),
    refer: async () => undefined,
    withdraw: async () => undefined,
    deliver: (asked) => phones.deliver(asked),
    askByText: (id, number, key) => phones.askByText(id, number, key),
    deleteMedia: async () => undefined,
    alert: (event) => void alerts.push(event),
    log: (event, facts) => void faults.push(`${event} ${JSON.stringify(facts)}`),
    now: clock,
  });
  const setAside = createSetAside({
    letters: kept.deadLetters,
    alert: (event) => void alerts.push(event),
    log: () => undefined,
    now: clock,
  });
  const plain = createConversationService({
    // nobody here waits for a flood
    pace: () => 0,
    findReferral: async () => null,
    store,
    setAside,
    read,
    match,
    settings: sampleSettings,
    rota: team.rota,
    callTimes: bookings.times,
    holdCall: bookings.hold,
    now: () => new Date(now),
    newSeed: () => hash('seed', String(ids++)),
    hash,
    countGuess: createGuesses(createMemoryRecords(guesses), hash, clock),
    doEffects: effects.start,
  });
  const heard: Heard[] = [];
  const service = {
    ...plain,
    handleTurn: async (inbound: Inbound) => {
      const done = await plain.handleTurn(inbound);
      heard.push({ at: now, inbound, repeated: done.kind !== 'done' || done.repeated });
      return done;
    },
  };
  const watch = {
    each: async (_cleared: Cleared): Promise<void> => undefined,
    takes: (_message: PhoneMessage): void => undefined,
    answered: async (_cleared: Cleared, _result: SendResult): Promise<void> => undefined,
  };
  const carrierOf = (name: CarrierName): Carrier => ({
    name,
    async send(cleared) {
      mustBeCleared(cleared);
      await watch.each(cleared);
      const result = mood.of(reached.length, cleared);
      const { message, where, ref } = cleared;
      const text = message.kind === 'template' ? '' : message.text;
      reached.push({ at: now, where, kind: message.kind, text, ref, result });
      await watch.answered(cleared, result);
      return result;
    },
    async wasTaken({ where, message }, sinceMs) {
      if (mood.wasTaken !== 'by its words') return { kind: mood.wasTaken };
      // as Twilio is asked: everything to this address with these words, newest first
      const text = message.kind === 'template' ? '' : message.text;
      const since = reached.filter(({ at }) => at >= sinceMs);
      const same = since.filter((one) => one.where.to === where.to && one.text === text).toReversed();
      const ids = same.map(({ result, ref }) => (result.kind === 'sent' ? result.providerId : `lost-${ref}`));
      return ids.length > 0 ? { kind: 'taken', providerIds: ids } : { kind: 'notTaken' };
    },
  });
  const log = (event: string, facts: Readonly<Record<string, string>>) => {
    if (event === 'line.failed') faults.push(`${event} ${JSON.stringify(facts)}`);
  };
  const processOf = (me: string, parts = kept) =>
    createPhones({
      ...parts,
      needPerson: team.need,
      store,
      setAside,
      service,
      carriers: carriers.map(carrierOf),
      render,
      read,
      hash,
      repliesWithoutStore: (text) => repliesWithoutStore(read(text, { recentlyFlagged: false }), sampleSettings.phone),
      keepMedia: async () => undefined,
      azureWay: async () => null,
      textsBy: 'twilio',
      momentAt: momentOf,
      dueAt: (level) => teamAt(momentOf(now), OFFICE_ROTA).replyBy[level].at,
      me,
      now: clock,
      log,
    });
  const phones = processOf('this process');

  async function settle(): Promise<void> {
    for (let go = 0; go < 2; go += 1) {
      await phones.sweep();
      await phones.idle();
      await effects.idle();
      await team.idle();
    }
  }

  /** The next time anything has to be done, as the sweep of every second would find it. */
  async function nextDue(): Promise<number> {
    const [open, waiting, lines] = await Promise.all([
      kept.outgoing.find({ state: { $in: ['waiting', 'sending', 'unsure'] } }, 1_000),
      kept.inbox.find({ state: 'waiting' }, 1_000),
      kept.lines.find({}, 100),
    ]);
    const times = [
      ...open.map((one) => one.dueAt),
      ...waiting.map((one) => (one.readyAt <= now ? now + second : one.readyAt)),
      ...lines.map((one) => one.nudge?.at ?? Infinity),
    ];
    return Math.min(...times.filter((time) => time > now), Infinity);
  }

  const service_ = {
    kept,
    team,
    promiseClocks,
    rota,
    bookings,
    makeTeam,
    staff,
    alerts,
    store,
    service,
    phones,
    processOf,
    mood,
    reached,
    heard,
    watch,
    faults,
    broken,
    settle,
    now: clock,
    /** the clock moves and nobody works meanwhile, as when the service is down */
    jump(ms: number): void {
      now += ms;
    },
    /** time passes with the service at work */
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      for (;;) {
        const next = await nextDue();
        if (next > until) break;
        now = next;
        await settle();
      }
      now = until;
      await settle();
    },
    message(what: PhoneMessage['what'] | string, more: Partial<PhoneMessage> = {}): PhoneMessage {
      ids += 1;
      return {
        carrier: 'twilio',
        channel: 'sms',
        id: `in-${ids}`,
        from: MAYA,
        sentAt: null,
        what: typeof what === 'string' ? { kind: 'text', text: what } : what,
        media: [],
        carrierDid: null,
        ...more,
      };
    },
    async says(what: PhoneMessage['what'] | string, more: Partial<PhoneMessage> = {}): Promise<Reached[]> {
      const before = reached.length;
      const message = service_.message(what, more);
      watch.takes(message);
      await phones.desk.take([message]);
      await service_.pass(3 * second);
      return reached.slice(before);
    },
    conversationOf: (channel: Where['channel'] = 'sms', carrier: CarrierName = 'twilio', from = MAYA) =>
      service.conversationOf(addressOf(carrier, channel, from)),
    async stateOf(conversationId?: string): Promise<ConversationState> {
      const found = await store.look(conversationId ?? (await service_.conversationOf()));
      if (!found) throw new Error('There is no such conversation yet');
      return found.state;
    },
    async happens(event: Happening, conversationId?: string): Promise<Reached[]> {
      const before = reached.length;
      ids += 1;
      await service.happen(conversationId ?? (await service_.conversationOf()), `news-${ids}`, event);
      await settle();
      return reached.slice(before);
    },
    /** puts something into the state as if it had been said before */
    async remembers(change: (state: ConversationState) => Partial<ConversationState>, conversationId?: string) {
      const id = conversationId ?? (await service_.conversationOf());
      const before = await store.look(id);
      if (!before) return;
      ids += 1;
      const turn = { inboundId: `kept-${ids}`, at: now, firstItem: before.items + 1, items: 0, messageIds: [] };
      await store.commit({
        id,
        life: before.life,
        rev: before.rev,
        before,
        state: { ...before.state, ...change(before.state) },
        turn: { ...turn, said: null, replies: [] },
        effects: [],
        expiresAt: now + 365 * day,
      });
    },
    /** what they chose when we asked */
    async chose(answers: Readonly<Record<string, string>>, conversationId?: string) {
      await service_.remembers(({ answers: before }) => {
        const given = Object.entries(answers).map(([key, choice], n) => [
          key,
          {
            n: 100 + n,
            at: now,
            choices: choice === 'skipped' ? [] : [choice],
            skipped: choice === 'skipped',
            message: key,
          },
        ]);
        return { answers: { ...before, ...Object.fromEntries(given) } };
      }, conversationId);
    },
    async tasks() {
      return (await kept.handoffs.find({}, 1_000)).filter(({ asks }) =>
        asks.some(({ reason }) => reason === 'undelivered'),
      );
    },
    close: () => phones.close(),
  };
  return service_;
}

export type PhoneService = ReturnType<typeof aPhoneService>;

export const textsOf = (reached: readonly Reached[]) => reached.map((one) => one.text);
