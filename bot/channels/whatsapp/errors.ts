/** What Meta's error codes mean for us (channel-contracts 4.8). The same codes come in answers and in failed statuses. */
import type { SendResult } from '../../../services/contact/carrier';

/** What to do about an error. Never an opt-out: no code of Meta's says that a person asked us to stop. */
export type Act = Extract<SendResult, { kind: 'later' | 'window' | 'unreachable' | 'fault' }>;

interface Meaning {
  readonly kind: Act['kind'];
  readonly afterMs?: number;
}

const window: Meaning = { kind: 'window' };
const unreachable: Meaning = { kind: 'unreachable' };
const fault: Meaning = { kind: 'fault' };
const later: Meaning = { kind: 'later' };
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

const meanings: ReadonlyMap<number, Meaning> = new Map([
  // more than 24 hours since they last wrote
  [131047, window],
  // not on WhatsApp, too old an app, or they blocked us; and a number a test account may not write to
  [131026, unreachable],
  [131030, unreachable],
  // too many to one person: about one in six seconds
  [131056, { kind: 'later', afterMs: 6 * SECOND }],
  // limits of throughput, of the business account and of the app
  [130429, later],
  [80007, later],
  [4, later],
  // trouble on their side
  [1, later],
  [2, later],
  [131000, later],
  [131016, later],
  [131057, later],
  [133004, later],
  // media that would not come down or go up
  [131052, later],
  [131053, later],
  // too many people reported us: trying at once makes it worse
  [131048, { kind: 'later', afterMs: HOUR }],
  // both are about marketing, which we never send: the template was put in the wrong category, and somebody has to look
  [131049, fault],
  [131050, fault],
  // the token, the account, the bill
  [190, fault],
  [131031, fault],
  [368, fault],
  [131042, fault],
  // permission, and a phone number that was taken away
  [0, fault],
  [3, fault],
  [10, fault],
  [33, fault],
  // a message of ours that Meta cannot read, or will not send to a user id
  [100, fault],
  [131008, fault],
  [131009, fault],
  [131051, fault],
  [131060, fault],
  [131062, fault],
]);

/** Permission errors are 200 to 299, template errors 132000 to 132999. */
const isFaultRange = (code: number): boolean => (code >= 200 && code <= 299) || (code >= 132_000 && code <= 132_999);

/** HTTP statuses worth another try when no code says otherwise: slow down, and everything broken on their side. */
const isBusy = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/**
 * What an error means. `code` is `error.code`, or null when there was none to read; `status` is the HTTP status, absent
 * for an error in a status webhook. A code nobody knows is a fault, unless the HTTP status says busy.
 */
export function actOf(code: number | null, status?: number): Act {
  const known = code === null ? undefined : (meanings.get(code) ?? (isFaultRange(code) ? fault : undefined));
  const meaning = known ?? (status !== undefined && isBusy(status) ? later : fault);
  const label = code !== null ? String(code) : status !== undefined ? `http${status}` : 'unknown';
  if (meaning.kind !== 'later') return { kind: meaning.kind, code: label };
  return { kind: 'later', code: label, ...(meaning.afterMs === undefined ? {} : { afterMs: meaning.afterMs }) };
}
