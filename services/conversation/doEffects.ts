/** Does what a committed turn asked for, after the commit, each thing once however often it is tried. */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { isNeed } from '../../dialogs/content/needNames';
import type { ChannelKind, EffectKind } from '../../dialogs/types';
import type { NewReferral } from '../referrals/create';
import { sharedLine } from '../referrals/referral';
import { addOnce, RecordDiffers } from '../store/addOnce';
import { channelKind, contactMode, level, riskCategory } from '../store/collections/conversationState';
import type { consents } from '../store/collections/people';
import { type Why, why } from '../store/collections/phone';
import type { outcomes } from '../store/collections/running';
import type { handoffs, promises, risks } from '../store/collections/safety';
import type { ConversationStore, PendingEffect, Records } from '../store/ports';
import type { Queue } from '../work/queue';
import { isOlderThan } from './identity';

export type Consent = z.infer<typeof consents.schema>;
export type Risk = z.infer<typeof risks.schema>;
export type Handoff = z.infer<typeof handoffs.schema>;
export type Outcome = z.infer<typeof outcomes.schema>;
export type PromiseMade = z.infer<typeof promises.schema>;

/** Something a person has to know now: labels and levels only, never words. The same id is the same alert. */
export interface AlertEvent {
  readonly id: string;
  readonly to: string;
  readonly why: string;
  readonly level: string;
}
export type Alert = (event: AlertEvent) => Promise<void> | void;

export interface EffectParts {
  readonly store: Pick<ConversationStore, 'effectDone' | 'parkEffect' | 'effectOf'>;
  readonly consents: Records<Consent>;
  readonly risks: Records<Risk>;
  readonly handoffs: Records<Handoff>;
  readonly outcomes: Records<Outcome>;
  readonly promises: Records<PromiseMade>;
  /** things to do later (services/work) */
  readonly queue: Pick<Queue, 'enqueue' | 'cancel'>;
  readonly refer: (asked: NewReferral) => Promise<void>;
  /** a turn's words on their way to a phone (services/contact) */
  readonly deliver: (asked: Delivery) => Promise<void>;
  /** asks the number in a secret, once, whether news may come there (services/inbox) */
  readonly askByText: (conversationId: string, number: string, key: string) => Promise<void>;
  /** forgets the pictures of a conversation that came between two moments, ms since 1970 */
  readonly deleteMedia: (
    conversationId: string,
    which: { readonly since: number; readonly until: number; readonly voice: false },
  ) => Promise<void>;
  readonly withdraw: (conversationId: string, ref: string) => Promise<void>;
  readonly alert: Alert;
  /** names of events and kinds only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
  /** ms since 1970 */
  readonly now: () => number;
}

export interface Delivery {
  /** the effect's id: the turn's messages are named after it */
  readonly id: string;
  /** when the turn was made, ms since 1970 */
  readonly at: number;
  readonly conversationId: string;
  /** '' where the line is found by the conversation */
  readonly line: string;
  readonly channel: ChannelKind;
  readonly firstItem: number;
  readonly why: Why;
}

/** What a conversation asked to be reminded of: jobs of these kinds, and no others, are cancelled at its word. */
export const reminderKinds: readonly string[] = ['riskSilence', 'checkIn', 'silence'];

const day = 24 * 60 * 60 * 1000;
const supportRecord = 365 * day;
const sixYears = 6 * 365 * day;
/** A child's safeguarding record is never deleted by a clock (guide.md 2.6). */
const forEver = 100 * 365 * day;

