/** Fetches what people sent by WhatsApp: first its address by its id, then its bytes (channel-contracts 4.4). */
import { z } from 'zod';
import { type Fetched, keptKinds, LARGEST_MEDIA, type MediaSource } from '../../../services/media/source';
import { reach, readLimited } from '../../../services/outside/ask';
import { labelOf, mayHaveLeft } from '../../../services/outside/faults';
import type { Provider } from '../../../services/outside/provider';
import { callGraph, createMeta, faultOf, type GraphAnswer, type GraphSettings, readGraphError } from './graph';

export interface MetaMediaSettings extends Omit<GraphSettings, 'apiBase'> {
  /** https://graph.facebook.com unless something stands in for it */
  readonly apiBase?: string;
  /** for each of the two calls, the second with its whole file */
  readonly timeoutMs?: number;
}

const described = z.object({
  url: z.string().max(4_000),
  mime_type: z.string().max(200),
  file_size: z.coerce.number().optional().catch(undefined),
});

const metaHosts = /(^|\.)(fbcdn\.net|facebook\.com|fbsbx\.com)$/;
const mediaId = /^[\w-]{1,200}$/;

/** The source. `at` is Meta's id of the file. */
export function createMetaMedia(settings: MetaMediaSettings): MediaSource {
  const { timeoutMs = 20_000 } = settings;
  const provider = settings.provider ?? createMeta();
  const graph: GraphSettings = { ...settings, provider, apiBase: settings.apiBase ?? 'https://graph.facebook.com' };
  return {
    async fetch(at) {
      if (!mediaId.test(at)) return { kind: 'gone', code: 'bad-id' };
      const answer = await callGraph(graph, { method: 'GET', path: at, timeoutMs });
      if (answer.kind !== 'answered') return { kind: 'later', code: answer.code };
      if (answer.status !== 200) return refusal(answer);
      const about = described.safeParse(answer.body).data;
      if (about === undefined) return { kind: 'later', code: 'rubbish' };
      if (!keptKinds.test(about.mime_type)) return { kind: 'wrongKind' };
      if ((about.file_size ?? 0) > LARGEST_MEDIA) return { kind: 'tooBig' };
      if (!mayHoldMedia(about.url, graph.apiBase)) return { kind: 'gone', code: 'strange-host' };
      return download(about.url, about.mime_type, graph.accessToken, { provider, timeoutMs });
    },
    async remove(at) {
      if (!mediaId.test(at)) return false;
      const answer = await callGraph(graph, { method: 'DELETE', path: at, timeoutMs });
      if (answer.kind !== 'answered') return false;
      return answer.status === 404 || (answer.status === 200 && deleted.safeParse(answer.body).success);
    },
  };
}

const deleted = z.object({ success: z.literal(true) });

/** A token that ran out (190) or a busy server passes; a file that is not there does not come back. */
function refusal(answer: Extract<GraphAnswer, { kind: 'answered' }>): Fetched {
  const { code } = readGraphError(answer.body);
  const label = code === null ? `http${answer.status}` : String(code);
  const isThere = answer.status >= 500 || [401, 403, 408, 429].includes(answer.status) || code === 190;
  return { kind: isThere || answer.status < 400 ? 'later' : 'gone', code: label };
}

/**
 * Whether our token may go to this address: Meta's own hosts by https, or a stand-in for the whole API on this machine.
 * Anything else would hand the keys of every conversation to whoever wrote the address.
 */
export function mayHoldMedia(address: string, apiBase: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(apiBase)) return false;
  const url = new URL(address);
  const base = new URL(apiBase);
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:' && url.port === '' && metaHosts.test(url.hostname)) return true;
  return /^(127\.0\.0\.1|localhost|\[::1\])$/.test(base.hostname) && url.origin === base.origin;
}

/** The kind is Meta's word from before; a page in place of the file is a fault of theirs. */
async function download(
  url: string,
  contentType: string,
  token: string,
  { provider, timeoutMs }: { readonly provider: Provider; readonly timeoutMs: number },
): Promise<Fetched> {
  try {
    // their media host turns away callers that give no name
    const headers = { authorization: `Bearer ${token}`, 'user-agent': 'win-front-door' };
    const end = await reach(provider, { method: 'GET', url, headers, timeoutMs });
    if (end.kind === 'noAnswer') return { kind: 'later', code: faultOf(end).code };
    const { response } = end;
    const wrong = whatIsWrong(response);
    if (wrong !== null) {
      await response.body?.cancel().catch(() => undefined);
      return wrong;
    }
    const bytes = await readLimited(response, LARGEST_MEDIA);
    if (bytes === null) return { kind: 'tooBig' };
    return bytes.length === 0 ? { kind: 'later', code: 'empty' } : { kind: 'got', bytes, contentType };
  } catch (error) {
    const code = labelOf(error);
    return { kind: 'later', code: faultOf({ kind: 'noAnswer', left: mayHaveLeft(code), code }).code };
  }
}

function whatIsWrong(response: Response): Fetched | null {
  // the address lives five minutes, so even a 404 is worth asking for a new one
  if (response.status !== 200) return { kind: 'later', code: `http${response.status}` };
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST_MEDIA) return { kind: 'tooBig' };
  const kind = response.headers.get('content-type') ?? '';
  if (/^(text\/html|application\/json)\b/.test(kind)) return { kind: 'later', code: 'rubbish' };
  return kind === '' || kind === 'application/octet-stream' || keptKinds.test(kind) ? null : { kind: 'wrongKind' };
}
