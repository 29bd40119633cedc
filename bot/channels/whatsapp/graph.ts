/** One call to Meta's Graph API: a time limit, a size limit, and every way it can end as a value. */
import { z } from 'zod';

export interface GraphSettings {
  readonly accessToken: string;
  /** `https://graph.facebook.com`, or a stand-in on this machine */
  readonly apiBase: string;
  /** `v25.0` */
  readonly apiVersion: string;
}

export type GraphAnswer =
  /** `body` is undefined when it was no JSON, too long, or broke off; `afterMs` is what Retry-After asked for */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly afterMs: number | null }
  /** the call never left: nothing was taken */
  | { readonly kind: 'notSent'; readonly code: string }
  /** no answer: it may have been taken or not */
  | { readonly kind: 'lost'; readonly code: string };

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** after the version, as `1001/messages` */
  readonly path: string;
  readonly body?: unknown;
  readonly timeoutMs: number;
}

/** Answers are a few hundred bytes; more than this is not one of theirs. */
const LARGEST_ANSWER = 256 * 1024;
/** The longest wait taken from a Retry-After. */
const LONGEST_WAIT = 3_600_000;

/** Makes the call. Never throws; redirects are not followed, since they would carry the token elsewhere. */
export async function callGraph(settings: GraphSettings, call: GraphCall): Promise<GraphAnswer> {
  try {
    const response = await fetch(`${settings.apiBase.replace(/\/+$/, '')}/${settings.apiVersion}/${call.path}`, {
      method: call.method,
      headers: {
        authorization: `Bearer ${settings.accessToken}`,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(call.timeoutMs),
    });
    // from here on they have answered, and the status counts even when the rest never comes
    const bytes = await readLimited(response, LARGEST_ANSWER).catch(() => null);
    const afterMs = readRetryAfter(response.headers.get('retry-after'), Date.now());
    return { kind: 'answered', status: response.status, body: bytes === null ? undefined : readJson(bytes), afterMs };
  } catch (error) {
    return faultOf(error);
  }
}

/** The body of a response; null when it is longer than `limit` bytes, and reading stops there. Throws when it breaks off. */
export async function readLimited(response: Response, limit: number): Promise<Buffer | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return Buffer.alloc(0);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.length;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    pieces.push(piece.value);
  }
  return Buffer.concat(pieces);
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** RFC 9110 section 10.2.3: seconds, or a date. Null when there is neither; at most an hour. */
function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, LONGEST_WAIT) : null;
}

/** Faults of a connection that was never made. Anything else may have happened after they read it. */
const neverMade =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|SELF_SIGNED\w*|DEPTH_ZERO\w*|UNABLE_TO_\w+)$/;
const outOfTime = z.object({ name: z.literal('TimeoutError') });
const withCause = z.object({ cause: z.object({ code: z.string() }) });

/** How a failed `fetch` counts: `notSent` may be tried again freely, `lost` may not. */
export function faultOf(error: unknown): Exclude<GraphAnswer, { kind: 'answered' }> {
  const code = withCause.safeParse(error).data?.cause.code ?? '';
  if (neverMade.test(code)) return { kind: 'notSent', code: 'no-connection' };
  return { kind: 'lost', code: outOfTime.safeParse(error).success ? 'timeout' : 'lost' };
}

const graphError = z.object({
  error: z.object({
    code: z.number().int(),
    fbtrace_id: z
      .string()
      .regex(/^[\w-]{1,60}$/)
      .optional()
      .catch(undefined),
  }),
});

/** The error in an answer; nulls when there is none to read. The trace is what Meta's support asks for. */
export function readGraphError(body: unknown): { readonly code: number | null; readonly trace: string | null } {
  const read = graphError.safeParse(body).data?.error;
  return { code: read?.code ?? null, trace: read?.fbtrace_id ?? null };
}
