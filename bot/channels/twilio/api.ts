/** One request to Twilio's REST API: its time limit, its sign-in, and what a fault says about whether it was heard. */
import { z } from 'zod';

export interface TwilioApi {
  readonly accountSid: string;
  readonly authToken: string;
  /** https://api.twilio.com when absent; a stand-in or a gateway otherwise */
  readonly apiBase?: string | undefined;
  /** ms for a whole request, answer included; 10,000 when absent */
  readonly timeoutMs?: number | undefined;
}

/** Twilio's API without a path. */
export function baseOf(api: TwilioApi): string {
  return (api.apiBase ?? 'https://api.twilio.com').replace(/\/+$/, '');
}

/** The address of the account's messages. */
export function messagesOf(api: TwilioApi): string {
  return `${baseOf(api)}/2010-04-01/Accounts/${encodeURIComponent(api.accountSid)}/Messages.json`;
}

/** Basic sign-in with account and token (RFC 7617). */
export function signIn(api: TwilioApi): string {
  return `Basic ${Buffer.from(`${api.accountSid}:${api.authToken}`).toString('base64')}`;
}

/** Ends a request that takes too long, in the middle of its answer too. */
export function timeLimit(api: TwilioApi): AbortSignal {
  return AbortSignal.timeout(api.timeoutMs ?? 10_000);
}

export type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly json: unknown }
  /** `heard` false: nothing left this machine, so nothing can have been done with it */
  | { readonly kind: 'noAnswer'; readonly heard: boolean; readonly code: string };

/**
 * Asks, and reads the whole answer. `json` is undefined when it is not JSON. Redirects are not followed: a number and
 * a token go to Twilio or nowhere. Never throws, and never says the address, which may hold a number.
 */
export async function ask(api: TwilioApi, url: string, form?: URLSearchParams): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      headers: { authorization: signIn(api), accept: 'application/json' },
      redirect: 'manual',
      signal: timeLimit(api),
      ...(form === undefined ? {} : { body: form }),
    });
  } catch (error) {
    const code = faultOf(error);
    return { kind: 'noAnswer', heard: !neverLeft.test(code), code };
  }
  try {
    const text = await response.text();
    return { kind: 'answered', status: response.status, headers: response.headers, json: jsonIn(text) };
  } catch {
    // the status came whole, so a refusal stays a refusal; an acceptance without its id is rubbish
    return { kind: 'answered', status: response.status, headers: response.headers, json: undefined };
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Faults of finding, reaching or trusting the other side: all of them come before the first byte of a request. */
const neverLeft =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/;

/** What of a fault is looked at. By shape, because a fault may be made in another realm than ours. */
const fault = z.object({
  name: z.string().optional(),
  code: z.unknown().optional(),
  cause: z.unknown().optional(),
});

/** A short label for a fault of `fetch`: its cause's code, or `timeout`, or `connection`. */
export function faultOf(error: unknown): string {
  let at: unknown = error;
  // a fault has a cause, which may have one of its own
  for (let depth = 0; depth < 4; depth += 1) {
    const read = fault.safeParse(at);
    if (!read.success) break;
    const { name, code, cause } = read.data;
    if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
    if (typeof code === 'string' && /^[A-Z_]{3,60}$/.test(code)) return code;
    at = cause;
  }
  return 'connection';
}
