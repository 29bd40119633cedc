/** What an error on the way to a channel means for the message, by the rules of services/contact/carrier. */
import { z } from 'zod';
import type { SendResult } from '../../../services/contact/carrier';

type Failed = Exclude<SendResult, { kind: 'sent' | 'optedOut' | 'window' }>;

/** RestError of @azure/core-rest-pipeline, or Node's own: `statusCode` when there was an answer, `code` when there was none. */
const wireError = z.looseObject({
  statusCode: z.number().int().optional(),
  code: z.string().optional(),
  // kept as it is, for its headers are an object with methods
  response: z.unknown().optional(),
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
  const token = tokenError.safeParse(error);
  if (token.success)
    return passing.test(token.data.errorCode)
      ? { kind: 'later', code: 'token-service' }
      : { kind: 'fault', code: 'token-refused' };
  const identity = identityError.safeParse(error);
  if (identity.success)
    return identity.data.name === 'CredentialUnavailableError'
      ? { kind: 'later', code: 'token-service' }
      : { kind: 'fault', code: 'token-refused' };
  const wire = wireError.safeParse(error);
  const { statusCode, code = '', response } = wire.success ? wire.data : {};
  if (statusCode !== undefined) return byStatus(statusCode, response);
  if (code === 'PARSE_ERROR') return { kind: 'unsure', code: 'rubbish' };
  if (neverLeft.test(code)) return { kind: 'later', code: 'no-connection' };
  // ERR_ASSERTION and the like are ours, and so is an error that says nothing
  return code === '' || code.startsWith('ERR_')
    ? { kind: 'fault', code: 'unknown' }
    : { kind: 'unsure', code: 'broken-off' };
}
