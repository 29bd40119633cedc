/** What an error on the way to a channel means for the message, by the rules of services/contact/carrier. */
import { z } from 'zod';
import type { SendResult } from '../../../services/contact/carrier';

type Failed = Exclude<SendResult, { kind: 'sent' | 'optedOut' | 'window' }>;

/** RestError of @azure/core-rest-pipeline: `statusCode` when there was an answer, `code` when there was none. */
const restError = z.looseObject({
  name: z.literal('RestError'),
  statusCode: z.number().int().optional(),
  code: z.string().optional(),
  // kept as it is, for its headers are an object with methods
  response: z.unknown(),
});
/** AuthError of @azure/msal-common: the token was not to be had, so nothing was sent. */
const tokenError = z.looseObject({ errorCode: z.string() });
/** @azure/identity, for a managed identity */
const identityError = z.looseObject({
  name: z.enum(['CredentialUnavailableError', 'AuthenticationError', 'AggregateAuthenticationError']),
});

/** Faults of the token service that pass; every other one is a wrong setting. MSAL names, and RFC 6749 5.2 */
const passing = /network|timeout|endpoints_resolution|openid_config|temporarily_unavailable|server_error|no_network/i;
/** No connection was made, so nothing was taken. */
const neverLeft = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** `Retry-After` in seconds (RFC 9110 10.2.3) as ms, at most an hour. */
function afterMs(response: unknown): { afterMs?: number } {
  const field = (of: unknown, name: string): unknown => (typeof of === 'object' && of ? Reflect.get(of, name) : null);
  const headers = field(response, 'headers');
  const get = field(headers, 'get');
  const said: unknown = typeof get === 'function' ? Reflect.apply(get, headers, ['retry-after']) : null;
  return typeof said === 'string' && /^\d{1,6}$/.test(said) ? { afterMs: Math.min(Number(said), 3_600) * 1_000 } : {};
}

function byStatus(status: number, response: unknown): Failed {
  const code = `http-${status}`;
  if (status === 404 || status === 410) return { kind: 'unreachable', code };
  // the channel's gateway gave up waiting behind it: it may have been taken
  if (status === 504) return { kind: 'unsure', code };
  if (status === 408 || status === 429 || status >= 500) return { kind: 'later', code, ...afterMs(response) };
  // 2xx and words we cannot read: it was probably taken
  if (status < 300) return { kind: 'unsure', code: 'rubbish' };
  return { kind: 'fault', code };
}

/** The result for an error thrown while sending. Codes are numbers and names, never what the channel said. */
export function failedBy(error: unknown): Failed {
  const rest = restError.safeParse(error);
  if (rest.success) {
    const { statusCode, code, response } = rest.data;
    if (statusCode !== undefined) return byStatus(statusCode, response);
    if (code === 'PARSE_ERROR') return { kind: 'unsure', code: 'rubbish' };
    return neverLeft.test(code ?? '')
      ? { kind: 'later', code: 'no-connection' }
      : { kind: 'unsure', code: 'broken-off' };
  }
  const token = tokenError.safeParse(error);
  if (token.success)
    return passing.test(token.data.errorCode)
      ? { kind: 'later', code: 'token-service' }
      : { kind: 'fault', code: 'token-refused' };
  if (identityError.safeParse(error).success) return { kind: 'fault', code: 'token-refused' };
  return { kind: 'fault', code: 'unknown' };
}
