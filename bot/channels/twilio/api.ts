/** Twilio's REST API: where it is, how one signs in, and how it is asked. */
import { type Answered, ask, type NoAnswer } from '../../../services/outside/ask';
import { createProvider, type Provider, type ProviderSettings } from '../../../services/outside/provider';

export interface TwilioApi {
  readonly accountSid: string;
  readonly authToken: string;
  /** https://api.twilio.com when absent; a stand-in or a gateway otherwise */
  readonly apiBase?: string | undefined;
  /** ms for a whole request, answer included; 10,000 when absent */
  readonly timeoutMs?: number | undefined;
  /** who it is asked of, shared by all that ask there; one of its own when absent */
  readonly provider?: Provider | undefined;
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

/** ms a whole request to Twilio may take, answer included. */
export const timeoutOf = (api: TwilioApi): number => api.timeoutMs ?? 10_000;

/** Asks Twilio, signed in. A number and a token go to Twilio or nowhere. Never throws, and never says the address. */
export function askTwilio(
  api: TwilioApi,
  url: string,
  { form, urgent = false }: { readonly form?: URLSearchParams; readonly urgent?: boolean } = {},
): Promise<Answered | NoAnswer> {
  return ask(api.provider ?? createTwilio(), {
    method: form === undefined ? 'GET' : 'POST',
    url,
    headers: { authorization: signIn(api), accept: 'application/json' },
    ...(form === undefined ? {} : { body: form }),
    timeoutMs: timeoutOf(api),
    // a list of messages holds their words
    largest: 2 * 1024 * 1024,
    urgent,
  });
}

/** Twilio, left alone for a moment when it fails again and again. One for each account. */
export const createTwilio = (told?: ProviderSettings['told']): Provider =>
  createProvider({ name: 'twilio', faults: 10, restMs: 2_000, ...(told === undefined ? {} : { told }) });
