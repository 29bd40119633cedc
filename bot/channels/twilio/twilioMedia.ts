/** Fetches what came with a message from Twilio (Twilio "Media resource"; channel-contracts 3.1). Only Twilio is asked. */
import { type Fetched, keptKinds, LARGEST_MEDIA, type MediaSource } from '../../../services/media/source';
import { type NoAnswer, reach } from '../../../services/outside/ask';
import { labelOf } from '../../../services/outside/faults';
import type { Provider } from '../../../services/outside/provider';
import { baseOf, createTwilio, signIn, type TwilioApi, timeoutOf } from './api';

/** Twilio hands a file over by way of its own store: one redirect as a rule. */
const MOST_REDIRECTS = 3;

/** Makes the source. `at` is a MediaUrl of a webhook; an address that is not Twilio's is 'gone', and nothing is asked there. */
export function createTwilioMedia(api: TwilioApi): MediaSource {
  const home = new URL(baseOf(api));
  const provider = api.provider ?? createTwilio();
  return {
    async fetch(at) {
      const url = ownAddress(at, home);
      if (url === null) return { kind: 'gone', code: 'address' };
      try {
        const answer = await follow(url, home, api, provider);
        if (!('kind' in answer)) return await readAnswer(answer);
        return answer.kind === 'noAnswer' ? { kind: 'later', code: answer.code } : answer;
      } catch (error) {
        return { kind: 'later', code: labelOf(error) };
      }
    },
    async remove(at) {
      const url = ownAddress(at, home);
      if (url === null) return false;
      const headers = { authorization: signIn(api) };
      const end = await reach(provider, { method: 'DELETE', url: url.href, headers, timeoutMs: timeoutOf(api) });
      if (end.kind === 'noAnswer') return false;
      letGo(end.response);
      return [200, 204, 404].includes(end.response.status);
    },
  };
}

/** An address our token may be sent to: our API's, or https at Twilio. Null for every other, however it came to us. */
function ownAddress(at: string, home: URL): URL | null {
  if (!URL.canParse(at)) return null;
  const url = new URL(at);
  if (url.username !== '' || url.password !== '') return null;
  if (url.origin === home.origin) return url;
  const twilio = url.hostname === 'twilio.com' || url.hostname.endsWith('.twilio.com');
  return twilio && url.protocol === 'https:' && url.port === '' ? url : null;
}

const isLoopback = ({ hostname }: URL): boolean => /^(127(\.\d+){3}|localhost|\[::1\])$/.test(hostname);

/** Where Twilio may send us on to: a public name over https; this machine only when our API is on it too (a stand-in). */
function mayFollow(url: URL, home: URL): boolean {
  if (isLoopback(home) && isLoopback(url)) return true;
  // a name with letters at its end: never a bare address inside somebody's network
  return (
    url.protocol === 'https:' &&
    /^[a-z0-9.-]+\.[a-z]{2,}$/.test(url.hostname) &&
    !/\.(local|internal)$/.test(url.hostname)
  );
}

/** Follows redirects by hand, so that our token stays with Twilio. One time limit for all of it. */
async function follow(
  first: URL,
  home: URL,
  api: TwilioApi,
  provider: Provider,
): Promise<Response | Fetched | NoAnswer> {
  const endsAt = performance.now() + timeoutOf(api);
  let url = first;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    // the store we are sent on to holds its own key in the address, and refuses a second one
    const headers: Record<string, string> = hop === 0 ? { authorization: signIn(api) } : {};
    const timeoutMs = Math.max(1, endsAt - performance.now());
    const end = await reach(provider, { method: 'GET', url: url.href, headers, timeoutMs });
    if (end.kind === 'noAnswer') return end;
    const answer = end.response;
    if (![301, 302, 303, 307, 308].includes(answer.status)) return answer;
    // read out rather than cut off: a cut connection is not always noticed by the next call on it
    void answer.arrayBuffer().catch(() => undefined);
    const next = answer.headers.get('location') ?? '';
    if (!URL.canParse(next, url.href)) return { kind: 'gone', code: 'redirect' };
    url = new URL(next, url.href);
    if (!mayFollow(url, home)) return { kind: 'gone', code: 'redirect' };
  }
  return { kind: 'gone', code: 'redirects' };
}

async function readAnswer(answer: Response): Promise<Fetched> {
  const { status, body } = answer;
  if (status !== 200 || body === null) {
    letGo(answer);
    return refused(status);
  }
  const contentType = (answer.headers.get('content-type') ?? '').toLowerCase();
  if (!keptKinds.test(contentType)) {
    letGo(answer);
    return { kind: 'wrongKind' };
  }
  if (Number(answer.headers.get('content-length') ?? 0) > LARGEST_MEDIA) {
    letGo(answer);
    return { kind: 'tooBig' };
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.byteLength;
    // leaving the loop ends the download
    if (size > LARGEST_MEDIA) return { kind: 'tooBig' };
    pieces.push(piece);
  }
  return { kind: 'got', bytes: Buffer.concat(pieces), contentType };
}

/** Leaves the rest of an answer unread. Not waited for: a courtesy to the other side must not hold a message up. */
function letGo(answer: Response): void {
  answer.body?.cancel().catch(() => undefined);
}

/** 401 is our token, which somebody will put right; other refusals are about the file. */
function refused(status: number): Fetched {
  const passing = status >= 500 || status === 429 || status === 408 || status === 401 || status < 400;
  return { kind: passing ? 'later' : 'gone', code: `http-${status}` };
}
