/** What a fault of a call says: a label for the log, and whether anything can have been done with the call. */
import { z } from 'zod';

/** Faults of finding, reaching or trusting the other side: all of them come before the first byte of a request. */
const neverLeft =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO\w*|SELF_SIGNED\w*|UNABLE_TO_\w+)$/;

/** What of a fault is looked at. By shape, because a fault may be made in another realm than ours. */
const fault = z.object({
  name: z.string().optional(),
  code: z.unknown().optional(),
  cause: z.unknown().optional(),
});

/** A short label for a fault of `fetch`: its cause's code, or `timeout`, or `connection`. */
export function labelOf(error: unknown): string {
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

/** Whether a call that ended in this fault may have been read by the other side. */
export const mayHaveLeft = (label: string): boolean => !neverLeft.test(label);
