/** One HTTP call to somebody else's machine. Every way it can end is a value, and redirects are not followed. */
import { setTimeout as pause } from 'node:timers/promises';
import { labelOf, mayHaveLeft } from './faults';
import { isResting, type Provider } from './provider';
import { retryAfter } from './retryAfter';

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams | Uint8Array<ArrayBuffer>;
  /** for the whole call, its answer included, ms */
  readonly timeoutMs: number;
  /** made even while the provider rests */
  readonly urgent?: boolean;
  /** bytes of the longest answer that is read; 256 KB when absent */
  readonly largest?: number;
}

/** `left` false: nothing can have been done with it. `code` is a label of ours and never an address. */
export interface NoAnswer {
  readonly kind: 'noAnswer';
  readonly left: boolean;
  readonly code: string;
}

export interface Reached {
  readonly kind: 'reached';
  readonly response: Response;
  /** what Retry-After asks for, ms */
  readonly afterMs: number | null;
}

export interface Answered extends Omit<Reached, 'kind' | 'response'> {
  readonly kind: 'answered';
  readonly status: number;
  /** undefined when it was no JSON, too long, or broke off */
  readonly json: unknown;
}

/** Busy or broken speaks against a provider; a refusal of what we asked does not. */
const isFault = (end: Reached | NoAnswer): boolean => end.kind === 'noAnswer' || end.response.status >= 500;

/** Reaches them; the body of the answer is not read yet. Never throws. */
export async function reach(provider: Provider, call: Call): Promise<Reached | NoAnswer> {
  const { url, method, headers, body, timeoutMs, urgent = false } = call;
  const once = async (): Promise<Reached | NoAnswer> => {
    try {
      const response = await fetch(url, {
        method,
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined ? {} : { body }),
        // a key or a number goes where it was sent or nowhere
        redirect: 'manual',
        signal: AbortSignal.timeout(Math.ceil(timeoutMs)),
      });
      return { kind: 'reached', response, afterMs: retryAfter(response.headers.get('retry-after'), Date.now()) };
    } catch (error) {
      const code = labelOf(error);
      return { kind: 'noAnswer', left: mayHaveLeft(code), code };
    }
  };
  const end = await provider.call(once, { isFault, urgent });
  return isResting(end) ? { kind: 'noAnswer', left: false, code: 'resting' } : end;
}

/** Answers are a few hundred bytes; more than this is not one of theirs. */
const LARGEST_ANSWER = 256 * 1024;

/** Asks, and reads the whole answer. Never throws. */
export async function ask(provider: Provider, call: Call): Promise<Answered | NoAnswer> {
  const end = await reach(provider, call);
  if (end.kind === 'noAnswer') return end;
  // from here on they have answered, and the status counts even when the rest never comes
  const bytes = await readLimited(end.response, call.largest ?? LARGEST_ANSWER).catch(() => null);
  const json = bytes === null ? undefined : jsonIn(bytes);
  return { kind: 'answered', status: end.response.status, json, afterMs: end.afterMs };
}

/** The first wait before a question is asked again, ms; the second may be twice that. */
const AGAIN_AFTER = 250;
const LONGEST_AGAIN = 2_000;

/**
 * Asks what changes nothing, up to three times: where they were not reached, or are busy. Waits as long as they ask for,
 * within reason, else a little longer each time and never the same as others who ask (jitter).
 */
export async function askAgain(
  provider: Provider,
  call: Call,
  random: () => number = Math.random,
): Promise<Answered | NoAnswer> {
  for (let tries = 1; ; tries += 1) {
    const end = await ask(provider, call);
    const isBusy = end.kind === 'noAnswer' ? end.code !== 'resting' : end.status === 429 || end.status >= 500;
    if (!isBusy || tries === 3) return end;
    const asked = end.kind === 'answered' ? end.afterMs : null;
    if (asked !== null && asked > LONGEST_AGAIN) return end;
    await pause(asked ?? AGAIN_AFTER * 2 ** (tries - 1) * (0.5 + random() / 2));
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

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
