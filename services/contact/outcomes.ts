/** What becomes of a message after a carrier's answer. Pure. */
import type { OutgoingMessage } from '../store/collections/phone';
import type { SendResult } from './carrier';

const second = 1_000;
const minute = 60 * second;

/** Waits between tries, ms; the last goes on until it is not worth it any more. */
const backOff = [5, 15, 30, 60, 60, 120].map((seconds) => seconds * second);
/** Faults of ours are looked at by people: a few slow tries in case somebody mends them meanwhile. */
const faultTries = 4;
const faultWait = 5 * minute;
/** A fixed reply to danger is tried this often whatever a carrier asks of us: it is there within 5 s of the carrier's return. */
const dangerWait = 3 * second;

/**
 * A carrier says nothing of a message it may have: so long we wait for a status before we send it again, ms. A reply to
 * danger that comes twice harms nobody; one that comes a minute late may.
 */
export const unsureWaitOf = (message: Pick<OutgoingMessage, 'fixedReply'>): number =>
  message.fixedReply ? dangerWait : minute;

export type Became =
  | { readonly kind: 'done'; readonly change: Partial<OutgoingMessage> }
  /** try again; nothing may overtake it */
  | { readonly kind: 'again'; readonly change: Partial<OutgoingMessage> }
  /** no way to send it: somebody has to know */
  | { readonly kind: 'task'; readonly change: Partial<OutgoingMessage> }
  /** it waits until they write again, behind a template */
  | { readonly kind: 'window'; readonly change: Partial<OutgoingMessage> }
  /** the carrier holds an opt-out: the whole line is stopped */
  | { readonly kind: 'optedOut'; readonly change: Partial<OutgoingMessage> };

/** Reads one answer. `now` in ms; the message has counted this try already. */
export function became(message: OutgoingMessage, result: SendResult, now: number): Became {
  switch (result.kind) {
    case 'sent':
      return { kind: 'done', change: { state: 'sent', providerId: result.providerId, code: null } };
    case 'later': {
      if (message.fixedReply)
        return { kind: 'again', change: { state: 'waiting', code: result.code, dueAt: now + dangerWait } };
      const wait = Math.max(result.afterMs ?? 0, backOff[Math.min(message.attempts, backOff.length) - 1] ?? 5 * second);
      return { kind: 'again', change: { state: 'waiting', code: result.code, dueAt: now + wait } };
    }
    case 'unsure':
      return {
        kind: 'again',
        change: { state: 'unsure', code: result.code, dueAt: now + Math.min(unsureWaitOf(message), 5 * second) },
      };
    case 'fault':
      return message.attempts < faultTries
        ? { kind: 'again', change: { state: 'waiting', code: result.code, dueAt: now + faultWait } }
        : { kind: 'task', change: { state: 'failed', code: result.code } };
    case 'unreachable':
      return { kind: 'task', change: { state: 'failed', code: result.code } };
    case 'window':
      return message.why === 'template' || message.why === 'nudge'
        ? { kind: 'task', change: { state: 'failed', code: result.code } }
        : { kind: 'window', change: { state: 'held', code: 'window' } };
    case 'optedOut':
      return { kind: 'optedOut', change: { state: 'dropped', code: result.code } };
  }
}

/** Times a message the carrier took and then could not deliver is sent again. */
const secondTries = 3;

const rank: Readonly<Record<OutgoingMessage['state'], number>> = {
  waiting: 0,
  held: 0,
  sending: 1,
  unsure: 1,
  sent: 2,
  failed: 2,
  dropped: 2,
  delivered: 3,
  read: 4,
};

/** What a status changes; statuses come in any order and more than once, and never lead backwards. Null: nothing. */
export function afterStatus(
  message: OutgoingMessage,
  news: {
    readonly state: 'sent' | 'delivered' | 'read' | 'failed';
    readonly result: SendResult | null;
    readonly providerId: string;
  },
  now: number,
): Became | null {
  const { providerId } = news;
  // a status of an earlier try says nothing of the one under way
  if (message.providerId !== null && message.providerId !== providerId) return null;
  if (news.state !== 'failed') {
    if (rank[news.state] <= rank[message.state] && message.state !== 'failed') return null;
    return { kind: 'done', change: { state: news.state, providerId, code: null } };
  }
  if (message.state === 'failed' || message.state === 'held' || rank[message.state] >= rank.delivered) return null;
  const result = news.result ?? { kind: 'unreachable', code: 'failed' };
  if (result.kind === 'later' && message.attempts >= secondTries)
    return { kind: 'task', change: { state: 'failed', code: result.code } };
  const after = became({ ...message, attempts: Math.max(1, message.attempts) }, result, now);
  return { ...after, change: { ...after.change, providerId: after.kind === 'again' ? null : providerId } };
}