/** Short readers of effect data: what the conversation wrote, checked before it is believed. */
function text(effect: PendingEffect, field: string): string {
  const value = effect.data[field];
  return typeof value === 'string' ? value : '';
}
function number(effect: PendingEffect, field: string): number {
  const value = effect.data[field];
  return typeof value === 'number' ? value : 0;
}
function list(effect: PendingEffect, field: string): readonly string[] {
  const value = effect.data[field];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** One alert for one risk, reason and level, whichever effect asks for it. */
function alertIdOf(effect: PendingEffect, why: string): string {
  const riskId = text(effect, 'riskId');
  return riskId === '' ? effect.id : `${riskId}:${why}:${text(effect, 'level')}`;
}

/** Effect data as the record keeps it: lists are copies. */
function plainData(effect: PendingEffect): Outcome['data'] {
  return Object.fromEntries(
    Object.entries(effect.data).map(([key, value]): [string, string | number | boolean | string[]] =>
      typeof value === 'object' ? [key, [...value]] : [key, value],
    ),
  );
}

const sharedSecret = z.object({
  lines: z.array(sharedLine),
  shown: z.string(),
});

function emptyRisk(conversationId: string, effect: PendingEffect): Risk {
  const auto = level.parse(effect.data['level']);
  return {
    id: effect.id,
    eventId: text(effect, 'riskId'),
    conversationId,
    personRef: null,
    channel: channelKind.parse(effect.data['channel']),
    mode: contactMode.parse(effect.data['mode']),
    // when the message came is known to the channel; a turn knows only when it was read
    receivedAt: typeof effect.data['receivedAt'] === 'number' ? effect.data['receivedAt'] : null,
    detectedAt: effect.at,
    detector: text(effect, 'rule') || `person:${text(effect, 'question')}`,
    confidence: null,
    category: riskCategory.parse(effect.data['category']),
    levelAuto: auto,
    levelHuman: null,
    exactWords: effect.secret ?? null,
    replyId: null,
    replyVersion: null,
    sentAt: null,
    numbersOffered: [],
    handoffOfferedAt: null,
    handoffAnswer: text(effect, 'answer') || null,
    human: null,
    humanSeenAt: null,
    humanFirstContactAt: null,
    personWishes: null,
    toldBeforeSharing: null,
    sharedWith: [],
    whatShared: null,
    lawfulBasis: null,
    condition: null,
    aspThreePoint: null,
    childInvolved: effect.data['category'] === 'child_at_risk' ? true : null,
    decision: null,
    reason: null,
    followUpOwner: 'team',
    followUpDue: null,
    leadSignoff: null,
    closedAt: null,
    learning: null,
    expiresAt: effect.at + (effect.data['category'] === 'child_at_risk' ? forEver : 7 * supportRecord),
  };
}

type Doer = (conversationId: string, effect: PendingEffect) => Promise<void>;

/** A doer for every kind of effect: a new kind does not compile until it has one. */
function doersOf(parts: EffectParts): Readonly<Record<EffectKind, Doer>> {
  const outcome = (kind: Outcome['kind'], label: string, effect: PendingEffect, conversationId: string) =>
    addOnce<Outcome>(
      parts.outcomes,
      {
        id: effect.id,
        conversationId,
        kind,
        label,
        value: null,
        data: plainData(effect),
        words: effect.secret ?? null,
        at: effect.at,
        expiresAt: effect.at + supportRecord,
      },
      ['conversationId', 'kind', 'label', 'at'],
    );
  const promise = (conversationId: string, effect: PendingEffect, kind: string, said: string, dueAt: number) =>
    addOnce<PromiseMade>(
      parts.promises,
      {
        id: effect.id,
        rev: 1,
        conversationId,
        kind,
        owner: 'team',
        said,
        madeAt: effect.at,
        dueAt,
        state: 'open',
        doneAt: null,
        expiresAt: effect.at + supportRecord,
      },
      ['conversationId', 'kind', 'madeAt'],
    );
  return {
    raiseRisk: async (id, effect) => {
      await addOnce(parts.risks, emptyRisk(id, effect), ['conversationId', 'eventId', 'category', 'detectedAt']);
      const category = text(effect, 'category');
      const to = category === 'concern_about_us' ? 'safeguardingLead' : 'duty';
      // the turn asks for this alert too, under the same id: what is certain rings even if that were forgotten
      await parts.alert({ id: alertIdOf(effect, category), to, why: category, level: text(effect, 'level') });
    },
    noteRiskAnswer: async (id, effect) => {
      await addOnce(parts.risks, emptyRisk(id, effect), ['conversationId', 'eventId', 'category', 'detectedAt']);
    },
    handOver: async (id, effect) => {
      const asked: Handoff = {
        id: effect.id,
        rev: 1,
        conversationId: id,
        state: 'waiting',
        level: level.parse(effect.data['level']),
        reason: text(effect, 'reason'),
        brief: '',
        owner: text(effect, 'owner') || 'team',
        askedAt: effect.at,
        dueAt: number(effect, 'dueAt'),
        claimedAt: null,
        endedAt: null,
        expiresAt: effect.at + supportRecord,
      };
      await addOnce(parts.handoffs, asked, ['conversationId', 'reason', 'askedAt']);
    },
    refer: async (id, effect) => {
      const need = text(effect, 'need');
      const shared = sharedSecret.parse(JSON.parse(effect.secret ?? '{}'));
      if (!isNeed(need)) throw new Error('A sharing effect names no need we know');
      await parts.refer({
        id: effect.id,
        ref: text(effect, 'ref'),
        conversationId: id,
        serviceId: text(effect, 'serviceId'),
        need,
        shared: shared.lines,
        shownText: shared.shown,
        consent: { version: text(effect, 'consentVersion'), at: number(effect, 'consentAt') },
      });
    },
    withdrawShare: (id, effect) => parts.withdraw(id, text(effect, 'ref')),
    recordConsent: async (id, effect) => {
      const given: Consent = {
        id: effect.id,
        conversationId: id,
        purpose: `${text(effect, 'what')}/${text(effect, 'version')}`,
        organisationId: text(effect, 'serviceId') || null,
        given: text(effect, 'answer') === 'yes' || text(effect, 'answer') === 'shown',
        at: effect.at,
        messageId: text(effect, 'message'),
        shown: effect.secret ?? '',
        // as long as the support record, and six years after
        expiresAt: effect.at + supportRecord + sixYears,
      };
      await addOnce(parts.consents, given, ['conversationId', 'purpose', 'given', 'at']);
    },
    recordUnmetNeed: async (id, effect) => {
      await outcome('unmetNeed', list(effect, 'needs')[0] ?? 'unknown', effect, id);
    },
    recordOutcome: async (id, effect) => {
      await outcome('outcome', text(effect, 'what'), effect, id);
    },
    recordComplaint: async (id, effect) => {
      await outcome('complaint', 'complaint', effect, id);
      await promise(id, effect, 'answer a complaint', '', number(effect, 'dueAt'));
    },
    requestRights: async (id, effect) => {
      await outcome('rights', text(effect, 'right'), effect, id);
      await promise(id, effect, text(effect, 'right'), '', effect.at + number(effect, 'days') * day);
    },
    countEquality: async (id, effect) => {
      // forgotten first, counted after: a crash between loses one count sooner than it keeps an answer beside a person
      await parts.store.effectDone(id, effect.id);
      const month = new Date(effect.at).toISOString().slice(0, 7);
      const monthStarts = Date.parse(`${month}-01T00:00:00Z`);
      await parts.outcomes.add({
        id: randomUUID(),
        conversationId: null,
        kind: 'equality',
        label: text(effect, 'question'),
        value: text(effect, 'answer'),
        data: { month },
        words: effect.secret ? effect.secret : null,
        // both to the month: a count kept to the moment would lead back to whose turn it was
        at: monthStarts,
        expiresAt: monthStarts + sixYears,
      });
    },
    promise: async (id, effect) => {
      await promise(id, effect, text(effect, 'what'), text(effect, 'dueText'), number(effect, 'dueAt'));
    },
    remind: async (id, effect) => {
      await parts.queue.enqueue({
        id: effect.id,
        kind: text(effect, 'what'),
        conversationId: id,
        data: { step: number(effect, 'step') },
        dueAt: effect.at + number(effect, 'afterMinutes') * 60_000,
      });
    },
    cancelReminders: async (id, effect) => {
      // the look after danger is never cancelled; from before kinds were named, all the others were meant
      const named = list(effect, 'kinds');
      const kinds = (named.length > 0 ? named : reminderKinds).filter((kind) => kind !== 'riskSilence');
      // done late, it must not take what a later turn, or this one, has asked for since
      await parts.queue.cancel(id, kinds, (job) => isOlderThan(job, effect.id, id));
    },
    alert: async (_id, effect) => {
      await parts.alert({
        id: alertIdOf(effect, text(effect, 'why')),
        to: text(effect, 'to'),
        why: text(effect, 'why'),
        level: text(effect, 'level'),
      });
    },
    deliver: (id, effect) =>
      parts.deliver({
        id: effect.id,
        at: effect.at,
        conversationId: id,
        line: text(effect, 'line'),
        channel: channelKind.parse(effect.data['channel']),
        firstItem: number(effect, 'firstItem'),
        why: why.parse(effect.data['why']),
      }),
    askByText: (id, effect) => parts.askByText(id, effect.secret ?? '', effect.id),
    // a picture that comes later, while this is tried again, is not meant
    deleteMedia: (id, effect) =>
      parts.deleteMedia(id, { since: number(effect, 'since'), until: effect.at, voice: false }),
    // done with the turn itself: the hash, the phrase and the clock on the record are in the commit
    keepPlace: async () => {},
    hashCodeWord: async () => {},
    forgetChat: async () => {},
  };
}

/** Tries of one effect by one process after which a person hears of it, and the work queue tries it on. */
const alertAfter = 3;
/** The queue's first try of it, ms from then. */
const queueTriesAfter = 5_000;
/** Done by somebody else's machine, in its own time. */
const goesOut: ReadonlySet<EffectKind> = new Set(['refer', 'withdrawShare', 'deleteMedia']);

/**
 * Does effects in order; one that fails stays written down and is tried again by the sweep. One that fails three times
 * goes to the work queue, which waits longer each time and at last keeps it as a dead letter: it never fills the sweep.
 */
export function createEffects(parts: EffectParts) {
  const doers = doersOf(parts);
  const running = new Set<Promise<void>>();
  const failed = new LRUCache<string, number>({ max: 2_000 });

  /** Never rejects: an alert that cannot be raised is raised with the next try. */
  async function tell(event: AlertEvent): Promise<void> {
    try {
      await parts.alert(event);
    } catch {
      parts.log('alert.failed', { id: event.id });
    }
  }

  /** Written in the queue first: a crash between leaves it to the sweep as well, and doing it twice is doing it once. */
  async function putOff(conversationId: string, { id, kind }: PendingEffect): Promise<void> {
    const data = { effectId: id, what: kind };
    try {
      const dueAt = parts.now() + queueTriesAfter;
      await parts.queue.enqueue({ id: `stuck:${id}`, kind: 'stuckEffect', conversationId, data, dueAt });
      await parts.store.parkEffect(conversationId, id);
    } catch (error) {
      // the next try puts it off
      parts.log('effect.notPutOff', { kind, error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  async function doOne(conversationId: string, effect: PendingEffect): Promise<void> {
    try {
      await doers[effect.kind](conversationId, effect);
      if (effect.kind !== 'countEquality') await parts.store.effectDone(conversationId, effect.id);
    } catch (error) {
      const differs = error instanceof RecordDiffers;
      parts.log(differs ? 'effect.differs' : 'effect.failed', {
        kind: effect.kind,
        error: error instanceof Error ? error.name : 'unknown',
      });
      const tries = (failed.get(effect.id) ?? 0) + 1;
      failed.set(effect.id, tries);
      const why = differs ? 'set aside: effect differs' : 'set aside: effect failing';
      if (differs || tries === alertAfter)
        await tell({
          id: `${effect.id}:${differs ? 'differs' : 'failing'}`,
          to: 'duty',
          why: `${why}, ${effect.kind}`,
          level: 'P1',
        });
      if (tries >= alertAfter) await putOff(conversationId, effect);
    }
  }

  async function doAll(conversationId: string, effects: readonly PendingEffect[]): Promise<void> {
    for (const effect of effects) await doOne(conversationId, effect);
  }

  return {
    /**
     * Starts them. Resolves when what goes out to the person is on its way or left to the sweep: an answer waits for
     * nothing but its own sending (S3). Never rejects.
     */
    start(conversationId: string, effects: readonly PendingEffect[]): Promise<void> {
      const of = (which: (kind: EffectKind) => boolean) =>
        doAll(
          conversationId,
          effects.filter(({ kind }) => which(kind)),
        );
      const sent = of((kind) => kind === 'deliver');
      // what goes to others, and may hang there, holds up none of what is written down here
      const work = Promise.all([
        sent,
        of((kind) => kind !== 'deliver' && !goesOut.has(kind)),
        of((kind) => goesOut.has(kind)),
      ]);
      const ended = work.then(() => undefined);
      running.add(ended);
      void ended.finally(() => running.delete(ended));
      return sent;
    },
    /** does what a crash left behind; how many were found */
    async sweep(store: Pick<ConversationStore, 'pendingEffects'>): Promise<number> {
      const left = await store.pendingEffects(10_000, 200);
      for (const one of left) await doOne(one.conversationId, one.effect);
      return left.length;
    },
    /** One try of an effect the queue has; nothing when it is done already. Throws whatever went wrong. */
    async redo(conversationId: string, effectId: string): Promise<void> {
      const effect = await parts.store.effectOf(conversationId, effectId);
      if (effect === null) return;
      await doers[effect.kind](conversationId, effect);
      if (effect.kind !== 'countEquality') await parts.store.effectDone(conversationId, effectId);
    },
    /** resolves when nothing is under way */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
