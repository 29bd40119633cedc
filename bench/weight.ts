/** Bytes over the wire to the first bot message: our page beside Microsoft's Web Chat. */
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { holdEngine, root, startApp } from './processes';
import { round } from './statistics';

export interface Weight {
  /** what a browser fetches before the first bot message shows, as served, bytes */
  readonly ours: { readonly bytes: number; readonly parts: Readonly<Record<string, number>> };
  readonly webChatFull: { readonly bytes: number };
  readonly webChatMinimal: { readonly bytes: number };
  /** how many times heavier Web Chat's minimal bundle is */
  readonly minimalOverOurs: number;
}

interface Fetched {
  readonly status: number;
  /** as it went over the wire: compressed if the server does so */
  readonly bytes: number;
  readonly encoding: string;
  readonly body: Buffer;
}

function get(url: URL): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'br, gzip', accept: 'text/html,*/*' };
    const outgoing = request(url, { headers, timeout: 10_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const encoding = response.headers['content-encoding'] ?? '';
        resolve({ status: response.statusCode ?? 0, bytes: body.length, encoding, body });
      });
      response.on('error', reject);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('No answer within 10 s')));
    outgoing.on('error', reject);
    outgoing.end();
  });
}

async function plainText(fetched: Fetched): Promise<string> {
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib');
  if (fetched.encoding === 'br') return brotliDecompressSync(fetched.body).toString('utf8');
  if (fetched.encoding === 'gzip') return gunzipSync(fetched.body).toString('utf8');
  return fetched.body.toString('utf8');
}

/** The styles, scripts, icons and pictures a page names. */
function partsNamed(html: string): string[] {
  const links = [...html.matchAll(/<link\b[^>]*\bhref="([^"]+)"[^>]*>/g)];
  const loaded = links.filter(([tag]) => /rel="(stylesheet|icon|preload|modulepreload|manifest)"/.test(tag));
  const sources = [...html.matchAll(/<(?:script|img)\b[^>]*\bsrc="([^"]+)"/g)];
  return [...new Set([...loaded, ...sources].flatMap((found) => (found[1] === undefined ? [] : [found[1]])))];
}

async function ourWeight(): Promise<Weight['ours']> {
  const engine = await holdEngine();
  try {
    const app = await startApp({ mongodbUri: engine.uri });
    try {
      const page = await get(new URL('/', app.url));
      if (page.status !== 200) throw new Error(`GET / answered ${page.status}`);
      const parts: Record<string, number> = { '/': page.bytes };
      for (const path of partsNamed(await plainText(page))) {
        if (path.startsWith('data:')) continue;
        const part = await get(new URL(path, app.url));
        if (part.status !== 200) throw new Error(`GET ${path} answered ${part.status}`);
        parts[path] = part.bytes;
      }
      return { bytes: Object.values(parts).reduce((all, one) => all + one, 0), parts };
    } finally {
      await app.stop();
    }
  } finally {
    await engine.stop();
  }
}

async function webChatWeight(file: string): Promise<{ bytes: number }> {
  const path = join(root, '.cache', 'webchat-4.18.1', 'package', 'dist', file);
  return { bytes: gzipSync(await readFile(path), { level: 9 }).length };
}

/** Web Chat is weighed as its script alone, at the hardest gzip: a page to hold it would come on top. */
export async function measureWeight(): Promise<Weight> {
  const ours = await ourWeight();
  const webChatFull = await webChatWeight('webchat.js');
  const webChatMinimal = await webChatWeight('webchat-minimal.js');
  return { ours, webChatFull, webChatMinimal, minimalOverOurs: round(webChatMinimal.bytes / ours.bytes, 1) };
}
