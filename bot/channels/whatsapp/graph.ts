/** One call to Meta's Graph API, and every way it can end as a value. */
import { z } from 'zod';
import { ask, askAgain, type NoAnswer } from '../../../services/outside/ask';
import { createProvider, type Provider, type ProviderSettings } from '../../../services/outside/provider';

export interface GraphSettings {
  readonly accessToken: string;
  /** `https://graph.facebook.com`, or a stand-in on this machine */
  readonly apiBase: string;
  /** `v25.0` */
  readonly apiVersion: string;
  /** who it is asked of, shared by all that ask there; one of its own when absent */
  readonly provider?: Provider | undefined;
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
  /** made even while Meta rests */
  readonly urgent?: boolean;
}

/** Meta, left alone for a moment when it fails again and again. */
export const createMeta = (told?: ProviderSettings['told']): Provider =>
  createProvider({ name: 'meta', faults: 10, restMs: 2_000, ...(told === undefined ? {} : { told }) });

/** Makes the call; one that only asks is made again where they are busy. Never throws. */
export async function callGraph(settings: GraphSettings, call: GraphCall): Promise<GraphAnswer> {
  const { accessToken, apiBase, apiVersion } = settings;
  const { method, path, body, timeoutMs, urgent = false } = call;
  const answer = await (method === 'GET' ? askAgain : ask)(settings.provider ?? createMeta(), {
    method,
    url: `${apiBase.replace(/\/+$/, '')}/${apiVersion}/${path}`,
    headers: {
      authorization: `Bearer ${accessToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeoutMs,
    urgent,
  });
  if (answer.kind === 'noAnswer') return faultOf(answer);
  return { kind: 'answered', status: answer.status, body: answer.json, afterMs: answer.afterMs };
}

/** How a call without an answer counts: `notSent` may be tried again freely, `lost` may not. */
export function faultOf({ left, code }: NoAnswer): Exclude<GraphAnswer, { kind: 'answered' }> {
  if (!left) return { kind: 'notSent', code: code === 'resting' ? code : 'no-connection' };
  return { kind: 'lost', code: code === 'timeout' ? code : 'lost' };
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
