/** What Twilio's error codes mean, and the act each one calls for (Twilio error dictionary; channel-contracts 3.7). */
import type { SendResult } from '../../../services/contact/carrier';

/** A message that did not leave, or did not arrive: every answer but `sent` and `unsure`. */
export type Failure = Exclude<SendResult, { kind: 'sent' | 'unsure' }>;

interface Known {
  readonly act: Failure['kind'];
  /** for engineers and the log; says nothing of anyone */
  readonly means: string;
}

/** Only 21610 is an opt-out: no other refusal says what the person wants. */
const known: Readonly<Record<string, Known>> = {
  '21610': { act: 'optedOut', means: 'they sent STOP and Twilio holds it' },

  '63016': { act: 'window', means: 'outside the 24 hours of WhatsApp: only a template may go' },

  '21211': { act: 'unreachable', means: 'not a number' },
  '21614': { act: 'unreachable', means: 'not a mobile number' },
  '21635': { act: 'unreachable', means: 'a landline' },
  '30004': { act: 'unreachable', means: 'blocked by the network or the phone' },
  '30005': { act: 'unreachable', means: 'the number is not known, or no longer in use' },
  '30006': { act: 'unreachable', means: 'a landline, or a network that cannot be reached' },
  '30007': { act: 'unreachable', means: 'filtered by the network as spam: the wording needs a look' },
  '63024': { act: 'unreachable', means: 'not somebody WhatsApp can reach' },
  '63032': { act: 'unreachable', means: 'WhatsApp limits what this person can be sent' },

  '20429': { act: 'later', means: 'too many requests' },
  '20500': { act: 'later', means: 'a fault at Twilio' },
  '20503': { act: 'later', means: 'Twilio is not there for now' },
  '21611': { act: 'later', means: 'the queue of our number is full' },
  '30001': { act: 'later', means: 'the queue overflowed' },
  '30003': { act: 'later', means: 'the phone is off or out of reach' },
  '30008': { act: 'later', means: 'the network gave no reason' },
  '30036': { act: 'later', means: 'not delivered in the time we allowed' },
  '63017': { act: 'later', means: 'WhatsApp: too many for now' },
  '63018': { act: 'later', means: 'WhatsApp: too many from our number' },
  '63119': { act: 'later', means: 'WhatsApp: too many for now' },

  '20003': { act: 'fault', means: 'our account or token is not accepted' },
  '21408': { act: 'fault', means: 'our account may not send to that country' },
  '21606': { act: 'fault', means: 'our number cannot send this' },
  '21612': { act: 'fault', means: 'our number cannot reach theirs' },
  '21617': { act: 'fault', means: 'longer than 1600 characters' },
  '30002': { act: 'fault', means: 'our account is suspended' },
  '63013': { act: 'fault', means: 'against a rule of WhatsApp' },
  '63021': { act: 'fault', means: 'WhatsApp does not take this content' },
};

/** HTTP answers that say nothing about the message: Twilio is busy, slow or broken. */
const passing = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/**
 * The act a failure calls for. `code` is Twilio's own, null where it gave none; `status` is the HTTP status of a refused
 * send, null for a status callback. While Twilio itself is in trouble its codes are not believed: later. A code not
 * known is a fault for somebody to look at; a failure with no code at all may pass.
 */
export function actOf(code: string | null, status: number | null): Known {
  if (status !== null && passing(status)) return { act: 'later', means: 'Twilio is busy or broken' };
  const found = code !== null && Object.hasOwn(known, code) ? known[code] : undefined;
  if (found !== undefined) return found;
  if (code === null && status === null) return { act: 'later', means: 'no reason given' };
  return { act: 'fault', means: 'a code we do not know' };
}

/** The same as a SendResult. Its code is Twilio's, or `http-400`, or `none`. */
export function failureOf(code: string | null, status: number | null, afterMs?: number): Failure {
  const { act } = actOf(code, status);
  const said = code ?? (status === null ? 'none' : `http-${status}`);
  if (act === 'later') return { kind: 'later', code: said, ...(afterMs === undefined ? {} : { afterMs }) };
  return { kind: act, code: said };
}

/** Every code in the table, for the tests that walk it. */
export const knownCodes: readonly string[] = Object.keys(known);
